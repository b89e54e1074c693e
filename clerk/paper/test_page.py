"""The page that shows how a printer prints: its edges, its measures, its letters and both codes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from clerk.paper.codes import code128_bars, qr_modules, qr_squares
from clerk.paper.facts import BEIJING
from clerk.paper.marks import Rule, Words
from clerk.paper.pdf import About, Pdf
from clerk.paper.styles import A4, BOLD, TEXT, TITLE, Style

if TYPE_CHECKING:
    from clerk.paper.marks import Mark
    from clerk.paper.typeface import Typefaces
    from clerk.usecases.printers import TestPage

DIGITS = "01234567890123456789"
QR_TEXT = f"clerk:test:{DIGITS}"
LETTERS = "永和九年岁在癸丑 䶮𨭎𬍛𪩘𰻝· ABCDEFG abcdefg 0123456789"
_FRAMES = (5.0, 10.0)  # mm from the edge: what is cut off shows what the printer cannot reach
_LEFT, _TOP = 25.0, 40.0
_RULER, _TICK = 100.0, 3.0
_HEAD, _LINE, _SMALL = Style(TITLE, 20, 10), Style(TEXT, 12, 8), Style(TEXT, 8, 4)
_FACES = (Style(TEXT, 12, 8), Style(BOLD, 12, 8), Style(TEXT, 8, 5))


def draw_test_page(page: TestPage, faces: Typefaces) -> bytes:
    """Return the page as PDF; with a second side where both sides shall be printed."""
    about = About(
        title=page.title,
        author="",
        language=page.language.replace("_", "-"),
        made_at=page.at.astimezone(BEIJING),
    )
    pdf = Pdf(faces, about)
    for side in range(1, page.sides + 1):
        marks = [*_frames(), *_words(page, side), *_ruler(), *_letters(), *_codes()]
        pdf.page(A4.width, A4.height, [(0.0, mark) for mark in marks])
    return pdf.finish()


def _frames() -> list[Mark]:
    return [side for edge in _FRAMES for side in _frame(edge)]


def _frame(edge: float) -> list[Mark]:
    right, bottom = A4.width - edge, A4.height - edge
    corners = ((edge, edge), (right, edge), (right, bottom), (edge, bottom), (edge, edge))
    sides: list[Mark] = [
        Rule(x=x, y=y, x2=x2, y2=y2, width=0.5) for (x, y), (x2, y2) in pairwise(corners)
    ]
    return [*sides, Words(x=edge + 1, y=edge + 4, text=f"{edge:g} mm", style=_SMALL)]


def _words(page: TestPage, side: int) -> list[Mark]:
    number = f"{page.title}  {side} / {page.sides}" if page.sides > 1 else page.title
    lines: list[Mark] = [Words(x=_LEFT, y=_TOP, text=number, style=_HEAD)]
    for place, text in enumerate(page.lines):
        y = _TOP + 14 + place * _LINE.leading
        lines.append(Words(x=_LEFT, y=y, text=text, style=_LINE))
    return lines


def _ruler() -> list[Mark]:
    """Draw 100 mm: measured with a ruler, they show whether the system scales the page."""
    y = 130.0
    marks: list[Mark] = [Rule(x=_LEFT, y=y, x2=_LEFT + _RULER, y2=y, width=0.5)]
    for step in range(11):
        x = _LEFT + step * _RULER / 10
        marks.append(Rule(x=x, y=y - _TICK, x2=x, y2=y, width=0.5))
    return [*marks, Words(x=_LEFT + _RULER + 3, y=y, text="100 mm", style=_SMALL)]


def _letters() -> list[Mark]:
    return [
        Words(x=_LEFT, y=150 + place * 10, text=LETTERS, style=style)
        for place, style in enumerate(_FACES)
    ]


def _codes() -> list[Mark]:
    y = 195.0
    modules = qr_modules(QR_TEXT)
    return [
        code128_bars(DIGITS, x=_LEFT, y=y, height=12, module=A4.module),
        Words(x=_LEFT, y=y + 16, text=DIGITS, style=_SMALL),
        qr_squares(modules, x=_LEFT + 80, y=y, module=A4.qr_module),
    ]
