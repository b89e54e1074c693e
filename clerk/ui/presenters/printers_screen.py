"""What the printers page shows, as one frozen value made of what was chosen and what is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.ui.rows import Chip, QueueRow, Tone
from clerk.usecases.language import _
from clerk.usecases.names import paper_name
from clerk.usecases.printers import (
    FOLDER,
    QUEUE,
    ROLL,
    PrintChoice,
    PrinterLine,
    PrintSettings,
    Sheet,
    Sides,
)
from clerk.usecases.printing_words import cause_words, sheet_name, sides_name, tray_name

if TYPE_CHECKING:
    from clerk.ui.rows import Notice
    from clerk.usecases.open_prints import OpenPrintLine

ALL_KINDS = "all"
_UNCHOSEN = PrintChoice()
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceForm:
    """Where one kind of paper goes: what may be chosen, and what is."""

    title: str = ""
    printers: Choices = ()
    trays: Choices = ()
    sides: Choices = ()
    sheets: Choices = ()
    choice: PrintChoice = _UNCHOSEN


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintersScreen:
    """The whole page."""

    kinds: tuple[QueueRow, ...] = ()
    form: ChoiceForm = ChoiceForm()
    fallbacks: Choices = ()
    fallback: str = ""
    folder: str = ""
    roll: str = ""
    printers: tuple[QueueRow, ...] = ()
    is_looking: bool = True
    asked: tuple[QueueRow, ...] = ()
    notice: Notice | None = None


def kind_rows(settings: PrintSettings, lines: tuple[PrinterLine, ...]) -> tuple[QueueRow, ...]:
    """Return a row for all papers together and one for each kind."""
    rest = QueueRow(
        id=ALL_KINDS, title=_("All papers"), detail=_said(settings.usual, lines) or _usual(lines)
    )
    kinds = (
        QueueRow(
            id=kind,
            title=paper_name(kind),
            detail=_said(settings.by_kind.get(kind, _UNCHOSEN), lines) or _("As all papers"),
        )
        for kind in PaperKind
    )
    return (rest, *kinds)


def form_for(wanted: str, settings: PrintSettings, lines: tuple[PrinterLine, ...]) -> ChoiceForm:
    """Return the form of one row; trays and sides are those of the printer that is meant."""
    is_rest = wanted == ALL_KINDS
    choice = settings.usual if is_rest else settings.by_kind.get(PaperKind(wanted), _UNCHOSEN)
    meant = choice.printer or settings.usual.printer
    line = next((each for each in lines if each.id == meant), lines[0] if lines else None)
    unchosen = _usual(lines) if is_rest else _("As all papers")
    offers = line if line and (choice.printer or is_rest) else PrinterLine(id="", name="", sides=())
    trays = tuple((each, tray_name(each)) for each in offers.trays)
    queues = {each.id for each in lines if each.id not in {FOLDER, ROLL}}
    return ChoiceForm(
        title=_("All papers") if is_rest else paper_name(PaperKind(wanted)),
        printers=(("", unchosen), *printer_choices(lines, choice.printer)),
        trays=(("", tray_name("")), *trays),
        sides=tuple((each.value, sides_name(each)) for each in offers.sides),
        sheets=tuple((each.value, sheet_name(each)) for each in Sheet)
        if offers.id in queues
        else (),
        choice=choice,
    )


def printer_choices(lines: tuple[PrinterLine, ...], chosen: str) -> Choices:
    """Return the printers by name; one that was chosen and is gone stays visible."""
    found = tuple((each.id, each.name) for each in lines)
    if chosen and chosen not in dict(found):
        gone = _("{name} (not there)").format(name=chosen.removeprefix(QUEUE))
        return (*found, (chosen, gone))
    return found


def printer_rows(lines: tuple[PrinterLine, ...]) -> tuple[QueueRow, ...]:
    """Return the printers with what they say of themselves."""
    return tuple(
        QueueRow(id=each.id, title=each.name, detail=_place(each), chip=_chip(each))
        for each in lines
    )


def asked_rows(lines: tuple[OpenPrintLine, ...]) -> tuple[QueueRow, ...]:
    """Return the papers of which nobody knows whether they came out."""
    return tuple(
        QueueRow(
            id=each.key,
            title=f"{paper_name(each.paper.kind)} · {each.applicant}",
            detail=f"{each.print.at:%m-%d %H:%M} · {each.print.printer} · "
            f"{each.paper.document_number}",
            chip=Chip(text="?", tone=Tone.AMBER),
        )
        for each in lines
    )


def _said(choice: PrintChoice, lines: tuple[PrinterLine, ...]) -> str:
    """Return a choice in a line; empty when nothing is chosen."""
    if not choice.printer:
        return ""
    name = dict(printer_choices(lines, choice.printer))[choice.printer]
    sides = "" if choice.sides is Sides.ONE else sides_name(choice.sides)
    return " · ".join(filter(None, (name, choice.tray and tray_name(choice.tray), sides)))


def _usual(lines: tuple[PrinterLine, ...]) -> str:
    name = lines[0].name if lines else ""
    return _("The system's usual printer ({name})").format(name=name) if name else ""


def _place(line: PrinterLine) -> str:
    if line.cause:
        words = cause_words(line.cause)
        return " · ".join(filter(None, (words[:1].upper() + words[1:], line.place)))
    usual = _("Usual printer of the system") if line.is_usual else ""
    return " · ".join(filter(None, (usual, line.place)))


def _chip(line: PrinterLine) -> Chip:
    if line.cause:
        return Chip(text=_("Not ready"), tone=Tone.AMBER, symbol="!")
    if line.id == FOLDER:
        return Chip(text=_("Kept as files"), tone=Tone.BLUE)
    return Chip(text=_("Ready"), tone=Tone.GREEN, symbol="✓")
