"""The lights of the worklist (红黄绿灯): how pressing a case is, by its promised day.

A light follows the clock of the decision. Before acceptance and after the
decision no clock runs; while the applicant was told what is missing it waits
for him, not for the window.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.stages import Stage

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.calendar import WorkCalendar

_DECIDING = frozenset({Stage.ACCEPTED, Stage.REVIEWED, Stage.RETURNED})
_SOON_WORKING_DAYS = 1


class Light(StrEnum):
    """What a glance at the list tells."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    PAUSED = "paused"
    NONE = "none"


def light_of(stage: Stage, due_on: date | None, today: date, calendar: WorkCalendar) -> Light:
    """Return the light of a case: red when overdue, yellow when due within one working day."""
    if stage is Stage.NOTIFIED:
        return Light.PAUSED
    if stage not in _DECIDING or due_on is None:
        return Light.NONE
    if due_on < today:
        return Light.RED
    if calendar.working_days_between(today, due_on) <= _SOON_WORKING_DAYS:
        return Light.YELLOW
    return Light.GREEN
