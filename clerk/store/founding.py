"""Making a window's store: its key, its center's word for it, and the first person who may sign in.

No password comes with the program: the first one is typed by the IT person who
founds the window.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clerk.domain.codec import canonical, to_plain
from clerk.domain.people_events import CenterFounded, WindowCard
from clerk.domain.roster import card_digest
from clerk.store import migrate
from clerk.store.connection import connect_for_writing, telling_outages
from clerk.store.desk_store import FILE, head_of, keep_head
from clerk.store.ed25519 import OpenKey
from clerk.store.lock import StoreLock
from clerk.store.pins import keep_sealed, must_be_strong
from clerk.store.sealed_key import PIN_COST, Cost
from clerk.store.window_key import make_key, pin_secret
from clerk.store.work import JournalWriter
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

    from clerk.domain.desk import Desk
    from clerk.domain.keys import Seal
    from clerk.domain.staff import Staff
    from clerk.usecases.ports import NewId


@dataclass(frozen=True, slots=True, kw_only=True)
class Founder:
    """The first IT person, their PIN, and the center's root key, opened for this once."""

    person: Staff
    pin: str
    root: Seal


def create_store(
    folder: Path,
    desk: Desk,
    *,
    founder: Founder,
    scripts: Path,
    at: datetime,
    new_id: NewId,
    pin_cost: Cost = PIN_COST,
) -> None:
    """Make a new store in an empty folder, and found the window in its journal.

    Raises:
        StoreTrouble: The folder holds a store already, or cannot be written.
        WeakPin: The founder's PIN is too easy; nothing was made.
    """
    must_be_strong(founder.pin)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreTrouble(cause="read_only", path=str(folder), detail=str(error)) from error
    lock = StoreLock(folder)
    try:
        if (folder / FILE).exists():
            raise StoreTrouble(cause="exists", path=str(folder))
        key = make_key(folder)
        with telling_outages(folder / FILE):
            connection = connect_for_writing(folder / FILE)
            migrate.move_to(connection, scripts, migrate.NEWEST)
            _found(connection, desk, founder, key, at=at, new_id=new_id, pin_cost=pin_cost)
            connection.close()
    finally:
        lock.release()


def _found(
    connection: Connection,
    desk: Desk,
    founder: Founder,
    key: OpenKey,
    *,
    at: datetime,
    new_id: NewId,
    pin_cost: Cost,
) -> None:
    start = head_of(connection, desk)
    journal = JournalWriter(connection, start, at, lambda _staff: founder.root, new_id)
    own = OpenKey.new()
    with connection.begin():
        connection.exec_driver_sql(
            "INSERT INTO meta (key, value) VALUES ('desk', ?)",
            (canonical(to_plain(desk)).decode(),),
        )
        event = CenterFounded(
            by=founder.person.id,
            at=at,
            root=founder.root.key,
            card=vouched(desk, key, founder.root),
            person=founder.person,
            key=own.key,
        )
        journal.append_people(event)
        secret = pin_secret(key)
        keep_sealed(connection, event.by, own, founder.pin, secret=secret, cost=pin_cost)
        keep_head(connection, journal.head, at, key)


def vouched(desk: Desk, key: OpenKey, root: Seal) -> WindowCard:
    """Return the window's card under the center's signature."""
    card = WindowCard(
        center=desk.center, window=desk.window, incarnation=desk.incarnation, key=key.key
    )
    return replace(card, signature=root.sign(card_digest(card)).hex())
