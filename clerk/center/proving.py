"""Whether an entry is what it says: its bytes, its chain, its window, its actor's signature."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import func, select

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.domain.codec import Malformed
from clerk.domain.exchange import ActorKey, Verdict
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.journal import SealedEntry, hash_of, read_envelope

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from clerk.domain.journal import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One undecided entry. ``envelope`` is None where its bytes cannot be read.

    ``follows`` is the hash of the entry before it in the same incarnation, None
    where this entry was decided before and comes again.
    """

    window: str
    incarnation: int
    entry: SealedEntry
    envelope: Entry | None
    body: Mapping[str, Any]
    follows: str | None


def read_inbox(connection: Connection, center: str, limit: int) -> tuple[Incoming, ...]:
    """Return undecided entries: each window's in its own order, a fair share of every window's."""
    turn = (
        func.row_number()
        .over(partition_by=t.inbox.c.window_id, order_by=(t.inbox.c.inc, t.inbox.c.seq))
        .label("turn")
    )
    waiting = (
        select(t.inbox, turn)
        .where(of_center(t.inbox, center), t.inbox.c.verdict.is_(None))
        .subquery()
    )
    found = connection.execute(
        select(waiting).order_by(waiting.c.turn, waiting.c.window_id).limit(limit)
    ).all()
    heads = _heads(connection, center, {each.window_id for each in found})
    return tuple(_incoming(each, heads) for each in found)


_Heads = dict[tuple[str, int], tuple[int, str]]


def _heads(connection: Connection, center: str, windows: Iterable[str]) -> _Heads:
    """Return where the decided part of each journal ends: its sequence and hash."""
    found = connection.execute(
        select(t.journal_).where(of_center(t.journal_, center), t.journal_.c.window_id.in_(windows))
    )
    return {(each.window_id, each.inc): (each.decided_seq, each.decided_hash) for each in found}


def _incoming(row: Row[Any], heads: _Heads) -> Incoming:
    payload = bytes(row.payload)
    try:
        envelope, body = read_envelope(payload)
    except Malformed:
        envelope, body = None, {}
    return Incoming(
        window=row.window_id,
        incarnation=row.inc,
        entry=SealedEntry(
            sequence=row.seq,
            event_id=EventId(row.event_id),
            case_id=CaseId(envelope.case_id if envelope else ""),
            payload=payload,
            hash=bytes(row.hash),
            signature=bytes(row.sig),
        ),
        envelope=envelope,
        body=body,
        follows=_follows(row, heads),
    )


def _follows(row: Row[Any], heads: _Heads) -> str | None:
    decided, last = heads[row.window_id, row.inc]
    if row.seq <= decided:
        return None
    heads[row.window_id, row.inc] = (row.seq, bytes(row.hash).hex())
    return last if row.seq == decided + 1 else ""


class Prover:
    """Checks entries against the keys the center knows."""

    def faults(
        self, connection: Connection, center: str, incoming: Sequence[Incoming]
    ) -> tuple[Verdict | None, ...]:
        """Return for each entry why it is not what it says, None where it is."""
        keys = _keys(connection, center, {x.envelope.key_id for x in incoming if x.envelope})
        return tuple(_fault(each, center, keys) for each in incoming)


def _fault(each: Incoming, center: str, keys: Mapping[str, ActorKey]) -> Verdict | None:
    told = each.envelope
    if told is None or hash_of(each.entry.payload) != each.entry.hash:
        return Verdict.BAD_ENTRY
    if (told.center, told.window, told.inc) != (center, each.window, each.incarnation):
        return Verdict.WRONG_WINDOW
    if (told.seq, told.event_id) != (each.entry.sequence, each.entry.event_id):
        return Verdict.BAD_ENTRY
    if each.follows is not None and told.prev != each.follows:
        return Verdict.BAD_ENTRY
    return _signer_fault(each, told, keys.get(told.key_id))


def _signer_fault(each: Incoming, told: Entry, key: ActorKey | None) -> Verdict | None:
    if key is None or key.actor != told.actor:
        return Verdict.BAD_SIGNATURE
    if key.windows and each.window not in key.windows:
        return Verdict.WRONG_WINDOW
    if not _verifies(key.public, each.entry.hash, each.entry.signature):
        return Verdict.BAD_SIGNATURE
    return Verdict.HELD_REVOKED if key.revoked_at is not None else None


def _verifies(public: bytes, digest: bytes, signature: bytes) -> bool:
    try:
        _key(public).verify(signature, digest)
    except InvalidSignature:
        return False
    return True


@lru_cache(maxsize=4096)
def _key(public: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(public)


def _keys(connection: Connection, center: str, wanted: Iterable[str]) -> dict[str, ActorKey]:
    found = connection.execute(
        select(t.actor_key).where(of_center(t.actor_key, center), t.actor_key.c.key_id.in_(wanted))
    )
    return {
        each.key_id: ActorKey(
            key_id=each.key_id,
            actor=each.actor_id,
            algorithm=each.alg,
            public=bytes(each.public),
            roles=frozenset(each.roles.split()),
            windows=frozenset(each.windows.split()),
            revoked_at=each.revoked_pos,
        )
        for each in found
    }
