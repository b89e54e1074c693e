"""Inspecting a store without touching it: opened for reading alone, whatever state it is in.

A desk whose journal was tampered with does not open; this says why. It takes no
lock, so it may run beside a desk that is at work.
"""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from clerk.domain.codec import Malformed, from_plain
from clerk.domain.desk import Desk
from clerk.domain.events import Corrected, PaperIssued, Received
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.inspection import Fault, Finding, Inspection
from clerk.domain.inspector import Inspector
from clerk.domain.journal import NOTHING_BEFORE, JournalPosition, SealedEntry
from clerk.store import rows, self_tests
from clerk.store.attachments import FolderAttachments
from clerk.store.connection import connect_for_reading, telling_outages
from clerk.store.desk_store import FILE, kept_head
from clerk.store.ed25519 import verifies
from clerk.store.published import SqlItems
from clerk.store.shadows import Counted, Noted, Shadows
from clerk.usecases.trouble import AttachmentGone, NoSuchItem, StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.catalogue import ItemId, ServiceItem
    from clerk.domain.journal_head import JournalHead

_PAGE = 1_000
_ENTRIES = (
    "SELECT seq, event_id, case_id, payload, hash, sig FROM journal"
    " WHERE inc = ? AND seq > ? ORDER BY seq LIMIT ?"
)
_MOST_ROWS_TOLD = 50


def inspect_store(folder: Path, calendar: WorkCalendar, *, root: str = "") -> Inspection:
    """Walk the whole journal, and compare with it every row and file there is.

    ``root`` is the fingerprint of the center's root key, where it is known from elsewhere.

    Raises:
        StoreTrouble: There is no store that could be read at all.
    """
    path = folder / FILE
    if not path.exists():
        raise StoreTrouble(cause="missing", path=str(folder))
    self_tests.look_before_opening(path)
    with telling_outages(path):
        connection = connect_for_reading(path)
        try:
            with connection.begin():
                return _StoreInspection(connection, folder, calendar, root).run()
        finally:
            connection.close()


class _StoreInspection:
    """One walk: journal first, then what lies beside it."""

    def __init__(
        self,
        connection: Connection,
        folder: Path,
        calendar: WorkCalendar,
        root: str,
    ) -> None:
        self._connection = connection
        self._folder = folder
        self._calendar = calendar
        self._items = SqlItems(connection, {})
        self._noted: list[Noted] = []
        self._start = start_of(connection)
        self._root = root
        self._inspector = Inspector(verifies, self._start, self._item)

    def run(self) -> Inspection:
        """Return what was found."""
        for sealed in entries_of(self._connection, self._start.incarnation):
            said = self._inspector.take(sealed)
            if said and isinstance(said[1], PaperIssued | Received | Corrected):
                self._noted.append((sealed.case_id, sealed.event_id, said[1]))
        inspection = self._inspector.finish(self._head())
        if self._root and inspection.root != self._root:
            self._inspector.findings.append(Finding(sequence=1, fault=Fault.OTHER_ROOT))
        cases = tuple(self._inspector.cases.cases.values())
        self._inspector.findings += self._changed_files(cases)
        if inspection.holds:  # of a journal that does not hold no row can be made
            self._inspector.findings += self._differing_rows(cases)
        return self._inspector.inspection()

    def _head(self) -> JournalHead | None:
        try:
            return kept_head(self._connection)
        except Malformed:
            return None

    def _item(self, item_id: ItemId, version: int) -> ServiceItem | None:
        try:
            return self._items.version(item_id, version)
        except NoSuchItem:
            return None

    def _changed_files(self, cases: tuple[Case, ...]) -> Iterator[Finding]:
        files = FolderAttachments(self._folder / "attachments")
        for case in cases:
            for each in case.attachments:
                try:
                    files.get(each.sha256)
                except AttachmentGone:
                    yield Finding(
                        sequence=0,
                        fault=Fault.ATTACHMENT,
                        case_number=case.number,
                        detail=each.name,
                    )

    def _differing_rows(self, cases: tuple[Case, ...]) -> list[Finding]:
        """Make all rows anew in memory and compare; many differences are told by the first ones."""
        with closing(_rows_made_anew(self._connection, self._calendar, cases, self._noted)) as anew:
            return [
                Finding(sequence=0, fault=Fault.ROW, detail=f"{table}: {row}")
                for table, row in _differences(self._connection, anew)
            ][:_MOST_ROWS_TOLD]


def start_of(connection: Connection) -> JournalPosition:
    """Return where the journal of this store must begin."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'desk'").scalar()
    desk = from_plain(Desk, json.loads(found or "{}"), "desk")
    return JournalPosition(
        center=desk.center,
        window=desk.window,
        incarnation=desk.incarnation,
        sequence=1,
        previous=NOTHING_BEFORE,
    )


def entries_of(connection: Connection, incarnation: int) -> Iterator[SealedEntry]:
    """Return the journal's rows by their sequence, a page at a time."""
    last = 0
    while page := connection.exec_driver_sql(_ENTRIES, (incarnation, last, _PAGE)).all():
        for each in page:
            yield SealedEntry(
                sequence=each.seq,
                event_id=EventId(each.event_id),
                case_id=CaseId(each.case_id),
                payload=each.payload,
                hash=each.hash,
                signature=each.sig,
            )
        last = page[-1].seq


def _rows_made_anew(
    store: Connection,
    calendar: WorkCalendar,
    cases: tuple[Case, ...],
    noted: list[Noted],
) -> Connection:
    """Return a database in memory that holds the rows as the journal makes them."""
    engine = create_engine("sqlite+pysqlite://", poolclass=StaticPool)
    anew = engine.connect()
    names = [each.name for each in rows.SHADOWS]
    for name in (*names, "case_words"):
        statement = store.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)
        ).scalar()
        anew.exec_driver_sql(str(statement))
    shadows = Shadows(anew, calendar)
    shadows.write_anew(cases)
    shadows.note(noted)
    counted = Counted()
    for case in cases:
        counted.count(case)
    if counters := counted.rows():
        anew.exec_driver_sql(rows.INSERT_COUNTER, counters)
    return anew


def _differences(store: Connection, anew: Connection) -> Iterator[tuple[str, str]]:
    for table in rows.SHADOWS:
        statement = f"SELECT * FROM {table.name}"  # noqa: S608 - our own names
        kept = {tuple(each) for each in store.exec_driver_sql(statement)}
        made = {tuple(each) for each in anew.exec_driver_sql(statement)}
        names = ["number"] if table is rows.case_ else table.primary_key.columns.keys()
        places = [table.columns.keys().index(each) for each in names]
        told = {tuple(row[at] for at in places) for row in kept ^ made}
        for key in sorted(told, key=str):
            yield table.name, " ".join(map(str, key))
