"""Throw the shadows away and make them again from the journal, checking it on the way.

One walk, page by page, so the memory it takes does not grow with the journal: a
case is folded where its receipt is met, with what follows on later pages
fetched ahead, and its rows are written in the order of receipt. The walk comes
to the entries fetched ahead as well, and a fault anywhere undoes everything.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from clerk.domain.case import Case
from clerk.domain.events import Received
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.journal import (
    NOTHING_BEFORE,
    ChainBroken,
    Entry,
    JournalPosition,
    SealedEntry,
    is_whole,
    read_payload,
    walk,
)
from clerk.domain.trust import Trust
from clerk.store import rows
from clerk.store.shadows import Counted, Shadows
from clerk.store.signatures import SignaturesAhead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.event import Event
    from clerk.store.desk_store import DeskStore
    from clerk.store.published import SqlItems

Progress = Callable[[int, int], None]
"""Is told how many events are done, and of how many. What it raises stops the rebuild."""

_PAGE = 1_000
_ENTRY = "SELECT id, seq, event_id, case_id, payload, hash, sig FROM journal"
_ENTRIES = f"{_ENTRY} WHERE +inc = ? AND id > ? ORDER BY id LIMIT {_PAGE}"
_LATER = (
    f"{_ENTRY} WHERE case_id IN (SELECT value FROM json_each(?)) AND +inc = ? AND +seq > ?"  # noqa: S608 - our own words
    " ORDER BY case_id, id"
)
"""The signs keep SQLite from going by ``inc`` and ``seq``, past every later entry there is."""

_Page = list[tuple[Entry, "Event"]]


def rebuild_rows(store: DeskStore, progress: Progress = lambda _done, _all: None) -> int:
    """Rebuild all shadow rows in one transaction and return how many events they came from.

    Raises:
        ChainBroken, Malformed: The journal does not hold together; the old rows stay.
    """
    done, everything = 0, store.head.sequence - 1
    keys = (record.key for record in store.roster.keys.values())
    with store.begin() as work, SignaturesAhead(keys) as signatures:
        rebuilding = _Rebuilding(store, work.items)
        entries = chain.from_iterable(signatures.checked(_pages(store)))
        walked = walk(entries, Trust(signatures.verifies), _start(store))
        while page := list(islice(walked, _PAGE)):
            rebuilding.write(page)
            done += len(page)
            progress(done, everything)
        rebuilding.finish()
        work.commit()
    return done


class _Rebuilding:
    """The rows as far as the walk has come."""

    def __init__(self, store: DeskStore, items: SqlItems) -> None:
        self._connection, self._inc, self._items = store.connection, store.desk.incarnation, items
        self._shadows = Shadows(store.connection, store.calendar)
        self._counted = Counted()
        for table in rows.SHADOWS:
            self._connection.exec_driver_sql(f"DELETE FROM {table.name}")  # noqa: S608 - our own names
        self._connection.exec_driver_sql(rows.FORGET_WORDS)

    def write(self, page: _Page) -> None:
        """Write the rows of the cases received on a page, and what else its events say."""
        cases = self._folded(page)
        self._shadows.write_anew(cases)
        self._shadows.note((CaseId(x.case_id), EventId(x.event_id), event) for x, event in page)
        for case in cases:
            self._counted.count(case)

    def finish(self) -> None:
        """Write the counters, now that every case is known."""
        if counted := self._counted.rows():
            self._connection.exec_driver_sql(rows.INSERT_COUNTER, counted)

    def _folded(self, page: _Page) -> list[Case]:
        cases: dict[str, Case] = {}
        for entry, event in page:
            if isinstance(event, Received):
                item = self._items.version(event.item_id, event.item_version)
                cases[entry.case_id] = Case.begin(CaseId(entry.case_id), event, item)
            elif case := cases.get(entry.case_id):  # else it was received on an earlier page
                cases[entry.case_id] = case.followed_by(event)
        for each in self._later(list(cases), page[-1][0].seq):
            cases[each.case_id] = cases[each.case_id].followed_by(read_payload(each.payload)[1])
        return list(cases.values())

    def _later(self, case_ids: list[str], last: int) -> Iterator[SealedEntry]:
        values = (json.dumps(case_ids), self._inc, last)
        for row in self._connection.exec_driver_sql(_LATER, values):
            entry = _sealed(row)
            if not is_whole(entry):  # its signature is checked when the walk comes to it
                raise ChainBroken(sequence=entry.sequence, reason="hash")
            yield entry


def _start(store: DeskStore) -> JournalPosition:
    return JournalPosition(
        center=store.desk.center,
        window=store.desk.window,
        incarnation=store.desk.incarnation,
        sequence=1,
        previous=NOTHING_BEFORE,
    )


def _pages(store: DeskStore) -> Iterator[list[SealedEntry]]:
    last, inc = 0, store.desk.incarnation
    while page := store.connection.exec_driver_sql(_ENTRIES, (inc, last)).all():
        yield [_sealed(each) for each in page]
        last = page[-1].id


def _sealed(row: Any) -> SealedEntry:
    return SealedEntry(
        sequence=row.seq,
        event_id=row.event_id,
        case_id=row.case_id,
        payload=row.payload,
        hash=row.hash,
        signature=row.sig,
    )
