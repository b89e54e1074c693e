"""Puts the program together; the only module that knows every other one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clerk.domain.identifiers import ENTROPY_BYTES, uuid7
from clerk.usecases.counter import Counter

if TYPE_CHECKING:
    from clerk.domain.desk import Desk
    from clerk.store.desk_store import DeskStore
    from clerk.usecases.ports import Clock


def shipped(name: str) -> Path:
    """Return a shipped folder (``db``, ``resources``): bundled with the program, else beside it."""
    here = Path(__file__).resolve().parent
    bundled = here / "_bundled" / name
    return bundled if bundled.is_dir() else here.parent / name


def resources() -> Path:
    """Return the folder of shipped resources."""
    return shipped("resources")


def now() -> datetime:
    """Return the time with this machine's zone."""
    return datetime.now().astimezone()


def new_id(at: datetime) -> str:
    """Make an id that never stood before."""
    return uuid7(at, os.urandom(ENTROPY_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDesk:
    """A desk that is open: its store and its counter."""

    store: DeskStore
    counter: Counter


def create_desk(folder: Path, desk: Desk) -> None:
    """Make a new store for a window.

    Raises:
        StoreTrouble: The folder holds one already, or cannot be written.
    """
    from clerk.store.desk_store import create_store  # noqa: PLC0415 - SQLAlchemy off the first frame

    create_store(folder, desk, scripts=shipped("db") / "local")


def open_desk(folder: Path, *, clock: Clock = now, language: str = "zh_CN") -> OpenDesk:
    """Open a window's store and put its counter together.

    Raises:
        StoreTrouble: See ``open_store``.
    """
    from clerk.store.calendar_file import read_calendar  # noqa: PLC0415 - off the first frame
    from clerk.store.desk_store import open_store  # noqa: PLC0415 - SQLAlchemy off the first frame

    calendar = read_calendar(resources() / "calendar" / "china.json")
    store = open_store(
        folder, scripts=shipped("db") / "local", calendar=calendar, clock=clock, new_id=new_id
    )
    counter = Counter(
        begin=store.begin,
        clock=clock,
        new_id=new_id,
        calendar=calendar,
        desk=store.desk,
        pins=store.pins,
        language=language,
    )
    return OpenDesk(store=store, counter=counter)
