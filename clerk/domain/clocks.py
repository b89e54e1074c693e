"""The clocks of a case: when each began, what stopped it, when it ends, and how far it is.

One way to reckon a due date serves everybody: acceptance, the end of a special
procedure, an extension, a new calendar and the screen. A stopped day is counted
once however many reasons stop it, and the applicant's own time stands apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from clerk.domain.calendar import DueDate, Pause, WorkCalendar, days_after, is_stopped
from clerk.domain.catalogue import Words
from clerk.domain.clock_events import ClockKind
from clerk.domain.events import Granted, Refused
from clerk.domain.explanation import Explanation, explain
from clerk.domain.limits import ClockStart, Limit, LimitUnit
from clerk.domain.stages import Stage

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.domain.case_records import Procedure

_DECISION = frozenset({ClockKind.PROMISED, ClockKind.STATUTORY})
CORRECTING = Words("申请人补正", "the applicant's corrections")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One clock of a case as it stands on ``today``.

    ``limits`` are its limit and its extensions. ``used`` and ``remaining`` count the
    limit's unit, months in natural days; ``remaining`` is negative when the limit is
    over. ``paused`` and ``applicant`` count the days that were not the window's.
    ``ended_on`` is the day what it waited for happened.
    """

    kind: ClockKind
    start: date
    limits: tuple[Limit, ...]
    pauses: tuple[Pause, ...]
    due: DueDate
    today: date
    used: int
    remaining: int
    paused: int
    applicant: int
    is_paused: bool
    ended_on: date | None

    @property
    def is_running(self) -> bool:
        """Whether the window must still do what it waits for."""
        return self.ended_on is None

    @property
    def extension(self) -> tuple[Limit, ...]:
        """What extensions added."""
        return self.limits[1:]

    def explained(self, calendar: WorkCalendar) -> Explanation:
        """Return the steps to its due date."""
        return explain(calendar, self.start, *self.limits, pauses=self.pauses)


def clocks_of(case: Case, calendar: WorkCalendar, today: date) -> tuple[Clock, ...]:
    """Return every clock the case has or had, in the order they began."""
    return tuple(
        _read(case, calendar, today, kind)
        for kind in ClockKind
        if _start_of_clock(case, kind) is not None
    )


def clock_of(case: Case, kind: ClockKind, calendar: WorkCalendar, today: date) -> Clock | None:
    """Return one clock of the case, None where it has not begun."""
    if _start_of_clock(case, kind) is None:
        return None
    return _read(case, calendar, today, kind)


def due_dates(
    case: Case, calendar: WorkCalendar, *, accepted_on: date | None = None
) -> tuple[DueDate, DueDate]:
    """Return when it must be decided, as promised and by law.

    ``accepted_on`` asks for a case that is not accepted yet. A procedure that still
    runs has moved nothing so far.
    """
    start = start_of_decision(case, accepted_on)
    assert start is not None  # noqa: S101 - asked for with a day, or after acceptance
    pauses = pauses_of(case, calendar)
    promised, statutory = (
        calendar.due_on(start, limit, *_extensions(case), pauses=pauses)
        for limit in (case.item.promised, case.item.statutory)
    )
    if not _start_is_known(case, start):
        return replace(promised, is_provisional=True), replace(statutory, is_provisional=True)
    return promised, statutory


def start_of_decision(case: Case, accepted_on: date | None = None) -> date | None:
    """Return the day the limit of the decision begins, by the item's own law.

    Until a visit passed or a window closed, the acceptance stands in, and the dates
    are provisional.
    """
    day = accepted_on or (case.accepted_at.date() if case.accepted_at else None)
    if day is None:
        return None
    start = case.item.clock_start
    if start is ClockStart.RECEIPT:
        return case.received_at.date()
    if start is ClockStart.FULL_MATERIALS:
        return full_materials_on(case)
    if start is ClockStart.VISIT_PASSED:
        return _visit_passed_on(case) or day
    if start is ClockStart.WINDOW_CLOSED:
        return _window_closed_on(case, day) or day
    return day


def due_of(case: Case, kind: ClockKind, calendar: WorkCalendar) -> DueDate | None:
    """Return when a clock ends: the decision's as told last, the others' as reckoned."""
    if kind is ClockKind.PROMISED:
        return case.due
    if kind is ClockKind.STATUTORY:
        return case.statutory_due
    start = _start_of_clock(case, kind)
    return calendar.due_on(start, *_limits_of(case, kind)) if start else None


def full_materials_on(case: Case) -> date:
    """Return the day the last of the papers came in."""
    last = case.supplements[-1].at if case.supplements else case.received_at
    return last.date()


def pauses_of(case: Case, calendar: WorkCalendar, until: date | None = None) -> tuple[Pause, ...]:
    """Return what stopped the clock of the decision; what still does, through ``until``."""
    stopped = tuple(_stops(case, calendar, until))
    if case.item.clock_start is ClockStart.RECEIPT:
        return (*stopped, *_correcting(case))
    return stopped


def running_stops(case: Case) -> tuple[Procedure, ...]:
    """Return the procedures that stop the clock now."""
    return tuple(x for x in case.procedures if x.started.stops_clock and x.ended is None)


