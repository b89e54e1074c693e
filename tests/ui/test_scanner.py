import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from clerk.ui.scanner import Scanner

pytestmark = pytest.mark.usefixtures("qapp")

NUMBER = "01010071261123003742"
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(key: int, text: str, at_ms: int, modifiers=NONE) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    event.setTimestamp(at_ms)
    return event


def send(
    scanner: Scanner, text: str, gap_ms: int, *, start_ms: int = 1_000, end="\r"
) -> list[bool]:
    """Let the scanner hear a text and its end; return which keys it kept."""
    keys = [(ord(each.upper()), each) for each in text]
    ends = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
    keys += [(ends[end], end)] if end else []
    return [
        scanner.hears(press(key, each, start_ms + place * gap_ms))
        for place, (key, each) in enumerate(keys)
    ]


@pytest.fixture
def field(qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return edit


@pytest.fixture
def scanner():
    return Scanner()


@pytest.mark.parametrize("end", ["\r", "\t"])
@pytest.mark.parametrize("gap_ms", [1, 5, 12, 25, 50])
def test_a_scan_is_told_and_leaves_no_digit_in_the_field(scanner, field, qtbot, gap_ms, end):
    with qtbot.waitSignal(scanner.scanned, timeout=1000) as told:
        kept = send(scanner, NUMBER, gap_ms, end=end)

    assert told.args == [NUMBER]
    assert all(kept)
    assert field.text() == ""


def test_typing_at_a_quick_hands_pace_arrives_whole(scanner, field):
    kept = send(scanner, NUMBER, 80)

    assert field.text() == NUMBER
    assert kept[-1] is False  # and Return reaches the field


def test_held_keys_are_given_back_when_the_typing_rests(scanner, field, qtbot):
    send(scanner, "abc", 5, end="")
    assert field.text() == ""

    qtbot.waitUntil(lambda: field.text() == "abc")


def test_a_foreign_code_is_typed_into_the_field(scanner, field, qtbot):
    with qtbot.assertNotEmitted(scanner.scanned):
        send(scanner, "91341100MA2N4XJ15K", 5)

    assert field.text() == "91341100MA2N4XJ15K"


def test_a_lone_shift_between_the_keys_of_a_scan_changes_nothing(scanner, qtbot):
    with qtbot.waitSignal(scanner.scanned, timeout=1000) as told:
        for place, digit in enumerate(NUMBER):
            scanner.hears(press(Qt.Key.Key_Shift, "", 1_000 + place * 10, SHIFT))
            scanner.hears(press(ord(digit), digit, 1_000 + place * 10))
        scanner.hears(press(Qt.Key.Key_Return, "\r", 1_000 + len(NUMBER) * 10))

    assert told.args == [NUMBER]


@pytest.mark.usefixtures("field")
def test_commands_and_arrows_pass_at_once(scanner):
    control = Qt.KeyboardModifier.ControlModifier

    assert scanner.hears(press(Qt.Key.Key_K, "\x0b", 1_000, control)) is False
    assert scanner.hears(press(Qt.Key.Key_Down, "", 1_010)) is False
    assert scanner.hears(press(Qt.Key.Key_Space, " ", 1_020)) is False


def test_an_arrow_after_a_held_key_comes_after_it(scanner, field):
    send(scanner, "ab", 5, end="")
    scanner.hears(press(Qt.Key.Key_Left, "", 1_008))

    assert field.text() == "ab"


def test_keys_sent_by_the_program_itself_are_not_listened_to(scanner, field, qapp):
    scanner.listen(qapp)
    try:
        qapp.sendEvent(field, press(Qt.Key.Key_1, "1", 1_000))
        assert field.text() == "1"
    finally:
        qapp.removeEventFilter(scanner)


def test_listening_to_the_program_it_catches_what_the_system_sends(scanner, field, qtbot, qapp):
    scanner.listen(qapp)
    try:
        with qtbot.waitSignal(scanner.scanned, timeout=1000) as told:
            qtbot.keyClicks(field, NUMBER)
            qtbot.keyClick(field, Qt.Key.Key_Return)
    finally:
        qapp.removeEventFilter(scanner)

    assert told.args == [NUMBER]
    assert field.text() == ""


def test_a_scanner_that_was_stopped_hears_nothing_and_gives_back_what_it_held(
    scanner, field, qtbot, qapp
):
    scanner.listen(qapp)
    qtbot.keyClicks(field, NUMBER[:8])

    scanner.stop()
    with qtbot.assertNotEmitted(scanner.scanned):
        qtbot.keyClicks(field, NUMBER[8:])
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == NUMBER
