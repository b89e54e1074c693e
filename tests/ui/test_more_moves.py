"""The counter's further moves from the cases page: offered where they fit, taken by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerk.domain.stages import Action, Stage
from clerk.ui import keys
from clerk.ui.pages.cases import CasesPage
from clerk.ui.presenters.case_steps import MOVES, form_of
from clerk.ui.presenters.open_case import read_case
from clerk.usecases.accept_case import AcceptCase, accept_case
from tests import desk
from tests.ui.desk_steps import FOOD, granted, received, roomed, stored

NEED_A_PAST = {Action.END_PROCEDURE}
"""Forms that are about something begun before."""
Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(tmp_path):
    opened = desk.make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def accepted(made, item=FOOD, applicant=desk.RESTAURANT):
    wish = AcceptCase(opening=desk.application(made, item, applicant), by=desk.CLERK)
    return accept_case(wish, made.room.counter).case


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def open_page(made, qtbot, case):
    page = roomed(made, CasesPage, qtbot)
    page.open_case(case.id)
    return page


def take(page, qtbot, action, **values):
    """Open the list of moves, press the move's letter, fill its form and take it."""
    press(qtbot, Key.Key_O, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), keys.MOVE_KEYS[action])
    for name, value in values.items():
        page.presenter.case.fill(name, value)
    press(qtbot, Key.Key_Return, CTRL)


def shown(page):
    return {Action(each.id) for each in page.steps.moves.shown_rows()}


def test_every_move_has_a_letter_of_its_own_and_stands_on_the_key_sheet():
    letters = list(keys.MOVE_KEYS.values())
    on_sheet = {entry[1] for group in keys.sheet() for entry in group.entries}

    assert set(keys.MOVE_KEYS) == set(MOVES)
    assert len(set(letters)) == len(letters)
    assert set(letters) <= on_sheet


