"""The journal: signed, chained, gapless; the truth of which all rows are a shadow.

An entry is canonical JSON; its hash covers the exact bytes behind a domain
tag, its signature is that of the person who did it, and the next entry names
that hash. A missing, altered, moved or inserted
entry breaks the chain. Bytes are stored and checked as they are, never written
anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clerk.domain.codec import Malformed, canonical, from_plain
from clerk.domain.event import Event
from clerk.domain.events import body_of, kind_of, read_event
from clerk.domain.keys import KeyId
from clerk.domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from clerk.domain.identifiers import CaseId, EventId
    from clerk.domain.keys import Seal
    from clerk.domain.trust import Trust

FORMAT = 1
DOMAIN_TAG = b"clerk event 1\x00"
NOTHING_BEFORE = "0" * 64
LARGEST_PAYLOAD = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPosition:
    """Where the next entry goes: the sequence it gets and the hash it follows."""

    center: str
    window: str
    incarnation: int
    sequence: int
    previous: str

    def after(self, entry: SealedEntry) -> JournalPosition:
        """Return the position behind an entry."""
        return JournalPosition(
            center=self.center,
            window=self.window,
            incarnation=self.incarnation,
            sequence=self.sequence + 1,
            previous=entry.hash.hex(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedEntry:
    """One journal row: exact bytes, their hash, and the signature over it."""

    sequence: int
    event_id: EventId
    case_id: CaseId
    payload: bytes
    hash: bytes
    signature: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The envelope of an event, as read back from its bytes."""

    v: int
    center: str
    window: str
    inc: int
    seq: int
    prev: str
    event_id: str
    case_id: str
    base_ver: int
    base_hash: str
    kind: str
    actor: str
    alg: str
    key_id: str
    at: str


@dataclass(eq=False, kw_only=True)
class ChainBroken(Refusal):
    """The journal does not hold together at ``sequence``; ``reason`` says in which way."""

    sequence: int
    reason: str


def seal_event(
    event: Event,
    *,
    at: JournalPosition,
    event_id: EventId,
    case_id: CaseId,
    base_version: int,
    base_hash: str,
    seal: Seal,
) -> SealedEntry:
    """Write one event as the next entry of the journal, signed and chained."""
    payload = canonical(
        {
            "v": FORMAT,
            "center": at.center,
            "window": at.window,
            "inc": at.incarnation,
            "seq": at.sequence,
            "prev": at.previous,
            "event_id": event_id,
            "case_id": case_id,
            "base_ver": base_version,
            "base_hash": base_hash,
            "kind": kind_of(event),
            "actor": event.by,
            "alg": seal.key.alg,
            "key_id": seal.key.id,
            "at": event.at.isoformat(),
            "body": body_of(event),
        }
    )
    digest = hash_of(payload)
    return SealedEntry(
        sequence=at.sequence,
        event_id=event_id,
        case_id=case_id,
        payload=payload,
        hash=digest,
        signature=seal.sign(digest),
    )


def hash_of(payload: bytes) -> bytes:
    """Return SHA-256 over the domain tag and the exact bytes (32 bytes)."""
    return hashlib.sha256(DOMAIN_TAG + payload).digest()


def read_payload(payload: bytes) -> tuple[Entry, Event]:
    """Read an entry's bytes back.

    Raises:
        Malformed: Too large, too deep, not JSON, not of this format, or of an unknown kind.
    """
    entry, body = read_envelope(payload)
    return entry, read_event(entry.kind, body, entry.actor, entry.at)


def read_envelope(payload: bytes) -> tuple[Entry, dict[str, Any]]:
    """Read an entry's envelope back; the body stays plain, so its kind may be a newer one.

    Raises:
        Malformed: Too large, too deep, not JSON, or not of this format.
    """
    plain = _parsed(payload)
    body = plain.pop("body", None)
    entry = from_plain(Entry, plain, "entry")
    if entry.v != FORMAT:
        raise Malformed(place="entry.v", reason=f"format {entry.v} is not known here")
    if not isinstance(body, dict):
        raise Malformed(place="body", reason="expected an object")
    return entry, body


def is_whole(each: SealedEntry) -> bool:
    """Whether an entry's bytes are those that were hashed.

    A store that was changed by hand may hold other types than bytes; they were never hashed.
    """
    parts = (each.payload, each.hash, each.signature)
    return all(type(part) is bytes for part in parts) and hash_of(each.payload) == each.hash


def walk(
    entries: Iterable[SealedEntry], trust: Trust, start: JournalPosition
) -> Iterator[tuple[Entry, Event]]:
    """Check hash, signature and chain of every entry, and yield what it says.

    Args:
        entries: The journal, from its first entry on.
        trust: Says whether an entry was signed by whom it names.
        start: Where the first entry stands.

    Raises:
        ChainBroken: At the first entry that does not fit.
        Malformed: An entry fits the chain but cannot be read.
    """
    position = start
    for each in entries:
        reason = "gap" if each.sequence != position.sequence else ""
        if not (reason or is_whole(each)):
            reason = "hash"
        if reason:
            raise ChainBroken(sequence=position.sequence, reason=reason)
        entry, event = read_payload(each.payload)
        reason = fault_of_place(entry, position) or trust.fault(
            event, KeyId(entry.key_id), each.hash, each.signature
        )
        if reason:
            raise ChainBroken(sequence=position.sequence, reason=reason)
        yield entry, event
        position = position.after(each)


def fault_of_place(entry: Entry, position: JournalPosition) -> str:
    """Return what is wrong with where an entry stands: ``chain`` or ``foreign``."""
    if (entry.seq, entry.prev) != (position.sequence, position.previous):
        return "chain"
    here = (position.center, position.window, position.incarnation)
    return "" if (entry.center, entry.window, entry.inc) == here else "foreign"


def _parsed(payload: bytes) -> dict[str, Any]:
    if type(payload) is not bytes:
        raise Malformed(place="entry", reason="expected bytes")
    if len(payload) > LARGEST_PAYLOAD:
        raise Malformed(place="entry", reason=f"larger than {LARGEST_PAYLOAD} bytes")
    try:
        plain = _DECODER.decode(payload.decode())
    except RecursionError as error:
        raise Malformed(place="entry", reason="nested too deeply") from error
    except ValueError as error:
        raise Malformed(place="entry", reason=str(error)) from error
    if not isinstance(plain, dict):
        raise Malformed(place="entry", reason="expected an object")
    return plain


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_no_twins)
