import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from clerk.ui.keys import Command
from clerk.ui.rows import Notice, Tone
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.decision_list import DecisionList
from clerk.ui.widgets.id_edit import IdEdit
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.ui.widgets.opinion_field import OpinionField
from clerk.ui.widgets.pin_field import PinField
from clerk.ui.widgets.search_box import SearchBox
from clerk.ui.widgets.segmented import Segmented
from clerk.ui.widgets.text_field import ChoiceField, NoteField, TextField

YES_NO = (("yes", "Yes"), ("no", "No"))


@pytest.fixture
def shown(qtbot):
    """Shows a widget with the keyboard in it."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


def must_have_eight(number: str) -> str:
    return "" if len(number) == 8 else "It must have eight characters."


def test_a_button_that_cannot_act_says_why_when_its_key_is_pressed(shown, qtbot):
    button = shown(ActionButton("Accept", command=Command.ACCEPT, kind=Kind.PRIMARY))
    button.set_available(False, "One paper is missing.")

    with qtbot.assertNotEmitted(button.triggered), qtbot.waitSignal(button.refused) as told:
        qtbot.keySequence(button, "F9")

    assert told.args == ["One paper is missing."]
    assert button.accessibleDescription() == "One paper is missing."
    assert button.accessibleName() == "Accept (F9)"


def test_a_button_acts_by_its_key_and_by_space(shown, qtbot):
    button, acts = shown(ActionButton("Accept", command=Command.ACCEPT)), []
    button.triggered.connect(lambda: acts.append(1))

    qtbot.keySequence(button, "F9")
    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert len(acts) == 2


def test_an_id_is_folded_while_it_is_typed(shown):
    field = shown(IdEdit("Number", check=must_have_eight))

    field.edit.insert("９１34 ab1x")

    assert field.edit.text() == "9134AB1X"
    assert field.value() == "9134AB1X"


def test_folding_in_the_middle_keeps_the_cursor_where_it_was(shown, qtbot):
    field = shown(IdEdit("Number"))
    field.set_value("12345678")
    field.edit.setCursorPosition(4)

    qtbot.keyClicks(field.edit, "x")

    assert field.value() == "1234X5678"
    assert field.edit.cursorPosition() == 5


def test_an_id_is_not_scolded_while_it_is_typed_but_when_it_is_left(shown, qtbot):
    field = shown(IdEdit("Number", check=must_have_eight))

    qtbot.keyClicks(field.edit, "1234")
    assert field.problem == ""
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)

    assert field.problem == "It must have eight characters."
    assert field.edit.mark == "✗"


def test_a_right_id_is_marked_at_once(shown, qtbot):
    field = shown(IdEdit("Number", check=must_have_eight))

    qtbot.keyClicks(field.edit, "12345678")

    assert (field.edit.mark, field.problem) == ("✓", "")


def test_an_id_of_ten_thousand_characters_is_kept_and_refused(shown):
    field = shown(IdEdit("Number", check=must_have_eight))

    field.set_value("9" * 10_000)

    assert len(field.value()) == 10_000
    assert field.problem


@pytest.mark.parametrize("make", [IdEdit, PinField])
def test_no_input_method_comes_near_numbers_and_pins(make, shown):
    field = shown(make("Number"))

    assert field.edit.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False


def test_names_may_be_written_with_an_input_method(shown):
    field = shown(TextField("Name"))

    assert field.edit.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


@pytest.mark.parametrize("make", [TextField, IdEdit, NoteField, ChoiceField, PinField])
def test_the_label_names_the_field_for_a_screen_reader(make, shown):
    field = shown(make("Applicant"))

    assert field.focusProxy().accessibleName() == "Applicant"


def test_what_is_wrong_is_said_in_words_beside_the_field(shown):
    field = shown(TextField("Name"))

    field.set_problem("It is too long.")

    assert field.problem == "It is too long."
    assert field.edit.property("state") == "bad"
    assert field.edit.accessibleDescription() == "It is too long."


def test_putting_the_same_text_again_leaves_the_cursor_alone(shown, qtbot):
    field = shown(TextField("Name"))
    qtbot.keyClicks(field.edit, "abc")

    field.set_value("abc")

    assert field.edit.cursorPosition() == 3


def test_only_the_person_changes_a_choice_aloud(shown, qtbot):
    field = shown(ChoiceField("Kind", YES_NO))

    with qtbot.assertNotEmitted(field.changed):
        field.choose("no")
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(field.box, Qt.Key.Key_Up)

    assert told.args == ["yes"]


def test_a_choice_stays_when_it_is_still_offered(shown):
    field = shown(ChoiceField("Kind", YES_NO))
    field.choose("no")

    field.set_choices((("no", "No"), ("maybe", "Maybe")))

    assert field.value() == "no"


def test_tab_leaves_a_note(shown, qtbot):
    window = QWidget()
    note, after = NoteField("Opinion", parent=window), TextField("Name", parent=window)
    shown(window)
    note.edit.setFocus()

    qtbot.keyClick(note.edit, Qt.Key.Key_Tab)

    assert after.edit.hasFocus()
    assert note.value() == ""


def test_a_digit_answers_a_question(shown, qtbot):
    asked = shown(Segmented("Hot food?", YES_NO))

    with qtbot.waitSignal(asked.chosen) as told:
        qtbot.keyClick(asked.focusProxy(), Qt.Key.Key_2)

    assert told.args == ["no"]
    assert asked.value() == "no"


def test_arrows_go_through_the_answers(shown, qtbot):
    asked = shown(Segmented("Hot food?", YES_NO))
    asked.choose("yes")
    asked.setFocus()

    with qtbot.waitSignal(asked.chosen) as told:
        qtbot.keyClick(asked.focusProxy(), Qt.Key.Key_Right)

    assert told.args == ["no"]


def test_an_answer_can_be_taken_back_by_the_program_only_silently(shown, qtbot):
    asked = shown(Segmented("Hot food?", YES_NO))
    asked.choose("yes")

    with qtbot.assertNotEmitted(asked.chosen):
        asked.choose(None)

    assert asked.value() is None


def test_a_notice_never_takes_the_focus(shown):
    window = QWidget()
    field, bar = TextField("Name", parent=window), NoticeBar(window)
    shown(window)
    field.setFocus()

    bar.tell(Notice(tone=Tone.RED, what="Nothing was accepted.", then="Tick what is in hand."))

    assert field.edit.hasFocus()
    assert bar.accessibleName() == "Nothing was accepted.\nTick what is in hand."


def test_markup_in_a_notice_stays_what_was_typed(shown):
    bar = shown(NoticeBar())

    bar.tell(Notice(tone=Tone.BLUE, what="<b>王</b>"))

    assert bar._text.textFormat() == Qt.TextFormat.PlainText


def test_escape_empties_the_search_and_then_gives_the_focus_back(shown, qtbot):
    box = shown(SearchBox())
    qtbot.keyClicks(box.edit, "0374")

    with qtbot.assertNotEmitted(box.left):
        qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
    with qtbot.waitSignal(box.left):
        qtbot.keyClick(box.edit, Qt.Key.Key_Escape)

    assert box.edit.text() == ""


def test_a_search_is_asked_once_when_typing_rests(shown, qtbot):
    box, asked = shown(SearchBox()), []
    box.searched.connect(asked.append)

    qtbot.keyClicks(box.edit, "spjy")
    qtbot.waitUntil(lambda: bool(asked))

    assert asked == ["spjy"]


def test_alt_and_a_digit_decide(shown, qtbot):
    decisions = shown(DecisionList())
    decisions.show_choices((("grant", "Grant"), ("refuse", "Refuse")))

    with qtbot.waitSignal(decisions.chosen) as told:
        qtbot.keySequence(decisions, "Alt+2")
    with qtbot.assertNotEmitted(decisions.chosen):
        qtbot.keySequence(decisions, "Alt+3")

    assert told.args == ["refuse"]
    assert decisions.value() == "refuse"


def test_a_phrase_never_overwrites_what_somebody_wrote(shown):
    field = shown(OpinionField("Opinion"))
    field.show_phrases(("Complete.", "Agreed."))

    field._menu.actions()[0].trigger()
    field._menu.actions()[1].trigger()
    assert field.value() == "Agreed."
    field.set_value("Seen on site.")
    field._menu.actions()[0].trigger()

    assert field.value() == "Seen on site.\nComplete."
