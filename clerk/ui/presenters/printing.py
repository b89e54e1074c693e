"""Printing what a use case issued: each paper in its own job, after it is safe in the store."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from clerk.usecases.print_paper import PrintPaper, print_paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError
    from clerk.ui.room import Room
    from clerk.usecases.application import Done


def print_all(room: Room, done: Done, otherwise: Callable[[ClerkError], None]) -> None:
    """Print every paper of ``done``; a printer's trouble leaves it issued, to be reprinted."""
    for paper in done.papers:
        wish = PrintPaper(case_id=done.case.id, by=room.person(), paper=paper)
        room.tasks.run(partial(_print, room, wish), then=_printed(room), otherwise=otherwise)


def _print(room: Room, wish: PrintPaper) -> Done:
    return print_paper(wish, room.counter, room.drawer, room.printer())


def _printed(room: Room) -> Callable[[Done], None]:
    return lambda done: room.announce(frozenset({done.case.id}))
