"""One round with the center: say hello, hear what was decided, send what waits.

Nothing here waits for the network and the store at once: each step asks the center
first and then does its short piece of work on the store. Everything may stop
anywhere; the next round goes on from what both sides have.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from clerk.domain.exchange import LARGEST_PUSH, REFERENCE, FeedId, PushStatus, Standing
from clerk.usecases.center_port import NotLetIn, OtherGeneration
from clerk.usecases.exchange_port import StoreForked

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.exchange import Caller, Hello
    from clerk.domain.identifiers import CaseId
    from clerk.usecases.center_port import Center
    from clerk.usecases.exchange_port import Exchange, JournalEnd

T = TypeVar("T")
PAGE = LARGEST_PUSH


class OnStore(Protocol):
    """Runs one short step on the store, in a transaction of its own, and returns its answer."""

    def __call__(self, step: Callable[[Exchange], T], /) -> T:
        """Run it; on the worker, where the window has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one round did: entries sent, feed positions taken, cases changed, and what waits."""

    sent: int
    heard: int
    changed: frozenset[CaseId]
    waiting: int


class Synchroniser:
    """Speaks with one center for one window; keeps what it learned from the last hello."""

    def __init__(self, center: Center, on_store: OnStore, caller: Caller, told: str) -> None:
        self._center = center
        self._on_store = on_store
        self._caller = caller
        self._told = told
        self._hello: Hello | None = None

    def round(self) -> Round:
        """Do one round.

        Raises:
            CenterAway: No answer; what was done so far stands.
            NotLetIn: The center does not know this window, or it is retired.
            StoreForked: The store was restored or copied; it must be enrolled again.
            FeedBroken: The center's feed is not the one this window has followed.
        """
        try:
            return self._round()
        except OtherGeneration:
            self._hello = None
            return self._round()

    def _round(self) -> Round:
        hello = self._hello or self._say_hello()
        changed: set[CaseId] = set()
        heard = self._hear(REFERENCE, changed)
        sent = self._send()
        for feed in hello.heads:
            if feed != REFERENCE:
                heard += self._hear(feed, changed)
        end = self._on_store(lambda exchange: exchange.journal_end())
        return Round(sent=sent, heard=heard, changed=frozenset(changed), waiting=end.waiting)

    def _say_hello(self) -> Hello:
        hello = self._center.hello(self._caller, told=self._told)
        if hello.standing is not Standing.ACTIVE:
            raise NotLetIn(window=hello.window)
        self._on_store(lambda exchange: _meet(exchange, hello))
        self._caller = replace(
            self._caller, incarnation=hello.incarnation, generation=hello.generation.number
        )
        self._hello = hello
        return hello

    def _send(self) -> int:
        sent = 0
        while entries := self._on_store(lambda exchange: exchange.unsent(PAGE)):
            answer = self._center.push(self._caller, entries)
            if answer.generation != self._caller.generation:
                raise OtherGeneration(generation=answer.generation)
            if answer.status is PushStatus.BUSY:
                break
            if answer.status is not PushStatus.OK:
                self._hello = None
                self._refuse(answer.status, answer.last_sequence)
                break
            acked = answer.last_sequence
            self._on_store(lambda exchange, acked=acked: exchange.note_acked(acked))  # type: ignore[misc]
            sent += len(entries)
        return sent

    def _refuse(self, status: PushStatus, theirs: int) -> None:
        """Turn an answer that is no yes into what it means; a gap mends itself after a hello."""
        if status is PushStatus.RETIRED:
            raise NotLetIn(window=self._caller.window)
        if status in {PushStatus.FORK, PushStatus.WRONG_INCARNATION}:
            end = self._on_store(lambda exchange: exchange.journal_end())
            raise StoreForked(ours=end.last_sequence, theirs=theirs)

    def _hear(self, feed: FeedId, changed: set[CaseId]) -> int:
        heard = 0
        while True:
            after = self._on_store(lambda exchange: exchange.cursor(feed)).position
            page = self._center.pull(self._caller, feed, after, PAGE)
            if page.events:
                changed |= set(self._on_store(lambda exchange, page=page: exchange.take(page)))  # type: ignore[misc]
                heard += len(page.events)
            if len(page.events) < PAGE:
                return heard


def _meet(exchange: Exchange, hello: Hello) -> None:
    """Compare what the center has of this window with the journal here.

    Raises:
        StoreForked: They are not one: the center is ahead, or has another entry there.
    """
    end = exchange.journal_end()
    if hello.incarnation != end.incarnation or not _is_prefix(exchange, hello, end):
        raise StoreForked(ours=end.last_sequence, theirs=hello.last_sequence)
    if hello.generation.number != end.generation:
        exchange.begin_generation(hello.generation)
    exchange.note_acked(hello.last_sequence)


def _is_prefix(exchange: Exchange, hello: Hello, end: JournalEnd) -> bool:
    if hello.last_sequence == 0:
        return True
    return hello.last_sequence <= end.last_sequence and (
        exchange.hash_at(hello.last_sequence) == hello.last_hash
    )
