"""Invented items with clocks of their own, and a year with a holiday, for tests of the clock."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from clerk.domain.calendar import WorkCalendar
from clerk.domain.case import Case
from clerk.domain.catalogue import Words
from clerk.domain.checklist import LineStatus, Mark, in_hand
from clerk.domain.identifiers import CaseId
from clerk.domain.limits import (
    ClockRules,
    Limit,
    LimitUnit,
    ProcedureKind,
    SpecialProcedure,
)
from clerk.domain.special_procedures import ProcedurePlan
from tests.domain.small_item import (
    AGENT,
    ALL_IN_HAND,
    CLERK,
    FORM,
    ITEM,
    NO,
    NOW,
    receipt,
)

HOLIDAY = Words("虚构节", "Invented Day")
OFF = frozenset(date(2026, 12, day) for day in (7, 8, 9))
YEAR = WorkCalendar(
    version="XX-2026.1",
    years=frozenset({2026}),
    days_off=OFF,
    make_up_days=frozenset({date(2026, 12, 5)}),
    names=dict.fromkeys((*OFF, date(2026, 12, 5)), HOLIDAY),
)
TWO_YEARS = replace(
    YEAR,
    version="XX-2027.1",
    years=frozenset({2026, 2027}),
    days_off=OFF | {date(2027, 1, 1)},
)


def working(amount: int) -> Limit:
    """So many working days."""
    return Limit(amount=amount, unit=LimitUnit.WORKING_DAYS)


def natural(amount: int) -> Limit:
    """So many natural days."""
    return Limit(amount=amount, unit=LimitUnit.NATURAL_DAYS)


def months(amount: int) -> Limit:
    """So many months."""
    return Limit(amount=amount, unit=LimitUnit.MONTHS)


TEN_MORE = ITEM.extension
RECTIFYING = SpecialProcedure(
    name="整改（时间不计入）",
    kind=ProcedureKind.RECTIFICATION,
    stops_clock=True,
    basis="《虚构办法》第九条",
)
TIMED = replace(ITEM, special_procedures=(RECTIFYING,))


def timed(clock: ClockRules | None = None, **other: object):
    """Return the timed item with other rules."""
    return replace(TIMED, **({"clock": clock} if clock else {}), **other)


def at(day: str, hour: int = 9) -> datetime:
    """Return a moment of a day at the desk's own time."""
    return datetime.fromisoformat(f"{day}T{hour:02}:30").replace(tzinfo=NOW.tzinfo)


def received_on(day: str, item=TIMED, *, missing: bool = False) -> Case:
    """Receive a case on a day; its form may be missing."""
    marks = {**ALL_IN_HAND, FORM: Mark(status=LineStatus.MISSING)} if missing else ALL_IN_HAND
    event = replace(receipt({AGENT: NO}, marks), at=at(day))
    return Case.receive(CaseId("case"), event, item)


def accepted_on(day: str, item=TIMED, received: str = "", calendar: WorkCalendar = YEAR) -> Case:
    """Accept a complete case on a day."""
    return received_on(received or day, item).accept(CLERK, at(day), calendar)


def supplemented(case: Case, day: str) -> Case:
    """Bring in the missing form."""
    return case.supplement(CLERK, at(day), {FORM: in_hand(ITEM.prerequisite(FORM))})


def plan(kind: ProcedureKind = ProcedureKind.TESTING, **other: object) -> ProcedurePlan:
    """Plan a procedure that stops the clock unless said otherwise."""
    values = {
        "kind": kind,
        "name": "水质检测",
        "stops_clock": True,
        "reason": "需要检测水样。",
        "institution": "虚构检测中心",
        "starts_on": NOW.date(),
        "expected_until": NOW.date() + timedelta(days=7),
    }
    return ProcedurePlan(**{**values, **other})
