"""``clerk paper``: the specimens of every paper, for eyes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.usecases.language import _

if TYPE_CHECKING:
    import argparse


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk paper``."""
    paper = words.add_parser("paper", help=_("show what papers look like"))
    verbs = paper.add_subparsers(required=True, metavar=_("COMMAND"))
    specimens = verbs.add_parser(
        "specimens", help=_("write one invented paper of each kind in both languages")
    )
    specimens.add_argument("--out", type=Path, required=True, metavar="DIR")
    specimens.set_defaults(run=_specimens)


def _specimens(chosen: argparse.Namespace) -> int:
    from clerk.paper.room import PaperRoom  # noqa: PLC0415 - reportlab only here
    from clerk.paper.specimens import write_specimens  # noqa: PLC0415 - likewise

    shipped = bootstrap.resources()
    written = write_specimens(chosen.out, PaperRoom(shipped), shipped)
    print(_("{n} files in {folder}.").format(n=len(written), folder=chosen.out))
    return 0
