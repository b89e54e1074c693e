"""A desk that nobody touches locks itself."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from clerk.ui.idle import Idle

SOON_MS = 40


class FromTheSystem(QKeyEvent):
    """A key as the window system sends it."""

    def spontaneous(self):
        return True


def key(kind=QKeyEvent):
    return kind(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


@pytest.fixture
def idle(qapp):
    made = Idle(after_ms=SOON_MS)
    yield made
    made.stop()
    qapp.removeEventFilter(made)


def test_a_desk_nobody_touches_rests(idle, qtbot):
    with qtbot.waitSignal(idle.rested, timeout=5_000):
        idle.watch(QCoreApplication.instance())


def test_a_key_puts_the_rest_off_and_what_the_program_sends_itself_does_not(idle):
    idle._rest.stop()
    assert idle.eventFilter(idle, key()) is False
    assert not idle._rest.isActive()
    assert idle.eventFilter(idle, key(FromTheSystem)) is False
    assert idle._rest.isActive()
