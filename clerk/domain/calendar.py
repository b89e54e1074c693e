"""Working days with make-up days (调休), and the day a limit ends.

The first day is not counted; a limit in natural days or months that ends on a
day off moves to the next working day (民法典 201–203). A year whose arrangement
is not published is never guessed: its weekdays stand in, and the date is
provisional.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from clerk.domain.catalogue import Words
from clerk.domain.limits import Limit, LimitUnit

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """The day a limit ends, the calendar that made it, and whether it may still move."""

    on: date
    is_provisional: bool
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days that do not count for a limit: those after ``after``, through ``through``.

    The day a pause begins still counts, as the first day of any period does not (民法典 201).
    """

    after: date
    through: date
    name: Words

    def covers(self, day: date) -> bool:
        """Whether the clock stands still on this day."""
        return self.after < day <= self.through


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """Which days the state works, as published year by year.

    ``days_off`` are the days nobody works beside the week-ends, ``make_up_days`` the
    Saturdays and Sundays everybody does; ``names`` says for which holiday. ``years``
    are the published ones.
    """

    version: str
    years: frozenset[int]
    days_off: frozenset[date]
    make_up_days: frozenset[date]
    names: Mapping[date, Words] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Whether the day counts; in an unpublished year, whether it is a weekday."""
        if day.weekday() >= SATURDAY:
            return day in self.make_up_days
        return day not in self.days_off

    def due_on(self, start: date, *limits: Limit, pauses: tuple[Pause, ...] = ()) -> DueDate:
        """Return the day limits that follow each other end, the first beginning on ``start``.

        The second and later ones are extensions. Zero ends the same day.
        """
        end = start
        for limit in limits:
            end = self.end_of(end, limit, pauses)
        if end > start:
            end = self.next_working(end)
        return DueDate(
            on=end,
            is_provisional=not self.publishes(start.year, end.year),
            calendar=self.version,
        )

    def next_working(self, day: date) -> date:
        """Return the day itself, or the first working day after it (民法典 203)."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after ``start`` through ``end``; negative when past."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(map(self.is_working, days_after(start, end)))

    def working_day_before(self, day: date, amount: int) -> date:
        """Return the working day so many working days before a day."""
        while amount:
            day -= ONE_DAY
            amount -= self.is_working(day)
        return day

    def publishes(self, first: int, last: int) -> bool:
        """Whether the arrangement of all these years is known."""
        return all(year in self.years for year in range(first, last + 1))

    def end_of(self, start: date, limit: Limit, pauses: tuple[Pause, ...] = ()) -> date:
        """Return the last day of one limit, before a day off moves it."""
        if limit.unit is LimitUnit.WORKING_DAYS:
            return _walk(start, limit.amount, self._counting(pauses))
        amount = limit.amount
        if limit.unit is LimitUnit.MONTHS:
            amount = (months_later(start, amount) - start).days
        return _walk(start, amount, lambda day: not is_stopped(day, pauses))

    def _counting(self, pauses: tuple[Pause, ...]) -> Callable[[date], bool]:
        if not pauses:
            return self.is_working
        return lambda day: self.is_working(day) and not is_stopped(day, pauses)


def is_stopped(day: date, pauses: tuple[Pause, ...]) -> bool:
    """Whether any pause covers the day; two that overlap stop it once."""
    return any(each.covers(day) for each in pauses)


def days_after(start: date, end: date) -> Iterator[date]:
    """Give the days after ``start`` through ``end``."""
    return (start + timedelta(days=n + 1) for n in range((end - start).days))


def months_later(start: date, months: int) -> date:
    """Return the same day of a later month, or that month's last (民法典 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _walk(day: date, amount: int, counts: Callable[[date], bool]) -> date:
    while amount:
        day += ONE_DAY
        amount -= counts(day)
    return day
