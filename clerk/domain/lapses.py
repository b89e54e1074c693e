"""What the law does by itself when a limit passes: deemed outcomes, and limits run out.

Found from the case alone, so that it comes out the same whether the desk was open
on the day or closed for a week: each lapse is a fact once, with its article and the
day the law says, and the next look finds nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.calendar import WorkCalendar
from clerk.domain.clock_events import (
    ClockKind,
    DeemedAccepted,
    DeemedRenewed,
    DeemedWithdrawn,
    DueRecomputed,
    WentOverdue,
)
from clerk.domain.clocks import (
    due_dates,
    due_of,
    full_materials_on,
    is_with_applicant,
    running_stops,
)
from clerk.domain.limits import Consequence, Silence
from clerk.domain.staff import BY_LAW
from clerk.domain.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.event import Event

ARTICLES = {
    ClockKind.PROMISED: "优化营商环境条例 36",
    ClockKind.STATUTORY: "行政许可法 42",
    ClockKind.CERTIFICATE: "行政许可法 44",
}
RENEWAL = "行政许可法 50"
_IN_HAND = frozenset({Stage.ACCEPTED, Stage.REVIEWED, Stage.RETURNED})


@dataclass(frozen=True, slots=True)
class Lapse:
    """What happens when the day ``on`` is over and nobody did anything."""

    on: date
    event: Callable[[datetime], Event]


def next_lapse(case: Case, calendar: WorkCalendar) -> Lapse | None:
    """Return what the law does to the case next, None if it waits for nothing."""
    found = tuple(_lapses(case, calendar))
    return min(found, key=lambda each: each.on) if found else None


def lapsed(case: Case, at: datetime, calendar: WorkCalendar) -> Case:
    """Return the case after everything the law did to it before the day of ``at``."""
    while (lapse := next_lapse(case, calendar)) and lapse.on < at.date():
        case = case.after(lapse.event(at))
    return case


def recomputed(case: Case, at: datetime, calendar: WorkCalendar) -> Case:
    """Return the case with the due dates of another calendar; the same if none of them moves.

    A date that stops being provisional has moved too: the paper said it might.
    """
    if case.stage not in _IN_HAND or case.due is None or case.statutory_due is None:
        return case
    due, statutory_due = due_dates(case, calendar)
    before, statutory_before = case.due, case.statutory_due
    same = replace(before, calendar=due.calendar) == due
    if same and replace(statutory_before, calendar=due.calendar) == statutory_due:
        return case
    return case.after(
        DueRecomputed(
            by=BY_LAW,
            at=at,
            calendar=calendar.version,
            before=before,
            statutory_before=statutory_before,
            due=due,
            statutory_due=statutory_due,
        )
    )


def _lapses(case: Case, calendar: WorkCalendar) -> Iterator[Lapse]:
    if is_with_applicant(case):
        yield from _missed_correction(case, calendar)
    elif case.stage in {Stage.RECEIVED, Stage.NOTIFIED}:
        yield from _silence(case, calendar)
    elif case.stage in _IN_HAND and not running_stops(case):
        yield from _undecided(case, calendar)
    elif case.stage is Stage.GRANTED:
        yield from _overdue(case, ClockKind.CERTIFICATE, calendar)


def _missed_correction(case: Case, calendar: WorkCalendar) -> Iterator[Lapse]:
    rule, deadline_on = case.item.clock.correction, case.notices[-1].deadline_on
    if rule.consequence is Consequence.DEEMED_WITHDRAWN:
        yield Lapse(
            calendar.next_working(deadline_on),
            lambda at: DeemedWithdrawn(
                by=BY_LAW, at=at, article=rule.basis, deadline_on=deadline_on
            ),
        )


def _silence(case: Case, calendar: WorkCalendar) -> Iterator[Lapse]:
    """Nobody told within the limit, so it counts as accepted from receipt (行政许可法 32(4))."""
    rules = case.item.clock
    if rules.silence is not Silence.DEEMED_ACCEPTED:
        yield from _overdue(case, ClockKind.TELLING, calendar)
        return
    since = case.supplements[-1].at if case.supplements else case.received_at
    due, statutory_due = due_dates(case, calendar, accepted_on=since.date())
    yield Lapse(
        calendar.due_on(full_materials_on(case), rules.telling).on,
        lambda at: DeemedAccepted(
            by=BY_LAW,
            at=at,
            article=rules.telling_article,
            since=since,
            due=due,
            statutory_due=statutory_due,
        ),
    )


def _undecided(case: Case, calendar: WorkCalendar) -> Iterator[Lapse]:
    yield from _overdue(case, ClockKind.PROMISED, calendar)
    yield from _overdue(case, ClockKind.STATUTORY, calendar)
    renews = case.item.clock.silence is Silence.DEEMED_RENEWED
    if renews and not isinstance(case.deemed, DeemedRenewed) and case.statutory_due:
        due_on = case.statutory_due.on
        yield Lapse(
            due_on,
            lambda at: DeemedRenewed(by=BY_LAW, at=at, article=RENEWAL, due_on=due_on),
        )


def _overdue(case: Case, kind: ClockKind, calendar: WorkCalendar) -> Iterator[Lapse]:
    due = due_of(case, kind, calendar)
    if due is None or any((x.clock, x.due_on) == (kind, due.on) for x in case.overdue):
        return
    article, due_on = ARTICLES.get(kind, case.item.clock.telling_article), due.on
    yield Lapse(
        due_on,
        lambda at: WentOverdue(by=BY_LAW, at=at, clock=kind, article=article, due_on=due_on),
    )
