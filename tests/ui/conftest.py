"""The desk's look for every test with widgets; source strings stay as they are, in English."""

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from clerk.ui.app import dress
from clerk.ui.theme import RARE_FONTS, load_fonts
from clerk.usecases.language import use_language

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def qapp(qapp_args, qapp_cls):
    """The one application, dressed as ours; kept for the whole session as Qt wants it."""
    app = QApplication.instance() or qapp_cls(qapp_args)
    dress(app, resources=RESOURCES)
    load_fonts(RESOURCES / "fonts", RARE_FONTS)
    return app


@pytest.fixture(autouse=True)
def in_english():
    use_language("en", RESOURCES)


@pytest.fixture(scope="session")
def gallery():
    """The rows and pages of the gallery script: one place for made-up content."""
    spec = importlib.util.spec_from_file_location("gallery", Path(__file__).with_name("gallery.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
