"""What windows and their center say to each other: entries up, verdicts down.

A window's journal goes up as it is, byte for byte. What comes back are feeds:
entries with the center's verdict, at positions without holes, chained, so that
every window is a witness of what the center said. Whether the center *has* an
entry (the watermark) and what it *says* to it (the verdict) are two facts and
never share a field.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clerk.domain.identifiers import CaseId, EventId
    from clerk.domain.journal import SealedEntry

FeedId = NewType("FeedId", str)
"""``ref``, ``section:<department>`` or ``window:<window>``."""

REFERENCE = FeedId("ref")
"""Items, calendars, staff, keys, revocations, settings; pulled before all other feeds."""

LARGEST_PUSH = 500
"""Entries in one push or one page."""

_CHAIN_TAG = b"clerk feed 1\x00"
_CALL_TAG = b"clerk call 1\x00"
NO_CHAIN = bytes(32)
_BLOCK = 64


def section_feed(department_id: str) -> FeedId:
    """Return the feed of one department's cases."""
    return FeedId(f"section:{department_id}")


def window_feed(window: str) -> FeedId:
    """Return the private feed of one window: what the center says to it alone."""
    return FeedId(f"window:{window}")


class Verdict(StrEnum):
    """What the center says to an entry."""

    ACCEPTED = "accepted"
    AMENDED = "amended"  # accepted, but its case number was taken: the detail holds the new one
    DUPLICATE = "duplicate"  # the same event was decided before; nothing happens twice
    CONCURRING = "concurring"  # a second sign-off; the first one stands, this one is kept
    LATE = "late"  # of a former owner, kept as a note for the new one
    NOT_OWNER = "not_owner"
    STALE = "stale"  # signed on another substance than the case has now
    WRONG_STAGE = "wrong_stage"
    ALREADY_SIGNED = "already_signed"  # a withdrawal came after the sign-off
    WITHDRAWN = "withdrawn"  # a sign-off came after the withdrawal
    UNKNOWN_CASE = "unknown_case"
    WRONG_WINDOW = "wrong_window"
    NOT_ENTITLED = "not_entitled"  # the signer lacks the role or the authority
    BAD_SIGNATURE = "bad_signature"
    BAD_ENTRY = "bad_entry"  # hash, envelope or body do not hold
    HELD_REVOKED = "held_revoked"  # signed with a key revoked since; a supervisor decides
    HELD_UNKNOWN = "held_unknown"  # of a kind a newer program knows; decided after the upgrade
    HELD_ERROR = "held_error"  # the registrar stumbled over it; nothing else waits for it

    @property
    def takes_effect(self) -> bool:
        """Whether the case is another one after it."""
        return self in {Verdict.ACCEPTED, Verdict.AMENDED}

    @property
    def is_held(self) -> bool:
        """Whether it will be decided again."""
        return self in {Verdict.HELD_REVOKED, Verdict.HELD_UNKNOWN, Verdict.HELD_ERROR}

    @property
    def needs_people(self) -> bool:
        """Whether it belongs on somebody's list of returned work."""
        return self not in {Verdict.ACCEPTED, Verdict.DUPLICATE}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEvent:
    """One entry in a feed: the window's exact bytes and what the center says to them.

    ``detail`` is canonical JSON, often empty: the amended number, what differs,
    the case it may be a duplicate of. ``chain`` is 32 bytes.
    """

    position: int
    window: str
    incarnation: int
    entry: SealedEntry
    verdict: Verdict
    detail: str
    chain: bytes


def chained(before: bytes, digest: bytes, verdict: Verdict, detail: str) -> bytes:
    """Return the feed's chain behind one more entry: SHA-256 over what stood before and this."""
    told = verdict.value.encode() + b"\x00" + detail.encode()
    return hashlib.sha256(_CHAIN_TAG + before + digest + told).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """What follows ``after`` in a feed; a page that is full may have another behind it."""

    feed: FeedId
    generation: int
    after: int
    events: tuple[FeedEvent, ...]


class Standing(StrEnum):
    """What a window is to its center."""

    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """A life of the center's database: a restore begins a new one.

    ``bases`` are the positions up to which each feed is the same as before.
    """

    number: int
    bases: Mapping[FeedId, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """The center's answer to *who am I*: what it has of this window, and where its feeds stand.

    ``last_sequence`` and ``last_hash`` (hex) are of the current incarnation.
    """

    window: str
    incarnation: int
    standing: Standing
    last_sequence: int
    last_hash: str
    generation: Generation
    least_version: int
    greatest_version: int
    heads: Mapping[FeedId, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """What a PC became by showing its one-time code."""

    window: str
    incarnation: int
    sections: tuple[str, ...]


class PushStatus(StrEnum):
    """What became of a push."""

    OK = "ok"
    GAP = "gap"  # entries between are missing
    FORK = "fork"  # another entry stands at that sequence: a restored or copied store
    WRONG_INCARNATION = "wrong_incarnation"
    WRONG_GENERATION = "wrong_generation"  # the center was restored meanwhile: say hello again
    RETIRED = "retired"
    BUSY = "busy"  # the quota of undecided entries is used up


@dataclass(frozen=True, slots=True, kw_only=True)
class PushAnswer:
    """What became of a push, and what the center has of this window now."""

    status: PushStatus
    generation: int
    last_sequence: int
    last_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls: a window, its secret (32 bytes), its incarnation, the generation it knows."""

    window: str
    secret: bytes
    incarnation: int
    generation: int


def pads_of(secret: bytes) -> bytes:
    """Return a secret's two key blocks (RFC 2104): inner, then outer, 64 bytes each.

    A center keeps these; with them SHA-256 alone checks a code.

    Raises:
        ValueError: The secret is longer than a block.
    """
    block = secret.ljust(_BLOCK, b"\0")
    if len(block) != _BLOCK:
        raise ValueError(len(secret))
    return bytes(each ^ 0x36 for each in block) + bytes(each ^ 0x5C for each in block)


def call_code(caller: Caller, function: str, arguments: Iterable[bytes]) -> bytes:
    """Return the code that proves a call: HMAC-SHA256 over who, what and every argument.

    Arguments are framed by their length, so that no two calls share a code.
    """
    code = hmac.new(caller.secret, _CALL_TAG, hashlib.sha256)
    head = f"{function}|{caller.window}|{caller.incarnation}|{caller.generation}".encode()
    for part in (head, *arguments):
        code.update(len(part).to_bytes(8, "big"))
        code.update(part)
    return code.digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorKey:
    """A person's public key as the center knows it.

    ``windows`` is empty where the person may act at every window; ``revoked_at``
    is the position in the reference feed at which the center revoked it.
    """

    key_id: str
    actor: str
    algorithm: str
    public: bytes
    roles: frozenset[str]
    windows: frozenset[str] = frozenset()
    revoked_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStanding:
    """What the center must know of a case to decide on the next entry.

    ``substance`` is the SHA-256 a sign-off must name; ``former`` are windows it
    was taken from.
    """

    case_id: CaseId
    version: int
    stage: str
    owner: str
    section: str
    number: str
    substance: str
    applicant: str
    item: str
    received_on: str
    decided_by: EventId | None = None
    former: tuple[str, ...] = ()
