"""What must be so before the first case of the day is written; each is tried, not assumed."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

from clerk.store import rows
from clerk.store.connection import APPLICATION_ID, OLDEST_SQLITE
from clerk.store.words import wanted_words, words_of
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

LEAST_FREE_MB = 200
_HEADER = b"SQLite format 3\x00"
_PAGE_SIZE_AT, _PAGES_AT, _APPLICATION_AT = 16, 28, 68
_HEADER_BYTES = 100


def look_before_opening(path: Path) -> None:
    """Judge a file by its first bytes, without writing to it.

    Raises:
        StoreTrouble: It is no SQLite file, not ours, or shorter than it says.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header.startswith(_HEADER):
        raise StoreTrouble(cause="not_a_store", path=str(path))
    if _number(header, _APPLICATION_AT, 4) != APPLICATION_ID:
        raise StoreTrouble(cause="foreign_store", path=str(path))
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        return  # a kill in the middle of a checkpoint: the log holds the rest, SQLite puts it back
    page = _number(header, _PAGE_SIZE_AT, 2)
    page = 65_536 if page == 1 else page
    if path.stat().st_size < page * _number(header, _PAGES_AT, 4):
        raise StoreTrouble(cause="truncated", path=str(path))


def check_settings(connection: Connection, path: Path) -> None:
    """Check that the rules the store relies on are in force.

    Raises:
        StoreTrouble: One is not; ``detail`` names it.
    """
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    for pragma, value in wanted.items():
        found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
        if found != value:
            raise StoreTrouble(cause="settings", path=str(path), detail=f"{pragma}={found}")
    connection.rollback()
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreTrouble(cause="settings", path=str(path), detail=sqlite3.sqlite_version)


def check_immediate(connection: Connection, path: Path) -> None:
    """Check that a transaction takes the writer's lock at once: a second writer must wait.

    Raises:
        StoreTrouble: Two could begin together, which would lose updates.
    """
    with connection.begin():
        connection.exec_driver_sql("SELECT 1")
        other = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return
        finally:
            other.close()
    raise StoreTrouble(cause="settings", path=str(path), detail="BEGIN IMMEDIATE")


def check_word_search(connection: Connection, path: Path) -> None:
    """Check that two Chinese characters are found; some SQLite versions find nothing, silently.

    Raises:
        StoreTrouble: They are not.
    """
    transaction = connection.begin()
    try:
        connection.exec_driver_sql(rows.ADD_WORDS, (-1, words_of("滁州王\u4dae\U00030edd")))
        wanted = wanted_words("\u4dae\U00030edd")
        found = connection.exec_driver_sql(rows.FIND_WORDS, (wanted, 1)).scalar()
    finally:
        transaction.rollback()
    if found != -1:
        raise StoreTrouble(cause="settings", path=str(path), detail="FTS5")


def check_free_space(folder: Path) -> None:
    """Refuse to begin a day on a disk that is nearly full.

    Raises:
        StoreTrouble: Fewer than 200 MB are free.
    """
    if shutil.disk_usage(folder).free < LEAST_FREE_MB * 1_000_000:
        raise StoreTrouble(cause="disk_full", path=str(folder))


def _number(header: bytes, at: int, length: int) -> int:
    return int.from_bytes(header[at : at + length], "big")
