"""Accepting a case: beside one fdatasync of its bytes, and beside bare sqlite3 writing its rows.

The three take turns in a changing order, so that each meets the same disk. The bare side repeats
the very statements and values of the accept before, on a copy of the store, with the same pragmas:
the same rows and bytes. It hashes and signs each entry anew, as any signed journal must; what the
rows say is given to it. Both bring their log into their file between the turns, as a desk does
while nobody waits, so neither figure holds a checkpoint.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from sqlalchemy import event

from clerk.domain.journal import hash_of
from clerk.store.connection import PRAGMAS
from clerk.store.desk_store import FILE
from clerk.store.ed25519 import OpenKey
from clerk.store.rows import INSERT_ENTRY
from clerk.usecases.accept_case import AcceptCase, accept_case
from tests.bench.figures import Figure, at_percent, ratio, timed
from tests.desk import CLERK, TestDesk, application, make_desk

ITEM = "SCJG-005"
WARM_UP = 30
LOG_BYTES = 4 * 2**20  # SQLite's log goes round in about as much
REST_EVERY = 32  # turns


class Turn(NamedTuple):
    """One turn of the three, in milliseconds."""

    accept: float
    commit: float
    sqlite3: float
    sqlite3_commit: float
    fdatasync: float


class Statements:
    """What an accept sent to SQLite, and when its COMMIT began."""

    def __init__(self, connection) -> None:
        self.sent: list[tuple[str, list[tuple]]] = []
        self.commit_began = 0.0
        event.listen(connection, "before_cursor_execute", self._note)
        event.listen(connection, "commit", self._note_commit)

    def taken(self) -> list[tuple[str, list[tuple]]]:
        """Return what was sent since the last time."""
        sent, self.sent = self.sent, []
        return sent

    def _note(self, _connection, _cursor, statement, values, _context, many) -> None:
        self.sent.append((statement, values if many else [values]))

    def _note_commit(self, _connection) -> None:
        self.commit_began = perf_counter()


def measure(folder: Path, times: int) -> Iterator[Figure]:
    """Accept ``times`` cases and tell p50 and p99 beside their limits."""
    desk = make_desk(folder / "accepting")
    copy = folder / "accepting-bare.sqlite"
    with closing(sqlite3.connect(desk.folder / FILE)) as original:
        original.execute("VACUUM INTO ?", (str(copy),))
    statements = Statements(desk.open.store.connection)
    wish = AcceptCase(opening=application(desk, ITEM), by=CLERK)
    with closing(_bare(copy)) as driver, _log_file(folder / "sync") as append:
        for _ in range(WARM_UP):
            _accept(desk, wish, statements)
            _repeat(driver, statements.taken(), desk.open.store.key)
        # The log has not gone round yet, so its length tells what was written.
        size = copy.with_name(f"{copy.name}-wal").stat().st_size // WARM_UP
        _accept(desk, wish, statements)
        turns = []
        for at in range(times):
            turn, sent = {}, statements.taken()
            jobs = {
                "accept": lambda: _accept(desk, wish, statements),
                "sqlite3": partial(_repeat, driver, sent, desk.open.store.key),
                "fdatasync": lambda: timed(partial(append, size)),
            }
            for place in range(len(jobs)):  # whoever comes first also waits for others' writing
                name = tuple(jobs)[(at + place) % len(jobs)]
                turn[name] = jobs[name]()
            turns.append(Turn(*turn["accept"], *turn["sqlite3"], turn["fdatasync"]))
            if at % REST_EVERY == 0:
                desk.open.store.rest()
                driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    desk.close()
    yield Figure(name="accept: written to the log by one commit", value=size / 1024, unit="KiB")
    for percent in (50, 99):
        yield from _told(percent, turns)


def _accept(desk: TestDesk, wish: AcceptCase, statements: Statements) -> tuple[float, float]:
    """Accept one case; return the milliseconds of all, and of COMMIT alone."""
    whole = timed(partial(accept_case, wish, desk.open.counter))
    return whole, (perf_counter() - statements.commit_began) * 1000


def _told(percent: int, turns: list[Turn]) -> Iterator[Figure]:
    at = Turn(*(at_percent(each, percent) for each in zip(*turns, strict=True)))
    name = f"accept p{percent}"
    accept, fdatasync = ("accept ms", at.accept), ("fdatasync ms", at.fdatasync)
    commit = ("COMMIT ms", at.commit)
    yield Figure(name=f"{name}: from the press to the disk", value=at.accept, unit="ms")
    yield ratio(f"{name}: against fdatasync", accept, fdatasync, 2.5)
    yield ratio(f"{name}: against sqlite3", accept, ("sqlite3 ms", at.sqlite3), 1.3)
    yield ratio(f"{name}: COMMIT against fdatasync", commit, fdatasync, 2.5)
    yield ratio(
        f"{name}: COMMIT against sqlite3", commit, ("its COMMIT ms", at.sqlite3_commit), 1.3
    )


def _repeat(
    driver: sqlite3.Connection, sent: list[tuple[str, list[tuple]]], key: OpenKey
) -> tuple[float, float]:
    """Sign the entries, run the statements and commit; return all milliseconds, and COMMIT's."""
    began = perf_counter()
    for statement, rows in sent:
        if statement == INSERT_ENTRY:
            driver.executemany(statement, [_signed(each, key) for each in rows])
        elif len(rows) == 1:
            driver.execute(statement, rows[0]).fetchall()
        else:
            driver.executemany(statement, rows)
    last = perf_counter()
    driver.execute("COMMIT")
    done = perf_counter()
    return (done - began) * 1000, (done - last) * 1000


def _signed(entry: tuple, key: OpenKey) -> tuple:
    *known, payload, _hash, _signature = entry
    digest = hash_of(payload)
    return (*known, payload, digest, key.sign(digest))


def _bare(path: Path) -> sqlite3.Connection:
    driver = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        driver.execute(f"PRAGMA {pragma}").fetchall()
    return driver


@contextmanager
def _log_file(path: Path) -> Iterator[Callable[[int], None]]:
    """Write round and round in one file, as the log does, and bring each write to the disk."""
    opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.write(opened, bytes(LOG_BYTES))
    os.fsync(opened)
    os.lseek(opened, 0, os.SEEK_SET)

    def append(size: int) -> None:
        if os.lseek(opened, 0, os.SEEK_CUR) + size > LOG_BYTES:
            os.lseek(opened, 0, os.SEEK_SET)
        os.write(opened, bytes(size))
        os.fdatasync(opened)

    yield append
    os.close(opened)
    path.unlink()
