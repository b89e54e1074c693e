"""Tests draw offscreen unless the surroundings say otherwise, and none of them is against time."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")
