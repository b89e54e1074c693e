"""A due date that explains itself: the list a clerk can read aloud.

Every day between the start and the end that was not counted stands in it with
its reason, every make-up day that was, and what moved the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from clerk.domain.calendar import (
    SATURDAY,
    DueDate,
    Pause,
    WorkCalendar,
    days_after,
    is_stopped,
)
from clerk.domain.catalogue import Words
from clerk.domain.limits import Limit, LimitUnit


class StepKind(StrEnum):
    """Why a day was counted or not, and what moved the end."""

    START = "start"  # 开始当日不计入（民法典 201）
    SAME_DAY = "same_day"  # 当场办结
    WEEKEND = "weekend"  # 周末
    HOLIDAY = "holiday"  # 节假日
    MAKE_UP = "make_up"  # 调休上班，计入
    PAUSE = "pause"  # 特别程序，不计入
    EXTENSION = "extension"  # 延长
    MOVED = "moved"  # 末日是休息日，顺延（民法典 203）
    END = "end"  # 届满
    PROVISIONAL = "provisional"  # 年度放假安排尚未公布
    CALENDAR = "calendar"  # 依据的日历


NAMELESS = Words("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of an explanation, about the days ``first`` through ``last``.

    ``name`` is the holiday, the procedure or the calendar; ``amount`` counts the days
    of the limit's unit the line is about.
    """

    kind: StepKind
    first: date
    last: date
    name: Words = NAMELESS
    amount: int = 0
    unit: LimitUnit = LimitUnit.WORKING_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A due date and how it came about."""

    start: date
    due: DueDate
    steps: tuple[Step, ...]


def explain(
    calendar: WorkCalendar, start: date, *limits: Limit, pauses: tuple[Pause, ...] = ()
) -> Explanation:
    """Return the day ``calendar.due_on`` returns, with every step to it."""
    due = calendar.due_on(start, *limits, pauses=pauses)
    steps = [Step(kind=StepKind.START, first=start, last=start)]
    end = start
    for number, limit in enumerate(limits):
        if number:
            steps.append(_about(StepKind.EXTENSION, end, limit))
        beginning, end = end, calendar.end_of(end, limit, pauses)
        steps += _days(calendar, beginning, end, limit.unit, pauses)
    if end == start:
        steps = [Step(kind=StepKind.SAME_DAY, first=start, last=start)]
    if end < due.on:
        steps.append(Step(kind=StepKind.MOVED, first=end, last=due.on))
    steps.append(_about(StepKind.END, due.on, limits[0]))
    return Explanation(start=start, due=due, steps=(*steps, *_sources(calendar, start, due)))


def _about(kind: StepKind, day: date, limit: Limit) -> Step:
    return Step(kind=kind, first=day, last=day, amount=limit.amount, unit=limit.unit)


def _days(
    calendar: WorkCalendar, start: date, end: date, unit: LimitUnit, pauses: tuple[Pause, ...]
) -> Iterator[Step]:
    """Tell the days after ``start`` that need a word, neighbours of one kind together."""
    is_working_unit = unit is LimitUnit.WORKING_DAYS
    counts: Callable[[date], bool] = calendar.is_working if is_working_unit else _always

    def reason(day: date) -> tuple[StepKind, Words] | None:
        if is_stopped(day, pauses):
            return StepKind.PAUSE, _name_of_pause(day, pauses)
        return _reason(calendar, day) if is_working_unit else None

    for why, group in groupby(days_after(start, end), reason):
        if why is not None:
            days = tuple(group)
            kind, name = why
            amount = sum(map(counts, days))
            yield Step(kind=kind, first=days[0], last=days[-1], name=name, amount=amount, unit=unit)


def _reason(calendar: WorkCalendar, day: date) -> tuple[StepKind, Words] | None:
    name = calendar.names.get(day, NAMELESS)
    if day in calendar.make_up_days:
        return StepKind.MAKE_UP, name
    if day in calendar.days_off:
        return StepKind.HOLIDAY, name
    return (StepKind.WEEKEND, name) if day.weekday() >= SATURDAY else None


def _name_of_pause(day: date, pauses: tuple[Pause, ...]) -> Words:
    return next(each.name for each in pauses if each.covers(day))


def _always(_day: date) -> bool:
    return True


def _sources(calendar: WorkCalendar, start: date, due: DueDate) -> Iterator[Step]:
    for year in range(start.year, due.on.year + 1):
        if year not in calendar.years:
            yield Step(
                kind=StepKind.PROVISIONAL,
                first=date(year, 1, 1),
                last=date(year, 12, 31),
                amount=year,
            )
    yield Step(kind=StepKind.CALENDAR, first=start, last=due.on, name=Words(calendar.version))
