"""What the store keeps of the exchange: the watermark, the feeds, the verdicts.

The journal itself is never touched: what the center has of it is a number, and
what it said to an entry stands in a table of its own. A page is taken whole or not
at all, and the cursor moves with it.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from clerk.domain.exchange import NO_CHAIN, FeedId, Verdict, chained
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.journal import NOTHING_BEFORE, SealedEntry, hash_of, read_envelope
from clerk.store import exchange_rows as sql
from clerk.usecases.exchange_port import Cursor, FeedBroken, JournalEnd, Returned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection, Row

    from clerk.domain.exchange import FeedEvent, FeedPage, Generation
    from clerk.domain.journal import JournalPosition
    from clerk.usecases.ports import Clock

_ACKED, _GENERATION = "acked", "generation"


class SqlExchange:
    """``Exchange`` in the window's store.

    ``refold`` brings the rows of cases up to their events; ``adopt`` writes an entry
    anew at the end of the journal.
    """

    def __init__(
        self,
        connection: Connection,
        head: Callable[[], JournalPosition],
        clock: Clock,
        *,
        refold: Callable[[Iterable[CaseId]], None],
        adopt: Callable[[SealedEntry], None],
    ) -> None:
        self._connection = connection
        self._head = head
        self._clock = clock
        self._refold = refold
        self._adopt = adopt

    def journal_end(self) -> JournalEnd:
        head, acked = self._head(), self._number(_ACKED)
        first = self._all(sql.ENTRIES_AFTER, head.incarnation, acked, 1)
        return JournalEnd(
            incarnation=head.incarnation,
            last_sequence=head.sequence - 1,
            last_hash=head.previous,
            acked=acked,
            waiting=head.sequence - 1 - acked,
            oldest_at=_written_at(first[0].payload) if first else None,
            generation=self._number(_GENERATION),
        )

    def hash_at(self, sequence: int) -> str | None:
        if sequence == 0:
            return NOTHING_BEFORE
        found = self._scalar(sql.HASH_AT, self._head().incarnation, sequence)
        return found.hex() if isinstance(found, bytes) else None

    def unsent(self, limit: int) -> tuple[SealedEntry, ...]:
        found = self._all(sql.ENTRIES_AFTER, self._head().incarnation, self._number(_ACKED), limit)
        return tuple(map(_sealed, found))

    def note_acked(self, sequence: int) -> None:
        self._note(_ACKED, sequence)

    def cursor(self, feed: FeedId) -> Cursor:
        found = self._all(sql.CURSOR, feed)
        return (
            Cursor(position=found[0].pos, chain=found[0].chain)
            if found
            else Cursor(position=0, chain=NO_CHAIN)
        )

    def take(self, page: FeedPage) -> tuple[CaseId, ...]:
        cursor = self.cursor(page.feed)
        if page.after != cursor.position:
            raise FeedBroken(feed=page.feed, position=page.after, reason="cursor")
        changed: dict[CaseId, None] = {}
        for each in page.events:
            cursor = _next(page.feed, cursor, each)
            if case := self._take(page.feed, each):
                changed[case] = None
        self._run(sql.MOVE_CURSOR, page.feed, cursor.position, cursor.chain)
        self._refold(changed)
        return tuple(changed)

    def begin_generation(self, generation: Generation) -> None:
        changed: set[CaseId] = set()
        for feed in {*generation.bases, *self._feeds()}:
            changed |= self._cut(feed, generation.bases.get(feed, 0))
        for entry in self._orphans():
            self._adopt(entry)
        self._note(_GENERATION, generation.number)
        self._refold(changed)

    def take_case(self, events: Sequence[FeedEvent]) -> tuple[CaseId, ...]:
        changed: dict[CaseId, None] = {}
        for each in events:
            feed = FeedId(f"fetched:{each.entry.case_id}")
            if self._scalar(sql.CHAIN_AT, feed, each.position) is None:
                self._keep(feed, each)
                changed[each.entry.case_id] = None
        self._refold(changed)
        return tuple(changed)

    def returned(self) -> tuple[Returned, ...]:
        return tuple(
            Returned(
                event_id=EventId(each.event_id),
                case_id=CaseId(each.case_id),
                kind=each.kind,
                verdict=Verdict(each.verdict),
                detail=each.detail,
                told_at=datetime.fromisoformat(each.told_at),
            )
            for each in self._all(sql.RETURNED)
        )

    def settle(self, event_id: EventId) -> None:
        self._run(sql.SETTLE, event_id)

    def _take(self, feed: FeedId, event: FeedEvent) -> CaseId | None:
        """Keep one event of a feed; say which case is another one after it."""
        is_ours = self._keep(feed, event)
        if is_ours:
            kind = read_envelope(event.entry.payload)[0].kind
            self._run(
                sql.TELL,
                event.entry.event_id,
                event.entry.case_id,
                kind,
                event.verdict,
                event.position,
                feed,
                event.detail,
                self._clock().isoformat(),
            )
        return event.entry.case_id if is_ours or event.verdict.takes_effect else None

    def _keep(self, feed: FeedId, event: FeedEvent) -> bool:
        """Keep an event, without its bytes where the journal has them; say whether it has."""
        entry = event.entry
        is_ours = self._scalar(sql.KNOWS_EVENT, entry.event_id) is not None
        self._run(
            sql.KEEP,
            feed,
            event.position,
            entry.event_id,
            entry.case_id,
            event.window,
            event.incarnation,
            entry.sequence,
            None if is_ours else entry.payload,
            entry.hash,
            entry.signature,
            event.verdict,
            event.detail,
            event.chain,
        )
        return is_ours

    def _cut(self, feed: FeedId, base: int) -> set[CaseId]:
        """Forget a feed behind a position; say which cases that concerns."""
        cases = {CaseId(each.case_id) for each in self._all(sql.CASES_BEHIND, feed, base)}
        self._run(sql.CUT_FEED, feed, base)
        self._run(sql.CUT_VERDICTS, feed, base)
        if self.cursor(feed).position > base:
            chain = self._scalar(sql.CHAIN_AT, feed, base) if base else NO_CHAIN
            self._run(sql.MOVE_CURSOR, feed, base, chain)
        return cases

    def _feeds(self) -> tuple[FeedId, ...]:
        return tuple(FeedId(each.feed_id) for each in self._all(sql.FEEDS))

    def _orphans(self) -> tuple[SealedEntry, ...]:
        """Return entries of earlier incarnations that nobody has decided on."""
        incarnation = self._head().incarnation
        return tuple(_sealed(each) for each in self._all(sql.ORPHANS, incarnation, incarnation))

    def _number(self, key: str) -> int:
        return int(self._scalar(sql.META, key) or 0)

    def _note(self, key: str, value: int) -> None:
        self._run(sql.NOTE, key, str(value))

    def _run(self, statement: str, *values: object) -> None:
        self._connection.exec_driver_sql(statement, values)

    def _all(self, statement: str, *values: object) -> Sequence[Row[Any]]:
        return self._connection.exec_driver_sql(statement, values).all()

    def _scalar(self, statement: str, *values: object) -> Any:
        return self._connection.exec_driver_sql(statement, values).scalar()


def _next(feed: FeedId, cursor: Cursor, event: FeedEvent) -> Cursor:
    """Return the cursor behind an event that follows.

    Raises:
        FeedBroken: It does not follow.
    """
    chain = chained(cursor.chain, event.entry.hash, event.verdict, event.detail)
    if event.position != cursor.position + 1:
        reason = "hole"
    elif hash_of(event.entry.payload) != event.entry.hash:
        reason = "hash"
    elif chain != event.chain:
        reason = "chain"
    else:
        return Cursor(position=event.position, chain=chain)
    raise FeedBroken(feed=feed, position=event.position, reason=reason)


def _sealed(row: Row[Any]) -> SealedEntry:
    return SealedEntry(
        sequence=row.seq,
        event_id=EventId(row.event_id),
        case_id=CaseId(row.case_id),
        payload=row.payload,
        hash=row.hash,
        signature=row.sig,
    )


def _written_at(payload: bytes) -> datetime:
    return datetime.fromisoformat(read_envelope(payload)[0].at)
