"""How a center stands: what IT asks first when something seems wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.center.lives import generation_of
from clerk.domain.exchange import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowState:
    """One window: how much the center has of it, and how much of that is undecided.

    ``seen_at`` is when it last said hello by the center's clock, empty for never;
    ``told`` is what it says of itself.
    """

    window: str
    standing: str
    incarnation: int
    sections: tuple[str, ...]
    machine: str
    seen_at: str
    last_sequence: int
    undecided: int
    oldest_undecided_at: str
    told: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterState:
    """The whole center: its life, its windows, and what waits for people."""

    center: str
    generation: int
    registrar_token: int
    undecided: int
    held: Mapping[str, int]
    turned_down: Mapping[str, int]
    feeds: Mapping[str, int]
    windows: tuple[WindowState, ...]


def state_of(connection: Connection, center: str) -> CenterState:
    """Look at everything once."""
    windows = _windows(connection, center)
    verdicts = _verdicts(connection, center)
    heads = connection.execute(
        select(t.feed_head.c.feed_id, t.feed_head.c.pos)
        .where(of_center(t.feed_head, center))
        .order_by(t.feed_head.c.feed_id)
    )
    token = connection.execute(select(t.lease.c.token).where(of_center(t.lease, center))).scalar()
    return CenterState(
        center=center,
        generation=generation_of(connection, center).number,
        registrar_token=token or 0,
        undecided=sum(each.undecided for each in windows),
        held={k.value: n for k, n in verdicts.items() if k.is_held},
        turned_down={k.value: n for k, n in verdicts.items() if k.needs_people and not k.is_held},
        feeds={each.feed_id: each.pos for each in heads},
        windows=windows,
    )


def _verdicts(connection: Connection, center: str) -> dict[Verdict, int]:
    found = connection.execute(
        select(t.inbox.c.verdict, func.count())
        .where(
            of_center(t.inbox, center),
            t.inbox.c.verdict.is_not(None),
            t.inbox.c.verdict.not_in([Verdict.ACCEPTED.value, Verdict.DUPLICATE.value]),
        )
        .group_by(t.inbox.c.verdict)
    )
    return {Verdict(verdict): int(number) for verdict, number in found}


def _windows(connection: Connection, center: str) -> tuple[WindowState, ...]:
    oldest = (
        select(t.inbox.c.window_id, func.min(t.inbox.c.received_at).label("since"))
        .where(of_center(t.inbox, center), t.inbox.c.verdict.is_(None))
        .group_by(t.inbox.c.window_id)
        .subquery()
    )
    current = and_(
        t.journal_.c.center_id == t.window_.c.center_id,
        t.journal_.c.window_id == t.window_.c.window_id,
        t.journal_.c.inc == t.window_.c.inc,
    )
    found = connection.execute(
        select(t.window_, t.journal_.c.last_seq, t.journal_.c.undecided, oldest.c.since)
        .join(t.journal_, current)
        .outerjoin(oldest, oldest.c.window_id == t.window_.c.window_id)
        .where(of_center(t.window_, center))
        .order_by(t.window_.c.window_id)
    )
    return tuple(
        WindowState(
            window=each.window_id,
            standing=each.state,
            incarnation=each.inc,
            sections=tuple(each.sections.split()),
            machine=each.machine,
            seen_at=each.seen_at or "",
            last_sequence=each.last_seq,
            undecided=each.undecided,
            oldest_undecided_at=each.since or "",
            told=json.loads(each.told),
        )
        for each in found
    )
