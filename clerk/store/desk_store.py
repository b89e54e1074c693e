"""The window's store: opened with care, written by one hand, closed whole."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clerk.domain.codec import canonical, from_plain, to_plain
from clerk.domain.desk import Desk
from clerk.domain.journal import NOTHING_BEFORE, JournalPosition
from clerk.store import migrate, self_tests
from clerk.store.attachments import FolderAttachments
from clerk.store.connection import connect_for_reading, connect_for_writing, telling_outages
from clerk.store.examination import Examination
from clerk.store.lock import StoreLock
from clerk.store.pins import SqlPins
from clerk.store.published import SqlItems
from clerk.store.reading import SqlReading
from clerk.store.shadows import Shadows
from clerk.store.window_key import WindowKey, make_key, read_key
from clerk.store.work import JournalWriter, SqlCases, SqlDrafts, SqlNumbers, SqlPeople
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.catalogue import ServiceItem
    from clerk.usecases.ports import Clock, NewId

FILE = "clerk.sqlite"
_UNCLEAN = "open"
_COMMITS_TO_REST = 32  # about 4 MiB of log; a shorter one goes round too often
_HEAD = "SELECT seq, hash FROM journal WHERE inc = ? ORDER BY seq DESC LIMIT 1"


class SqlWork:
    """The ports of one open transaction."""

    def __init__(self, connection: Connection, store: DeskStore) -> None:
        self._connection = connection
        self.journal = JournalWriter(connection, store.head, store.key, store.new_id)
        self.items = SqlItems(connection, store.known_items)
        self.people = SqlPeople(connection)
        self.drafts = SqlDrafts(connection)
        self.numbers = SqlNumbers(connection, store.desk)
        self.cases = SqlCases(self.journal, self.items, Shadows(connection, store.calendar))
        self._store = store

    def commit(self) -> None:
        self._connection.commit()
        self._store.head = self.journal.head
        self._store.commits += 1


class DeskStore:
    """One open store folder: ``clerk.sqlite``, ``window.key``, ``attachments/``, ``backups/``.

    Use from one thread. ``begin`` opens a unit of work, ``reading`` looks up.
    """

    def __init__(
        self,
        folder: Path,
        *,
        lock: StoreLock,
        connection: Connection,
        key: WindowKey,
        calendar: WorkCalendar,
        clock: Clock,
        new_id: NewId,
        examination: Examination | None = None,
    ) -> None:
        self.folder, self.key, self.calendar, self.new_id = folder, key, calendar, new_id
        self.known_items: dict[tuple[str, int], ServiceItem] = {}
        self._lock, self._examination = lock, examination
        self.connection = connection
        self.desk = _desk_of(connection)
        self.head = head_of(connection, self.desk)
        self.commits = 0
        self.attachments = FolderAttachments(folder / "attachments")
        self.pins = SqlPins(connection, self.begin, clock)
        self._reader = connect_for_reading(folder / FILE)
        items = SqlItems(self._reader, self.known_items)
        self.reading = SqlReading(self._reader, folder / FILE, items, calendar, clock)

    @contextmanager
    def begin(self) -> Iterator[SqlWork]:
        """Open a transaction; leaving without commit undoes it.

        After an unclean end it waits until the file was found whole.

        Raises:
            StoreTrouble: Disk or file is in the way; nothing was changed.
        """
        if self._examination:
            self._examination.must_find_it_whole()
        with telling_outages(self.folder / FILE):
            transaction = self.connection.begin()
            try:
                yield SqlWork(self.connection, self)
            finally:
                if transaction.is_active:
                    transaction.rollback()

    def rest(self) -> None:
        """Do what nobody should wait for: bring the log into the file, when it has grown.

        Raises:
            StoreTrouble: The disk is in the way; everything is still in the log. Or the file is
                damaged, as the examination after an unclean end has found by now.
        """
        if self._examination and self._examination.is_over:
            self._examination.must_find_it_whole()
        if self.commits < _COMMITS_TO_REST:
            return
        self.commits = 0
        with telling_outages(self.folder / FILE):
            cursor = self.connection.connection.cursor()  # SQLAlchemy would begin a transaction
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
            cursor.close()

    def close(self) -> None:
        """Close whole: checkpoint, drop the mark of an unclean end, let the next one in.

        A file that was not walked to its end, or is damaged, keeps the mark.
        """
        is_whole = self._examination is None or self._examination.end()
        self._reader.close()
        self.connection.close()
        if is_whole:
            (self.folder / _UNCLEAN).unlink(missing_ok=True)
        self._lock.release()


def create_store(folder: Path, desk: Desk, *, scripts: Path) -> None:
    """Make a new store in an empty folder, with its key.

    Raises:
        StoreTrouble: The folder holds a store already, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreTrouble(cause="read_only", path=str(folder), detail=str(error)) from error
    lock = StoreLock(folder)
    try:
        if (folder / FILE).exists():
            raise StoreTrouble(cause="exists", path=str(folder))
        key = make_key(folder)
        with telling_outages(folder / FILE):
            connection = connect_for_writing(folder / FILE)
            migrate.move_to(connection, scripts, migrate.NEWEST)
            with connection.begin():
                _put(connection, "desk", canonical(to_plain(desk)).decode())
                _put(connection, "key", key.public_hex)
            connection.close()
    finally:
        lock.release()


def open_store(
    folder: Path, *, scripts: Path, calendar: WorkCalendar, clock: Clock, new_id: NewId
) -> DeskStore:
    """Open a store after looking at it closely, and upgrading it if it is older.

    Raises:
        StoreTrouble: It is not there, not ours, damaged, newer, open elsewhere, or the disk is
            full or read-only; nothing was written.
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


def _desk_of(connection: Connection) -> Desk:
    with connection.begin():
        found = connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'desk'").scalar()
    return from_plain(Desk, json.loads(found or "{}"), "desk")


def _put(connection: Connection, key: str, value: str) -> None:
    connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES (?, ?)", (key, value))
