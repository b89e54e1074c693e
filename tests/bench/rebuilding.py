"""All rows thrown away and made again from the journal, every signature checked on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from clerk.domain.journal import hash_of
from clerk.store.ed25519 import verifies
from clerk.store.rebuild import rebuild_rows
from tests.bench.figures import Figure, resident_mib, timed
from tests.desk import CLERK, TestDesk, open_test_desk

_SAMPLE = 2_000


def measure(folder: Path) -> Iterator[Figure]:
    """Rebuild the rows of the desk in a folder; nobody else may have it open."""
    desk = open_test_desk(folder)
    counted: list[int] = []
    took = timed(lambda: counted.append(rebuild_rows(desk.open.store)))
    per_event = took / counted[0]
    checking = _checking(desk)
    desk.close()
    yield Figure(
        name="rebuild of rows",
        value=1000 / per_event,
        unit="events/s",
        against={"events": counted[0], "seconds": took / 1000, "memory MiB": resident_mib()},
    )
    yield Figure(
        name="rebuild: one event against hash and signature alone",
        value=per_event / checking,
        unit="x",
        against={"event ms": per_event, "hash and signature ms": checking},
    )


def _checking(desk: TestDesk) -> float:
    """Return what the least an honest rebuild does takes, in milliseconds an event."""
    store = desk.open.store
    with store.connection.begin():
        entries = store.connection.exec_driver_sql(
            "SELECT payload, sig FROM journal WHERE case_id <> '' LIMIT ?", (_SAMPLE,)
        ).all()

    key = store.roster.key_of(CLERK.id)

    def check() -> None:
        for payload, signature in entries:
            assert verifies(key, hash_of(payload), signature)

    return timed(check) / len(entries)
