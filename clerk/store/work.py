"""One unit of work on the store: one transaction, one commit, one fsync."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from clerk.domain.case import Case
from clerk.domain.case_number import CaseNumber, NumberParts, compose
from clerk.domain.codec import from_plain, to_plain
from clerk.domain.events import Received
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.journal import JournalPosition, SealedEntry, read_payload, seal_event
from clerk.store import rows
from clerk.usecases.draft import Draft
from clerk.usecases.trouble import NoSuchCase

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from clerk.domain.desk import Desk
    from clerk.domain.event import Event
    from clerk.domain.keys import Seal
    from clerk.domain.staff import StaffId
    from clerk.store.published import SqlItems
    from clerk.store.shadows import Shadows
    from clerk.usecases.ports import NewId

_LAPSING = "SELECT case_id FROM case_ WHERE lapses_on < ? ORDER BY lapses_on, row"
_OPEN = "SELECT case_id FROM case_ WHERE finished_on IS NULL ORDER BY presses_on, row"
_EVENTS = "SELECT payload FROM journal WHERE case_id = ? ORDER BY id"


def events_of(connection: Connection, case_id: str) -> tuple[Event, ...]:
    """Return a case's events as the journal holds them."""
    found = connection.exec_driver_sql(_EVENTS, (case_id,)).scalars()
    return tuple(read_payload(each)[1] for each in found)


def case_of(connection: Connection, items: SqlItems, case_id: CaseId) -> Case:
    """Fold a case from its events.

    Raises:
        NoSuchCase: The journal has none of it.
    """
    events = events_of(connection, case_id)
    if not events:
        raise NoSuchCase(wanted=case_id)
    first = events[0]
    assert isinstance(first, Received)  # noqa: S101 - a case begins with its receipt
    return Case.replay(case_id, events, items.version(first.item_id, first.item_version))


class SqlCases:
    """Cases in the journal and their shadows."""

    def __init__(self, journal: JournalWriter, items: SqlItems, shadows: Shadows) -> None:
        self._journal = journal
        self._items = items
        self._shadows = shadows

    def get(self, case_id: CaseId) -> Case:
        return case_of(self._journal.connection, self._items, case_id)

    def save(self, case: Case) -> None:
        if not case.news:
            return
        event_ids = self._journal.append(case)
        if isinstance(case.news[0], Received):
            self._shadows.write_first(case)
        else:
            self._shadows.write(case)
        noted = zip(event_ids, case.news, strict=True)
        self._shadows.note((case.id, event_id, event) for event_id, event in noted)

    def lay_out(self, case: Case) -> None:
        self._shadows.write(case)

    def lapsing(self, day: date) -> tuple[CaseId, ...]:
        found = self._journal.connection.exec_driver_sql(_LAPSING, (day.isoformat(),))
        return tuple(map(CaseId, found.scalars()))

    def open_cases(self) -> tuple[CaseId, ...]:
        found = self._journal.connection.exec_driver_sql(_OPEN)
        return tuple(map(CaseId, found.scalars()))


class JournalWriter:
    """Appends chained entries, each signed by who did it; knows the head of the chain.

    Args:
        seal_of: Opens the key of a person, or of nobody who is not there.
        latest_at: The latest time any entry bears.
    """

    def __init__(
        self,
        connection: Connection,
        head: JournalPosition,
        latest_at: datetime,
        seal_of: Callable[[StaffId], Seal],
        new_id: NewId,
    ) -> None:
        self.connection = connection
        self.head = head
        self.latest_at = latest_at
        self._seal_of = seal_of
        self._new_id = new_id

    def append(self, case: Case) -> list[EventId]:
        """Write a case's news as the next entries; return their ids."""
        base, substance = case.version - len(case.news), case.substance
        return self._write(case.news, case.id, base, substance)

    def append_people(self, event: Event) -> None:
        """Write a fact about people, which belongs to no case."""
        self._write((event,), CaseId(""), 0, "")

    def _write(
        self, events: tuple[Event, ...], case_id: CaseId, base: int, substance: str
    ) -> list[EventId]:
        entries: list[SealedEntry] = []
        for number, event in enumerate(events):
            entry = seal_event(
                event,
                at=self.head,
                event_id=EventId(self._new_id(event.at)),
                case_id=case_id,
                base_version=base + number,
                base_hash=substance,
                seal=self._seal_of(event.by),
            )
            entries.append(entry)
            self.head = self.head.after(entry)
            self.latest_at = max(self.latest_at, event.at)
        inc = self.head.incarnation
        self.connection.exec_driver_sql(rows.INSERT_ENTRY, [_entry_row(inc, x) for x in entries])
        return [each.event_id for each in entries]


def _entry_row(inc: int, x: SealedEntry) -> tuple[Any, ...]:
    return inc, x.sequence, x.event_id, x.case_id, x.payload, x.hash, x.signature


class SqlNumbers:
    """Numbers given inside the transaction that uses them."""

    def __init__(self, connection: Connection, desk: Desk) -> None:
        self._connection = connection
        self._desk = desk

    def next_case_number(self, day: date) -> CaseNumber:
        given = self._connection.exec_driver_sql(rows.NEXT_NUMBER, (day.isoformat(),)).one()
        return compose(
            NumberParts(
                center=self._desk.center,
                window=self._desk.window,
                incarnation=self._desk.incarnation,
                day=date.fromisoformat(given.period),
                sequence=given.last,
            )
        )

    def next_document_number(self, series: str, year: int) -> int:
        values = (series, str(year))
        return int(self._connection.exec_driver_sql(rows.NEXT_COUNT, values).scalar_one())


class SqlDrafts:
    """Drafts as one text each, in plain ASCII: it can hold whatever a keyboard sends.

    A draft is not a fact yet. Half of a broken character may stand in it, which has no canonical
    form and is refused when the draft becomes a case; till then nothing typed is lost.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, draft: Draft) -> None:
        self._connection.exec_driver_sql(
            "INSERT OR REPLACE INTO draft (draft_id, touched_at, content) VALUES (?, ?, ?)",
            (draft.id, draft.touched_at.isoformat(), json.dumps(to_plain(draft))),
        )

    def all(self) -> tuple[Draft, ...]:
        found = self._connection.exec_driver_sql(
            "SELECT content FROM draft ORDER BY touched_at DESC"
        )
        return tuple(from_plain(Draft, json.loads(each), "draft") for each in found.scalars())

    def forget(self, draft_id: str) -> None:
        self._connection.exec_driver_sql("DELETE FROM draft WHERE draft_id = ?", (draft_id,))
