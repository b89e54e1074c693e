"""Printing what a use case issued: each paper in its own job, after it is safe in the store.

The journal is written by the worker, the printer is waited for on a line of its own: a printer
that sleeps holds up nobody at the counter.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from clerk.usecases.print_paper import PrintPaper, carry_out, intend_print, note_print
from clerk.usecases.trouble import PrintedElsewhere, PrinterTrouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError
    from clerk.ui.room import Room
    from clerk.usecases.application import Done
    from clerk.usecases.ports import Printer
    from clerk.usecases.print_paper import PrintJob, PrintResult


def print_all(room: Room, done: Done, otherwise: Callable[[ClerkError], None]) -> None:
    """Print every paper of ``done``; a printer's trouble leaves it issued, to be reprinted."""
    for paper in done.papers:
        wish = PrintPaper(case_id=done.case.id, by=room.person(), paper=paper)
        _Printing(room, wish, otherwise).begin()


class _Printing:
    """One paper's way: to the printer of its kind, and if nothing came out there, to the next."""

    def __init__(self, room: Room, wish: PrintPaper, tell: Callable[[ClerkError], None]) -> None:
        self._room = room
        self._wish = wish
        self._tell = tell
        self._left: list[Printer] = []
        self._failed: PrinterTrouble | None = None

    def begin(self) -> None:
        """Ask which printers there are; the system may take its time to say so."""
        kind = self._wish.paper.kind
        find = partial(self._room.printers.for_kind, kind)
        self._room.print_tasks.run(find, then=self._found, otherwise=self._tell)

    def _found(self, printers: tuple[Printer, ...]) -> None:
        self._left = list(printers)
        self._try_next()

    def _try_next(self) -> None:
        job = partial(intend_print, self._wish, self._room.counter, self._left.pop(0))
        self._room.tasks.run(job, then=self._send, otherwise=self._tell)

    def _send(self, job: PrintJob) -> None:
        self._room.announce(frozenset({self._wish.case_id}))
        send = partial(carry_out, job, self._room.drawer)
        self._room.print_tasks.run(send, then=partial(self._note, job), otherwise=self._tell)

    def _note(self, job: PrintJob, result: PrintResult) -> None:
        note = partial(note_print, job, result, self._room.counter)
        then = partial(self._noted, job, result)
        self._room.tasks.run(note, then=then, otherwise=self._tell)

    def _noted(self, job: PrintJob, result: PrintResult, done: Done) -> None:
        self._room.announce(frozenset({done.case.id}))
        trouble = result.trouble
        if isinstance(trouble, PrinterTrouble) and self._left:
            self._failed = trouble
            self._try_next()
        elif trouble:
            self._tell(trouble)
        elif self._failed:
            failed = self._failed
            self._tell(
                PrintedElsewhere(printer=failed.printer, cause=failed.cause, other=job.printer.name)
            )
