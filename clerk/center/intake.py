"""The inbox: entries taken in as they are, in order, whole batches only.

A repeat of what is there already is as good as taken. Whether an event happened
before in another incarnation is not looked at here: a skipped row would leave a
hole in the sequence. The registrar decides that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, insert, select, update

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.domain.exchange import LARGEST_PUSH, PushStatus, Standing
from clerk.domain.journal import LARGEST_PAYLOAD, hash_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from clerk.domain.exchange import Caller
    from clerk.domain.journal import SealedEntry

QUOTA = 5_000
"""Undecided entries a window may have at the center before it must wait."""


def may_push(caller: Caller, window: Row[Any], generation: int, amount: int) -> PushStatus:
    """Say whether a window may push now."""
    if window.state != Standing.ACTIVE:
        return PushStatus.RETIRED
    if caller.incarnation != window.inc:
        return PushStatus.WRONG_INCARNATION
    if caller.generation != generation:
        return PushStatus.WRONG_GENERATION
    if amount > LARGEST_PUSH or window.undecided + amount > QUOTA:
        return PushStatus.BUSY
    return PushStatus.OK


def take(
    connection: Connection, window: Row[Any], entries: Sequence[SealedEntry], at: datetime
) -> PushStatus:
    """Take entries in behind what is there; nothing is taken where one does not fit."""
    if not _agrees(connection, window, entries):
        return PushStatus.FORK
    new = [each for each in entries if each.sequence > window.last_seq]
    if not new:
        return PushStatus.OK
    if [each.sequence for each in new] != list(
        range(window.last_seq + 1, window.last_seq + 1 + len(new))
    ):
        return PushStatus.GAP
    if any(
        len(each.payload) > LARGEST_PAYLOAD or hash_of(each.payload) != each.hash for each in new
    ):
        return PushStatus.FORK
    connection.execute(insert(t.inbox), [_row(window, each, at) for each in new])
    connection.execute(
        update(t.journal_)
        .where(
            of_center(t.journal_, window.center_id),
            t.journal_.c.window_id == window.window_id,
            t.journal_.c.inc == window.inc,
        )
        .values(
            last_seq=new[-1].sequence,
            last_hash=new[-1].hash.hex(),
            undecided=t.journal_.c.undecided + len(new),
        )
    )
    return PushStatus.OK


def _agrees(connection: Connection, window: Row[Any], entries: Sequence[SealedEntry]) -> bool:
    """Whether what is there already is the same as what comes again."""
    again = {each.sequence: each.hash for each in entries if each.sequence <= window.last_seq}
    if not again:
        return True
    known = connection.execute(
        select(t.inbox.c.seq, t.inbox.c.hash).where(
            and_(
                of_center(t.inbox, window.center_id),
                t.inbox.c.window_id == window.window_id,
                t.inbox.c.inc == window.inc,
                t.inbox.c.seq.in_(again),
            )
        )
    )
    return {each.seq: bytes(each.hash) for each in known} == again


def _row(window: Row[Any], entry: SealedEntry, at: datetime) -> dict[str, object]:
    return {
        "center_id": window.center_id,
        "window_id": window.window_id,
        "inc": window.inc,
        "seq": entry.sequence,
        "event_id": entry.event_id,
        "payload": entry.payload,
        "hash": entry.hash,
        "sig": entry.signature,
        "received_at": at.isoformat(),
        "verdict": None,
    }
