"""Printers as the desk knows them: what the system offers, and what this window chose.

The choice belongs to this PC and not to the journal: it says nothing about any case.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - the codec reads the annotations
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from clerk.domain.papers import PaperKind  # noqa: TC001 - the codec reads the annotations

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.usecases.ports import Printer

FOLDER = "folder"
"""The way that is always there: a PDF in a folder of this PC."""
ROLL = "roll"
"""The 80 mm roll printer on the network, once its address is known."""
QUEUE = "queue:"
"""Before the name of one of the system's printers."""


class Sides(StrEnum):
    """On how many sides of the sheet to print; the values are IPP's own words (RFC 8011 5.2.8)."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


class Sheet(StrEnum):
    """What a paper is printed on, whatever size it was drawn for."""

    AS_DRAWN = "as_drawn"  # A5 for what is handed out all day, A4 for what is filed
    A4 = "a4"  # for a printer that holds nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterLine:
    """A printer one may choose, as it stands now.

    ``id`` is what settings keep; ``cause`` says why it does not print, a key
    of the wording, and is empty while it does.
    """

    id: str
    name: str
    place: str = ""
    is_usual: bool = False
    cause: str = ""
    sides: tuple[Sides, ...] = (Sides.ONE,)
    trays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoice:
    """Where a kind of paper goes. An empty ``tray`` leaves it to the printer."""

    printer: str = ""
    tray: str = ""
    sides: Sides = Sides.ONE
    sheet: Sheet = Sheet.AS_DRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSettings:
    """What this window chose.

    A kind without a choice of its own goes where ``usual`` says, and without
    that to the system's usual printer. ``fallback`` takes over when a printer
    fails. ``folder`` is where PDFs go, ``roll`` the roll printer's host and port.
    """

    usual: PrintChoice = PrintChoice()
    by_kind: Mapping[PaperKind, PrintChoice] = field(default_factory=dict)
    fallback: str = ""
    folder: str = ""
    roll: str = ""

    def choice_for(self, kind: PaperKind) -> PrintChoice:
        """Return where a kind of paper goes."""
        found = self.by_kind.get(kind)
        return found if found and found.printer else self.usual


@dataclass(frozen=True, slots=True, kw_only=True)
class TestPage:
    """What a test page says: which printer and how it was asked, in words of the moment."""

    __test__ = False  # it is no test, whatever its name begins with

    title: str
    lines: tuple[str, ...]
    language: str
    at: datetime
    sides: int = 1


class Printers(Protocol):
    """The printers of this window."""

    @property
    def settings(self) -> PrintSettings:
        """What was chosen."""

    def keep(self, settings: PrintSettings) -> None:
        """Choose, and keep the choice on this PC.

        Raises:
            SettingsUnkept: The file cannot be written; the choice holds until the program ends.
        """

    def seen(self) -> tuple[PrinterLine, ...]:
        """Return every printer one may choose, the system's usual one first, the folder last."""

    def usual(self) -> PrinterLine:
        """Return, as it stands now, the printer of a kind without a choice of its own."""

    def for_kind(self, kind: PaperKind) -> tuple[Printer, ...]:
        """Return whom to ask for a kind of paper, first first; never empty."""

    def close(self) -> None:
        """Wait for no printer any more; what is under way stays unknown."""

    def one(self, choice: PrintChoice) -> Printer:
        """Return the printer of a choice; it need not be there now."""

    def named(self, name: str) -> Printer:
        """Return a printer by the name it has in the journal, to ask it what it remembers."""
