"""Pages of a PDF as pictures: papers shown before they are printed, attachments shown at all.

Attachments come from anywhere. What cannot be read is refused with its reason, and no page
may ask for more memory than a sheet at the resolution asked for deserves.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any

from clerk.paper.faults import DocumentUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIXELS_MOST = 40_000_000  # an A3 sheet at 400 dpi has 31 million
_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
_BLACK_BELOW = 150  # of 255: thin strokes stay, and do not run together
_LOCKED = ("password", "security")
_one_at_a_time = Lock()  # PDFium knows no threads


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: three bytes each, red, green and blue, row by row without gaps."""

    width: int
    height: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has.

    Raises:
        DocumentUnreadable: It is damaged, locked, or no PDF.
    """
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, page: int = 0) -> float:
    """Return how wide a page is, in points.

    Raises:
        DocumentUnreadable: It is damaged, locked, or has no such page.
    """
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise DocumentUnreadable(reason="no_such_page")
        with closing(document[page]) as sheet:
            return float(sheet.get_width())


def subject_of(pdf: bytes) -> str:
    """Return what a PDF says it is about.

    Raises:
        DocumentUnreadable: It is damaged, locked, or no PDF.
    """
    with _opened(pdf) as document:
        return str(document.get_metadata_value("Subject"))


def render(pdf: bytes, dpi: float, page: int = 0) -> Picture:
    """Return a page, counted from 0, as it prints on white.

    Raises:
        DocumentUnreadable: It is damaged, locked, or has no such page, or the page is too big.
    """
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise DocumentUnreadable(reason="no_such_page")
        with closing(document[page]) as sheet:
            return _picture(sheet, dpi / _POINTS_PER_INCH)


def page_png(pdf: bytes, dpi: float, page: int = 0) -> bytes:
    """Return a page, counted from 0, as PNG.

    Raises:
        DocumentUnreadable: See :func:`render`.
    """
    from PIL import Image  # noqa: PLC0415 - off the first frame

    shown, out = render(pdf, dpi, page), BytesIO()
    Image.frombytes("RGB", (shown.width, shown.height), shown.rgb).save(out, "PNG")
    return out.getvalue()


def one_bit_png(pdf: bytes, dots_per_mm: int) -> bytes:
    """Return the first page as PNG of black dots on white, without greys or smoothing of edges.

    Raises:
        DocumentUnreadable: It is damaged or locked, or the page is too big.
    """
    from PIL import Image  # noqa: PLC0415 - off the first frame

    shown = render(pdf, dots_per_mm * _MM_PER_INCH)
    grey = Image.frombytes("RGB", (shown.width, shown.height), shown.rgb).convert("L")
    dots = grey.point(lambda level: 255 if level > _BLACK_BELOW else 0, mode="1")
    out = BytesIO()
    dots.save(out, "PNG")
    return out.getvalue()


def _picture(sheet: Any, scale: float) -> Picture:  # pypdfium2 has no types
    width, height = sheet.get_size()
    if not 0 < width * scale * height * scale <= _PIXELS_MOST:
        raise DocumentUnreadable(reason="huge")
    with closing(sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)) as bitmap:
        return Picture(bitmap.width, bitmap.height, _packed(bitmap))


def _packed(bitmap: Any) -> bytes:
    """Take the padding off the rows."""
    row, stride, pixels = bitmap.width * 3, bitmap.stride, bytes(bitmap.buffer)
    if row == stride:
        return pixels[: row * bitmap.height]
    return b"".join(pixels[at * stride : at * stride + row] for at in range(bitmap.height))


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415  # 40 ms, and no business of the first frame

    with _one_at_a_time:
        try:
            with closing(pypdfium2.PdfDocument(pdf)) as document:
                yield document
        except pypdfium2.PdfiumError as fault:
            locked = any(word in str(fault).lower() for word in _LOCKED)
            raise DocumentUnreadable(reason="locked" if locked else "damaged") from fault
