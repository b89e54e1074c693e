"""Special procedures (特别程序): recorded always, stopping the clock only where a law says so.

The applicant is told in writing before or when it begins, so a procedure is never
dated back. Its end moves the due dates by the working days it really stopped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.calendar import WorkCalendar
from clerk.domain.case_input import must_be_filled
from clerk.domain.case_records import Procedure
from clerk.domain.clock_events import ProcedureEnded, ProcedureStarted
from clerk.domain.clocks import due_dates
from clerk.domain.fold import folded
from clerk.domain.limits import ProcedureKind
from clerk.domain.objections import DayInThePast, DayToCome
from clerk.domain.refusals import Refusal
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff

FEWEST_STAFF = 2  # 行政许可法 34, 55


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedurePlan:
    """A special procedure as it is to begin. ``stops_clock`` asks for what a law must allow."""

    kind: ProcedureKind
    name: str
    stops_clock: bool
    reason: str
    institution: str
    starts_on: date
    expected_until: date
    fee: str = ""
    staff: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class MayNotStopTheClock(Refusal):
    """Neither 行政许可法 45 nor the item's own law lets this procedure stop the clock."""

    name: str


@dataclass(eq=False, kw_only=True)
class TooFewStaff(Refusal):
    """A site visit needs at least two staff (行政许可法 34, 55)."""

    fewest: int


@dataclass(eq=False, kw_only=True)
class NoSuchProcedure(Refusal):
    """The case has no procedure of this number that still runs."""

    procedure: int


def start_procedure(case: Case, by: Staff, at: datetime, plan: ProcedurePlan) -> Case:
    """Begin a special procedure; the applicant is told with it (行政许可法 45).

    Raises:
        WrongStage: It is not accepted, or decided already.
        InvalidInput: Name, reason or institution is not given.
        MayNotStopTheClock: No law lets it stop the clock.
        TooFewStaff: A site visit with fewer than two.
        DayInThePast: It would begin before the applicant is told, or end before it begins.
    """
    must_allow(Action.START_PROCEDURE, case.stage)
    must_be_filled(
        "procedure",
        {"name": plan.name, "reason": plan.reason, "institution": plan.institution},
    )
    basis = case.item.stopping_basis(plan.kind)
    if plan.stops_clock and not basis:
        raise MayNotStopTheClock(name=plan.name)
    if plan.kind is ProcedureKind.SITE_VISIT and len(set(filter(None, plan.staff))) < FEWEST_STAFF:
        raise TooFewStaff(fewest=FEWEST_STAFF)
    for day, earliest in ((plan.starts_on, at.date()), (plan.expected_until, plan.starts_on)):
        if day < earliest:
            raise DayInThePast(day=day)
    return case.after(
        ProcedureStarted(
            by=by.id,
            at=at,
            procedure=len(case.procedures) + 1,
            kind=plan.kind,
            name=plan.name,
            stops_clock=plan.stops_clock,
            reason=plan.reason,
            basis=basis if plan.stops_clock else "",
            institution=plan.institution,
            starts_on=plan.starts_on,
            expected_until=plan.expected_until,
            fee=plan.fee,
            staff=plan.staff,
        )
    )


def end_procedure(
    case: Case,
    by: Staff,
    at: datetime,
    calendar: WorkCalendar,
    *,
    procedure: int,
    ended_on: date,
    result: str,
) -> Case:
    """End a special procedure with its record; the due dates move by what it stopped.

    Raises:
        WrongStage: The case is decided already.
        NoSuchProcedure: It has no such procedure, or it ended before.
        DayInThePast: It would have ended before it began.
        DayToCome: The day it ended is yet to come.
        InvalidInput: There is no result: a procedure without a record is none.
    """
    must_allow(Action.END_PROCEDURE, case.stage)
    running = next((x for x in running_procedures(case) if x.started.procedure == procedure), None)
    if running is None:
        raise NoSuchProcedure(procedure=procedure)
    must_be_filled("procedure", {"result": result})
    if ended_on < running.started.starts_on:
        raise DayInThePast(day=ended_on)
    if ended_on > at.date():
        raise DayToCome(day=ended_on)
    assert case.due  # noqa: S101 - an accepted case is due
    assert case.statutory_due  # noqa: S101 - likewise
    event = ProcedureEnded(
        by=by.id,
        at=at,
        procedure=procedure,
        ended_on=ended_on,
        result=result,
        due=case.due,
        statutory_due=case.statutory_due,
    )
    due, statutory_due = due_dates(folded(case, event), calendar)
    return case.after(replace(event, due=due, statutory_due=statutory_due))


def running_procedures(case: Case) -> tuple[Procedure, ...]:
    """Return the procedures that have not ended, stopping the clock or not."""
    return tuple(each for each in case.procedures if each.ended is None)
