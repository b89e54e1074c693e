"""Printing where the system takes no PDF: pages drawn as pictures on a `QPrinter` (Windows).

Reached only there; everywhere else the tests draw on a `QPrinter` that writes a PDF, which is as
far as Qt goes without Windows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from clerk.usecases.printers import QUEUE, PrinterLine, Sheet, Sides

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.ui.room import Picture
    from clerk.usecases.printers import PrintChoice

_FINEST_DPI = 400  # a thin bar of a code is 5 dots; more only costs memory
_SIDES = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}
_POINTS_PER_INCH = 72


class Order(Protocol):
    """What shall be drawn, and how."""

    @property
    def pdf(self) -> bytes: ...

    @property
    def printer(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def copies(self) -> int: ...

    @property
    def choice(self) -> PrintChoice: ...


def listed(cause_of: Callable[[str], str]) -> tuple[PrinterLine, ...]:
    """Return the system's printers, the usual one first. Trays stay as the driver has them."""
    usual = QPrinterInfo.defaultPrinterName()
    lines = (
        PrinterLine(
            id=f"{QUEUE}{each.printerName()}",
            name=each.printerName(),
            place=each.location(),
            is_usual=each.printerName() == usual,
            cause=cause_of(each.printerName()),
            sides=tuple(
                side
                for side, mode in _SIDES.items()
                if side is Sides.ONE or mode in each.supportedDuplexModes()
            ),
        )
        for each in QPrinterInfo.availablePrinters()
    )
    return tuple(sorted(lines, key=lambda line: (not line.is_usual, line.name)))


class Canvas:
    """Draws PDFs on printers.

    ``render`` draws one page, counted from 0, at a width in pixels and raises
    ``IndexError`` past the last; ``width_of`` measures the first page in points.
    """

    def __init__(
        self, render: Callable[[bytes, int, int], Picture], width_of: Callable[[bytes], float]
    ) -> None:
        self._render = render
        self._width_of = width_of

    def draw(self, order: Order) -> bool:
        """Draw a document on the printer it is for; say whether the system took it."""
        info = QPrinterInfo.printerInfo(order.printer)
        return self.draw_on(QPrinter(info, QPrinter.PrinterMode.HighResolution), order)

    def draw_on(self, printer: QPrinter, order: Order) -> bool:
        """Draw a document on a printer that is set up by nobody yet."""
        width = self._width_of(order.pdf)
        dots = round(width / _POINTS_PER_INCH * min(printer.resolution(), _FINEST_DPI))
        page = self._render(order.pdf, 0, dots)
        size = QSizeF(width, width * page.height / page.width)
        sheet = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        if order.choice.sheet is Sheet.A4:
            sheet = QPageSize(QPageSize.PageSizeId.A4)
        printer.setPageLayout(
            QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        printer.setFullPage(True)
        printer.setDocName(order.title)
        printer.setCreator("clerk")
        printer.setCopyCount(order.copies)
        printer.setCollateCopies(True)
        printer.setDuplex(_SIDES[order.choice.sides])
        return self._painted(printer, order.pdf, page, dots)

    def _painted(self, printer: QPrinter, pdf: bytes, page: Picture, dots: int) -> bool:
        """Draw page after page in its own size, from the sheet's top left corner."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        number, scale = 0, printer.resolution() / min(printer.resolution(), _FINEST_DPI)
        place = QRectF(0, 0, page.width * scale, page.height * scale)
        try:
            while True:
                painter.drawImage(place, _image(page))
                number += 1
                page = self._render(pdf, number, dots)
                if not printer.newPage():
                    return False
        except IndexError:
            return painter.end()
        finally:
            if painter.isActive():
                printer.abort()
                painter.end()


def _image(page: Picture) -> QImage:
    """Return a page as Qt draws it, in grey: half the memory for the same ink."""
    row = page.width * 3
    colours = QImage(page.rgb, page.width, page.height, row, QImage.Format.Format_RGB888)
    return colours.convertToFormat(QImage.Format.Format_Grayscale8)
