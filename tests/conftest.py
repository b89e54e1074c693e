"""Tests draw offscreen unless the surroundings say otherwise."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
