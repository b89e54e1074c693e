"""The window's store: opened with care, written by one hand, closed whole."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clerk.domain.codec import from_plain
from clerk.domain.desk import Desk
from clerk.domain.journal import NOTHING_BEFORE, JournalPosition
from clerk.domain.journal_head import JournalHead, read_head
from clerk.domain.paper_code import code_of
from clerk.domain.staff import BY_LAW
from clerk.store import migrate, self_tests
from clerk.store.attachments import FolderAttachments
from clerk.store.connection import connect_for_reading, connect_for_writing, telling_outages
from clerk.store.ed25519 import verifies
from clerk.store.examination import Examination
from clerk.store.held_calendar import SqlCalendars, newest_of
from clerk.store.lock import StoreLock
from clerk.store.people import SqlPeople, read_roster
from clerk.store.pins import SqlPins
from clerk.store.published import SqlItems
from clerk.store.reading import SqlReading
from clerk.store.sealed_key import PIN_COST, Cost
from clerk.store.shadows import Shadows
from clerk.store.window_key import pin_secret, read_key
from clerk.store.work import JournalWriter, SqlCases, SqlDrafts, SqlNumbers
from clerk.usecases.check_paper import check_code
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.keys import Seal
    from clerk.domain.papers import Paper
    from clerk.domain.roster import Roster
    from clerk.domain.staff import StaffId
    from clerk.store.ed25519 import OpenKey
    from clerk.usecases.check_paper import PaperCheck
    from clerk.usecases.ports import Clock, NewId

FILE = "clerk.sqlite"
_UNCLEAN = "open"
_COMMITS_TO_REST = 32  # about 4 MiB of log; a shorter one goes round too often
_KEEP_HEAD = "INSERT OR REPLACE INTO meta (key, value) VALUES ('head', ?)"
_HEAD = "SELECT seq, hash FROM journal WHERE inc = ? ORDER BY seq DESC LIMIT 1"


class SqlWork:
    """The ports of one open transaction."""

    def __init__(self, connection: Connection, store: DeskStore) -> None:
        self._connection = connection
        self.journal = JournalWriter(
            connection, store.head, store.latest_at, store.seal_of, store.new_id
        )
        self.items = SqlItems(connection, store.known_items)
        self.people = SqlPeople(self.journal, store.roster, store.pins)
        self.drafts = SqlDrafts(connection)
        self.calendars = SqlCalendars(connection)
        self.numbers = SqlNumbers(connection, store.desk)
        self.cases = SqlCases(self.journal, self.items, Shadows(connection, store.calendar))
        self._store = store

    def code_of(self, paper: Paper) -> str:
        return code_of(paper, self._store.key)

    def commit(self) -> None:
        journal, store = self.journal, self._store
        if journal.head != store.head:
            keep_head(self._connection, journal.head, journal.latest_at, store.key)
        self._connection.commit()
        store.commits += 1
        store.head, store.latest_at = journal.head, journal.latest_at
        store.roster = self.people.roster


class DeskStore:
    """One open store folder: ``clerk.sqlite``, ``window.key``, ``attachments/``, ``backups/``.

    Use from one thread. ``begin`` opens a unit of work, ``reading`` looks up. ``patience_s`` is
    how long ``begin`` waits for an examination; None, where nobody sits at a screen: to its end.
    """

    def __init__(
        self,
        folder: Path,
        *,
        lock: StoreLock,
        connection: Connection,
        key: OpenKey,
        calendar: WorkCalendar,
        clock: Clock,
        new_id: NewId,
        pin_cost: Cost,
        examination: Examination | None = None,
    ) -> None:
        self.folder, self.key, self.new_id = folder, key, new_id
        self._path = folder / FILE
        self.known_items: dict[tuple[str, int], ServiceItem] = {}
        self._lock, self.examination = lock, examination
        self.patience_s: float | None = None
        self.connection = connection
        self.calendar = newest_of(connection, calendar)
        self.desk = _desk_of(connection)
        self.head = head_of(connection, self.desk)
        self.commits = 0
        self.latest_at = _latest_of(connection, self.head, key, folder)
        self.roster = read_roster(connection)
        _must_be_our_key(self.roster, key, folder)
        self.attachments = FolderAttachments(folder / "attachments")
        self.pins: SqlPins = SqlPins(
            connection, self.begin, clock, secret=pin_secret(key), cost=pin_cost
        )
        self._reader = connect_for_reading(self._path)
        self.reading = SqlReading(
            self._reader,
            self._path,
            SqlItems(self._reader, self.known_items),
            clock,
            people=lambda: self.roster.present,
        )

    @contextmanager
    def begin(self) -> Iterator[SqlWork]:
        """Open a transaction; leaving without commit undoes it.

        Raises:
            StoreTrouble: Disk or file is in the way, or the file is still being examined after an
                unclean end; nothing was changed.
        """
        if self.examination:
            self.examination.must_find_it_whole(within_s=self.patience_s)
        with telling_outages(self._path):
            transaction = self.connection.begin()
            try:
                yield SqlWork(self.connection, self)
            finally:
                if transaction.is_active:
                    transaction.rollback()

    def check(self, code: str) -> PaperCheck:
        """Say of the digits of a paper's QR whether it is ours; raises NotAPaperCode."""
        return check_code(code, self.reading, self.roster, verifies)

    def rest(self) -> None:
        """Do what nobody should wait for: bring the log into the file, when it has grown.

        Raises:
            StoreTrouble: The disk is in the way; everything is still in the log. Or the file is
                damaged, as the examination after an unclean end has found by now.
        """
        if self.examination and self.examination.is_over:
            self.examination.must_find_it_whole()
        if self.commits < _COMMITS_TO_REST:
            return
        self.commits = 0
        with telling_outages(self._path):
            cursor = self.connection.connection.cursor()  # SQLAlchemy would begin a transaction
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
            cursor.close()

    def seal_of(self, staff_id: StaffId) -> Seal:
        """Return the open key of whoever does something; the window signs what the law does."""
        return self.key if staff_id == BY_LAW else self.pins.seal_of(staff_id)

    def close(self) -> None:
        """Close whole: checkpoint, drop the mark of an unclean end, let the next one in.

        A file that was not walked to its end, or is damaged, keeps the mark.
        """
        is_whole = self.examination is None or self.examination.end()
        self._reader.close()
        self.connection.close()
        if is_whole:
            (self.folder / _UNCLEAN).unlink(missing_ok=True)
        self._lock.release()


