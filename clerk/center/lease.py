"""The registrar's lease: who may decide, fenced by a token that only grows.

The token is made of the generation and a count. A database restored from a backup
begins a new generation, so the token of one who served the old life is never valid
again, although the count went back with the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.center.lives import generation_of

if TYPE_CHECKING:
    from sqlalchemy import Engine

_TURNS = 1_000_000
_NAME = "registrar"


def take_lease(engine: Engine, center: str) -> int:
    """Take the lease from whoever has it and return the token to decide with."""
    with engine.begin() as connection:
        least = generation_of(connection, center).number * _TURNS
        mine = (of_center(t.lease, center), t.lease.c.name == _NAME)
        held = connection.execute(select(t.lease.c.token).where(*mine).with_for_update()).scalar()
        if held is None:
            connection.execute(
                insert(t.lease).values(center_id=center, name=_NAME, token=least + 1, beats=0)
            )
            return least + 1
        token = max(held, least) + 1
        connection.execute(update(t.lease).where(*mine).values(token=token, beats=0))
        return int(token)


def pulse(engine: Engine, center: str) -> tuple[int, int] | None:
    """Return the lease's token and beats; a standby that sees them stand still may take it."""
    with engine.begin() as connection:
        found = connection.execute(
            select(t.lease.c.token, t.lease.c.beats).where(
                of_center(t.lease, center), t.lease.c.name == _NAME
            )
        ).first()
    return (found.token, found.beats) if found else None
