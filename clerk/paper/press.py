"""The press: sets a paper's body and frame, breaks it into pages and writes the PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.paper.facts import BEIJING, facts_of
from clerk.paper.flow import Flow, Space
from clerk.paper.frame import Frame
from clerk.paper.letter import Letter
from clerk.paper.letters import body_of
from clerk.paper.pdf import About, Pdf
from clerk.paper.setting import Setter
from clerk.paper.styles import FORMATS, for_letters

if TYPE_CHECKING:
    from clerk.domain.papers import Paper
    from clerk.paper.marks import Mark
    from clerk.paper.typeface import Typefaces
    from clerk.paper.wording import Wording


def press(paper: Paper, wording: Wording, faces: Typefaces, *, reprint: int) -> bytes:
    """Return the paper as PDF."""
    chinese = paper.language.startswith("zh")
    form = FORMATS[paper.kind] if chinese else for_letters(FORMATS[paper.kind])
    setter = Setter(faces, form, spaced=chinese)
    letter = Letter(paper=paper, facts=facts_of(paper, wording), wording=wording, setter=setter)
    frame = Frame(letter, reprint)
    head, body_top = frame.head()
    bodies = _bodies(letter, frame, body_top)
    pdf = Pdf(faces, _about(letter))
    for number, body in enumerate(bodies, start=1):
        above = head if number == 1 else frame.running_head()
        around: list[Mark] = [*above, *frame.foot(number, len(bodies))]
        pdf.page(form.width, form.height, [*((0.0, mark) for mark in around), *body])
    return pdf.finish()


def _bodies(letter: Letter, frame: Frame, top: float) -> list[list[tuple[float, Mark]]]:
    """Return the marks of the body, page by page; the seal never stands alone on a page."""
    form = letter.setter.form
    *before, last = body_of(letter)
    blocks = [*before, replace(last, whole=True, with_next=True), frame.closing()]
    bottom = form.height - form.bottom
    return Flow(Space(first_top=top, next_top=form.next_top, bottom=bottom)).fill(blocks)


def _about(letter: Letter) -> About:
    paper = letter.paper
    return About(
        title=f"{letter.say('title')} {paper.document_number}",
        author=paper.agency,
        language=paper.language.replace("_", "-"),
        made_at=paper.issued_at.astimezone(BEIJING),
        code=paper.code,
    )