def test_only_moves_that_fit_the_case_are_offered(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    press(qtbot, Key.Key_O, ALT)

    assert shown(page) == {
        Action.START_PROCEDURE,
        Action.EXTEND,
        Action.ARRANGE_VISIT,
        Action.NOTICE_HEARING,
        Action.REPORT_UP,
        Action.MOVE_MATERIALS,
        Action.HAND_TO_COLLEAGUE,
        Action.CORRECT_PAPER,
        Action.TERMINATE,
    }


def test_escape_gives_the_usual_steps_back(made, qtbot):
    page = open_page(made, qtbot, accepted(made))
    press(qtbot, Key.Key_O, ALT)
    was_open = page.steps.moves.isVisible()

    press(qtbot, Key.Key_Escape)

    assert was_open
    assert not page.steps.moves.isVisible()
    assert page.steps.buttons[Action.REVIEW].isVisible()
    assert page.steps.more.hasFocus()


def test_a_procedure_stops_the_clock_until_its_record_is_there(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)
    take(
        page, qtbot, Action.START_PROCEDURE,
        kind="expert_review", stops_clock="stops", reason="工艺复杂", institution="专家组",
    )  # fmt: skip
    made.clock.on(days=3)
    page.open_case(case.id)

    take(page, qtbot, Action.END_PROCEDURE, result="通过")

    after = stored(made, case)
    assert after.procedures[0].ended.result == "通过"
    assert after.due.on > case.due.on


def test_an_extension_moves_the_day_with_its_approver(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.EXTEND, approver="周衡", approver_post="局长", reason="需补充检验")

    after = stored(made, case)
    assert after.extensions[0].approver == "周衡"
    assert after.due.on > case.due.on


def test_a_visit_is_arranged_and_then_recorded(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)
    take(
        page, qtbot, Action.ARRANGE_VISIT,
        visit_at="2026-11-25 09:00", address="江滨路1号", staff="林晓、周衡", purpose="看场所",
    )  # fmt: skip
    made.clock.on(days=3)
    page.open_case(case.id)

    take(page, qtbot, Action.HOLD_VISIT, findings="与图纸一致", applicant_present="欧阳琢")

    (visit,) = stored(made, case).visits
    assert visit.arranged.staff == ("林晓", "周衡")
    assert (visit.held.passed, visit.held.findings) == (True, "与图纸一致")


def test_a_visit_by_one_alone_is_refused_with_words(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.ARRANGE_VISIT, address="江滨路1号", staff="林晓", purpose="看场所")

    assert page.pane.notice.isVisible()
    assert stored(made, case).visits == ()


def test_an_hour_nobody_can_read_is_refused_at_the_field(made, qtbot):
    page = open_page(made, qtbot, accepted(made))

    take(page, qtbot, Action.ARRANGE_VISIT, visit_at="in the morning")

    assert page.steps.form.fields.controls["visit_at"].problem


def test_a_hearing_goes_from_the_notice_to_its_day(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.NOTICE_HEARING, matter="拟不予许可")
    take(page, qtbot, Action.REQUEST_HEARING)
    take(page, qtbot, Action.ARRANGE_HEARING, held_at="2026-12-10 09:30", place="三楼会议室")

    hearing = stored(made, case).hearing
    assert (f"{hearing.held_at:%m-%d %H:%M}", hearing.place) == ("12-10 09:30", "三楼会议室")


def test_a_report_goes_up_and_its_answer_comes_back(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.REPORT_UP, authority="省局", opinion="请予审定")
    take(page, qtbot, Action.ANSWER_REPORT, answer="同意", document="省监〔2026〕1号")

    kept = stored(made, case)
    assert (kept.reported.authority, kept.answered.answer) == ("省局", "同意")
    assert kept.reported.answer_expected_on is None


def test_a_fee_is_told_and_paid_to_the_fen(made, qtbot):
    case = accepted(made, "BDC-001", desk.PERSON)
    page = open_page(made, qtbot, case)

    take(
        page, qtbot, Action.NOTICE_FEE,
        name="不动产登记费", basis="发改价格规〔2016〕2559号", standard="住宅每件",
        unit_price_fen="80.50", quantity="2", payee="云江市财政局",
    )  # fmt: skip
    take(page, qtbot, Action.PAY_FEE, receipt="皖财 0001")

    (fee,) = stored(made, case).fees
    assert (fee.noticed.amount_fen, fee.paid.amount_fen) == (16_100, 16_100)


def test_a_colleague_takes_the_case_over_with_what_was_promised(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.HAND_TO_COLLEAGUE, promised="周五前回电话")

    assert stored(made, case).responsible == desk.CHIEF.id


def test_materials_change_hands_by_name_and_count(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.MOVE_MATERIALS, receiver="周衡")

    (moved,) = stored(made, case).moved
    assert (moved.sender, moved.receiver) == (desk.CLERK.name, "周衡")
    assert len(moved.materials) == moved.pieces > 0


def test_an_issued_paper_is_corrected_beside_itself(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.CORRECT_PAPER, wrong="江滨路1号", right="江滨路11号", reason="漏字")

    (correction,) = stored(made, case).corrections
    assert correction.paper_id == case.papers[-1].id


def test_what_cannot_be_handled_is_given_back(made, qtbot):
    case = received(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.GIVE_BACK, reason="申请人要求退回", basis="办事指南")

    assert stored(made, case).stage is Stage.GIVEN_BACK


def test_a_case_is_ended_without_a_decision(made, qtbot):
    case = accepted(made)
    page = open_page(made, qtbot, case)

    take(page, qtbot, Action.TERMINATE, reason="申请人已注销", basis="行政许可法 第70条")

    assert stored(made, case).stage is Stage.TERMINATED


def test_delivery_asks_only_what_its_way_must_name(made, qtbot):
    case = granted(made)
    page = open_page(made, qtbot, case)
    view = page.presenter.case
    view.begin(Action.MAKE_CERTIFICATE)
    view.fill("number", "JY134")
    view.submit()
    view.begin(Action.HAND_OVER)
    by_hand = set(page.steps.form.fields.controls)

    view.fill("way", "post")

    assert by_hand == {"way", "received_by", "received_id"}
    assert set(page.steps.form.fields.controls) == {
        "way",
        "received_by",
        "place",
        "tracking_number",
    }


def test_every_field_of_every_step_has_a_name_for_people(made):
    opened = read_case(made.room, accepted(made).id)
    forms = [form_of(action, opened, made.room) for action in MOVES if action not in NEED_A_PAST]

    assert [x.label for each in forms for x in each.fields if "." in x.label] == []
