"""A paper's way through a queue of Windows: drawn as a picture, and watched in the spooler.

Windows takes no PDF. The screen's library draws the pages (``draw`` comes from ``ui``), and the
spooler is asked what becomes of the job. It forgets a job the moment it is printed: a job that
was handed in, was never held up and is gone has come out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clerk.printing.windows_flags import JobFlag, cause_of_job, cause_of_printer
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.printing.cups_printer import Patience
    from clerk.usecases.printers import PrintChoice, PrinterLine

_GONE = JobFlag.DELETING | JobFlag.DELETED
_OUT = JobFlag.PRINTED | JobFlag.COMPLETE


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawOrder:
    """What shall be drawn on a printer, and how."""

    pdf: bytes
    printer: str
    title: str
    copies: int
    choice: PrintChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoolJob:
    """A job in the spooler: its number there, and its JOB_STATUS flags."""

    number: int
    flags: int


class Spool(Protocol):
    """Windows' print spooler, as far as it is needed."""

    def printer_flags(self, printer: str) -> int | None:
        """Return the PRINTER_STATUS flags, None when there is no such printer."""

    def job(self, printer: str, title: str) -> SpoolJob | None:
        """Return a job by its document's name, None when the queue holds none."""

    def cancel(self, printer: str, number: int) -> bool:
        """Delete a job; say whether the spooler did."""


class WindowsQueues:
    """Every printer of this Windows. ``listed`` names them, ``draw`` draws on one."""

    def __init__(
        self,
        spool: Spool,
        patience: Patience,
        *,
        listed: Callable[[Callable[[str], str]], tuple[PrinterLine, ...]],
        draw: Callable[[DrawOrder], bool],
    ) -> None:
        self._spool = spool
        self._patience = patience
        self._listed = listed
        self._draw = draw

    def seen(self) -> tuple[PrinterLine, ...]:
        return self._listed(lambda name: _cause(self._spool, name))

    def printer(self, name: str, choice: PrintChoice) -> WindowsPrinter:
        return WindowsPrinter(name, choice, self._spool, self._patience, draw=self._draw)


class WindowsPrinter:
    """One queue of Windows."""

    on_roll = False

    def __init__(
        self,
        name: str,
        choice: PrintChoice,
        spool: Spool,
        patience: Patience,
        *,
        draw: Callable[[DrawOrder], bool],
    ) -> None:
        self.name = name
        self._choice = choice
        self._spool = spool
        self._patience = patience
        self._draw = draw

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:
        if cause := _cause(self._spool, self.name):
            raise PrinterTrouble(printer=self.name, cause=cause)
        order = DrawOrder(
            pdf=pdf, printer=self.name, title=title, copies=copies, choice=self._choice
        )
        if not self._draw(order):
            raise PrinterTrouble(printer=self.name, cause="refused")
        self._watch(title)

    def recall(self, title: str) -> bool:  # noqa: ARG002 - the spooler forgets what is printed
        return False

    def withdraw(self, title: str) -> None:
        job = self._spool.job(self.name, title)
        if job:
            self._spool.cancel(self.name, job.number)

    def _watch(self, title: str) -> None:
        """Return when the job has left the spooler.

        Raises:
            PrinterTrouble: It was held up and taken back.
            PrintUnsure: It was deleted, or is still there when patience ends.
        """
        held_up = 0
        for _look in range(self._patience.looks):
            job = self._spool.job(self.name, title)
            if job is None or job.flags & _OUT:
                return
            if job.flags & _GONE:
                raise PrintUnsure(printer=self.name, cause="canceled")
            cause = cause_of_job(job.flags) or _cause(self._spool, self.name)
            held_up = held_up + 1 if cause else 0
            if held_up >= self._patience.stuck_looks:
                self._take_back(job, cause)
            if self._patience.pause():
                break
        raise PrintUnsure(printer=self.name, cause="slow")

    def _take_back(self, job: SpoolJob, cause: str) -> None:
        if self._spool.cancel(self.name, job.number):
            had_begun = bool(job.flags & JobFlag.PRINTING) and cause != "off"
            raise PrinterTrouble(printer=self.name, cause=cause, had_begun=had_begun)
        raise PrintUnsure(printer=self.name, cause=cause)


def _cause(spool: Spool, printer: str) -> str:
    flags = spool.printer_flags(printer)
    return "unknown" if flags is None else cause_of_printer(flags)