def is_with_applicant(case: Case) -> bool:
    """Whether the case waits for papers the applicant was told to bring."""
    return case.stage is Stage.NOTIFIED and not case.checklist.is_complete


def _stops(case: Case, calendar: WorkCalendar, until: date | None) -> Iterator[Pause]:
    for each in case.procedures:
        started = each.started
        through = each.ended.ended_on if each.ended else until
        if not started.stops_clock or through is None:
            continue
        most = case.item.most_not_counted(started.kind)
        if most is not None:
            through = min(through, calendar.due_on(started.starts_on, most).on)
        yield Pause(after=started.starts_on, through=through, name=Words(started.name))


def _correcting(case: Case, until: date | None = None) -> Iterator[Pause]:
    """Give the applicant's own time: from each notice to the last papers before the next."""
    told = [each.at for each in case.notices]
    for begun, following in zip_longest(told, told[1:]):
        came = [x.at for x in case.supplements if begun <= x.at <= (following or x.at)]
        through = came[-1].date() if came else None
        if following is None and is_with_applicant(case):
            through = until
        if through is not None:
            yield Pause(after=begun.date(), through=through, name=CORRECTING)


def _start_is_known(case: Case, day: date) -> bool:
    if case.item.clock_start is ClockStart.VISIT_PASSED:
        return _visit_passed_on(case) is not None
    if case.item.clock_start is ClockStart.WINDOW_CLOSED:
        return _window_closed_on(case, day) is not None
    return True


def _visit_passed_on(case: Case) -> date | None:
    return next((x.held.held_at.date() for x in case.visits if x.held and x.held.passed), None)


def _window_closed_on(case: Case, day: date) -> date | None:
    return next((each for each in case.item.clock.window_closes if each >= day), None)


def _extensions(case: Case) -> tuple[Limit, ...]:
    return tuple(Limit(amount=each.amount, unit=each.unit) for each in case.extensions)


def _start_of_clock(case: Case, kind: ClockKind) -> date | None:
    if kind is ClockKind.TELLING:
        is_answered = case.stage is Stage.NOTIFIED and not is_with_applicant(case)
        return full_materials_on(case) if is_answered else case.received_at.date()
    if kind is ClockKind.CERTIFICATE:
        return case.decision.at.date() if isinstance(case.decision, Granted) else None
    return start_of_decision(case)


def _end_of_clock(case: Case, kind: ClockKind) -> date | None:
    """Return the day what the clock waits for happened; None while it runs."""
    done = case.finished_at
    if kind is ClockKind.TELLING:
        answers = [each.at for each in case.notices[:1]] + [x for x in (case.accepted_at,) if x]
        if case.stage is Stage.NOTIFIED and not is_with_applicant(case):
            answers = []
        done = min(answers, default=done)
    elif kind is ClockKind.CERTIFICATE:
        done = case.certificate.at if case.certificate else done
    elif isinstance(case.decision, Granted | Refused):
        done = case.decision.at
    return done.date() if done else None


def _limits_of(case: Case, kind: ClockKind) -> tuple[Limit, ...]:
    if kind is ClockKind.TELLING:
        return (case.item.clock.telling,)
    if kind is ClockKind.CERTIFICATE:
        return (case.item.clock.delivery,)
    limit = case.item.promised if kind is ClockKind.PROMISED else case.item.statutory
    return (limit, *_extensions(case))


def _read(case: Case, calendar: WorkCalendar, today: date, kind: ClockKind) -> Clock:
    start, ended_on = _start_of_clock(case, kind), _end_of_clock(case, kind)
    assert start is not None  # noqa: S101 - asked before
    seen = max(start, min(today, ended_on) if ended_on else today)
    is_decision = kind in _DECISION
    pauses = pauses_of(case, calendar, until=seen) if is_decision else ()
    limits = _limits_of(case, kind)
    due = calendar.due_on(start, *limits, pauses=pauses)
    days = _Days(calendar, limits[0].unit)
    return Clock(
        kind=kind,
        start=start,
        limits=limits,
        pauses=pauses,
        due=replace(due, is_provisional=due.is_provisional or not _start_is_known(case, start)),
        today=seen,
        used=days.running(start, seen, pauses),
        remaining=days.running(seen, due.on, pauses) - days.running(due.on, seen, pauses),
        paused=days.stopped(start, seen, pauses),
        applicant=days.stopped(case.received_at.date(), seen, tuple(_correcting(case, until=seen))),
        is_paused=is_decision and ended_on is None and bool(running_stops(case)),
        ended_on=ended_on,
    )


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a limit's unit; months are looked at day by day."""

    calendar: WorkCalendar
    unit: LimitUnit

    def running(self, start: date, end: date, pauses: tuple[Pause, ...]) -> int:
        """Count the days after ``start`` through ``end`` on which the clock ran."""
        return sum(not is_stopped(day, pauses) for day in self._between(start, end))

    def stopped(self, start: date, end: date, pauses: tuple[Pause, ...]) -> int:
        """Count those on which it stood still."""
        return sum(is_stopped(day, pauses) for day in self._between(start, end))

    def _between(self, start: date, end: date) -> Iterator[date]:
        counts_all = self.unit is not LimitUnit.WORKING_DAYS
        return (
            day for day in days_after(start, end) if counts_all or self.calendar.is_working(day)
        )
