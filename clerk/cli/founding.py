"""Founding a window: its root key, its first IT person, its store. No password comes ready made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.cli.asking import ask_new_secret, ask_secret
from clerk.domain.staff import Role, Staff, StaffId
from clerk.usecases.language import _
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from clerk.domain.desk import Desk
    from clerk.store.founding import Founder
    from clerk.store.sealed_key import Cost
    from clerk.usecases.ports import Clock


def create_desk(
    folder: Path,
    desk: Desk,
    *,
    founder: Founder,
    clock: Clock = bootstrap.now,
    pin_cost: Cost | None = None,
) -> None:
    """Make a new store for a window, founded by its first IT person.

    Raises:
        StoreTrouble: The folder holds one already, or cannot be written.
        WeakPin: The founder's PIN is too easy.
    """
    from clerk.store.founding import create_store  # noqa: PLC0415 - SQLAlchemy off the first frame
    from clerk.store.sealed_key import PIN_COST  # noqa: PLC0415 - likewise

    create_store(
        folder,
        desk,
        founder=founder,
        scripts=bootstrap.shipped("db") / "local",
        at=clock(),
        new_id=bootstrap.new_id,
        pin_cost=pin_cost or PIN_COST,
    )


def founder_of(chosen: argparse.Namespace) -> Founder:
    """Open or make the root key, and ask the first IT person for their PIN.

    Raises:
        StoreTrouble: A desk stands there already; nobody is asked anything.
    """
    from clerk.store.desk_store import FILE  # noqa: PLC0415 - only here
    from clerk.store.founding import Founder  # noqa: PLC0415 - only here
    from clerk.store.root_key import make_root, read_root  # noqa: PLC0415 - only here

    if (chosen.desk / FILE).exists():
        raise StoreTrouble(cause="exists", path=str(chosen.desk))
    if chosen.root.exists():
        root = read_root(chosen.root, ask_secret(_("Passphrase of the root key: ")))
    else:
        root = make_root(chosen.root, ask_new_secret(_("New passphrase for the root key: ")))
    person = Staff(
        id=StaffId(f"staff-{chosen.it_number}"),
        number=chosen.it_number,
        name=chosen.it_name,
        post=chosen.it_post,
        department_id="",
        roles=frozenset({Role.IT}),
    )
    return Founder(person=person, pin=ask_new_secret(_("New PIN: ")), root=root)
