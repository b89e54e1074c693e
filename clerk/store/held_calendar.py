"""The working calendar the rows of this store were reckoned by."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from clerk.store.connection import connect_for_reading, telling_outages
from clerk.store.self_tests import look_before_opening
from clerk.usecases.calendar_file import is_newer, read_calendar, write_calendar

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from clerk.domain.calendar import WorkCalendar

_HELD = "SELECT value FROM meta WHERE key = 'calendar'"
_HOLD = "INSERT OR REPLACE INTO meta (key, value) VALUES ('calendar', ?)"


class SqlCalendars:
    """The calendar as the text of its file, beside what was reckoned by it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def held(self) -> WorkCalendar | None:
        found = self._connection.exec_driver_sql(_HELD).scalar()
        return read_calendar(found.encode()) if found else None

    def hold(self, calendar: WorkCalendar) -> None:
        self._connection.exec_driver_sql(_HOLD, (write_calendar(calendar).decode(),))


def newest_of(connection: Connection, shipped: WorkCalendar) -> WorkCalendar:
    """Return the calendar taken in at this desk, unless the program came with a newer one."""
    with connection.begin():
        held = SqlCalendars(connection).held()
    return held if held and is_newer(held, shipped) else shipped


def calendar_held_in(path: Path) -> WorkCalendar | None:
    """Look into a store's file, also while its window is open; None if it holds no calendar."""
    if not path.exists():
        return None
    look_before_opening(path)
    with telling_outages(path), closing(connect_for_reading(path)) as reader, reader.begin():
        return SqlCalendars(reader).held()
