"""What stands around the body of a sheet: codes, title, running head and page numbers."""

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
from clerk.paper.marks import Rule
from clerk.paper.setting import FINE, STRONG, Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.breaking import Line
    from clerk.paper.letter import Letter
    from clerk.paper.marks import Mark, Words
    from clerk.paper.styles import Style

_UNDER_BARS = 0.8
_ABOVE_AGENCY = 2.0  # below the codes
_ABOVE_NUMBER = 1.2
_ABOVE_RULE = 1.6
_BELOW_RULE = 3.0
_BETWEEN_RULES = 0.7
_ABOVE_FOOT = 3.0
_BOX = 1.6  # around the word that marks a reprint or a preview


class Frame:
    """The frame of one paper on sheets."""

    def __init__(self, letter: Letter, reprint: int, code: str):
        self._letter = letter
        self._setter = letter.setter
        self._form = letter.setter.form
        self._reprint = reprint
        self._qr = qr_modules(code)

    def head(self) -> tuple[list[Mark], float]:
        """Return the marks above the body of the first page, and where the body begins."""
        marks = list(self._codes())
        form, letter = self._form, self._letter
        at = form.top + form.bars + _UNDER_BARS + form.small.leading + _ABOVE_AGENCY
        agency = self._setter.lines(letter.paper.agency, form.agency, form.measure)
        title = self._setter.lines(letter.say("title"), form.title, form.measure)
        at = max(at, self._below_qr(agency, title, at))
        for lines, style in ((agency, form.agency), (title, form.title)):
            for line in lines:
                marks.append(self._centred(line.text, style, at))
                at += style.leading
        at += _ABOVE_NUMBER
        marks.append(self._centred(letter.paper.document_number, form.cell, at))
        at += form.cell.leading + _ABOVE_RULE
        marks += [self._across(at, STRONG), self._across(at + _BETWEEN_RULES, FINE)]
        return marks, at + _BELOW_RULE

    def running_head(self) -> list[Mark]:
        """Return the marks above the body of a further page: which paper it belongs to."""
        form, paper, style = self._form, self._letter.paper, self._form.small
        at = form.next_top - 2 * style.leading - _BELOW_RULE
        number = f"{self._letter.label('case_number')} {grouped(paper.case_number)}"
        title, right = self._letter.say("title"), Align.RIGHT
        return [
            self._setter.line(title, style, x=form.side, y=at),
            self._setter.line(number, style, x=form.right, y=at, align=right),
            self._setter.line(paper.document_number, style, x=form.side, y=at + style.leading),
            self._across(at + 2 * style.leading + 1.0, FINE),
        ]

    def foot(self, page: int, pages: int) -> list[Mark]:
        """Return the marks below the body: copies, page of pages, and whether it is a reprint."""
        form, words, style = self._form, self._letter.wording, self._form.small
        at = form.height - form.bottom + _ABOVE_FOOT
        copies = self._letter.copies()
        numbers = words.say("frame.page", {"page": page, "pages": pages})
        if self._reprint:
            note = words.say("frame.reprint_note", {"reprint": self._reprint})
            numbers = f"{note}    {numbers}"
        return [
            self._across(at - 1.0, FINE),
            self._setter.line(copies, style, x=form.side, y=at),
            self._setter.line(numbers, style, x=form.right, y=at, align=Align.RIGHT),
        ]

    def _below_qr(self, agency: list[Line], title: list[Line], at: float) -> float:
        """Return where the names may begin: below the QR code where they would run into it."""
        form = self._form
        side = qr_width(self._qr, form.qr_module)
        quiet = QR_QUIET_MODULES * form.qr_module
        beside = form.measure / 2 - side - quiet
        low = form.top + side + quiet
        if any(line.width / 2 > beside for line in agency):
            return low
        reach = at + len(agency) * form.agency.leading
        if reach < low and any(line.width / 2 > beside for line in title):
            return low - len(agency) * form.agency.leading
        return at

    def _codes(self) -> Iterator[Mark]:
        form, digits = self._form, self._letter.paper.case_number
        if self._letter.paper.is_preview:
            yield from self._boxed(self._letter.wording.say("frame.preview"), form.right)
            return
        yield code128_bars(digits, x=form.side, y=form.top, height=form.bars, module=form.module)
        number = f"{self._letter.label('case_number')}  {grouped(digits)}"
        middle = form.side + code128_width(digits, form.module) / 2
        under = form.top + form.bars + _UNDER_BARS
        x = max(form.side, middle - self._setter.width(number, form.small) / 2)
        yield self._setter.line(number, form.small, x=x, y=under)
        left = form.right - qr_width(self._qr, form.qr_module)
        yield qr_squares(self._qr, x=left, y=form.top, module=form.qr_module)
        if self._reprint:
            text = self._letter.wording.say("frame.reprint", {"reprint": self._reprint})
            yield from self._boxed(text, left - QR_QUIET_MODULES * form.qr_module - 1.0)

    def _boxed(self, text: str, right: float) -> Iterator[Mark]:
        style, top = self._form.strong, self._form.top + _BOX
        words = self._setter.line(text, style, x=right - _BOX, y=top, align=Align.RIGHT)
        yield words
        left, bottom = words.x - _BOX, top + style.leading
        for x, y, x2, y2 in (
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, top, left, bottom),
            (right, top, right, bottom),
        ):
            yield Rule(x=x, y=y, x2=x2, y2=y2, width=STRONG)

    def _centred(self, text: str, style: Style, at: float) -> Words:
        return self._setter.line(text, style, x=self._form.width / 2, y=at, align=Align.CENTRE)

    def _across(self, at: float, width: float) -> Rule:
        return Rule(x=self._form.side, y=at, x2=self._form.right, y2=at, width=width)
