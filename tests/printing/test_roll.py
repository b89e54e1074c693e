"""What the roll printer gets is a picture, and its codes are read by somebody else's decoder."""

import io

import pytest
import zxingcpp
from PIL import Image

from clerk.domain.papers import PaperKind
from clerk.paper.room import PaperRoom
from clerk.paper.viewing import view
from clerk.printing.raster import WIDTH
from clerk.printing.roll import RollPrinter
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure
from tests.paper.specimens import RESOURCES, specimen
from tests.printing.roll_sink import READY, RollSink


@pytest.fixture
def sink():
    sink = RollSink()
    yield sink
    sink.close()


@pytest.fixture
def printer(sink):
    return RollPrinter(sink.address, view)


SPECIMEN = specimen(PaperKind.MATERIAL_VOUCHER)


@pytest.fixture(scope="module")
def voucher():
    return PaperRoom(RESOURCES).draw(SPECIMEN)


def codes_on(sheet):
    framed = Image.new("L", (sheet.width + 80, sheet.height + 80), 255)  # the roll's own edges
    framed.paste(sheet, (40, 40))
    return {code.format.name: code.text for code in zxingcpp.read_barcodes(framed)}


def test_a_sheet_comes_out_at_the_rolls_width_and_its_code_is_read(sink, printer, voucher):
    printer.print(voucher, title="", copies=2)

    assert len(sink.sheets) == 2
    assert sink.unknown == []
    assert sink.sheets[0].width == WIDTH
    assert codes_on(sink.sheets[0])["QRCode"] == SPECIMEN.code


def test_a_picture_made_for_the_roll_arrives_dot_for_dot(sink, printer):
    drawn = Image.new("1", (WIDTH, 300), 1)
    for x in range(0, WIDTH, 7):
        drawn.putpixel((x, (x * 3) % 270), 0)
    raw = io.BytesIO()
    drawn.save(raw, "PNG")

    printer.print(raw.getvalue(), title="", copies=1)

    (sheet,) = sink.sheets
    assert sheet.tobytes() == drawn.convert("L").crop((0, 0, *sheet.size)).tobytes()


@pytest.mark.parametrize(
    ("answers", "cause"),
    [
        ((READY | 0x04, READY), "open"),
        ((READY | 0x20, READY), "paper"),
        ((READY, READY | 0x60), "paper"),
        ((READY | 0x40, READY), "fault"),
        ((0xFF, READY), "fault"),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(sink, printer, voucher, answers, cause):
    sink.offline, sink.paper = answers

    with pytest.raises(PrinterTrouble) as trouble:
        printer.print(voucher, title="", copies=1)

    assert trouble.value.cause == printer.cause() == cause
    assert sink.sheets == []


def test_paper_that_nearly_ends_still_prints(sink, printer, voucher):
    sink.paper = READY | 0x0C

    printer.print(voucher, title="", copies=1)

    assert len(sink.sheets) == 1


def test_paper_that_ends_in_the_middle_leaves_it_unknown(sink, voucher):
    printer = RollPrinter(sink.address, view, print_seconds=0.2)
    sink.sheets_before_end = 1

    with pytest.raises(PrintUnsure) as unsure:
        printer.print(voucher, title="", copies=2)

    assert unsure.value.cause in {"paper", "slow"}


def test_a_printer_that_says_nothing_is_as_good_as_off(sink, voucher):
    printer = RollPrinter(sink.address, view, status_seconds=0.2)
    sink.is_dumb = True

    with pytest.raises(PrinterTrouble) as trouble:
        printer.print(voucher, title="", copies=1)

    assert trouble.value.cause == "off"


@pytest.mark.parametrize("address", ["127.0.0.1:1", "127.0.0.1:x", "127.0.0.1:99999", "", "..."])
def test_an_address_where_nothing_listens_says_so(voucher, address):
    with pytest.raises(PrinterTrouble) as trouble:
        RollPrinter(address, view).print(voucher, title="", copies=1)

    assert trouble.value.cause == "off"
