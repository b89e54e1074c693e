from collections import Counter

import pytest
from PySide6.QtWidgets import QWidget

from clerk.ui import keys
from clerk.ui.keys import KEYS, Command
from clerk.ui.widgets.key_sheet import KeySheet

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("command", Command)
def test_every_command_has_a_key_a_name_and_a_place_on_the_sheet(command):
    on_sheet = {entry for group in keys.sheet() for entry in group.entries}

    assert keys.sequence_of(command).count() == 1
    assert (keys.name_of(command), keys.keycap_of(command)) in on_sheet


def test_no_key_means_two_things():
    twice = [key for key, count in Counter(KEYS.values()).items() if count > 1]

    assert twice == []


@pytest.mark.parametrize(
    ("command", "shown"),
    [(Command.ACCEPT, "F9"), (Command.SEARCH, "Ctrl K"), (Command.SIGN, "Ctrl ↵")],
)
def test_a_key_is_shown_as_it_is_printed_on_the_keyboard(command, shown):
    assert keys.keycap_of(command) == shown


def test_a_key_works_only_while_its_owner_is_shown(qtbot):
    window, pressed = QWidget(), []
    owner = QWidget(window)
    keys.bind(owner, Command.ACCEPT, lambda: pressed.append("F9"))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    qtbot.keySequence(window, "F9")
    owner.hide()
    qtbot.keySequence(window, "F9")

    assert pressed == ["F9"]


def test_the_sheet_closes_by_the_key_that_opened_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    sheet = KeySheet(window)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)

    with qtbot.waitSignal(sheet.accepted, timeout=1000):
        qtbot.keySequence(sheet, "F1")
