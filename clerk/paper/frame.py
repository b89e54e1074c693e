"""What stands around the body of every paper: codes, title, seal, signatures, page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_number import grouped
from clerk.domain.papers import COPIES, PaperKind
from clerk.paper.codes import (
    QR_MODULE,
    QR_QUIET_MODULES,
    code128_bars,
    code128_width,
    qr_modules,
    qr_squares,
    qr_text,
    qr_width,
)
from clerk.paper.flow import Band, Block
from clerk.paper.marks import Circle, Rule, Words
from clerk.paper.setting import FINE, STRONG, Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.letter import Letter
    from clerk.paper.marks import Mark
    from clerk.paper.styles import Style

_UNDER_BARS = 0.8
_ABOVE_AGENCY = 2.0  # below the codes
_ABOVE_NUMBER = 1.2
_ABOVE_RULE = 1.6
_BELOW_RULE = 3.0
_DOTS = (1.2, 2.4)  # of the seal's place
_SEAL_OVERHANG = 12.0  # how far an agency's name may run over the seal's place
_STROKES = (3.0, 2.0)  # between what the window says and what the applicant signs
_BETWEEN = 4.0  # one thing told and the next on the same line
_TO_SIGN = 2.0  # room for a hand above each line
_BOX = 1.6  # around the word that marks a reprint or a preview


class Frame:
    """The frame of one paper."""

    def __init__(self, letter: Letter, reprint: int):
        self._letter = letter
        self._setter = letter.setter
        self._form = letter.setter.form
        self._reprint = reprint
        self._qr = qr_modules(qr_text(letter.paper))

    def head(self) -> tuple[list[Mark], float]:
        """Return the marks above the body of the first page, and where the body begins."""
        marks = list(self._codes())
        form, letter = self._form, self._letter
        at = form.top + form.bars + _UNDER_BARS + form.small.leading + _ABOVE_AGENCY
        agency = self._setter.lines(letter.paper.agency, form.agency, form.measure)
        side = qr_width(self._qr)
        quiet = QR_QUIET_MODULES * QR_MODULE
        if any(line.width / 2 > form.measure / 2 - side - quiet for line in agency):
            at = max(at, form.top + side + quiet)
        title = self._setter.lines(letter.say("title"), form.title, form.measure)
        for lines, style in ((agency, form.agency), (title, form.title)):
            for line in lines:
                marks.append(self._centred(line.text, style, at))
                at += style.leading
        at += _ABOVE_NUMBER
        marks.append(self._centred(letter.paper.document_number, form.cell, at))
        at += form.cell.leading + _ABOVE_RULE
        marks += [self._across(at, STRONG), self._across(at + 0.7, FINE)]
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
        at = form.height - form.bottom + 3.0
        copies = words.say(f"frame.copies_{COPIES[self._letter.paper.kind]}")
        numbers = words.say("frame.page", {"page": page, "pages": pages})
        if self._reprint:
            note = words.say("frame.reprint_note", {"reprint": self._reprint})
            numbers = f"{note}    {numbers}"
        return [
            self._across(at - 1.0, FINE),
            self._setter.line(copies, style, x=form.side, y=at),
            self._setter.line(numbers, style, x=form.right, y=at, align=Align.RIGHT),
        ]

    def closing(self) -> Block:
        """Set the end of the body, kept whole: who handled it, who signs, the seal's place."""
        form = self._form
        marks = list(self._seal())
        at = self._told(marks)
        if self._letter.paper.kind is not PaperKind.DELIVERY_RECEIPT:
            at = self._signatures(marks, at + 2.0)
        height = max(2 * form.seal + 2.0, at)
        return Block(units=((Band(height, tuple(marks)),),), gap=form.gap, whole=True)

    def _codes(self) -> Iterator[Mark]:
        form, digits = self._form, self._letter.paper.case_number
        if self._letter.paper.is_preview:
            yield from self._boxed(self._letter.wording.say("frame.preview"), form.right)
            return
        yield code128_bars(digits, x=form.side, y=form.top, height=form.bars)
        number = f"{self._letter.label('case_number')}  {grouped(digits)}"
        middle = form.side + code128_width(digits) / 2
        under = form.top + form.bars + _UNDER_BARS
        x = max(form.side, middle - self._width(number, form.small) / 2)
        yield self._setter.line(number, form.small, x=x, y=under)
        left = form.right - qr_width(self._qr)
        yield qr_squares(self._qr, x=left, y=form.top)
        if self._reprint:
            text = self._letter.wording.say("frame.reprint", {"reprint": self._reprint})
            yield from self._boxed(text, left - QR_QUIET_MODULES * QR_MODULE - 1.0)

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

    def _seal(self) -> Iterator[Mark]:
        form, letter = self._form, self._letter
        limit = 2 * form.seal + _SEAL_OVERHANG / 3
        names = self._setter.lines(letter.paper.agency, form.body, limit)
        widest = max(form.seal, *(line.width / 2 for line in names))
        x, y = form.right - widest, form.seal + 1.0
        yield Circle(x=x, y=y, radius=form.seal, width=FINE, dash=_DOTS)
        at = y - (len(names) + 1) * form.body.leading / 2
        texts = [*((line.text, form.body) for line in names), (letter.fact("issued_on"), form.body)]
        for text, style in texts:
            yield self._setter.line(text, style, x=x, y=at, align=Align.CENTRE)
            at += style.leading
        place = letter.wording.say("frame.seal")
        low = y + form.seal * 0.5
        yield self._setter.line(place, form.note, x=x, y=low, align=Align.CENTRE)

    @property
    def _left(self) -> float:
        """How wide the column beside the seal is."""
        return self._form.measure - 2 * self._form.seal - _SEAL_OVERHANG

    def _told(self, marks: list[Mark]) -> float:
        """Add who handled it and where, at the left of the seal; return where that ends."""
        form, at, x = self._form, 1.0, self._form.side
        end = form.side + self._left
        for name in ("handler", "phone", "window", "address"):
            if not (text := self._letter.fact(name)):
                continue
            if name == "window":
                text = f"{self._letter.fact('center')} {text}"
            label = f"{self._letter.label(name)}{self._letter.wording.say('lists.colon')}"
            width = self._width(label, form.cell_strong)
            if x > form.side and x + width + self._width(text, form.cell) > end:
                x, at = form.side, at + form.cell.leading
            marks.append(self._setter.line(label, form.cell_strong, x=x, y=at))
            lines = self._setter.lines(text, form.cell, end - x - width)
            for position, line in enumerate(lines):
                y = at + position * form.cell.leading
                marks.append(self._setter.line(line.text, form.cell, x=x + width, y=y))
            at += (len(lines) - 1) * form.cell.leading
            x += width + lines[-1].width + _BETWEEN
        return at + form.cell.leading

    def _width(self, text: str, style: Style) -> float:
        return self._setter.faces.measure(style.face, style.size, self._setter.faces.legible(text))

    def _signatures(self, marks: list[Mark], at: float) -> float:
        """Add the lines the applicant signs on; return where they end."""
        form, letter = self._form, self._letter
        end = form.side + self._left
        marks.append(Rule(x=form.side, y=at, x2=end, y2=at, width=FINE, dash=_STROKES))
        at += _ABOVE_RULE
        voucher = letter.paper.kind is PaperKind.MATERIAL_VOUCHER
        signer = "submitter_signature" if voucher else "applicant_signature"
        for name in (signer, "signature_phone", "signature_time"):
            label = f"{letter.label(name)}{letter.wording.say('lists.colon')}"
            width = self._width(label, form.cell)
            at += _TO_SIGN
            marks.append(self._setter.line(label, form.cell, x=form.side, y=at))
            low = at + form.cell.leading
            if name == "signature_time":
                blank = letter.wording.say("dates.blank")
                marks.append(self._setter.line(blank, form.cell, x=form.side + width, y=at))
            else:
                marks.append(Rule(x=form.side + width, y=low, x2=end, y2=low, width=FINE))
            at = low
        return at

    def _centred(self, text: str, style: Style, at: float) -> Words:
        return self._setter.line(text, style, x=self._form.width / 2, y=at, align=Align.CENTRE)

    def _across(self, at: float, width: float) -> Rule:
        return Rule(x=self._form.side, y=at, x2=self._form.right, y2=at, width=width)
