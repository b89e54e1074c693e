"""Connections to one SQLite file, with the rules that keep its promises.

WAL with ``synchronous=FULL`` loses nothing at a power cut; Python's own
transactions under SQLAlchemy would lose updates, so each one begins with
``BEGIN IMMEDIATE``. One connection writes; a second one only reads.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

APPLICATION_ID = 0x434C524B  # "CLRK"
OLDEST_SQLITE = (3, 35, 0)  # RETURNING
LOG_PAGES = 8_000  # 32 MiB: only where nobody rests for hundreds of commits does one pay for this
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    f"wal_autocheckpoint={LOG_PAGES}",
)
_READ_PRAGMAS = ("query_only=ON", "temp_store=MEMORY", "cache_size=-16000", "mmap_size=0")

_CAUSES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "not_a_store",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_BUSY: "open_twice",
    sqlite3.SQLITE_LOCKED: "open_twice",
}


def connect_for_writing(path: Path) -> Connection:
    """Open the one connection that writes; every transaction takes the lock at once."""
    return _connect(path, "BEGIN IMMEDIATE", PRAGMAS)


def connect_for_reading(path: Path) -> Connection:
    """Open a connection that cannot write."""
    return _connect(path, "BEGIN", _READ_PRAGMAS)


@contextmanager
def telling_outages(path: Path) -> Iterator[None]:
    """Turn what SQLite says of disk and file into an outage, by its code; bugs pass through."""
    try:
        yield
    except DBAPIError as error:
        cause = _cause_of(error.orig)
        if cause is None:
            raise
        raise StoreTrouble(cause=cause, path=str(path), detail=str(error.orig)) from error
    except sqlite3.Error as error:
        cause = _cause_of(error)
        if cause is None:
            raise
        raise StoreTrouble(cause=cause, path=str(path), detail=str(error)) from error


def _cause_of(error: BaseException | None) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _CAUSES.get(code & 0xFF)


def _connect(path: Path, begin: str, pragmas: tuple[str, ...]) -> Connection:
    engine = create_engine(
        f"sqlite+pysqlite:///{path}",
        poolclass=NullPool,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 5.0},
    )

    @event.listens_for(engine, "connect")
    def _prepare(driver: Any, _record: object) -> None:
        for pragma in pragmas:
            driver.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine.connect()
