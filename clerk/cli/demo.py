"""``clerk demo``: a throw-away desk in the middle of a morning."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import bootstrap, opening
from clerk.cli import morning, sample
from clerk.cli.founding import create_desk
from clerk.usecases.language import _

if TYPE_CHECKING:
    import argparse


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk demo``."""
    demo = words.add_parser("demo", help=_("open a throw-away desk in the middle of a morning"))
    demo.add_argument(
        "--headless", action="store_true", help=_("work a scripted morning without a screen")
    )
    demo.add_argument(
        "--out",
        type=Path,
        default=Path("demo"),
        metavar="FOLDER",
        help=_("where the scripted morning leaves papers, pictures and summary.json"),
    )
    demo.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Make the desk, open it or work through it, and throw it away."""
    folder = Path(tempfile.mkdtemp(prefix="clerk-demo-"))
    try:
        make_desk(folder / "desk")
        if chosen.headless or not _has_a_screen():
            from clerk.cli.scripted import work_through  # noqa: PLC0415 - only without a screen

            return work_through(folder / "desk", chosen.out)
        print(_("Sample staff: {name}, PIN {pin}.").format(name=sample.CLERK.name, pin=_pin(0)))
        print(_("Sample chief: {name}, PIN {pin}.").format(name=sample.CHIEF.name, pin=_pin(1)))
        return opening.run_window(folder / "desk", demo=(sample.CLERK, _pin(0)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_desk(folder: Path) -> None:
    """Make a desk with the shipped catalogue, three invented people and the plan's cases."""
    from clerk.store.ed25519 import OpenKey  # noqa: PLC0415 - only for the throw-away desk
    from clerk.store.founding import Founder  # noqa: PLC0415 - likewise

    clock = morning.SampleClock(bootstrap.now() - morning.LONG_AGO)
    founder = Founder(person=sample.IT, pin=sample.PINS[sample.IT.id], root=OpenKey.new())
    create_desk(folder, sample.DESK, founder=founder, clock=clock)
    opened = bootstrap.open_desk(folder, clock=clock)
    try:
        bootstrap.publish_shipped_catalogue(opened)
        morning.seed(opened, clock, until=bootstrap.now())
    finally:
        opened.store.close()


def _pin(which: int) -> str:
    return tuple(sample.PINS.values())[which]


def _has_a_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
