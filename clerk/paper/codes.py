"""The two codes on every paper: Code 128 for the counter's scanner, QR for a camera.

Code 128 carries the twenty digits alone, in set C, because an active input method eats
letters that a scanner types. QR carries what proves the paper (``clerk.domain.paper_code``),
in digits for the same reason.
Sizes of modules are millimetres, a format's own.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from clerk.paper.code128 import modules as code128_modules
from clerk.paper.marks import Rects

if TYPE_CHECKING:
    from clerk.domain.papers import Paper

QUIET_MODULES = 10  # on either side, as Code 128 asks
QR_QUIET_MODULES = 4
_QR_MASK = 2  # any mask reads as well; weighing all eight takes longer than the rest of the page


def code128_width(digits: str, module: float) -> float:
    """Return how wide the bars stand, in millimetres, quiet zones apart."""
    return len(code128_modules(digits)) * module


def code128_bars(digits: str, *, x: float, y: float, height: float, module: float) -> Rects:
    """Draw a number as bars from ``x``, leaving the quiet zones to the caller."""
    places, at = [], 0
    for black, run in groupby(code128_modules(digits)):
        length = len(list(run))
        if black == "1":
            places.append((x + at * module, y, length * module, height))
        at += length
    return Rects(places=tuple(places))


def qr_text(paper: Paper) -> str:
    """Return what the QR code of a paper says; of one that nobody signed, its case alone."""
    return paper.code or paper.case_number


def qr_modules(text: str) -> tuple[bytes, ...]:
    """Return the rows of a QR code, a nought or one each module."""
    import segno  # noqa: PLC0415 - 45 ms, for its writers of pictures we do not use

    code = segno.make_qr(text, error="m", boost_error=False, mask=_QR_MASK)
    return tuple(bytes(row) for row in code.matrix)


def qr_width(modules: tuple[bytes, ...], module: float) -> float:
    """Return the side of a QR code in millimetres, quiet zone apart."""
    return len(modules) * module


def qr_squares(modules: tuple[bytes, ...], *, x: float, y: float, module: float) -> Rects:
    """Draw a QR code with its top left corner at ``x`` and ``y``; runs of a row are one bar."""
    places = []
    for row, line in enumerate(modules):
        at = 0
        for black, run in groupby(line):
            length = len(list(run))
            if black:
                place = (x + at * module, y + row * module)
                places.append((*place, length * module, module))
            at += length
    return Rects(places=tuple(places))
