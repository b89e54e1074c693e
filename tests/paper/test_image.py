import io
from concurrent.futures import ThreadPoolExecutor

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.papers import PaperKind
from clerk.paper.faults import DocumentUnreadable
from clerk.paper.image import page_count, render
from clerk.paper.room import PaperRoom
from tests.paper.specimens import RESOURCES, specimen


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return PaperRoom(RESOURCES).draw(specimen(PaperKind.COMMITMENT_ACCEPTANCE))


def sized(width: float, height: float, password: str = "") -> bytes:
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(width=width, height=height)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def refused(pdf: bytes, dpi: int = 50, page: int = 0) -> str:
    with pytest.raises(DocumentUnreadable) as refusal:
        render(pdf, dpi, page)
    return refusal.value.reason


def what_became_of(pdf: bytes) -> str:
    try:
        return "drawn" if render(pdf, 30).rgb else "empty"
    except DocumentUnreadable as refusal:
        return refusal.reason


def test_a_page_is_drawn_at_the_resolution_asked_for(pdf):
    picture = render(pdf, 100)

    assert abs(picture.width - 210 / 25.4 * 100) < 2
    assert abs(picture.height - 297 / 25.4 * 100) < 2
    assert len(picture.rgb) == picture.width * picture.height * 3


def test_rows_have_no_gaps_whatever_the_width():
    for width in range(100, 110):
        picture = render(sized(width, 50), 72)

        assert (picture.width, len(picture.rgb)) == (width, width * 50 * 3)


def test_pages_are_counted_and_differ(pdf):
    assert page_count(pdf) == 2
    assert render(pdf, 50, 0).rgb != render(pdf, 50, 1).rgb


def test_a_page_that_is_not_there_is_refused(pdf):
    assert refused(pdf, page=2) == "no_such_page"
    assert refused(pdf, page=-1) == "no_such_page"


def test_a_locked_document_is_refused_as_locked():
    assert refused(sized(100, 100, password="secret")) == "locked"  # noqa: S106 - invented


def test_a_page_of_a_football_field_is_refused_before_it_takes_the_memory():
    assert refused(sized(14_400, 14_400), dpi=300) == "huge"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"GIF89a", b"\x00" * 5_000])
def test_what_is_no_pdf_is_refused_as_damaged(content):
    assert refused(content) == "damaged"
    with pytest.raises(DocumentUnreadable):
        page_count(content)


@given(st.data())
def test_a_mangled_document_is_drawn_or_refused_but_never_a_crash(data):
    whole = sized(100, 100)
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    at = data.draw(st.integers(0, max(len(cut) - 1, 0)))
    mangled = cut[:at] + data.draw(st.binary(max_size=8)) + cut[at + 1 :]

    assert what_became_of(mangled) in {"drawn", "damaged", "locked", "no_such_page", "huge"}


def test_many_threads_may_ask_at_once(pdf):
    with ThreadPoolExecutor(max_workers=4) as pool:
        pictures = list(pool.map(lambda page: render(pdf, 40, page % 2), range(16)))

    assert len({picture.rgb for picture in pictures}) == 2
