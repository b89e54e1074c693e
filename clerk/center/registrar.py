"""The registrar: the one who decides, in one order, and tells everybody.

It takes undecided entries from the inbox, in each window's own order, checks
signature and chain, asks the rule (`domain.verdicts`), and writes verdicts, feeds
and cases in one transaction. Only who holds the lease can commit: a second one
that wakes up late is fenced off by the same transaction. An entry it stumbles over
is held by itself; nothing waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import update

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.center.ledger import Ledger
from clerk.center.proving import Prover, read_inbox
from clerk.center.records import Records
from clerk.domain.exchange import Verdict
from clerk.domain.refusals import Refusal
from clerk.domain.verdicts import Decision, decide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Engine

    from clerk.center.proving import Incoming

BATCH = 500


@dataclass(eq=False, kw_only=True)
class Fenced(Refusal):
    """Another registrar holds the lease; this one must stop."""

    token: int


class Registrar:
    """Decides as long as it holds the lease; see :func:`clerk.center.lease.take_lease`."""

    def __init__(self, engine: Engine, center: str, token: int, prover: Prover) -> None:
        self._engine = engine
        self._center = center
        self._token = token
        self._prover = prover

    def work(self, limit: int = BATCH) -> int:
        """Decide on up to ``limit`` entries and return how many there were.

        Raises:
            Fenced: Another one took the lease; nothing was decided.
        """
        try:
            return self._batch(limit)
        except Fenced:
            raise
        except Exception:  # noqa: BLE001 - whatever it is, it must not stop the other entries
            if limit == 1:
                return self._hold_next()
        return self.work(limit // 2)

    def _batch(self, limit: int) -> int:
        with self._engine.begin() as connection:
            self._must_hold_the_lease(connection)
            incoming = read_inbox(connection, self._center, limit)
            if incoming:
                self._decide(connection, incoming)
            return len(incoming)

    def _decide(self, connection: Connection, incoming: Sequence[Incoming]) -> None:
        records = Records(connection, self._center, incoming)
        ledger = Ledger(connection, self._center, records)
        for each, fault in zip(
            incoming, self._prover.faults(connection, self._center, incoming), strict=True
        ):
            ledger.enter(each, self._decision(each, fault, records))
        ledger.write()

    def _decision(self, each: Incoming, fault: Verdict | None, records: Records) -> Decision:
        standing = records.standing(each.entry.case_id)
        if fault:
            return Decision(verdict=fault, standing=standing, detail={})
        if records.was_decided(each.entry.event_id):
            return Decision(verdict=Verdict.DUPLICATE, standing=standing, detail={})
        assert each.envelope  # noqa: S101 - an entry without one has a fault
        return decide(each.envelope, each.body, standing, records)

    def _hold_next(self) -> int:
        """Put the one entry that cannot be decided aside, so that the rest goes on."""
        with self._engine.begin() as connection:
            self._must_hold_the_lease(connection)
            incoming = read_inbox(connection, self._center, 1)
            ledger = Ledger(connection, self._center, Records(connection, self._center, ()))
            for each in incoming:
                held = Decision(verdict=Verdict.HELD_ERROR, standing=None, detail={})
                ledger.enter(each, held)
            ledger.write()
            return len(incoming)

    def _must_hold_the_lease(self, connection: Connection) -> None:
        """Count a beat, and with it lock the lease's row until the commit."""
        held = connection.execute(
            update(t.lease)
            .where(
                of_center(t.lease, self._center),
                t.lease.c.name == "registrar",
                t.lease.c.token == self._token,
            )
            .values(beats=t.lease.c.beats + 1)
        )
        if held.rowcount != 1:
            raise Fenced(token=self._token)
