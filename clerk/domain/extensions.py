"""Extending the limit of the decision (延长期限, 行政许可法 42).

Only before the old date runs out, only as often and by as much as the item's law
allows, by its approver, with the reasons the applicant is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.calendar import WorkCalendar
from clerk.domain.case_input import must_be_filled
from clerk.domain.clock_events import ClockKind, Extended
from clerk.domain.clocks import clock_of, due_dates
from clerk.domain.fold import folded
from clerk.domain.objections import DayToCome
from clerk.domain.refusals import Refusal
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who approved an extension, in which post, on which day, and why."""

    approver: str
    approver_post: str
    approved_on: date
    reason: str


@dataclass(eq=False, kw_only=True)
class NotExtendable(Refusal):
    """The item's law knows no extension."""


@dataclass(eq=False, kw_only=True)
class ExtendedBefore(Refusal):
    """It was extended as often as the law allows."""

    times: int


@dataclass(eq=False, kw_only=True)
class LimitRunOut(Refusal):
    """The date to be extended is over already."""

    due_on: date


def extend(case: Case, by: Staff, at: datetime, calendar: WorkCalendar, approval: Approval) -> Case:
    """Extend the limit by what the item's law allows; both due dates move.

    Raises:
        WrongStage: It is not accepted, or decided already.
        NotExtendable, ExtendedBefore: The law allows none, or no further one.
        LimitRunOut: The promised date is over, or was when it was approved.
        DayToCome: The approval is dated ahead.
        InvalidInput: Approver, post or reason is not given.
    """
    must_allow(Action.EXTEND, case.stage)
    rule = case.item.extension
    if rule is None or not rule.times:
        raise NotExtendable
    if len(case.extensions) >= rule.times:
        raise ExtendedBefore(times=rule.times)
    must_be_filled(
        "extension",
        {
            "approver": approval.approver,
            "approver_post": approval.approver_post,
            "reason": approval.reason,
        },
    )
    if approval.approved_on > at.date():
        raise DayToCome(day=approval.approved_on)
    clock = clock_of(case, ClockKind.PROMISED, calendar, at.date())
    assert clock  # noqa: S101 - an accepted case has its clock
    if clock.remaining < 0 or approval.approved_on > clock.due.on:
        raise LimitRunOut(due_on=clock.due.on)
    assert case.due  # noqa: S101 - likewise
    assert case.statutory_due  # noqa: S101 - likewise
    event = Extended(
        by=by.id,
        at=at,
        amount=rule.amount,
        unit=rule.unit,
        reason=approval.reason,
        approver=approval.approver,
        approver_post=approval.approver_post,
        approved_on=approval.approved_on,
        before=case.due,
        due=case.due,
        statutory_due=case.statutory_due,
    )
    due, statutory_due = due_dates(folded(case, event), calendar)
    return case.after(replace(event, due=due, statutory_due=statutory_due))
