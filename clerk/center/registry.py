"""The registry: which windows there are, whose keys hold, which department answers for an item."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete, func, insert, select, update

from clerk.center import tables as t
from clerk.center.feeds import of_center
from clerk.center.lives import begin_life
from clerk.domain.exchange import Enrolled, Standing, pads_of
from clerk.domain.journal import NOTHING_BEFORE
from clerk.usecases.center_port import NotLetIn

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from clerk.domain.exchange import ActorKey


_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def found_center(connection: Connection, center: str) -> None:
    """Begin the first life of a center; a second time changes nothing."""
    known = connection.execute(
        select(func.count()).select_from(t.generation).where(of_center(t.generation, center))
    ).scalar()
    if not known:
        begin_life(connection, center, 1)


def enrol_window(
    connection: Connection,
    center: str,
    window: str,
    *,
    secret: bytes,
    sections: Iterable[str],
    machine: str,
    least_incarnation: int = 0,
) -> int:
    """Let a window in and return the incarnation it writes as from now on.

    A window that is there already (restored, or a new PC) gets the next one. It is
    one more than the larger of what the center and the window itself remember: a
    center restored from a backup may have forgotten some.
    """
    mine = (of_center(t.window_, center), t.window_.c.window_id == window)
    known = connection.execute(select(t.window_.c.inc).where(*mine).with_for_update()).scalar()
    incarnation = max(known or 0, least_incarnation) + 1
    values = {
        "pads": pads_of(secret),
        "inc": incarnation,
        "state": Standing.ACTIVE.value,
        "sections": " ".join(sections),
        "machine": machine,
        "told": "{}",
    }
    if known is None:
        connection.execute(
            insert(t.window_).values(center_id=center, window_id=window, seen_at=None, **values)
        )
    else:
        connection.execute(update(t.window_).where(*mine).values(values))
    connection.execute(
        insert(t.journal_).values(
            center_id=center,
            window_id=window,
            inc=incarnation,
            last_seq=0,
            last_hash=NOTHING_BEFORE,
            decided_seq=0,
            decided_hash=NOTHING_BEFORE,
            undecided=0,
        )
    )
    return incarnation


def invite(
    connection: Connection, center: str, window: str, sections: Iterable[str], until: datetime
) -> str:
    """Make a one-time code by which a PC becomes a window; only its hash is kept.

    Twenty letters and digits without look-alikes, in groups of four: 100 bits.
    """
    letters = "".join(secrets.choice(_LETTERS) for _ in range(20))
    code = "-".join(letters[n : n + 4] for n in range(0, 20, 4))
    connection.execute(
        insert(t.invitation).values(
            center_id=center,
            code_hash=_hash(code),
            window_id=window,
            sections=" ".join(sections),
            expires_at=until.isoformat(),
            used_at=None,
        )
    )
    return code


def accept_invitation(
    connection: Connection,
    center: str,
    code: str,
    *,
    secret: bytes,
    machine: str,
    least_incarnation: int,
    now: datetime,
) -> Enrolled:
    """Let a PC in by its code, once.

    Raises:
        NotLetIn: The code is wrong, used, or too old.
    """
    mine = (of_center(t.invitation, center), t.invitation.c.code_hash == _hash(code))
    found = connection.execute(select(t.invitation).where(*mine)).first()
    if found is None or found.used_at or datetime.fromisoformat(found.expires_at) <= now:
        raise NotLetIn(window="")
    connection.execute(update(t.invitation).where(*mine).values(used_at=now.isoformat()))
    sections = tuple(found.sections.split())
    incarnation = enrol_window(
        connection,
        center,
        found.window_id,
        secret=secret,
        sections=sections,
        machine=machine,
        least_incarnation=least_incarnation,
    )
    return Enrolled(window=found.window_id, incarnation=incarnation, sections=sections)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def retire_window(connection: Connection, center: str, window: str) -> None:
    """Let a window in no more; what it delivered stands."""
    connection.execute(
        update(t.window_)
        .where(of_center(t.window_, center), t.window_.c.window_id == window)
        .values(state=Standing.RETIRED.value)
    )


def keep_key(connection: Connection, center: str, key: ActorKey) -> None:
    """Take a person's key in, or its new state; an old key still proves what it signed."""
    connection.execute(
        delete(t.actor_key).where(
            of_center(t.actor_key, center), t.actor_key.c.key_id == key.key_id
        )
    )
    connection.execute(
        insert(t.actor_key).values(
            center_id=center,
            key_id=key.key_id,
            actor_id=key.actor,
            alg=key.algorithm,
            public=key.public,
            roles=" ".join(sorted(key.roles)),
            windows=" ".join(sorted(key.windows)),
            revoked_pos=key.revoked_at,
        )
    )


def keep_sections(connection: Connection, center: str, sections: Mapping[str, str]) -> None:
    """Say which department answers for each item; items not named keep theirs."""
    connection.execute(
        delete(t.item_section).where(
            and_(of_center(t.item_section, center), t.item_section.c.item_id.in_(tuple(sections)))
        )
    )
    rows = [
        {"center_id": center, "item_id": item, "section_id": section}
        for item, section in sections.items()
    ]
    if rows:
        connection.execute(insert(t.item_section), rows)
