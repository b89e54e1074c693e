import pytest

from clerk.domain.paper_code import read_code
from clerk.domain.papers import PaperIncomplete, PaperKind, must_be_complete
from clerk.paper.codes import (
    MODULE,
    QR_MODULE,
    QR_QUIET_MODULES,
    QUIET_MODULES,
    code128_modules,
    code128_width,
    qr_modules,
    qr_text,
    qr_width,
)
from clerk.paper.room import PaperRoom
from clerk.paper.styles import FORMATS
from tests.paper.reading import codes_of
from tests.paper.specimens import LANGUAGES, NUMBER, RESOURCES, specimen

SEEN = [
    (203, 0.0, 0.0),
    (203, 0.8, 2.0),
    (203, 0.8, -3.0),
    (300, 0.0, 0.0),
    (300, 1.2, 3.0),
    (300, 1.2, -2.0),
]


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_document_number_still_reads(room, language):
    number = "云江经济技术开发区市监不许〔2026〕A07-综合窗口-9999号"

    codes = codes_of(
        room.draw(specimen(PaperKind.REFUSAL, language, document_number=number)), dpi=203
    )

    assert read_code(codes["QRCode"])[0].document_number == number


def test_twenty_digits_are_145_modules_48_millimetres_wide():
    assert len(code128_modules(NUMBER)) == 145
    assert 47.5 < code128_width(NUMBER) < 48.5


def test_the_quiet_zones_are_on_the_sheet():
    side = qr_width(qr_modules(qr_text(specimen(PaperKind.GRANT))))
    for form in FORMATS.values():
        assert form.side >= QUIET_MODULES * MODULE
        assert form.side >= QR_QUIET_MODULES * QR_MODULE
        assert form.width - 2 * form.side > code128_width(NUMBER) + side + QUIET_MODULES * MODULE


@pytest.mark.parametrize("kind", PaperKind)
def test_a_preview_carries_no_code_and_cannot_be_issued(room, kind):
    preview = specimen(kind, case_number="")

    assert codes_of(room.draw(preview), dpi=203) == {}
    with pytest.raises(PaperIncomplete):
        must_be_complete(preview)
