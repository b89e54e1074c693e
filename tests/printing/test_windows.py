"""The way through Windows, as far as it goes without Windows.

The drawing is Qt's own, on a `QPrinter` that writes a PDF; the spooler is a queue in memory that
keeps the promises of winspool as its documentation states them. Windows itself is not here.
"""

import sys
from dataclasses import dataclass, field

import pytest
from PySide6.QtPrintSupport import QPrinter

from clerk.domain.papers import PaperKind
from clerk.paper.image import page_size
from clerk.paper.room import PaperRoom
from clerk.paper.viewing import view
from clerk.printing.cups_printer import Patience
from clerk.printing.windows_flags import JobFlag, PrinterFlag
from clerk.printing.windows_printer import SpoolJob, WindowsQueues
from clerk.printing.winspool import WinSpool
from clerk.ui.windows_printers import Canvas, listed
from clerk.usecases.printers import PrintChoice, Sheet, Sides
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure
from tests.paper.reading import codes_of
from tests.paper.specimens import NUMBER, RESOURCES, specimen


@dataclass
class SpoolInMemory:
    """One printer. ``stages`` are the flags a job shows at each look; after the last it is gone."""

    flags: int | None = 0
    stages: list[int] = field(default_factory=list)
    orders: list[object] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)
    may_cancel: bool = True

    def printer_flags(self, _printer):
        return self.flags

    def job(self, _printer, _title):
        return SpoolJob(number=7, flags=self.stages.pop(0)) if self.stages else None

    def cancel(self, _printer, number):
        self.cancelled.append(number)
        return self.may_cancel

    def take(self, order):
        self.orders.append(order)
        return True


def print_on(spool, *, copies=1, choice=PrintChoice()):  # noqa: B008 - it is frozen
    patience = Patience(pause=lambda: False, stuck_looks=3, looks=10)
    queues = WindowsQueues(spool, patience, listed=listed, draw=spool.take)
    queues.printer("HP", choice).print(b"%PDF", title="3499 grant", copies=copies)


def test_a_job_that_leaves_the_spooler_has_come_out():
    spool = SpoolInMemory(stages=[0, 0x10, 0x10])

    print_on(spool, copies=2)

    (order,) = spool.orders
    assert (order.printer, order.title, order.copies) == ("HP", "3499 grant", 2)


def test_a_job_the_spooler_keeps_after_printing_has_come_out():
    print_on(SpoolInMemory(stages=[0x10, JobFlag.PRINTED, JobFlag.PRINTED]))


@pytest.mark.parametrize(
    ("flags", "cause"),
    [
        (None, "unknown"),
        (PrinterFlag.PAUSED, "paused"),
        (PrinterFlag.OFFLINE | PrinterFlag.ERROR, "off"),
        (PrinterFlag.PAPER_OUT | PrinterFlag.USER_INTERVENTION, "paper"),
        (PrinterFlag.DOOR_OPEN, "open"),
    ],
)
def test_a_printer_that_cannot_print_is_given_nothing(flags, cause):
    spool = SpoolInMemory(flags=flags)

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(spool)

    assert trouble.value.cause == cause
    assert spool.orders == []


@pytest.mark.parametrize(
    ("flags", "cause"), [(JobFlag.PAPEROUT, "paper"), (JobFlag.OFFLINE, "off")]
)
def test_a_job_that_is_held_up_is_taken_back_with_its_cause(flags, cause):
    spool = SpoolInMemory(stages=[flags | JobFlag.PRINTING] * 9)

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(spool)

    assert trouble.value.cause == cause
    assert trouble.value.had_begun == (cause == "paper")
    assert spool.cancelled == [7]


def test_a_job_that_cannot_be_taken_back_may_come_out_yet():
    with pytest.raises(PrintUnsure):
        print_on(SpoolInMemory(stages=[JobFlag.PAPEROUT] * 9, may_cancel=False))


def test_a_hindrance_that_passes_holds_nothing_up():
    print_on(SpoolInMemory(stages=[JobFlag.PAPEROUT, JobFlag.PAPEROUT, 0x10, JobFlag.PAPEROUT]))


def test_a_job_somebody_deletes_leaves_it_unknown():
    with pytest.raises(PrintUnsure) as unsure:
        print_on(SpoolInMemory(stages=[0x10, JobFlag.DELETING]))

    assert unsure.value.cause == "canceled"


def test_a_job_that_stays_leaves_it_unknown():
    with pytest.raises(PrintUnsure) as unsure:
        print_on(SpoolInMemory(stages=[0x10] * 50))

    assert unsure.value.cause == "slow"


@pytest.mark.parametrize(
    ("kind", "sheet", "points"),
    [
        (PaperKind.GRANT, Sheet.AS_DRAWN, 595),
        (PaperKind.MATERIAL_VOUCHER, Sheet.AS_DRAWN, 420),
        (PaperKind.MATERIAL_VOUCHER, Sheet.A4, 595),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_qt_draws_on_a_printer_has_the_sheets_size_and_codes_to_read(
    tmp_path, kind, sheet, points
):
    @dataclass
    class Order:
        pdf: bytes
        printer: str = ""
        title: str = "3499"
        copies: int = 1
        choice: PrintChoice = PrintChoice(sides=Sides.LONG_EDGE, sheet=sheet)  # noqa: RUF009 - frozen

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    order = Order(PaperRoom(RESOURCES).draw(specimen(kind)))
    assert Canvas(view, page_size).draw_on(printer, order)

    drawn = (tmp_path / "out.pdf").read_bytes()
    assert abs(page_size(drawn) - points) < 2
    assert codes_of(drawn, dpi=203)["Code128"] == NUMBER
    assert printer.docName() == "3499"


@pytest.mark.skipif(sys.platform == "win32", reason="there it is")
def test_elsewhere_there_is_no_spooler_of_windows():
    with pytest.raises(OSError, match="Windows"):
        WinSpool()
