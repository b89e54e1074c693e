"""Rules of the path that look at one part of a case; the transitions ask them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.checklist import Defect, LineStatus
from clerk.domain.counter_objections import (
    BadCredit,
    DeadlineStillRuns,
    PromisesOutstanding,
    SecondReviewerNeeded,
    ShouldHaveBeenKnown,
    StillReported,
)
from clerk.domain.objections import (
    ChecklistIncomplete,
    DeadlineTooFar,
    ProcedureRuns,
    PromiseTooLate,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from clerk.domain.applicant import Applicant
    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case_records import Procedure, Visit
    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.checklist import Checklist, ChecklistLine
    from clerk.domain.counter_events import CommittedOnNotice, ReportAnswered, ReportedUp
    from clerk.domain.events import NoticeIssued
    from clerk.domain.staff import StaffId


def must_be_settled(checklist: Checklist, commitment: CommittedOnNotice | None) -> None:
    """Refuse to go on while a line holds the case up; no mark alone makes a commitment.

    Raises:
        ChecklistIncomplete: It names the lines.
    """
    unsettled = _names(
        each
        for each in checklist.lines
        if not each.is_settled or (each.mark.status is LineStatus.COMMITTED and commitment is None)
    )
    if unsettled:
        raise ChecklistIncomplete(prerequisites=unsettled)


def must_be_news(wanting: tuple[ChecklistLine, ...], told: tuple[NoticeIssued, ...]) -> None:
    """Refuse a further notice of what was found in order before, unless it has expired.

    What was not told then could have been, and counts as in order (行政许可法 32(4)).

    Raises:
        ShouldHaveBeenKnown: It names the lines.
    """
    known = {line for notice in told for line in notice.found_good}
    late = _names(
        each
        for each in wanting
        if each.prerequisite.id in known and each.mark.defect is not Defect.EXPIRED
    )
    if late:
        raise ShouldHaveBeenKnown(prerequisites=late)


def must_be_reasonable(
    item: ServiceItem, today: date, deadline_on: date, calendar: WorkCalendar
) -> None:
    """Refuse to give the applicant longer than the item's rule, or reason, allows.

    Raises:
        DeadlineTooFar: It names the latest day.
    """
    latest = calendar.due_on(today, item.clock.correction.most).on
    if deadline_on > latest:
        raise DeadlineTooFar(latest=latest)


def must_be_past_its_notice(told: tuple[NoticeIssued, ...], today: date) -> None:
    """Refuse to hold against the applicant what there is time for, or nobody told.

    Raises:
        DeadlineStillRuns: It says until when.
    """
    last = told[-1].deadline_on if told else today
    if today <= last:
        raise DeadlineStillRuns(until=last)


def must_be_trusted(promised: tuple[ChecklistLine, ...], applicant: Applicant, by: date) -> None:
    """Refuse promises of whom is not taken at their word, and such as come too late.

    Raises:
        BadCredit: The applicant is of bad credit.
        PromiseTooLate: It names the lines promised for after ``by``.
    """
    if promised and applicant.has_bad_credit:
        raise BadCredit(name=applicant.name)
    late = _names(x for x in promised if x.mark.promised_on and x.mark.promised_on > by)
    if late:
        raise PromiseTooLate(prerequisites=late, due_on=by)


def must_be_redeemed(checklist: Checklist) -> None:
    """Refuse to grant what lacks papers promised at acceptance.

    Raises:
        PromisesOutstanding: It names them.
    """
    if promised := _names(checklist.promised()):
        raise PromisesOutstanding(prerequisites=promised)


def must_be_back(reported: ReportedUp | None, answered: ReportAnswered | None) -> None:
    """Refuse what has to wait for the higher authority's answer (行政许可法 35).

    Raises:
        StillReported: The answer has not come.
    """
    if reported and not answered:
        raise StillReported(authority=reported.authority)


def must_be_over(procedures: tuple[Procedure, ...]) -> None:
    """Refuse to decide while a special procedure runs.

    Raises:
        ProcedureRuns: It names them.
    """
    if running := tuple(each.started.name for each in procedures if each.ended is None):
        raise ProcedureRuns(names=running)


def must_be_looked_into(
    item: ServiceItem, second: StaffId | None, visits: tuple[Visit, ...]
) -> None:
    """Refuse to go on where two must look into it and one did (行政许可法 34).

    A recorded visit has two of the staff already.

    Raises:
        SecondReviewerNeeded: Nobody else looked into it.
    """
    if item.checked_by_two and not (second or any(each.held for each in visits)):
        raise SecondReviewerNeeded(item=item.name.zh)


def _names(lines: Iterable[ChecklistLine]) -> tuple[str, ...]:
    return tuple(each.prerequisite.name.zh for each in lines)
