"""The printers of this window: what the system has, the folder, the roll, and what was chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clerk.printing.folder import NAME as FOLDER_NAME
from clerk.printing.folder import FolderPrinter
from clerk.printing.roll import NAME as ROLL_NAME
from clerk.printing.roll import RollPrinter
from clerk.printing.settings_file import read_settings, write_settings
from clerk.usecases.printers import FOLDER, QUEUE, ROLL, PrintChoice, PrinterLine, PrintSettings
from clerk.usecases.trouble import PrinterTrouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.papers import PaperKind
    from clerk.printing.raster import Page
    from clerk.usecases.ports import Printer


class Spooler(Protocol):
    """The printers this system knows: CUPS's queues, or those of Windows."""

    def seen(self) -> tuple[PrinterLine, ...]:
        """Return them as they stand, the usual one first; none where there is no print service."""

    def printer(self, name: str, choice: PrintChoice) -> Printer:
        """Return one, to be printed on as chosen; it need not be there now."""


class NoSpooler:
    """A system that knows no printer."""

    def seen(self) -> tuple[PrinterLine, ...]:
        return ()

    def printer(self, name: str, choice: PrintChoice) -> Printer:  # noqa: ARG002 - it has none
        return NoPrinter(name)


class NoPrinter:
    """A printer that is not there any more."""

    on_roll = False

    def __init__(self, name: str) -> None:
        self.name = name

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:  # noqa: ARG002 - it cannot
        raise PrinterTrouble(printer=self.name, cause="unknown")

    def recall(self, title: str) -> bool:  # noqa: ARG002 - nor remember
        return False

    def withdraw(self, title: str) -> None:
        """Nothing waits in it."""


class DeskPrinters:
    """`Printers` of one desk; its choice lies in ``printers.json`` beside the store.

    ``render`` draws a page for the roll (see ``raster``); ``end`` ends the
    waiting for printers, on whatever thread.
    """

    def __init__(
        self,
        desk: Path,
        spooler: Spooler,
        *,
        render: Callable[[bytes, int, int], Page],
        end: Callable[[], None],
    ) -> None:
        self.close = end
        self._render = render
        self._file = desk / "printers.json"
        self._own_folder = desk / "papers"
        self._spooler = spooler
        self.settings = read_settings(self._file)

    def keep(self, settings: PrintSettings) -> None:
        self.settings = settings
        write_settings(self._file, settings)

    def seen(self) -> tuple[PrinterLine, ...]:
        folder = PrinterLine(id=FOLDER, name=FOLDER_NAME, place=str(self._folder()))
        if not self.settings.roll:
            return (*self._spooler.seen(), folder)
        roll = self._roll()
        return (
            *self._spooler.seen(),
            PrinterLine(id=ROLL, name=roll.name, cause=roll.cause()),
            folder,
        )

    def usual(self) -> PrinterLine:
        lines = self.seen()
        chosen = self.settings.usual.printer or lines[0].id
        missing = PrinterLine(id=chosen, name=chosen.removeprefix(QUEUE), cause="unknown")
        return next((each for each in lines if each.id == chosen), missing)

    def for_kind(self, kind: PaperKind) -> tuple[Printer, ...]:
        settings = self.settings
        first = settings.choice_for(kind)
        wanted = [first if first.printer else PrintChoice(printer=self._usual_of_the_system())]
        if settings.fallback and settings.fallback != wanted[0].printer:
            wanted.append(PrintChoice(printer=settings.fallback))
        return tuple(map(self.one, wanted))

    def one(self, choice: PrintChoice) -> Printer:
        if choice.printer.startswith(QUEUE):
            return self._spooler.printer(choice.printer.removeprefix(QUEUE), choice)
        if choice.printer == ROLL:
            return self._roll() if self.settings.roll else NoPrinter(ROLL_NAME)
        return FolderPrinter(self._folder())

    def named(self, name: str) -> Printer:
        if name == FOLDER_NAME:
            return FolderPrinter(self._folder())
        if name.startswith(ROLL_NAME):
            return NoPrinter(name)  # it remembers nothing
        return self._spooler.printer(name, PrintChoice())

    def _usual_of_the_system(self) -> str:
        """Return the system's usual printer; the folder where there is none."""
        lines = self._spooler.seen()
        return lines[0].id if lines else FOLDER

    def _roll(self) -> RollPrinter:
        return RollPrinter(self.settings.roll, self._render)

    def _folder(self) -> Path:
        return Path(self.settings.folder) if self.settings.folder else self._own_folder
