"""``clerk store``: make a window's store, and make its rows anew."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.cli.digits import Digits
from clerk.domain.catalogue import Words
from clerk.domain.desk import Desk
from clerk.domain.staff import Role, Staff, StaffId
from clerk.usecases.language import _, ngettext

if TYPE_CHECKING:
    import argparse

    from clerk.bootstrap import OpenDesk


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk store``."""
    store = words.add_parser("store", help=_("make, or mend, this window's store"))
    verbs = store.add_subparsers(required=True, metavar=_("COMMAND"))
    create = verbs.add_parser("create", help=_("make a new store and its first member of staff"))
    create.add_argument("--center", required=True, metavar="CCCC", type=Digits(4))
    create.add_argument("--center-name", required=True, metavar=_("NAME"))
    create.add_argument("--window", required=True, metavar="WWW", type=Digits(3))
    create.add_argument("--window-name", required=True, metavar=_("NAME"))
    create.add_argument("--region-short", required=True, metavar=_("NAME"))
    create.add_argument("--government", required=True, metavar=_("NAME"))
    create.add_argument("--court", required=True, metavar=_("NAME"))
    create.add_argument("--address", required=True, metavar=_("TEXT"))
    create.add_argument("--phone", required=True)
    create.set_defaults(run=_create)
    staff = verbs.add_parser("add-staff", help=_("add a member of staff; asks for the PIN"))
    staff.add_argument("--number", required=True)
    staff.add_argument("--name", required=True)
    staff.add_argument("--post", required=True)
    staff.add_argument("--department", required=True)
    staff.add_argument("--phone", default="")
    staff.add_argument(
        "--role", required=True, action="append", choices=[each.value for each in Role]
    )
    staff.set_defaults(run=_add_staff)
    rebuild = verbs.add_parser("rebuild", help=_("make all rows anew from the journal"))
    rebuild.set_defaults(run=_rebuild)


def _create(chosen: argparse.Namespace) -> int:
    desk = Desk(
        center=chosen.center,
        window=chosen.window,
        incarnation=1,
        center_name=Words(chosen.center_name),
        window_name=chosen.window_name,
        region_short=chosen.region_short,
        government=Words(chosen.government),
        court=Words(chosen.court),
        address=Words(chosen.address),
        phone=chosen.phone,
    )
    bootstrap.create_desk(chosen.desk, desk)
    opened = bootstrap.open_desk(chosen.desk)
    try:
        bootstrap.publish_shipped_catalogue(opened)
    finally:
        opened.store.close()
    print(_("The desk is made in {folder}.").format(folder=chosen.desk))
    return 0


def _add_staff(chosen: argparse.Namespace) -> int:
    person = Staff(
        id=StaffId(f"staff-{chosen.number}"),
        number=chosen.number,
        name=chosen.name,
        post=chosen.post,
        department_id=chosen.department,
        roles=frozenset(Role(each) for each in chosen.role),
        phone=chosen.phone,
    )
    pin = getpass.getpass(_("PIN: "))
    opened = bootstrap.open_desk(chosen.desk)
    try:
        _keep(opened, person, pin)
    finally:
        opened.store.close()
    print(_("{name} may sign in.").format(name=person.name))
    return 0


def _keep(opened: OpenDesk, person: Staff, pin: str) -> None:
    with opened.store.begin() as work:
        work.people.add(person, pin)
        work.commit()


def _rebuild(chosen: argparse.Namespace) -> int:
    from clerk.store.rebuild import rebuild_rows  # noqa: PLC0415 - only here

    opened = bootstrap.open_desk(chosen.desk)
    try:
        count = rebuild_rows(opened.store, _show_progress)
    finally:
        opened.store.close()
    said = ngettext("Made anew from {n} event.", "Made anew from {n} events.", count)
    print(said.format(n=count))
    return 0


def _show_progress(done: int, everything: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:,} / {everything:,}", end="", file=sys.stderr, flush=True)
