"""One paper on its way to the press: its facts, its words and how they are set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.paper_rules import RULES
from clerk.paper.layouts import LAYOUTS
from clerk.paper.setting import Align, ColumnOf, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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

    def addressee(self, name: str = "to") -> Block:
        """Address the applicant, or as another entry of ``frame`` says."""
        text = self.wording.say(f"frame.{name}", self.facts)
        return self.setter.paragraph(text, indent=False, gap=0)

    def heading(self, name: str) -> Block:
        """Set a heading within the body, on the page of what it stands above."""
        style = self.setter.form.strong
        return self.setter.paragraph(self.say(name), style, indent=False, with_next=True)

    def strong(self, name: str) -> Block:
        """Set a sentence of this kind so that it is not overlooked."""
        return self.setter.paragraph(self.say(name), self.setter.form.strong)

    def numbered(self, texts: Iterable[str]) -> Iterator[Block]:
        """Set texts as numbered paragraphs."""
        for number, text in enumerate(texts, start=1):
            said = self.wording.say("lists.numbered", {"number": number, "text": text})
            yield self.setter.paragraph(said, gap=self.setter.form.line_gap)

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

    def table(self, widths: Mapping[str, float], rows: Sequence[Sequence[str]]) -> Block:
        """Set a list: labels of its columns with their shares of the width."""
        form, whole = self.setter.form, sum(widths.values())
        columns = [
            ColumnOf(self.label(name), form.measure * share / whole, align)
            for (name, share), align in zip(
                widths.items(), (Align.CENTRE, *(len(widths) - 1) * (Align.LEFT,)), strict=True
            )
        ]
        cells = [[(Piece(text, form.cell),) for text in row] for row in rows]
        return self.setter.table(columns, cells)

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

    def copies(self) -> str:
        """Tell how many copies there are and who keeps them."""
        kind = self.paper.kind
        return self.wording.say(f"frame.{LAYOUTS[kind].copies or f'copies_{RULES[kind].copies}'}")

    def query(self) -> Block:
        """Tell where the applicant learns how the case stands."""
        return self.note(self.wording.say("frame.query", self.facts))

    def fact(self, name: str) -> str:
        """Return a fact as text."""
        return str(self.facts[name])
