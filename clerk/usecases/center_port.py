"""What a window asks of its center, as plain promises. Two adapters keep them.

A call answers or raises ``CenterAway``; what it did is then unknown, and calling
again does no harm. Every answer names the generation it was given in, so that one
from before a restore of the center is not believed after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clerk.domain.refusals import Outage, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk.domain.case_number import CaseNumber
    from clerk.domain.exchange import (
        Caller,
        Enrolled,
        FeedEvent,
        FeedId,
        FeedPage,
        Hello,
        PushAnswer,
    )
    from clerk.domain.journal import SealedEntry


@dataclass(eq=False, kw_only=True)
class CenterAway(Outage):
    """The center does not answer; ``cause`` is one word of a closed set, ``detail`` for the log."""

    cause: str
    detail: str = ""


@dataclass(eq=False, kw_only=True)
class NotLetIn(Refusal):
    """The center does not know this window, or its code does not prove who it is."""

    window: str


@dataclass(eq=False, kw_only=True)
class OtherGeneration(Refusal):
    """The center was restored since this window said hello; it must say hello again."""

    generation: int


class Center(Protocol):
    """The calls of a window. Each proves itself by the caller's code (HMAC)."""

    def enrol(self, code: str, *, secret: bytes, machine: str, least_incarnation: int) -> Enrolled:
        """Let this PC in by a one-time code, with the secret (32 bytes) it made itself.

        ``machine`` names the PC; ``least_incarnation`` is the last one it remembers,
        0 for none.

        Raises:
            NotLetIn: The code is wrong, used, or too old.
            CenterAway: No answer; the code may be used up.
        """

    def hello(self, caller: Caller, *, told: str) -> Hello:
        """Say what the center has of this window; ``told`` is what it says of itself, JSON.

        Raises:
            CenterAway: No answer.
            NotLetIn: Unknown window or wrong code.
        """

    def push(self, caller: Caller, entries: Sequence[SealedEntry]) -> PushAnswer:
        """Take entries into the inbox, all or none, in order, at most 500.

        Entries it has already, with equal hashes, are as good as taken.

        Raises:
            CenterAway, NotLetIn: As for :meth:`hello`.
        """

    def pull(self, caller: Caller, feed: FeedId, after: int, limit: int) -> FeedPage:
        """Return what follows position ``after`` in a feed, without holes.

        Raises:
            OtherGeneration: ``caller.generation`` is not the center's.
            NotLetIn: Also where the feed is not this window's to read.
            CenterAway: No answer.
        """

    def case(self, caller: Caller, number: CaseNumber) -> tuple[FeedEvent, ...]:
        """Return what was decided of one case, in order, for a number scanned here.

        Raises:
            CenterAway, NotLetIn: As for :meth:`hello`. An unknown number answers with nothing.
        """

    def put_file(self, caller: Caller, sha256: str, size: int, start: int, content: bytes) -> int:
        """Take a part of a file from ``start`` on and return how much the center has of it.

        A part that does not continue what is there changes nothing; 0 after the last
        part says that the whole did not hash to its name and was dropped.

        Raises:
            InvalidInput: The file is too large, or the part reaches beyond its end.
            CenterAway, NotLetIn: As for :meth:`hello`.
        """

    def get_file(self, caller: Caller, sha256: str, start: int, limit: int) -> bytes:
        """Return a part of a file; empty behind its end, or where the center has none of it.

        Raises:
            CenterAway, NotLetIn: As for :meth:`hello`.
        """
