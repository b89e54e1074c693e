"""One paper on its way to the press: its facts, its words and how they are set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.paper.setting import Piece

if TYPE_CHECKING:
    from clerk.domain.papers import Paper
    from clerk.paper.flow import Block
    from clerk.paper.setting import Setter
    from clerk.paper.wording import Fact, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A paper with what is needed to set its body."""

    paper: Paper
    facts: dict[str, Fact]
    wording: Wording
    setter: Setter

    def say(self, name: str) -> str:
        """Return a sentence of this kind of paper."""
        return self.wording.say(f"{self.paper.kind}.{name}", self.facts)

    def label(self, name: str) -> str:
        """Return a label."""
        return self.wording.say(f"labels.{name}", self.facts)

    def addressee(self) -> Block:
        """Address the applicant."""
        text = self.wording.say("frame.to", self.facts)
        return self.setter.paragraph(text, indent=False, gap=0)

    def sentence(self, name: str) -> Block:
        """Set a sentence of this kind as a paragraph."""
        return self.setter.paragraph(self.say(name), gap=self.setter.form.line_gap)

    def note(self, text: str) -> Block:
        """Set a remark in small type."""
        return self.setter.paragraph(text, self.setter.form.note, gap=self.setter.form.gap / 2)

    def caption(self, name: str) -> Block:
        """Set the heading of a list, on the page of its first row."""
        style = self.setter.form.cell_strong
        return self.setter.paragraph(self.label(name), style, indent=False, with_next=True)

    def grid(self, *rows: tuple[str, str]) -> Block:
        """Set labels and values, leaving out what this paper does not know."""
        form = self.setter.form
        return self.setter.grid(
            [(self.label(name), (Piece(text, form.cell),)) for name, text in rows if text]
        )

    def rows(self, *names: str) -> tuple[tuple[str, str], ...]:
        """Return facts under labels of the same name."""
        return tuple((name, self.fact(name)) for name in names)

    def document(self) -> tuple[str, str]:
        """Tell what identifies the applicant."""
        kind = "person" if self.paper.applicant_is_person else "organisation"
        return f"{kind}_document", self.fact("applicant_document")

    def party(self) -> tuple[tuple[str, str], ...]:
        """Tell who applies: document, contact, telephone."""
        return self.document(), *self.rows("contact", "applicant_phone")

    def remedies(self) -> Block:
        """Tell where to turn against what is decided here."""
        text = self.wording.say("frame.remedies", self.facts)
        return self.setter.paragraph(text, gap=self.setter.form.line_gap)

    def query(self) -> Block:
        """Tell where the applicant learns how the case stands."""
        return self.note(self.wording.say("frame.query", self.facts))

    def fact(self, name: str) -> str:
        """Return a fact as text."""
        return str(self.facts[name])
