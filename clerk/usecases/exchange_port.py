"""A window's own side of the exchange with its center: what it sent, what it was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clerk.domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from clerk.domain.exchange import FeedEvent, FeedId, FeedPage, Generation, Verdict
    from clerk.domain.identifiers import CaseId, EventId
    from clerk.domain.journal import SealedEntry


@dataclass(eq=False, kw_only=True)
class FeedBroken(Refusal):
    """A page does not follow what stands here: a hole, another chain, a changed entry."""

    feed: str
    position: int
    reason: str


@dataclass(eq=False, kw_only=True)
class StoreForked(Refusal):
    """The center has another journal of this window: this store was restored or copied.

    ``ours`` and ``theirs`` are the last sequences. It must be enrolled again before
    it writes on.
    """

    ours: int
    theirs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEnd:
    """Where this window's journal ends, and how much of it the center has.

    ``waiting`` counts entries the center has not got yet; ``oldest_at`` is when the
    first of them was written.
    """

    incarnation: int
    last_sequence: int
    last_hash: str
    acked: int
    waiting: int
    oldest_at: datetime | None
    generation: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far this window followed a feed: the last position and the chain there (32 bytes)."""

    position: int
    chain: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """An entry of this window that the center did not take, until a person has dealt with it."""

    event_id: EventId
    case_id: CaseId
    kind: str
    verdict: Verdict
    detail: str
    told_at: datetime


class Exchange(Protocol):
    """What the store keeps of the exchange; part of a unit of work."""

    def journal_end(self) -> JournalEnd:
        """Return where the journal ends and what of it waits."""

    def hash_at(self, sequence: int) -> str | None:
        """Return the hash (hex) of the entry at a sequence of this incarnation."""

    def unsent(self, limit: int) -> tuple[SealedEntry, ...]:
        """Return the next entries the center has not got, in order."""

    def note_acked(self, sequence: int) -> None:
        """Note how far the center has the journal; says nothing about any verdict."""

    def cursor(self, feed: FeedId) -> Cursor:
        """Return how far a feed was followed; position 0 at its beginning."""

    def take(self, page: FeedPage) -> tuple[CaseId, ...]:
        """Take a page in, verdicts and entries of others, and return the cases it changed.

        The cursor moves in the same transaction.

        Raises:
            FeedBroken: The page does not follow what stands here; nothing is taken.
        """

    def begin_generation(self, generation: Generation) -> None:
        """Cut every feed back to the new life's base; verdicts behind it are void again.

        Entries of earlier incarnations that are undecided again are written anew at
        the end of the journal, with the same event id.
        """

    def take_case(self, events: Sequence[FeedEvent]) -> tuple[CaseId, ...]:
        """Keep a case fetched by its number, beside the feeds."""

    def returned(self) -> tuple[Returned, ...]:
        """Return what the center did not take and nobody has dealt with, first first."""

    def settle(self, event_id: EventId) -> None:
        """Note that a person has dealt with a returned entry."""
