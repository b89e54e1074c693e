"""The lives of a center's database: a restore from a backup begins a new generation.

What windows were told by the restored past beyond the base is void; they cut
their feeds back to it and send again what the center lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.domain.exchange import FeedId, Generation

if TYPE_CHECKING:
    from sqlalchemy import Connection

_THE_LIFE = ""
"""The row that marks a generation itself, beside the rows for its feeds."""


def generation_of(connection: Connection, center: str) -> Generation:
    """Return the generation the database lives in, and where its feeds stood at its beginning."""
    number = connection.execute(
        select(func.max(t.generation.c.gen)).where(of_center(t.generation, center))
    ).scalar_one()
    bases = connection.execute(
        select(t.generation.c.feed_id, t.generation.c.base_pos).where(
            of_center(t.generation, center),
            t.generation.c.gen == number,
            t.generation.c.feed_id != _THE_LIFE,
        )
    )
    return Generation(
        number=number, bases={FeedId(each.feed_id): int(each.base_pos) for each in bases}
    )


def begin_life(connection: Connection, center: str, number: int) -> None:
    """Begin a generation: its bases are where the feeds stand now.

    ``number`` comes from outside the database, which may be older than the last life.
    """
    heads = connection.execute(
        select(t.feed_head.c.feed_id, t.feed_head.c.pos).where(of_center(t.feed_head, center))
    ).all()
    rows = [{"feed_id": _THE_LIFE, "base_pos": 0}]
    rows += [{"feed_id": each.feed_id, "base_pos": each.pos} for each in heads]
    connection.execute(
        insert(t.generation), [{"center_id": center, "gen": number, **each} for each in rows]
    )
