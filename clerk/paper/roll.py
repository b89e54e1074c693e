"""A paper on a roll: one strip as long as its text, codes above and below, cut at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_number import grouped
from clerk.paper.codes import (
    QR_QUIET_MODULES,
    code128_bars,
    code128_width,
    qr_modules,
    qr_squares,
    qr_width,
)
from clerk.paper.flow import Band, Block
from clerk.paper.marks import Rule
from clerk.paper.setting import STRONG, Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.letter import Letter
    from clerk.paper.marks import Mark
    from clerk.paper.styles import Style

_GAP = 1.5
_TEAR = 6.0  # of white below the last line


class Strip:
    """The frame of one paper on a roll."""

    def __init__(self, letter: Letter, reprint: int, code: str):
        self._letter = letter
        self._setter = letter.setter
        self._form = letter.setter.form
        self._reprint = reprint
        self._code = code

    def head(self) -> Block:
        """Return what stands above the body: bars, agency, title and numbers."""
        form, digits = self._form, self._letter.paper.case_number
        x = _on_a_dot((form.width - code128_width(digits, form.module)) / 2)
        marks: list[Mark] = [
            code128_bars(digits, x=x, y=0, height=form.bars, module=form.module),
        ]
        at = form.bars + 0.5
        for text, style in self._titles():
            for line in self._setter.lines(text, style, form.measure):
                middle = form.width / 2
                marks.append(
                    self._setter.line(line.text, style, x=middle, y=at, align=Align.CENTRE)
                )
                at += style.leading
        marks.append(Rule(x=form.side, y=at + _GAP, x2=form.right, y2=at + _GAP, width=STRONG))
        return Block(units=((Band(at + 2 * _GAP, tuple(marks)),),), whole=True)

    def foot(self) -> Block:
        """Return what stands below the body: the QR code, copies, and whether it is a reprint."""
        form, words = self._form, self._letter.wording
        modules = qr_modules(self._code)
        side = qr_width(modules, form.qr_module)
        quiet = QR_QUIET_MODULES * form.qr_module
        x = _on_a_dot((form.width - side) / 2)
        marks: list[Mark] = [qr_squares(modules, x=x, y=quiet, module=form.qr_module)]
        at = side + 2 * quiet
        texts = [self._letter.copies()]
        if self._reprint:
            texts.append(words.say("frame.reprint_note", {"reprint": self._reprint}))
        for text in texts:
            for line in self._setter.lines(text, form.small, form.measure):
                marks.append(
                    self._setter.line(
                        line.text, form.small, x=form.width / 2, y=at, align=Align.CENTRE
                    )
                )
                at += form.small.leading
        return Block(units=((Band(at + _TEAR, tuple(marks)),),), gap=_GAP, whole=True)

    def _titles(self) -> Iterator[tuple[str, Style]]:
        form, letter = self._form, self._letter
        yield grouped(letter.paper.case_number), form.small
        if self._reprint:
            yield letter.wording.say("frame.reprint", {"reprint": self._reprint}), form.strong
        yield letter.paper.agency, form.agency
        yield letter.say("title"), form.title
        yield letter.paper.document_number, form.cell


def _on_a_dot(place: float) -> float:
    """Return the place of the nearest of the printer's dots, eight each millimetre."""
    return round(place * 8) / 8
