"""Taking the applicant at their word: papers that follow (容缺), commitment on notice (告知承诺).

What may follow later is in the published list; a promise ends at the latest with the
case's own promised limit, and one that is not kept undoes the application. Who is of
bad credit is not taken at their word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_events import (
    CommitmentBroken,
    CommitmentChecked,
    CommitmentKept,
    CommittedOnNotice,
)
from clerk.domain.counter_objections import (
    BadCredit,
    DeadlineStillRuns,
    NoCommitmentOnNotice,
    NothingToCheck,
    NotPromised,
)
from clerk.domain.limits import Limit, LimitUnit
from clerk.domain.presence import must_be_enough
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import date, datetime

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.catalogue import PrerequisiteId
    from clerk.domain.staff import Staff

_OVERDUE = "容缺受理承诺逾期未补正，视为撤回申请"


def keep_commitment(
    case: Case, by: Staff, at: datetime, prerequisites: tuple[PrerequisiteId, ...]
) -> Case:
    """Take in what was promised at acceptance; it may come in parts (容缺补齐).

    Raises:
        WrongStage: It is not being decided.
        NotPromised: Nothing of the kind was promised; names what was not.
    """
    must_allow(Action.KEEP_COMMITMENT, case.stage)
    promised = {each.prerequisite.id for each in case.checklist.promised()}
    foreign = tuple(each for each in prerequisites if each not in promised)
    if foreign or not prerequisites:
        raise NotPromised(prerequisites=_names(case, foreign))
    return case.after(CommitmentKept(by=by.id, at=at, prerequisites=prerequisites))


def last_promised_day(case: Case) -> date | None:
    """Return the day by which all that was promised must be in; None when nothing is."""
    days = [each.mark.promised_on for each in case.checklist.promised() if each.mark.promised_on]
    return max(days, default=None)


def break_commitment(case: Case, by: Staff, at: datetime) -> Case:
    """Note that what was promised did not come: the application counts as withdrawn.

    The applicant was told so, in writing, when it was accepted.

    Raises:
        WrongStage: It is not being decided.
        NotPromised: Nothing is outstanding.
        DeadlineStillRuns: The last promised day is not over.
    """
    must_allow(Action.BREAK_COMMITMENT, case.stage)
    last = last_promised_day(case)
    if last is None:
        raise NotPromised(prerequisites=())
    if at.date() <= last:
        raise DeadlineStillRuns(until=last)
    outstanding = tuple(each.prerequisite.id for each in case.checklist.promised())
    event = CommitmentBroken(
        by=by.id, at=at, prerequisites=outstanding, deadline_on=last, article=_OVERDUE
    )
    return case.after(event)


def commit_on_notice(
    case: Case, by: Staff, at: datetime, *, signer: str, calendar: WorkCalendar
) -> Case:
    """Tell the conditions and take the applicant's written commitment to them (告知承诺).

    Terms, and what the commitment stands for, are the published list's. The decision
    follows on the spot; whether the commitment is true is looked at afterwards.

    Raises:
        WrongStage: It was accepted or declined before.
        NoCommitmentOnNotice: No law lets a commitment stand for anything here.
        BadCredit: The applicant is not taken at their word.
        InvalidInput: Nobody signed.
    """
    must_allow(Action.COMMIT_ON_NOTICE, case.stage)
    terms = case.item.commitment
    if terms is None:
        raise NoCommitmentOnNotice(item=case.item.name.zh)
    if case.applicant.has_bad_credit:
        raise BadCredit(name=case.applicant.name)
    must_be_filled("commitment", {"signer": signer})
    until = Limit(amount=terms.check_within, unit=LimitUnit.WORKING_DAYS)
    event = CommittedOnNotice(
        by=by.id,
        at=at,
        covers=_covered(case),
        conditions=terms.conditions,
        liability=terms.liability,
        basis=terms.basis,
        signer=signer,
        committed_at=at,
        check_by=calendar.due_on(at.date(), until).on,
    )
    return case.after(event)


def check_commitment(
    case: Case, by: Staff, at: datetime, *, staff: tuple[str, ...], is_true: bool, findings: str
) -> Case:
    """Note what at least two found when they looked whether the commitment is true (事后核查).

    Raises:
        WrongStage: It is not granted yet, or was refused or ended otherwise.
        NothingToCheck: No commitment on notice was given, or it was checked.
        TooFewStaff: Fewer than two went.
        InvalidInput: It does not say what was found.
    """
    must_allow(Action.CHECK_COMMITMENT, case.stage)
    if case.commitment is None or case.checked_commitment:
        raise NothingToCheck
    must_be_enough(staff)
    must_be_filled("commitment", {"findings": findings})
    event = CommitmentChecked(by=by.id, at=at, staff=staff, is_true=is_true, findings=findings)
    return case.after(event)


def _covered(case: Case) -> tuple[PrerequisiteId, ...]:
    """Return what the commitment stands for: what the list lets it, and is not here anyway."""
    return tuple(
        each.prerequisite.id
        for each in case.checklist.lines
        if each.prerequisite.by_commitment and not each.is_settled
    )


def _names(case: Case, wanted: tuple[PrerequisiteId, ...]) -> tuple[str, ...]:
    known = {each.id: each.name.zh for each in case.item.prerequisites}
    return tuple(known.get(each, each) for each in wanted)
