"""``clerk store``: make a window's store, and make its rows anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.cli import inspection
from clerk.cli.digits import Digits
from clerk.cli.founding import create_desk, founder_of
from clerk.domain.catalogue import Words
from clerk.domain.desk import Desk
from clerk.usecases.language import _, ngettext

if TYPE_CHECKING:
    import argparse


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk store``."""
    store = words.add_parser("store", help=_("make, or mend, this window's store"))
    verbs = store.add_subparsers(required=True, metavar=_("COMMAND"))
    create = verbs.add_parser("create", help=_("found a window: its store and its first IT person"))
    create.add_argument("--center", required=True, metavar="CCCC", type=Digits(4))
    create.add_argument("--center-name", required=True, metavar=_("NAME"))
    create.add_argument("--window", required=True, metavar="WWW", type=Digits(3))
    create.add_argument("--window-name", required=True, metavar=_("NAME"))
    create.add_argument("--region-short", required=True, metavar=_("NAME"))
    create.add_argument("--government", required=True, metavar=_("NAME"))
    create.add_argument("--court", required=True, metavar=_("NAME"))
    create.add_argument("--address", required=True, metavar=_("TEXT"))
    create.add_argument("--phone", required=True)
    create.add_argument(
        "--root",
        required=True,
        type=Path,
        metavar=_("FILE"),
        help=_("the center's root key; made there if it is not there yet"),
    )
    create.add_argument("--it-number", required=True, metavar=_("NUMBER"))
    create.add_argument("--it-name", required=True, metavar=_("NAME"))
    create.add_argument("--it-post", default=_("IT"))
    create.set_defaults(run=_create)
    rebuild = verbs.add_parser("rebuild", help=_("make all rows anew from the journal"))
    rebuild.set_defaults(run=_rebuild)
    inspection.add_to(verbs)


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
    create_desk(chosen.desk, desk, founder=founder_of(chosen))
    opened = bootstrap.open_desk(chosen.desk)
    try:
        bootstrap.publish_shipped_catalogue(opened)
    finally:
        opened.store.close()
    print(_("The desk is made in {folder}.").format(folder=chosen.desk))
    print(_("Put the root key away: {file} belongs in a drawer.").format(file=chosen.root))
    return 0


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
