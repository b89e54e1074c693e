import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clerk.ui.scanner import Scanner
from clerk.ui.widgets.quiet_edit import QuietEdit

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


def through(scanner: Scanner, field: QLineEdit, text: str) -> None:
    """Let the scanner hear a text and Return; what it does not keep reaches the field."""
    keys = [(ord(each.upper()), each) for each in text] + [(Qt.Key.Key_Return, "\r")]
    for place, (key, each) in enumerate(keys):
        event = press(key, each, 1_000 + place * 5)
        if not scanner.hears(event):
            QCoreApplication.sendEvent(field, event)


def compose(field: QLineEdit, pre_edit: str, *, commit: str = "") -> None:
    """Do what an input method does: show what is being composed, or hand over what came of it."""
    event = QInputMethodEvent(pre_edit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(field, event)


def wants_input_method(field: QLineEdit) -> bool:
    """Ask as the system does."""
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(field, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))


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
    assert kept == [False, *[True] * len(NUMBER)]  # the first digit came through, and went again
    assert field.text() == ""


def test_a_scan_in_the_middle_of_a_text_leaves_text_cursor_and_selection_alone(
    scanner, field, qtbot
):
    field.setText("好味来餐饮店")
    field.setSelection(1, 2)
    edited = []
    field.textEdited.connect(edited.append)

    with qtbot.waitSignal(scanner.scanned, timeout=1000):
        through(scanner, field, NUMBER)

    assert field.text() == "好味来餐饮店"
    assert field.selectedText() == "味来"
    assert edited[-1] == "好味来餐饮店"  # and whoever follows the typing knows


def test_a_scan_into_a_field_that_is_full_changes_nothing(scanner, field, qtbot):
    field.setMaxLength(3)
    field.setText("abc")
    field.setCursorPosition(1)

    with qtbot.waitSignal(scanner.scanned, timeout=1000):
        through(scanner, field, NUMBER)

    assert (field.text(), field.cursorPosition()) == ("abc", 1)


def test_where_a_key_acts_and_is_not_typed_no_digit_of_a_scan_arrives(scanner, qtbot):
    class Acting(QWidget):
        acted = 0

        def keyPressEvent(self, _event):  # noqa: N802  Qt's name
            self.acted += 1

    widget = Acting()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)

    with qtbot.waitSignal(scanner.scanned, timeout=1000):
        kept = send(scanner, NUMBER, 5)

    assert all(kept)
    assert widget.acted == 0


def test_what_an_input_method_is_composing_survives_a_scan(scanner, field, qtbot):
    field.setText("王")
    field.setCursorPosition(1)
    compose(field, "zhen")

    with qtbot.waitSignal(scanner.scanned, timeout=1000):
        send(scanner, NUMBER, 5)  # its keys went past the input method, which keeps its own
    compose(field, "", commit="桢")

    assert field.text() == "王桢"


def test_no_input_method_is_let_at_a_scan_but_at_once_again_afterwards(scanner, field, qapp):
    scanner.listen(qapp)
    try:
        assert wants_input_method(field)
        scanner.hears(press(Qt.Key.Key_9, "9", 1_000))
        assert wants_input_method(field)  # one digit is what hands type
        scanner.hears(press(Qt.Key.Key_1, "1", 1_005))
        assert not wants_input_method(field)
        scanner.hears(press(Qt.Key.Key_Left, "", 1_010))
        assert wants_input_method(field)
    finally:
        qapp.removeEventFilter(scanner)


@pytest.mark.usefixtures("field")
def test_typing_at_a_quick_hands_pace_never_waits(scanner):
    assert not any(send(scanner, NUMBER, 80))


def test_held_keys_are_given_back_when_the_typing_rests(scanner, field, qtbot):
    assert send(scanner, "123", 5, end="") == [False, True, True]
    assert field.text() == ""

    qtbot.waitUntil(lambda: field.text() == "23")


@pytest.mark.usefixtures("field")
def test_letters_never_wait_however_fast_they_come(scanner):
    assert not any(send(scanner, "anyxwp", 1, end=""))


def test_a_foreign_code_is_typed_into_the_field(scanner, field, qtbot):
    with qtbot.assertNotEmitted(scanner.scanned):
        through(scanner, field, "6901234567892")

    assert field.text() == "6901234567892"


@pytest.mark.parametrize("number", ["91341100MA2TE5T1XB", "341102199003071233"])
def test_a_documents_number_leaves_a_field_for_words_alone(scanner, field, qtbot, number):
    with qtbot.waitSignal(scanner.scanned, timeout=1000) as told:
        through(scanner, field, number)

    assert told.args == [number]
    assert field.text() == ""


def test_a_documents_number_stays_in_a_field_for_numbers(scanner, qtbot):
    edit = QuietEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)

    with qtbot.assertNotEmitted(scanner.scanned):
        through(scanner, edit, "91341100MA2TE5T1XB")

    assert edit.text() == "91341100MA2TE5T1XB"


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
    send(scanner, "12", 5, end="")
    scanner.hears(press(Qt.Key.Key_Left, "", 1_008))

    assert field.text() == "2"  # the first one had gone through before


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
