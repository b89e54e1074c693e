from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk.domain.case import Case
from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.checklist import LineStatus, Mark, UnfinishedMark
from clerk.domain.commitment import keep_commitment, last_promised_day
from clerk.domain.counter_objections import (
    BadCredit,
    DeadlineStillRuns,
    NoCommitmentOnNotice,
    NothingToCheck,
    NotPromised,
    PromisesOutstanding,
    TooFewStaff,
)
from clerk.domain.objections import ChecklistIncomplete
from clerk.domain.refusals import InvalidInput
from clerk.domain.stages import Stage
from tests.domain.further_steps import broken, checked, committed, kept
from tests.domain.small_item import (
    AGENT,
    ALL_IN_HAND,
    CALENDAR,
    CHIEF,
    CLERK,
    FORM,
    ITEM,
    NO,
    NOW,
    PERSON,
    PHOTO,
    receipt,
    received,
)

LAST = date(2026, 11, 27)
PROMISED = {**ALL_IN_HAND, PHOTO: Mark(status=LineStatus.PROMISED, promised_on=LAST)}
MISSING = {**ALL_IN_HAND, PHOTO: Mark(status=LineStatus.MISSING)}
AFTER = NOW + timedelta(days=5)


def accepted_with_a_promise():
    return received(marks=PROMISED).accept(CLERK, NOW, CALENDAR)


def licensed_on_commitment():
    case = committed(received(marks=MISSING)).accept(CLERK, NOW, CALENDAR)
    case = case.review(CLERK, NOW, "材料齐全。")
    return case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance)


def test_an_applicant_of_bad_credit_promises_nothing():
    unreliable = replace(PERSON, has_bad_credit=True)

    with pytest.raises(BadCredit):
        received(marks=PROMISED, applicant=unreliable).accept(CLERK, NOW, CALENDAR)
    with pytest.raises(BadCredit):
        committed(received(applicant=unreliable))
    assert received(applicant=unreliable).accept(CLERK, NOW, CALENDAR).accepted


def test_only_what_the_list_lets_follow_may_be_promised():
    with pytest.raises(UnfinishedMark) as refusal:
        received(marks={**ALL_IN_HAND, FORM: PROMISED[PHOTO]})
    assert refusal.value.lacks == "deferrable"


def test_what_was_promised_and_came_is_in_hand_as_asked_for():
    case = kept(accepted_with_a_promise())

    assert case.checklist.promised() == ()
    assert case.marks[PHOTO].status is LineStatus.IN_HAND
    assert case.news[-1].prerequisites == (PHOTO,)


@pytest.mark.parametrize("lines", [(), (FORM,), (PHOTO, PrerequisiteId("99"))])
def test_only_what_was_promised_is_taken_in_as_such(lines):
    with pytest.raises(NotPromised):
        keep_commitment(accepted_with_a_promise(), CLERK, NOW, lines)


def test_nothing_is_granted_while_a_promise_is_open():
    case = accepted_with_a_promise().review(CLERK, NOW, "照片后补。")

    with pytest.raises(PromisesOutstanding) as refusal:
        case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance)
    assert refusal.value.prerequisites == ("照片",)
    case = kept(case)
    assert case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance).stage is Stage.GRANTED


def test_a_promise_runs_through_its_last_day_and_then_undoes_the_application():
    case = accepted_with_a_promise()

    with pytest.raises(DeadlineStillRuns) as refusal:
        broken(case, NOW.replace(day=LAST.day))
    assert refusal.value.until == LAST
    gone = broken(case, AFTER)
    assert (gone.stage, gone.finished_at) == (Stage.WITHDRAWN, AFTER)
    assert gone.broken.prerequisites == (PHOTO,)
    with pytest.raises(NotPromised):
        broken(kept(case), AFTER)


def test_several_promises_run_through_the_last_of_their_days():
    lenient = replace(
        ITEM, prerequisites=tuple(replace(x, deferrable=True) for x in ITEM.prerequisites)
    )
    earlier = {FORM: replace(PROMISED[PHOTO], promised_on=LAST - timedelta(days=1))}
    case = Case.receive("case", receipt({AGENT: NO}, PROMISED | earlier), lenient)

    assert last_promised_day(case) == LAST
    assert last_promised_day(received()) is None


def test_a_commitment_on_notice_stands_for_what_the_list_says_and_tells_its_terms():
    case = committed(received(marks=MISSING))

    assert case.commitment.covers == (PHOTO,)
    assert case.commitment.conditions == ITEM.commitment.conditions
    assert case.commitment.check_by == date(2026, 12, 21)
    assert case.accept(CLERK, NOW, CALENDAR).stage is Stage.ACCEPTED


def test_a_commitment_stands_for_nothing_that_was_handed_in_anyway():
    case = committed(received())

    assert case.commitment.covers == ()
    assert case.marks[PHOTO].status is LineStatus.IN_HAND


def test_no_commitment_where_no_law_lets_one():
    strict = replace(ITEM, commitment=None)

    with pytest.raises(NoCommitmentOnNotice):
        committed(Case.receive("case", receipt({AGENT: NO}, ALL_IN_HAND), strict))


def test_a_commitment_is_signed_by_somebody():
    with pytest.raises(InvalidInput) as refusal:
        committed(received(), signer="")
    assert [x.place for x in refusal.value.problems] == ["commitment.signer"]


def test_no_mark_alone_stands_for_a_commitment():
    claimed = {**ALL_IN_HAND, PHOTO: Mark(status=LineStatus.COMMITTED)}

    with pytest.raises(ChecklistIncomplete):
        received(marks=claimed).accept(CLERK, NOW, CALENDAR)
    with pytest.raises(UnfinishedMark):
        received(marks={**ALL_IN_HAND, FORM: Mark(status=LineStatus.COMMITTED)})


def test_a_commitment_is_checked_by_two_and_once_also_when_the_file_is_closed():
    case = licensed_on_commitment()

    with pytest.raises(TooFewStaff):
        checked(case, staff=("林晓", "林晓"))
    with pytest.raises(InvalidInput):
        checked(case, findings="")
    seen = checked(case, is_true=False, findings="疏散通道被堵。")
    assert not seen.checked_commitment.is_true
    with pytest.raises(NothingToCheck):
        checked(seen)


def test_where_nothing_was_committed_to_nothing_is_checked():
    case = received().accept(CLERK, NOW, CALENDAR).review(CLERK, NOW, "齐全。")

    with pytest.raises(NothingToCheck):
        checked(case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance))
