"""The system's queues as one may choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.printing.causes import cause_of_printer
from clerk.printing.cups_printer import CupsPrinter
from clerk.printing.ipp import Attributes, Group, Operation, requested, text_of
from clerk.printing.print_service import AccessRefused, ServiceAway
from clerk.usecases.printers import QUEUE, PrintChoice, PrinterLine, Sides

if TYPE_CHECKING:
    from clerk.printing.cups_printer import Patience
    from clerk.printing.print_service import PrintService

_PRINTER = (
    "printer-name",
    "printer-info",
    "printer-location",
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "sides-supported",
    "media-source-supported",
)
_NO_TRAYS = frozenset({"auto", "manual"})


class CupsQueues:
    """Every queue of one print service."""

    def __init__(self, service: PrintService, patience: Patience) -> None:
        self._service = service
        self._patience = patience

    def seen(self) -> tuple[PrinterLine, ...]:
        """Return the queues as they stand, the usual one first; none when nothing answers."""
        try:
            answer = self._service.ask(Operation.CUPS_GET_PRINTERS, (requested(*_PRINTER),))
            usual = self._service.ask(Operation.CUPS_GET_DEFAULT, (requested(_PRINTER[0]),))
        except (ServiceAway, AccessRefused):
            return ()
        name = next((text_of(each, "printer-name") for each in usual.of(Group.PRINTER)), "")
        lines = (_line(each, usual=name) for each in answer.of(Group.PRINTER))
        return tuple(sorted(lines, key=lambda line: (not line.is_usual, line.name)))

    def printer(self, name: str, choice: PrintChoice) -> CupsPrinter:
        """Return one queue, to be printed on as chosen; it need not be there now."""
        return CupsPrinter(self._service, self._patience, name=name, choice=choice)


def _line(printer: Attributes, *, usual: str) -> PrinterLine:
    name = text_of(printer, "printer-name")
    offered = {str(each) for each in printer.get("sides-supported", ())}
    trays = map(str, printer.get("media-source-supported", ()))
    place = ", ".join(
        filter(None, (text_of(printer, "printer-info"), text_of(printer, "printer-location")))
    )
    return PrinterLine(
        id=f"{QUEUE}{name}",
        name=name,
        place=place if place != name else "",
        is_usual=name == usual,
        cause=cause_of_printer(printer),
        sides=tuple(each for each in Sides if each in offered or each is Sides.ONE),
        trays=tuple(each for each in trays if each not in _NO_TRAYS),
    )
