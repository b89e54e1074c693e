"""The lights of the worklist (红黄绿灯): how pressing a case is, by what is due now.

Before acceptance the clock of telling presses, then the promised limit, after the
decision the certificate. While the applicant or a special procedure has the case
it is paused, until the day somebody must look again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.clock_events import ClockKind
from clerk.domain.clocks import due_of, is_with_applicant, running_stops
from clerk.domain.lapses import next_lapse
from clerk.domain.stages import FINISHED, Stage

if TYPE_CHECKING:
    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case


class Light(StrEnum):
    """What a glance at the list tells."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    PAUSED = "paused"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressing:
    """What presses now: which clock, until which day, and from which day on it is urgent.

    ``clock`` is None where no limit runs; then ``on`` only sorts. ``lapses_on`` is the
    day after which the law acts by itself, None if it has nothing to do.
    """

    clock: ClockKind | None
    on: date
    warns_on: date
    is_paused: bool = False
    lapses_on: date | None = None

    def light(self, today: date) -> Light:
        """Return the light on a day; a pause that should be over is yellow."""
        if self.is_paused:
            return Light.YELLOW if today > self.on else Light.PAUSED
        if self.clock is None:
            return Light.NONE
        if today > self.on:
            return Light.RED
        return Light.YELLOW if today >= self.warns_on else Light.GREEN


_CLOCK = {
    Stage.RECEIVED: ClockKind.TELLING,
    Stage.NOTIFIED: ClockKind.TELLING,
    Stage.ACCEPTED: ClockKind.PROMISED,
    Stage.REVIEWED: ClockKind.PROMISED,
    Stage.RETURNED: ClockKind.PROMISED,
    Stage.GRANTED: ClockKind.CERTIFICATE,
}


def pressing_of(case: Case, calendar: WorkCalendar) -> Pressing:
    """Return what presses in a case, the same on every day until something happens to it."""
    if case.stage in FINISHED and case.finished_at:
        return _nothing(case.finished_at.date())
    lapse = next_lapse(case, calendar)
    lapses_on = lapse.on if lapse else None
    if is_with_applicant(case):
        last = calendar.next_working(case.notices[-1].deadline_on)
        return Pressing(clock=None, on=last, warns_on=last, is_paused=True, lapses_on=lapses_on)
    kind = _CLOCK.get(case.stage)
    if kind is ClockKind.PROMISED and (running := running_stops(case)):
        last = max(each.started.expected_until for each in running)
        return Pressing(clock=kind, on=last, warns_on=last, is_paused=True)
    due = due_of(case, kind, calendar) if kind else None
    if due is None:
        return _nothing(case.decision.at.date() if case.decision else case.received_at.date())
    warns_on = calendar.working_day_before(due.on, case.item.clock.warning_days)
    return Pressing(clock=kind, on=due.on, warns_on=warns_on, lapses_on=lapses_on)


def _nothing(day: date) -> Pressing:
    return Pressing(clock=None, on=day, warns_on=day)
