"""Reports upward, visits, hearings, fees, hands, ends and corrections: what each insists on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk.domain.case import Case
from clerk.domain.checklist import Defect, LineStatus, Mark
from clerk.domain.counter_objections import (
    DayNotCome,
    DeadlineStillRuns,
    FeeNotOpen,
    HearingAskedTooLate,
    HearingDayUnfit,
    NoHearingOpen,
    NoLegalFee,
    NotReported,
    NotThisCasesPaper,
    SameColleague,
    SecondReviewerNeeded,
    ShouldHaveBeenKnown,
    StillReported,
    TooFewStaff,
    VisitNotOpen,
    WrongAmount,
)
from clerk.domain.events import DeclineGround
from clerk.domain.objections import DayInThePast
from clerk.domain.papers import PaperKind, PaperRecord
from clerk.domain.refusals import InvalidInput
from clerk.domain.stages import Stage
from tests.domain.further_steps import (
    answered,
    fee_paid,
    fee_told,
    given_back,
    handed_on,
    hearing_arranged,
    hearing_asked,
    hearing_told,
    moved,
    paper_corrected,
    reported,
    terminated,
    visit_arranged,
    visited,
)
from tests.domain.small_item import (
    AGENT,
    ALL_IN_HAND,
    CALENDAR,
    CHIEF,
    CLERK,
    FORM,
    ITEM,
    NEXT_WEEK,
    NO,
    NOW,
    PHOTO,
    receipt,
    received,
)

TOMORROW = NOW + timedelta(days=1)
MISSING = Mark(status=LineStatus.MISSING)


@pytest.fixture
def case():
    return received().accept(CLERK, NOW, CALENDAR)


def places(refusal):
    return [each.place for each in refusal.value.problems]


def told(marks):
    return received(marks={**ALL_IN_HAND, **marks}).issue_notice(CLERK, NOW, NEXT_WEEK)


def told_again(case, marks):
    case = case.supplement(CLERK, NOW, marks)
    return case.issue_notice(CLERK, NOW, NEXT_WEEK, chief=CHIEF, reason="照片过期。")


def test_a_further_notice_does_not_ask_for_what_was_found_in_order_before():
    wrong = Mark(status=LineStatus.NOT_GOOD, defect=Defect.WRONG)

    with pytest.raises(ShouldHaveBeenKnown) as refusal:
        told_again(told({FORM: MISSING}), {PHOTO: wrong})
    assert refusal.value.prerequisites == ("照片",)


def test_a_further_notice_may_ask_for_what_has_expired_since_and_is_counted():
    expired = Mark(status=LineStatus.NOT_GOOD, defect=Defect.EXPIRED)
    case = told_again(told({FORM: MISSING}), {PHOTO: expired})

    assert [each.time for each in case.notices] == [1, 2]
    assert case.notices[1].wanting == (FORM, PHOTO)


def test_supplements_are_kept_in_their_parts():
    case = told({FORM: MISSING, PHOTO: MISSING})
    case = case.supplement(CLERK, NOW, {FORM: ALL_IN_HAND[FORM]})
    case = case.supplement(CLERK, NOW, {PHOTO: ALL_IN_HAND[PHOTO]})

    assert [tuple(each.marks) for each in case.supplements] == [(FORM,), (PHOTO,)]
    assert case.checklist.is_complete


def test_nobody_is_declined_for_not_correcting_before_the_last_day_is_over():
    reasons = {"facts": "逾期未补正。", "basis": "行政许可法 32", "authority": ""}
    wish = {"ground": DeclineGround.NOT_CORRECTED, **reasons}
    case = told({FORM: MISSING})

    with pytest.raises(DeadlineStillRuns):
        received().decline(CLERK, NOW, **wish)
    with pytest.raises(DeadlineStillRuns):
        case.decline(CLERK, NOW + timedelta(days=7), **wish)
    assert case.decline(CLERK, NOW + timedelta(days=8), **wish).stage is Stage.DECLINED


def test_a_substantive_check_takes_two_of_the_staff_or_a_recorded_visit():
    strict = replace(ITEM, checked_by_two=True)
    case = Case.receive("case", receipt({AGENT: NO}, ALL_IN_HAND), strict)
    case = case.accept(CLERK, NOW, CALENDAR)

    for second in (None, CLERK):
        with pytest.raises(SecondReviewerNeeded):
            case.review(CLERK, NOW, "属实。", second=second)
    assert case.review(CLERK, NOW, "属实。", second=CHIEF).reviewed.second == CHIEF.id
    seen = visited(visit_arranged(case), TOMORROW)
    assert seen.review(CLERK, TOMORROW, "属实。").stage is Stage.REVIEWED


def test_everything_in_hand_goes_up_and_the_case_waits_for_the_answer(case):
    case = reported(case)

    assert case.reported.materials == ("申请表", "照片", "授权委托书", "本部门核发的证照")
    with pytest.raises(StillReported):
        case.review(CLERK, NOW, "拟同意。")
    with pytest.raises(StillReported):
        reported(case)
    back = answered(case)
    assert back.answered.tell_by == date(2026, 11, 25)
    assert back.review(CLERK, NOW, "拟同意。").stage is Stage.REVIEWED


def test_an_answer_answers_a_report_and_comes_after_it(case):
    with pytest.raises(NotReported):
        answered(case)
    with pytest.raises(NotReported):
        answered(answered(reported(case)))
    with pytest.raises(DayInThePast):
        answered(reported(case), received_on=date(2026, 11, 20))
    with pytest.raises(DayNotCome):
        answered(reported(case), received_on=date(2026, 11, 24))
    with pytest.raises(DayInThePast):
        reported(case, answer_expected_on=date(2026, 11, 20))


def test_a_second_report_waits_for_its_own_answer(case):
    again = reported(answered(reported(case)))

    assert again.answered is None


@pytest.mark.parametrize(
    "staff", [(), ("林晓",), ("林晓", "林晓"), ("林晓", ""), ("林晓", "周衡", "周衡")]
)
def test_a_visit_is_gone_on_and_recorded_by_two(case, staff):
    with pytest.raises(TooFewStaff):
        visit_arranged(case, staff=staff)
    with pytest.raises(TooFewStaff):
        visited(visit_arranged(case), TOMORROW, staff=staff)


def test_a_visit_is_arranged_ahead_and_recorded_afterwards_once(case):
    with pytest.raises(DayInThePast):
        visit_arranged(case, visit_at=NOW - timedelta(days=1))
    arranged = visit_arranged(case, departments=("市消防救援支队", "市卫生健康委员会"))
    with pytest.raises(DayNotCome):
        visited(arranged, held_at=TOMORROW)
    with pytest.raises(VisitNotOpen):
        visited(arranged, TOMORROW, visit=2)
    seen = visited(arranged, TOMORROW)
    assert seen.visits[0].held.findings == "布局与图纸一致。"
    with pytest.raises(VisitNotOpen):
        visited(seen, TOMORROW)


def test_the_second_visit_has_its_own_number(case):
    case = visit_arranged(visited(visit_arranged(case), TOMORROW), TOMORROW)

    assert [each.arranged.visit for each in case.visits] == [1, 2]
    assert [bool(each.held) for each in case.visits] == [True, False]


def test_a_hearing_is_asked_for_within_five_working_days(case):
    case = hearing_told(case)

    assert case.hearing.request_by == date(2026, 11, 30)
    with pytest.raises(HearingAskedTooLate):
        hearing_asked(case, NOW + timedelta(days=8))
    asked = hearing_asked(case, NOW + timedelta(days=7))
    assert asked.hearing_request.hold_by == date(2026, 12, 28)
    with pytest.raises(NoHearingOpen):
        hearing_asked(asked)


def test_a_hearing_nobody_was_told_of_is_not_asked_for_and_nobody_asked_for_not_arranged(case):
    with pytest.raises(NoHearingOpen):
        hearing_asked(case)
    with pytest.raises(NoHearingOpen):
        hearing_arranged(hearing_told(case))


def test_a_hearing_is_told_seven_working_days_before_and_held_within_twenty(case):
    case = hearing_asked(hearing_told(case))

    for days in (8, 29):
        with pytest.raises(HearingDayUnfit) as refusal:
            hearing_arranged(case, held_at=NOW + timedelta(days=days))
        assert refusal.value.earliest == date(2026, 12, 2)
        assert refusal.value.latest == date(2026, 12, 21)
    last = hearing_arranged(case, held_at=NOW + timedelta(days=28))
    assert last.hearing.held_at.date() == date(2026, 12, 21)
    arranged = hearing_arranged(case, held_at=NOW + timedelta(days=9))
    assert arranged.hearing.place == "三楼听证室"
    assert arranged.hearing.matter == case.hearing.matter


def test_no_fee_where_the_list_has_none():
    free = replace(ITEM, fee_charged=False)
    case = Case.receive("case", receipt({AGENT: NO}, ALL_IN_HAND), free)

    with pytest.raises(NoLegalFee):
        fee_told(case.accept(CLERK, NOW, CALENDAR))


@pytest.mark.parametrize("lacking", ["name", "basis", "standard", "payee"])
def test_a_fee_names_basis_and_standard(case, lacking):
    with pytest.raises(InvalidInput) as refusal:
        fee_told(case, **{lacking: ""})
    assert places(refusal) == [f"fee.{lacking}"]


@pytest.mark.parametrize(
    ("field", "amount"), [("quantity", 0), ("unit_price_fen", -1), ("unit_price_fen", 10**16)]
)
def test_a_fee_is_an_amount_a_paper_can_hold(case, field, amount):
    with pytest.raises(InvalidInput):
        fee_told(case, **{field: amount})


def test_a_fee_is_paid_in_full_once_and_not_in_the_future(case):
    with pytest.raises(DayInThePast):
        fee_told(case, deadline_on=date(2026, 11, 22))
    case = fee_told(case)

    assert case.fees[0].noticed.amount_fen == 160_00
    with pytest.raises(FeeNotOpen):
        fee_paid(case, fee=2)
    with pytest.raises(WrongAmount):
        fee_paid(case, amount_fen=160)
    with pytest.raises(DayNotCome):
        fee_paid(case, paid_on=date(2026, 11, 24))
    paid = fee_paid(case)
    assert paid.fees[0].paid.receipt == "皖财0001"
    with pytest.raises(FeeNotOpen):
        fee_paid(paid)


def test_whoever_received_it_answers_for_it_until_it_is_handed_on(case):
    assert case.in_charge == CLERK.id
    with pytest.raises(SameColleague):
        handed_on(case, to=CLERK)
    with pytest.raises(InvalidInput) as refusal:
        handed_on(case, promised="")
    assert places(refusal) == ["colleague.promised"]
    handed = handed_on(case)
    assert handed.in_charge == CHIEF.id
    with pytest.raises(SameColleague):
        handed_on(handed)
    assert handed_on(handed, to=CLERK).in_charge == CLERK.id


def test_originals_change_hands_with_both_names_and_a_count(case):
    assert moved(case).moved[0].pieces == 1
    with pytest.raises(SameColleague):
        moved(case, receiver="林晓")
    for wrong in ({"receiver": ""}, {"materials": ()}, {"materials": ("",)}, {"pieces": 0}):
        with pytest.raises(InvalidInput):
            moved(case, **wrong)


def test_what_is_given_back_is_named_with_reason_basis_and_where_to_have_it_reviewed():
    case = given_back(received())

    assert (case.stage, case.is_finished) == (Stage.GIVEN_BACK, True)
    assert case.given_back.materials == ("申请表", "照片", "授权委托书")
    for lacking in ("reason", "basis", "review_at"):
        with pytest.raises(InvalidInput) as refusal:
            given_back(received(), **{lacking: ""})
        assert places(refusal) == [f"return.{lacking}"]


def test_a_termination_has_its_reason_and_basis(case):
    assert terminated(case).stage is Stage.TERMINATED
    for lacking in ("reason", "basis"):
        with pytest.raises(InvalidInput):
            terminated(case, **{lacking: ""})


def test_a_correction_is_counted_for_its_paper_and_leaves_the_paper_as_it_is():
    one, two = (
        PaperRecord(id=name, kind=PaperKind.GRANT, document_number=name, issued_at=NOW)
        for name in ("one", "two")
    )
    case = replace(received().withdraw(CLERK, NOW, "不办了。"), papers=(one, two))
    case = paper_corrected(paper_corrected(paper_corrected(case)), paper_id="two")

    assert [(x.paper_id, x.correction) for x in case.corrections] == [
        ("one", 1),
        ("one", 2),
        ("two", 1),
    ]
    assert case.papers == (one, two)
    with pytest.raises(NotThisCasesPaper):
        paper_corrected(case, paper_id="three")
    with pytest.raises(InvalidInput) as refusal:
        paper_corrected(case, right="王龑")
    assert places(refusal) == ["correction.right"]
