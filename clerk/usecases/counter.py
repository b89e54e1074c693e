"""Everything a use case of the counter needs besides its wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.desk import Desk
    from clerk.usecases.ports import Begin, Clock, NewId, Pins


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """One window, put together: its store, clock, calendar and place.

    ``language`` is the language papers are issued in.
    """

    begin: Begin
    clock: Clock
    new_id: NewId
    calendar: WorkCalendar
    desk: Desk
    pins: Pins
    language: str = "zh_CN"
