"""The embedded center: the calls of a window, answered from a SQLite file in the same process.

It keeps the same contract as the functions in PostgreSQL, and serves one machine,
the demo and the simulations. Every call is one transaction that takes the file's
one lock first, so that reading and deciding see one state.
"""

from __future__ import annotations

import hmac
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, create_engine, event, select, update
from sqlalchemy.pool import NullPool

from clerk.center import files
from clerk.center import tables as t
from clerk.center.feeds import feed_events, heads_of, of_center, readable_feeds
from clerk.center.intake import may_push, take
from clerk.center.lives import generation_of
from clerk.center.registry import accept_invitation
from clerk.domain.exchange import (
    LARGEST_PUSH,
    FeedId,
    FeedPage,
    Hello,
    PushAnswer,
    PushStatus,
    Standing,
    pads_of,
    section_feed,
)
from clerk.usecases.center_port import NotLetIn, OtherGeneration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection, Engine, Row

    from clerk.domain.case_number import CaseNumber
    from clerk.domain.exchange import Caller, Enrolled, FeedEvent
    from clerk.domain.journal import SealedEntry

LEAST_VERSION, GREATEST_VERSION = 1, 1


def open_file(path: Path) -> Engine:
    """Return an engine on a center's SQLite file; transactions lock at once and reach the disk."""
    engine = create_engine(
        f"sqlite+pysqlite:///{path}",
        poolclass=NullPool,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 10.0},
    )

    @event.listens_for(engine, "connect")
    def _prepare(driver: Any, _record: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            driver.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


class EmbeddedCenter:
    """``Center`` over one SQLite file."""

    def __init__(self, engine: Engine, center: str, clock: Callable[[], datetime]) -> None:
        self._engine = engine
        self._center = center
        self._clock = clock

    def enrol(self, code: str, *, secret: bytes, machine: str, least_incarnation: int) -> Enrolled:
        with self._engine.begin() as connection:
            return accept_invitation(
                connection,
                self._center,
                code,
                secret=secret,
                machine=machine,
                least_incarnation=least_incarnation,
                now=self._clock(),
            )

    def hello(self, caller: Caller, *, told: str) -> Hello:
        with self._call(caller) as (connection, row):
            connection.execute(
                update(t.window_)
                .where(of_center(t.window_, self._center), t.window_.c.window_id == caller.window)
                .values(seen_at=self._clock().isoformat(), told=told)
            )
            return Hello(
                window=row.window_id,
                incarnation=row.inc,
                standing=Standing(row.state),
                last_sequence=row.last_seq,
                last_hash=row.last_hash,
                generation=generation_of(connection, self._center),
                least_version=LEAST_VERSION,
                greatest_version=GREATEST_VERSION,
                heads=heads_of(connection, self._center, readable_feeds(row)),
            )

    def push(self, caller: Caller, entries: Sequence[SealedEntry]) -> PushAnswer:
        with self._call(caller) as (connection, row):
            generation = generation_of(connection, self._center).number
            status = may_push(caller, row, generation, len(entries))
            if status is PushStatus.OK:
                status = take(connection, row, entries, self._clock())
            after = self._window(connection, caller.window)
            return PushAnswer(
                status=status,
                generation=generation,
                last_sequence=after.last_seq,
                last_hash=after.last_hash,
            )

    def pull(self, caller: Caller, feed: FeedId, after: int, limit: int) -> FeedPage:
        with self._call(caller) as (connection, row):
            generation = generation_of(connection, self._center).number
            if caller.generation != generation:
                raise OtherGeneration(generation=generation)
            if feed not in readable_feeds(row):
                raise NotLetIn(window=caller.window)
            wanted = and_(t.feed_event.c.feed_id == feed, t.feed_event.c.pos > after)
            found = feed_events(connection, self._center, wanted, min(limit, LARGEST_PUSH))
            return FeedPage(feed=feed, generation=generation, after=after, events=found)

    def case(self, caller: Caller, number: CaseNumber) -> tuple[FeedEvent, ...]:
        with self._call(caller) as (connection, _row):
            known = connection.execute(
                select(t.case_.c.case_id, t.case_.c.section).where(
                    of_center(t.case_, self._center), t.case_.c.number == number
                )
            ).first()
            if known is None:
                return ()
            wanted = and_(
                t.feed_event.c.case_id == known.case_id,
                t.feed_event.c.feed_id == section_feed(known.section),
            )
            return feed_events(connection, self._center, wanted, None)

    def put_file(self, caller: Caller, sha256: str, size: int, start: int, content: bytes) -> int:
        with self._call(caller) as (connection, _row):
            return files.keep(
                connection, self._center, sha256, size=size, start=start, content=content
            )

    def get_file(self, caller: Caller, sha256: str, start: int, limit: int) -> bytes:
        with self._call(caller) as (connection, _row):
            return files.part(connection, self._center, sha256, start, limit)

    @contextmanager
    def _call(self, caller: Caller) -> Iterator[tuple[Connection, Row[Any]]]:
        with self._engine.begin() as connection:
            row = self._window(connection, caller.window)
            if not hmac.compare_digest(pads_of(caller.secret), row.pads):
                raise NotLetIn(window=caller.window)
            yield connection, row

    def _window(self, connection: Connection, window: str) -> Row[Any]:
        found = connection.execute(
            select(t.window_, t.journal_)
            .join(
                t.journal_,
                and_(
                    t.journal_.c.center_id == t.window_.c.center_id,
                    t.journal_.c.window_id == t.window_.c.window_id,
                    t.journal_.c.inc == t.window_.c.inc,
                ),
            )
            .where(of_center(t.window_, self._center), t.window_.c.window_id == window)
        ).first()
        if found is None:
            raise NotLetIn(window=window)
        return found
