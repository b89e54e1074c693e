import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerk.domain.stages import Stage
from clerk.ui.pages.sign_off import SignOffPage
from clerk.usecases.sign_off import Decision
from tests import desk
from tests.ui.desk_steps import before_the_chief, roomed

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(tmp_path):
    opened = desk.make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def stored(made, case):
    return made.room.reading.case(case.id)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_pin(page, qtbot, pin=desk.PINS[desk.CHIEF.id]):
    qtbot.keyClicks(page.line.pin.edit, pin)


def test_the_chief_grants_by_keyboard_and_the_next_case_lies_open(made, qtbot):
    first, second = before_the_chief(made), before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)

    press(qtbot, Key.Key_1, ALT)
    page.list.cases.setFocus()
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), desk.PINS[desk.CHIEF.id])
    press(qtbot, Key.Key_Return, CTRL)

    assert stored(made, first).stage is Stage.GRANTED
    assert stored(made, second).stage is Stage.REVIEWED
    assert page.presenter.case.screen.sheet.id == second.id
    assert page.list.cases.current_id() == second.id
    assert page.line.pin.value() == ""


def test_what_is_signed_is_bound_to_what_lies_on_the_screen(made, qtbot):
    case = before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)

    assert case.substance[:4] in page.line.binding.text()
    type_pin(page, qtbot)
    press(qtbot, Key.Key_Return, CTRL)

    assert stored(made, case).decision.substance == case.substance


def test_a_refusal_without_reasons_is_complained_of_and_nothing_is_signed(made, qtbot):
    case = before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)

    press(qtbot, Key.Key_2, ALT)
    type_pin(page, qtbot)
    press(qtbot, Key.Key_Return, CTRL)

    controls = page.line.fields.controls
    assert [name for name, each in controls.items() if each.problem] == [
        "facts",
        "reasons",
        "basis",
    ]
    assert stored(made, case).stage is Stage.REVIEWED


def test_a_refusal_with_its_reasons_is_signed_and_printed(made, qtbot):
    case = before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)

    press(qtbot, Key.Key_2, ALT)
    for name in ("facts", "reasons", "basis"):
        page.line.fields.controls[name].setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), f"the {name}")
    type_pin(page, qtbot)
    press(qtbot, Key.Key_Return, CTRL)

    assert stored(made, case).decision.reasons == "the reasons"
    assert [title.split()[1] for title, _copies, _pdf in made.tray.taken] == ["refusal"]


def test_a_wrong_pin_signs_nothing_and_keeps_what_is_written(made, qtbot):
    case = before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)
    page.presenter.fill("opinion", "my own words")

    type_pin(page, qtbot, "000001")
    press(qtbot, Key.Key_Return, CTRL)

    assert stored(made, case).stage is Stage.REVIEWED
    assert page.pane.notice.isVisible()
    assert page.line.pin.value() == ""
    assert page.line.fields.controls["opinion"].value() == "my own words"


def test_an_opinion_already_written_stays_when_the_decision_changes(made, qtbot):
    before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)
    page.presenter.fill("opinion", "my own words")

    page.presenter.decide(Decision.RETURN_TO_WINDOW)

    assert page.line.fields.controls["opinion"].value() == "my own words"


def test_a_ready_made_opinion_gives_way_to_that_of_another_decision(made, qtbot):
    before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)

    page.presenter.decide(Decision.RETURN_TO_WINDOW)

    assert page.line.fields.controls["opinion"].value() == ""


def test_whoever_is_no_chief_sees_why_he_cannot_sign(made, qtbot):
    case = before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CLERK)

    press(qtbot, Key.Key_Return, CTRL)

    assert desk.CLERK.name in page.line.why_not.text()
    assert page.line.why_not.isVisible()
    assert not page.line.sign.is_available
    assert stored(made, case).stage is Stage.REVIEWED


def test_the_hand_that_accepted_sees_why_it_may_not_sign(made, qtbot):
    before_the_chief(made, by=desk.CHIEF)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)

    assert page.line.why_not.isVisible()
    assert not page.line.pin.isEnabled()


def test_an_empty_queue_says_so_and_offers_no_line(made, qtbot):
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)

    assert not page.line.isEnabled()
    assert not page.pane.head.isVisible()


def test_a_pin_left_in_its_field_is_forgotten_when_the_page_is_hidden(made, qtbot):
    before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot, person=desk.CHIEF)
    type_pin(page, qtbot)

    page.hide()

    assert page.line.pin.value() == ""
