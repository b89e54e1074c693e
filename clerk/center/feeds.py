"""Reading feeds: what was decided, in order, as the windows get it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Table, select

from clerk.center import tables as t
from clerk.domain.exchange import REFERENCE, FeedEvent, FeedId, Verdict, section_feed, window_feed
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.journal import SealedEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row


def of_center(table: Table, center: str) -> ColumnElement[bool]:
    """Return the condition every statement carries: rows of this center."""
    condition: ColumnElement[bool] = table.c.center_id == center
    return condition


def readable_feeds(row: Row[Any]) -> tuple[FeedId, ...]:
    """Return the feeds a window of the registry may read, the reference feed first."""
    sections = (section_feed(each) for each in row.sections.split())
    return (REFERENCE, *sections, window_feed(row.window_id))


def heads_of(connection: Connection, center: str, feeds: Iterable[FeedId]) -> dict[FeedId, int]:
    """Return the last position of each feed; 0 where nothing was said yet."""
    wanted = tuple(feeds)
    found = connection.execute(
        select(t.feed_head.c.feed_id, t.feed_head.c.pos).where(
            of_center(t.feed_head, center), t.feed_head.c.feed_id.in_(wanted)
        )
    )
    known = {FeedId(each.feed_id): int(each.pos) for each in found}
    return {each: known.get(each, 0) for each in wanted}


def feed_events(
    connection: Connection, center: str, wanted: ColumnElement[bool], limit: int | None
) -> tuple[FeedEvent, ...]:
    """Return feed events in order of position."""
    found = connection.execute(
        select(t.feed_event)
        .where(of_center(t.feed_event, center), wanted)
        .order_by(t.feed_event.c.pos)
        .limit(limit)
    )
    return tuple(event_of(each) for each in found)


def event_of(row: Row[Any]) -> FeedEvent:
    """Return what a row of ``feed_event`` says."""
    return FeedEvent(
        position=row.pos,
        window=row.window_id,
        incarnation=row.inc,
        entry=SealedEntry(
            sequence=row.seq,
            event_id=EventId(row.event_id),
            case_id=CaseId(row.case_id),
            payload=bytes(row.payload),
            hash=bytes(row.hash),
            signature=bytes(row.sig),
        ),
        verdict=Verdict(row.verdict),
        detail=row.detail,
        chain=bytes(row.chain),
    )
