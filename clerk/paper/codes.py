"""The two codes on every paper: Code 128 for the counter's scanner, QR for a camera.

Code 128 carries the twenty digits alone, in set C, because an active input method eats
letters that a scanner types. QR carries what proves the paper (``clerk.domain.paper_code``),
in digits for the same reason.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import segno
from barcode.codex import Code128

from clerk.paper.marks import Rects

if TYPE_CHECKING:
    from clerk.domain.papers import Paper

MODULE = 0.33  # mm; 145 modules are 48 mm
QUIET_MODULES = 10  # on either side, as Code 128 asks
QR_MODULE = 0.42  # mm
QR_QUIET_MODULES = 4
_QR_MASK = 2  # any mask reads as well; weighing all eight takes longer than the rest of the page


def code128_modules(digits: str) -> str:
    """Return the bars and gaps of a number as ones and noughts, a module each."""
    return str(Code128(digits).build()[0])


def code128_width(digits: str) -> float:
    """Return how wide the bars stand, in millimetres, quiet zones apart."""
    return len(code128_modules(digits)) * MODULE


def code128_bars(digits: str, *, x: float, y: float, height: float) -> Rects:
    """Draw a number as bars from ``x``, leaving the quiet zones to the caller."""
    places, at = [], 0
    for black, run in groupby(code128_modules(digits)):
        length = len(list(run))
        if black == "1":
            places.append((x + at * MODULE, y, length * MODULE, height))
        at += length
    return Rects(places=tuple(places))


def qr_text(paper: Paper) -> str:
    """Return what the QR code of a paper says; of one that nobody signed, its case alone."""
    return paper.code or paper.case_number


def qr_modules(text: str) -> tuple[bytes, ...]:
    """Return the rows of a QR code, a nought or one each module."""
    code = segno.make_qr(text, error="m", boost_error=False, mask=_QR_MASK)
    return tuple(bytes(row) for row in code.matrix)


def qr_width(modules: tuple[bytes, ...]) -> float:
    """Return the side of a QR code in millimetres, quiet zone apart."""
    return len(modules) * QR_MODULE


def qr_squares(modules: tuple[bytes, ...], *, x: float, y: float) -> Rects:
    """Draw a QR code with its top left corner at ``x`` and ``y``; runs of a row are one bar."""
    places = []
    for row, line in enumerate(modules):
        at = 0
        for black, run in groupby(line):
            length = len(list(run))
            if black:
                place = (x + at * QR_MODULE, y + row * QR_MODULE)
                places.append((*place, length * QR_MODULE, QR_MODULE))
            at += length
    return Rects(places=tuple(places))
