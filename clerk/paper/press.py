"""The press: sets a paper's body and frame, breaks it into pages and writes the PDF."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from clerk.paper.closing import Closing
from clerk.paper.facts import BEIJING, facts_of
from clerk.paper.flow import Flow, Space
from clerk.paper.frame import Frame
from clerk.paper.layouts import LAYOUTS
from clerk.paper.letter import Letter
from clerk.paper.letters import body_of
from clerk.paper.pdf import About, Pdf
from clerk.paper.roll import Strip
from clerk.paper.setting import Setter
from clerk.paper.styles import ROLL, for_letters, snug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.papers import Paper
    from clerk.paper.flow import Block
    from clerk.paper.marks import Mark
    from clerk.paper.styles import Format
    from clerk.paper.typeface import Typefaces
    from clerk.paper.wording import Wording

_WITH_A_TAIL = 2  # sheets: set closer, such a paper may be one
_ENDLESS = 1e9  # millimetres: a roll ends where its text does


def press(paper: Paper, wording: Wording, faces: Typefaces, *, reprint: int, code: str) -> bytes:
    """Return the paper as PDF, on the sheets its kind is printed on."""
    form = LAYOUTS[paper.kind].form
    sheets = _Sheets(_letter(paper, wording, faces, form), reprint, code)
    if len(sheets.bodies) == _WITH_A_TAIL:
        closer = _Sheets(_letter(paper, wording, faces, snug(form)), reprint, code)
        sheets = closer if len(closer.bodies) == 1 else sheets
    return sheets.written(faces)


class _Sheets:
    """A paper broken into its sheets."""

    def __init__(self, letter: Letter, reprint: int, code: str):
        form = letter.setter.form
        self._letter = letter
        self._frame = Frame(letter, reprint, code)
        self._head, top = self._frame.head()
        bottom = form.height - form.bottom
        flow = Flow(Space(first_top=top, next_top=form.next_top, bottom=bottom))
        self.bodies = flow.fill(_blocks(letter))

    def written(self, faces: Typefaces) -> bytes:
        """Return the PDF."""
        pdf, form, frame = Pdf(faces, _about(self._letter)), self._letter.setter.form, self._frame
        for number, body in enumerate(self.bodies, start=1):
            above = self._head if number == 1 else frame.running_head()
            around: list[Mark] = [*above, *frame.foot(number, len(self.bodies))]
            pdf.page(form.width, form.height, [*((0.0, mark) for mark in around), *body])
        return pdf.finish()


def press_strip(
    paper: Paper, wording: Wording, faces: Typefaces, *, reprint: int, code: str
) -> bytes:
    """Return the paper as PDF of one page, as narrow as a roll and as long as its text."""
    letter = _letter(paper, wording, faces, ROLL)
    strip = Strip(letter, reprint, code)
    flow = Flow(Space(first_top=ROLL.top, next_top=ROLL.top, bottom=_ENDLESS))
    (body,) = flow.fill([strip.head(), *_blocks(letter), strip.foot()])
    pdf = Pdf(faces, _about(letter))
    pdf.page(ROLL.width, ceil(flow.pages[0].at + ROLL.bottom), body)
    return pdf.finish()


def _letter(paper: Paper, wording: Wording, faces: Typefaces, form: Format) -> Letter:
    chinese = paper.language.startswith("zh")
    setter = Setter(faces, form if chinese else for_letters(form), spaced=chinese)
    return Letter(paper=paper, facts=facts_of(paper, wording), wording=wording, setter=setter)


def _blocks(letter: Letter) -> list[Block]:
    """Return body and end; the seal never stands alone on a page."""
    *before, last = _apart(body_of(letter), letter.setter.form.gap)
    closing = Closing(letter, LAYOUTS[letter.paper.kind])
    return [*before, replace(last, whole=True, with_next=True), closing.block()]


def _apart(blocks: list[Block], gap: float) -> Iterator[Block]:
    """Keep what follows a ruled list off its last line."""
    ruled = False
    for each in blocks:
        yield replace(each, gap=max(each.gap, gap)) if ruled else each
        ruled = each.closing is not None


def _about(letter: Letter) -> About:
    paper = letter.paper
    return About(
        title=f"{letter.say('title')} {paper.document_number}",
        author=paper.agency,
        language=paper.language.replace("_", "-"),
        made_at=paper.issued_at.astimezone(BEIJING),
        code=paper.code,
    )
