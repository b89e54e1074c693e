"""Lets the tests use the tool people use: ``packaging/language.py``."""

import importlib.util
import sys
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "packaging" / "language.py"
_spec = importlib.util.spec_from_file_location("packaging_language", TOOL)
sys.modules["packaging_language"] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sys.modules["packaging_language"])
