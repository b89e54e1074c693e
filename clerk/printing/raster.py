"""Black and white dots for a roll printer, made of a page: 576 across 72 mm, eight to a byte."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDTH = 576
"""Dots across an 80 mm roll: 72 mm at 203 dpi."""
_INK_BELOW = 160  # grey of a thin stroke's edge still is ink; more would fill the gaps of the codes
_MARGIN = 24  # 3 mm of white below the last line


class Page(Protocol):
    """A page as pixels: ``rgb`` holds three bytes each, row after row."""

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def rgb(self) -> bytes: ...


def rows_of(document: bytes, render: Callable[[bytes, int, int], Page]) -> bytes:
    """Return all pages below each other as rows of ``WIDTH // 8`` bytes; a set bit is ink.

    A PNG is taken as it is drawn, a PDF is drawn at the width of the roll:
    ``render`` draws one page, counted from 0, at a width in dots, and raises
    ``IndexError`` past the last.
    """
    from PIL import Image  # noqa: PLC0415 - off the first frame

    if document.startswith(b"\x89PNG"):
        return _packed(Image.open(BytesIO(document)).convert("L"))
    pages = (
        Image.frombytes("RGB", (page.width, page.height), page.rgb).convert("L")
        for page in _pages(document, render)
    )
    return b"".join(map(_packed, pages))


def _pages(document: bytes, render: Callable[[bytes, int, int], Page]) -> Iterator[Page]:
    number = 0
    while True:
        try:
            yield render(document, number, WIDTH)
        except IndexError:
            return
        number += 1


def _packed(grey: Any) -> bytes:  # a Pillow image
    """Return a grey picture's rows as bits, the white below its last line cut off."""
    if grey.width != WIDTH:
        grey = grey.resize((WIDTH, max(1, round(grey.height * WIDTH / grey.width))))
    ink = grey.point(lambda value: 255 * (value < _INK_BELOW))
    box = ink.getbbox()
    height = min(grey.height, (box[3] if box else 0) + _MARGIN)
    return bytes(ink.crop((0, 0, WIDTH, height)).convert("1").tobytes())
