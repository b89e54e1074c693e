"""Working days with make-up days (调休), and the day a limit ends.

The first day is not counted; a limit in natural days that ends on a day off
moves to the next working day (民法典 201–203). A year whose arrangement is not
published is never guessed: its weekdays stand in, and the date is provisional.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from clerk.domain.catalogue import Limit, LimitUnit

_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """The day a limit ends, the calendar that made it, and whether it may still move."""

    on: date
    is_provisional: bool
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """Which days the state works, as published year by year.

    ``days_off`` are the weekdays nobody works, ``make_up_days`` the Saturdays
    and Sundays everybody does. ``years`` are the published ones.
    """

    version: str
    years: frozenset[int]
    days_off: frozenset[date]
    make_up_days: frozenset[date]

    def is_working(self, day: date) -> bool:
        """Whether the day counts; in an unpublished year, whether it is a weekday."""
        if day.weekday() >= _SATURDAY:
            return day in self.make_up_days
        return day not in self.days_off

    def due_on(self, start: date, limit: Limit) -> DueDate:
        """Return the day a limit starting on ``start`` ends; zero ends the same day."""
        if limit.unit is LimitUnit.WORKING_DAYS:
            end = self._after_working_days(start, limit.amount)
        else:
            end = start + timedelta(days=limit.amount)
            while limit.amount and not self.is_working(end):
                end += _ONE_DAY
        return DueDate(
            on=end, is_provisional=not self._spans_published(start, end), calendar=self.version
        )

    def working_days_between(self, start: date, end: date) -> int:
        """Count the working days after ``start`` through ``end``; negative when past."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(map(self.is_working, _days(start, end)))

    def _after_working_days(self, start: date, amount: int) -> date:
        day = start
        while amount:
            day += _ONE_DAY
            amount -= self.is_working(day)
        return day

    def _spans_published(self, start: date, end: date) -> bool:
        return all(year in self.years for year in range(start.year, end.year + 1))


def _days(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(days=n + 1) for n in range((end - start).days))
