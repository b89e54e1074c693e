"""The center in PostgreSQL, as a window calls it: six functions and nothing else.

The functions look the window up and check its code; refusals travel as SQLSTATE.
What else goes wrong on the way is an outage: the call may or may not have
happened, and calling again does no harm.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, text

from clerk.center.feeds import event_of
from clerk.center.outages import telling_outages
from clerk.domain.exchange import (
    LARGEST_PUSH,
    REFERENCE,
    Enrolled,
    FeedId,
    FeedPage,
    Generation,
    Hello,
    PushAnswer,
    PushStatus,
    Standing,
    call_code,
    pads_of,
    section_feed,
    window_feed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Engine

    from clerk.domain.case_number import CaseNumber
    from clerk.domain.exchange import Caller, FeedEvent
    from clerk.domain.journal import SealedEntry

LEAST_VERSION, GREATEST_VERSION = 1, 1
_ENROL = text("SELECT clerk.enrol(:center, :code, :pads, :machine, :least)")
_HELLO = text("SELECT clerk.hello(:center, :window, :inc, :gen, :told, :code)")
_PUSH = text(
    "SELECT clerk.push(:center, :window, :inc, :gen, :first, CAST(:ids AS text[]),"
    " CAST(:payloads AS bytea[]), CAST(:hashes AS bytea[]), CAST(:sigs AS bytea[]), :code)"
)
_PULL = text("SELECT * FROM clerk.pull(:center, :window, :inc, :gen, :feed, :after, :limit, :code)")
_CASE = text("SELECT * FROM clerk.fetch_case(:center, :window, :inc, :gen, :number, :code)")
_PUT = text(
    "SELECT clerk.put_file(:center, :window, :inc, :gen, :name, :size, :start, :content, :code)"
)
_GET = text("SELECT clerk.get_file(:center, :window, :inc, :gen, :name, :start, :limit, :code)")


def open_gate(url: str, *, timeout_s: int = 5) -> Engine:
    """Return an engine for a window's calls: one connection, dead ones noticed within seconds."""
    return create_engine(
        url,
        pool_size=1,
        max_overflow=0,
        pool_pre_ping=False,
        pool_recycle=600,
        connect_args={
            "connect_timeout": timeout_s,
            "keepalives_idle": 10,
            "keepalives_interval": 5,
            "keepalives_count": 2,
            "tcp_user_timeout": timeout_s * 1000,
            "prepare_threshold": None,  # behind pgbouncer a statement has no home
        },
    )


class PgCenter:
    """``Center`` over PostgreSQL."""

    def __init__(self, engine: Engine, center: str) -> None:
        self._engine = engine
        self._center = center

    def enrol(self, code: str, *, secret: bytes, machine: str, least_incarnation: int) -> Enrolled:
        wanted = {
            "center": self._center,
            "code": code,
            "pads": pads_of(secret),
            "machine": machine,
            "least": least_incarnation,
        }
        with self._call("") as connection:
            plain = connection.execute(_ENROL, wanted).scalar_one()
        return Enrolled(
            window=plain["window"],
            incarnation=plain["inc"],
            sections=tuple(plain["sections"].split()),
        )

    def hello(self, caller: Caller, *, told: str) -> Hello:
        code = call_code(caller, "hello", (told.encode(),))
        with self._call(caller.window) as connection:
            answer = connection.execute(_HELLO, {**self._who(caller), "told": told, "code": code})
            plain = answer.scalar_one()
        feeds = (
            REFERENCE,
            *(section_feed(each) for each in plain["sections"].split()),
            window_feed(caller.window),
        )
        return Hello(
            window=caller.window,
            incarnation=plain["inc"],
            standing=Standing(plain["state"]),
            last_sequence=plain["last_seq"],
            last_hash=plain["last_hash"],
            generation=Generation(
                number=plain["gen"], bases={FeedId(k): v for k, v in plain["bases"].items()}
            ),
            least_version=LEAST_VERSION,
            greatest_version=GREATEST_VERSION,
            heads={each: plain["heads"].get(each, 0) for each in feeds},
        )

    def push(self, caller: Caller, entries: Sequence[SealedEntry]) -> PushAnswer:
        parts = [part for each in entries for part in (each.hash, each.signature)]
        wanted = {
            **self._who(caller),
            "first": entries[0].sequence if entries else 1,
            "ids": [each.event_id for each in entries],
            "payloads": [each.payload for each in entries],
            "hashes": [each.hash for each in entries],
            "sigs": [each.signature for each in entries],
            "code": call_code(caller, "push", parts),
        }
        with self._call(caller.window) as connection:
            plain = connection.execute(_PUSH, wanted).scalar_one()
        return PushAnswer(
            status=PushStatus(plain["status"]),
            generation=plain["gen"],
            last_sequence=plain["last_seq"],
            last_hash=plain["last_hash"],
        )

    def pull(self, caller: Caller, feed: FeedId, after: int, limit: int) -> FeedPage:
        limit = min(limit, LARGEST_PUSH)
        code = call_code(caller, "pull", (feed.encode(), str(after).encode(), str(limit).encode()))
        wanted = {"feed": feed, "after": after, "limit": limit, "code": code}
        with self._call(caller.window) as connection:
            found = connection.execute(_PULL, {**self._who(caller), **wanted}).all()
        events = tuple(event_of(each) for each in found)
        return FeedPage(
            feed=feed,
            generation=caller.generation,
            after=after,
            events=events,
        )

    def case(self, caller: Caller, number: CaseNumber) -> tuple[FeedEvent, ...]:
        wanted = {"number": number, "code": call_code(caller, "case", (number.encode(),))}
        with self._call(caller.window) as connection:
            found = connection.execute(_CASE, {**self._who(caller), **wanted}).all()
        return tuple(event_of(each) for each in found)

    def put_file(self, caller: Caller, sha256: str, size: int, start: int, content: bytes) -> int:
        digest = hashlib.sha256(content).digest()
        arguments = (sha256.encode(), f"{size}|{start}".encode(), digest)
        wanted = {"name": sha256, "size": size, "start": start, "content": content}
        wanted["code"] = call_code(caller, "put_file", arguments)
        with self._call(caller.window) as connection:
            return int(connection.execute(_PUT, {**self._who(caller), **wanted}).scalar_one())

    def get_file(self, caller: Caller, sha256: str, start: int, limit: int) -> bytes:
        code = call_code(caller, "get_file", (sha256.encode(), f"{start}|{limit}".encode()))
        wanted = {"name": sha256, "start": start, "limit": limit, "code": code}
        with self._call(caller.window) as connection:
            return bytes(connection.execute(_GET, {**self._who(caller), **wanted}).scalar_one())

    def _who(self, caller: Caller) -> dict[str, object]:
        return {
            "center": self._center,
            "window": caller.window,
            "inc": caller.incarnation,
            "gen": caller.generation,
        }

    @contextmanager
    def _call(self, window: str) -> Iterator[Connection]:
        with telling_outages(window), self._engine.begin() as connection:
            yield connection
