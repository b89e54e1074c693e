"""Throw the shadows away and make them again from the journal, checking it on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case import Case
from clerk.domain.events import Received
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.journal import NOTHING_BEFORE, JournalPosition, SealedEntry, walk
from clerk.store import rows
from clerk.store.shadows import Shadows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.event import Event
    from clerk.store.desk_store import DeskStore
    from clerk.store.published import SqlItems

_PAGE = 1_000
_ENTRIES = (
    "SELECT id, seq, event_id, case_id, payload, hash, sig FROM journal"
    " WHERE inc = ? AND id > ? ORDER BY id LIMIT ?"
)


def rebuild_rows(store: DeskStore) -> int:
    """Rebuild all shadow rows in one transaction and return how many events they came from.

    Raises:
        ChainBroken, Malformed: The journal does not hold together; the old rows stay.
    """
    with store.begin() as work:
        for table in rows.SHADOWS:
            store.connection.exec_driver_sql(f"DELETE FROM {table.name}")  # noqa: S608 - our own names
        store.connection.exec_driver_sql(rows.FORGET_WORDS)
        shadows = Shadows(store.connection, store.calendar)
        cases: dict[CaseId, Case] = {}
        count = 0
        for case_id, event_id, event in _events(store):
            cases[case_id] = _folded(cases, case_id, event, work.items)
            shadows.note(case_id, event_id, event)
            count += 1
        shadows.write_anew(cases.values())
        for case in cases.values():
            shadows.count_again(case)
        work.commit()
    return count


def _folded(cases: dict[CaseId, Case], case_id: CaseId, event: Event, items: SqlItems) -> Case:
    if isinstance(event, Received):
        return Case.begin(case_id, event, items.version(event.item_id, event.item_version))
    return cases[case_id].followed_by(event)


def _events(store: DeskStore) -> Iterator[tuple[CaseId, EventId, Event]]:
    desk = store.desk
    start = JournalPosition(
        center=desk.center,
        window=desk.window,
        incarnation=desk.incarnation,
        sequence=1,
        previous=NOTHING_BEFORE,
    )
    for entry, event in walk(_entries(store), store.key, start):
        yield CaseId(entry.case_id), EventId(entry.event_id), event


def _entries(store: DeskStore) -> Iterator[SealedEntry]:
    last = 0
    while True:
        page = store.connection.exec_driver_sql(
            _ENTRIES, (store.desk.incarnation, last, _PAGE)
        ).all()
        if not page:
            return
        for each in page:
            yield SealedEntry(
                sequence=each.seq,
                event_id=each.event_id,
                case_id=each.case_id,
                payload=each.payload,
                hash=each.hash,
                signature=each.sig,
            )
        last = page[-1].id
