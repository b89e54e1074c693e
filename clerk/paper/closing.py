"""The end of every body, kept whole: who handled it, who signs, and the seal's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.flow import Band, Block
from clerk.paper.layouts import SealOf
from clerk.paper.marks import Circle, Rule
from clerk.paper.setting import FINE, Align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.layouts import Layout
    from clerk.paper.letter import Letter
    from clerk.paper.marks import Mark
    from clerk.paper.styles import Style

_ABOVE_RULE = 1.6
_DOTS = (1.2, 2.4)  # of the seal's place
_SEAL_OVERHANG = 12.0  # how far an agency's name may run over the seal's place
_STROKES = (3.0, 2.0)  # between what the window says and what the applicant signs
_BETWEEN = 4.0  # one thing told and the next on the same line
_TO_SIGN = 2.0  # room for a hand above each line
_BELOW_TOLD = 2.0
_BELOW_SEAL = 2.0
_TIMES = frozenset({"signature_time", "signed_on"})
_PLACES = {
    SealOf.AGENCY: "frame.seal",
    SealOf.APPLICANT: "frame.applicant_seal",
    SealOf.DEPARTMENT: "frame.department_seal",
}


class Closing:
    """Sets the end of one paper."""

    def __init__(self, letter: Letter, layout: Layout):
        self._letter = letter
        self._layout = layout
        self._setter = letter.setter
        self._form = letter.setter.form

    def block(self) -> Block:
        """Return the end as one block: on a sheet the seal beside it, on a roll beneath."""
        marks: list[Mark] = []
        at = self._told(marks)
        if self._layout.signs:
            at = self._signatures(marks, at + _BELOW_TOLD)
        if self._layout.seal is not SealOf.NOBODY:
            top = at + _BELOW_TOLD if self._form.is_roll else 0.0
            marks += self._seal(top)
            at = max(at, top + 2 * self._form.seal + _BELOW_SEAL)
        return Block(units=((Band(at, tuple(marks)),),), gap=self._form.gap, whole=True)

    @property
    def _left(self) -> float:
        """How wide the column beside the seal is."""
        if self._form.is_roll or self._layout.seal is SealOf.NOBODY:
            return self._form.measure
        return self._form.measure - 2 * self._form.seal - _SEAL_OVERHANG

    def _seal(self, top: float) -> Iterator[Mark]:
        form, letter = self._form, self._letter
        limit = 2 * form.seal + _SEAL_OVERHANG / 3
        names = self._setter.lines(self._sealer(), form.body, limit)
        widest = max(form.seal, *(line.width / 2 for line in names))
        x = form.width / 2 if form.is_roll else form.right - widest
        y = top + form.seal + 1.0
        yield Circle(x=x, y=y, radius=form.seal, width=FINE, dash=_DOTS)
        at = y - (len(names) + 1) * form.body.leading / 2
        texts = [*((line.text, form.body) for line in names), (letter.fact("issued_on"), form.body)]
        for text, style in texts:
            yield self._setter.line(text, style, x=x, y=at, align=Align.CENTRE)
            at += style.leading
        place = letter.wording.say(_PLACES[self._layout.seal])
        low = y + form.seal * 0.5
        yield self._setter.line(place, form.note, x=x, y=low, align=Align.CENTRE)

    def _sealer(self) -> str:
        """Return whose seal it is."""
        paper = self._letter.paper
        if self._layout.seal is SealOf.APPLICANT:
            return paper.applicant
        if self._layout.seal is SealOf.DEPARTMENT and paper.joint:
            return paper.joint.department
        return paper.agency

    def _told(self, marks: list[Mark]) -> float:
        """Add who handled it and where; return where that ends."""
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

    def _signatures(self, marks: list[Mark], at: float) -> float:
        """Add the lines somebody signs on; return where they end."""
        form, letter = self._form, self._letter
        end = form.side + self._left
        marks.append(Rule(x=form.side, y=at, x2=end, y2=at, width=FINE, dash=_STROKES))
        at += _ABOVE_RULE
        for name in self._layout.signs:
            label = f"{letter.label(name)}{letter.wording.say('lists.colon')}"
            width = self._width(label, form.cell)
            at += _TO_SIGN
            marks.append(self._setter.line(label, form.cell, x=form.side, y=at))
            low = at + form.cell.leading
            blank = letter.wording.say("dates.blank") if name in _TIMES else ""
            if blank and form.side + width + self._width(blank, form.cell) <= end:
                marks.append(self._setter.line(blank, form.cell, x=form.side + width, y=at))
            else:
                marks.append(Rule(x=form.side + width, y=low, x2=end, y2=low, width=FINE))
            at = low
        return at

    def _width(self, text: str, style: Style) -> float:
        return self._setter.width(text, style)