def open_store(
    folder: Path,
    *,
    scripts: Path,
    calendar: WorkCalendar,
    clock: Clock,
    new_id: NewId,
    pin_cost: Cost = PIN_COST,
) -> DeskStore:
    """Open a store after looking at it closely, and upgrading it if it is older.

    Raises:
        StoreTrouble: It is not there, not ours, damaged, newer, open elsewhere, its journal was
            cut off, or the disk is full or read-only; nothing was written.
        ChainBroken: What the journal says about people does not prove itself.
    """
    path = folder / FILE
    if not path.exists():
        raise StoreTrouble(cause="missing", path=str(folder))
    lock, examination = StoreLock(folder), None
    try:
        self_tests.look_before_opening(path)
        self_tests.check_free_space(folder)
        key = read_key(folder)
        with telling_outages(path):
            connection = connect_for_writing(path)
            self_tests.check_settings(connection, path)
            if (folder / _UNCLEAN).exists():
                examination = Examination(path)
            _bring_up(connection, path, scripts, clock, examination)
            (folder / _UNCLEAN).touch()
            return DeskStore(
                folder,
                lock=lock,
                connection=connection,
                key=key,
                calendar=calendar,
                clock=clock,
                new_id=new_id,
                pin_cost=pin_cost,
                examination=examination,
            )
    except BaseException:
        if examination:
            examination.end()
        lock.release()
        raise


def head_of(connection: Connection, desk: Desk) -> JournalPosition:
    """Return where the journal goes on."""
    with connection.begin():
        last = connection.exec_driver_sql(_HEAD, (desk.incarnation,)).first()
    return JournalPosition(
        center=desk.center,
        window=desk.window,
        incarnation=desk.incarnation,
        sequence=1 if last is None else last.seq + 1,
        previous=NOTHING_BEFORE if last is None else last.hash.hex(),
    )


def _bring_up(
    connection: Connection, path: Path, scripts: Path, clock: Clock, examination: Examination | None
) -> None:
    if migrate.revision_of(connection) != migrate.NEWEST:
        if examination:
            examination.must_find_it_whole()
        migrate.upgrade(connection, path, scripts, clock())
    self_tests.check_immediate(connection, path)
    self_tests.check_word_search(connection, path)


def keep_head(
    connection: Connection, position: JournalPosition, latest_at: datetime, key: OpenKey
) -> None:
    """Write down how far the journal goes, in the transaction that makes it so."""
    head = JournalHead(
        incarnation=position.incarnation,
        sequence=position.sequence - 1,
        hash=position.previous,
        latest_at=latest_at,
    )
    connection.exec_driver_sql(_KEEP_HEAD, (head.signed(key).to_text(),))


def kept_head(connection: Connection) -> JournalHead | None:
    """Return how far the journal goes by the window's own word, None if nothing is written."""
    text = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'head'").scalar()
    return read_head(text) if text else None


def _latest_of(
    connection: Connection, position: JournalPosition, key: OpenKey, folder: Path
) -> datetime:
    with connection.begin():
        head = kept_head(connection)
    if head is None or (head.sequence, head.hash) != (position.sequence - 1, position.previous):
        raise StoreTrouble(cause="journal_cut", path=str(folder))
    if not verifies(key.key, head.digest, bytes.fromhex(head.signature)):
        raise StoreTrouble(cause="key_foreign", path=str(folder))
    return head.latest_at


def _must_be_our_key(roster: Roster, key: OpenKey, folder: Path) -> None:
    if roster.founded is None or roster.founded.card.key != key.key:
        raise StoreTrouble(cause="key_foreign", path=str(folder))


def _desk_of(connection: Connection) -> Desk:
    with connection.begin():
        found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'desk'").scalar()
    return from_plain(Desk, json.loads(found or "{}"), "desk")
