from io import BytesIO
from random import Random

import pytest
import zxingcpp
from PIL import Image

from clerk.domain.paper_code import read_code
from clerk.domain.paper_rules import PaperIncomplete, must_be_complete
from clerk.domain.papers import PaperKind
from clerk.paper import code128
from clerk.paper.codes import (
    QR_QUIET_MODULES,
    QUIET_MODULES,
    code128_width,
    qr_modules,
    qr_text,
    qr_width,
)
from clerk.paper.layouts import LAYOUTS
from clerk.paper.room import PaperRoom
from clerk.paper.styles import A4, A5, ROLL
from tests.paper.reading import codes_of, codes_of_picture
from tests.paper.specimens import LANGUAGES, NUMBER, RESOURCES, specimen

SEEN = [
    (203, 0.0, 0.0),
    (203, 0.8, 2.0),
    (203, 0.8, -3.0),
    (300, 0.0, 0.0),
    (300, 1.2, 3.0),
    (300, 1.2, -2.0),
]
SIGNED = "HTTPS://CLERK/1/" + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:" * 4
ROLLS = [kind for kind in PaperKind if LAYOUTS[kind].fits_a_roll]


@pytest.fixture(scope="module")
def room() -> PaperRoom:
    return PaperRoom(RESOURCES)


@pytest.mark.parametrize(("dpi", "blur", "turned"), SEEN)
@pytest.mark.parametrize("kind", PaperKind)
def test_a_scanner_reads_both_codes_of_a_sheet_askew_and_blurred(room, kind, dpi, blur, turned):
    paper = specimen(kind)

    codes = codes_of(room.draw(paper, reprint=1), dpi=dpi, blur=blur, turned=turned)

    assert codes["Code128"] == NUMBER
    assert codes["QRCode"] == paper.code
    assert read_code(codes["QRCode"])[0].document_number == paper.document_number


@pytest.mark.parametrize(("dpi", "blur", "turned"), SEEN)
@pytest.mark.parametrize("kind", [PaperKind.MATERIAL_VOUCHER, PaperKind.GRANT])
def test_two_hundred_characters_in_the_qr_code_still_read(room, kind, dpi, blur, turned):
    codes = codes_of(room.draw(specimen(kind), code=SIGNED), dpi=dpi, blur=blur, turned=turned)

    assert len(SIGNED) >= 190
    assert codes == {"Code128": NUMBER, "QRCode": SIGNED}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ROLLS)
@pytest.mark.parametrize("seen", [(0.0, 0.0), (0.8, 2.0), (0.8, -3.0)])
@pytest.mark.parametrize("code", ["", SIGNED])
def test_a_roll_of_one_bit_dots_reads_too(room, kind, language, seen, code):
    blur, turned = seen
    strip = Image.open(BytesIO(room.raster(specimen(kind, language), code=code)))

    codes = codes_of_picture(strip.convert("L"), blur=blur, turned=turned)

    assert codes["Code128"] == NUMBER
    assert codes["QRCode"] == (code or qr_text(specimen(kind, language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_document_number_still_reads(room, language):
    number = "云江经济技术开发区市监不许〔2026〕A07-综合窗口-9999号"

    codes = codes_of(
        room.draw(specimen(PaperKind.REFUSAL, language, document_number=number)), dpi=203
    )

    assert read_code(codes["QRCode"])[0].document_number == number


def test_every_pair_of_digits_reads_back_as_itself():
    numbers = [f"{pair:02d}" * 10 for pair in range(100)]
    numbers += [f"{Random(place).randrange(10**20):020d}" for place in range(200)]  # noqa: S311 - no secret

    assert [read(number) for number in numbers] == numbers


def test_twenty_digits_are_145_modules_48_millimetres_wide():
    assert len(code128.modules(NUMBER)) == 145
    assert 47.5 < code128_width(NUMBER, A4.module) < 48.5


def test_the_quiet_zones_are_on_the_sheet():
    for form in (A4, A5):
        side = qr_width(qr_modules(qr_text(specimen(PaperKind.GRANT))), form.qr_module)
        bars = code128_width(NUMBER, form.module)
        assert form.side >= QUIET_MODULES * form.module
        assert form.side >= QR_QUIET_MODULES * form.qr_module
        assert form.width - 2 * form.side > bars + side + QUIET_MODULES * form.module


def test_the_quiet_zones_are_on_the_roll():
    bars = code128_width(NUMBER, ROLL.module)
    side = qr_width(qr_modules(SIGNED), ROLL.qr_module)

    assert ROLL.width > bars + 2 * QUIET_MODULES * ROLL.module
    assert ROLL.width > side + 2 * QR_QUIET_MODULES * ROLL.qr_module


@pytest.mark.parametrize("kind", PaperKind)
def test_a_preview_carries_no_code_and_cannot_be_issued(room, kind):
    preview = specimen(kind, case_number="")

    assert codes_of(room.draw(preview), dpi=203) == {}
    with pytest.raises(PaperIncomplete):
        must_be_complete(preview)


def read(digits: str) -> str:
    """Return what ZXing reads from the bars of a number, a module two dots wide."""
    quiet = "0" * QUIET_MODULES
    row = [0 if each == "1" else 255 for each in f"{quiet}{code128.modules(digits)}{quiet}"]
    bars = Image.new("L", (len(row), 1))
    bars.putdata(row)
    (found,) = zxingcpp.read_barcodes(bars.resize((2 * len(row), 40), Image.Resampling.NEAREST))
    return str(found.text)
