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
from clerk.paper.styles import ROLL, for_letters

if TYPE_CHECKING:
    from clerk.domain.papers import Paper
    from clerk.paper.flow import Block
    from clerk.paper.marks import Mark
    from clerk.paper.styles import Format
    from clerk.paper.typeface import Typefaces
    from clerk.paper.wording import Wording

_ENDLESS = 1e9  # millimetres: a roll ends where its text does


def press(paper: Paper, wording: Wording, faces: Typefaces, *, reprint: int, code: str) -> bytes:
    """Return the paper as PDF, on the sheets its kind is printed on."""
    letter = _letter(paper, wording, faces, LAYOUTS[paper.kind].form)
    form, frame = letter.setter.form, Frame(letter, reprint, code)
    head, body_top = frame.head()
    space = Space(first_top=body_top, next_top=form.next_top, bottom=form.height - form.bottom)
    bodies = Flow(space).fill(_blocks(letter))
    pdf = Pdf(faces, _about(letter))
    for number, body in enumerate(bodies, start=1):
        above = head if number == 1 else frame.running_head()
        around: list[Mark] = [*above, *frame.foot(number, len(bodies))]
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
    *before, last = body_of(letter)
    closing = Closing(letter, LAYOUTS[letter.paper.kind])
    return [*before, replace(last, whole=True, with_next=True), closing.block()]


def _about(letter: Letter) -> About:
    paper = letter.paper
    return About(
        title=f"{letter.say('title')} {paper.document_number}",
        author=paper.agency,
        language=paper.language.replace("_", "-"),
        made_at=paper.issued_at.astimezone(BEIJING),
        code=paper.code,
    )
