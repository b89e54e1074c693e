"""What a paper is written from, and the parts many papers share: material lists, remedies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clerk.domain.catalogue import Source
from clerk.domain.checklist import ChecklistLine, LineStatus
from clerk.domain.papers import PaperLine, Remedies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from clerk.domain.case import Case
    from clerk.domain.catalogue import Words
    from clerk.domain.paper_facts import JointOnPaper
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter

Facts = dict[str, Any]
"""Fields of a paper and what stands in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """What a few papers say that the case they are issued in does not hold.

    ``joint`` is what the lead asks of another department. ``cases`` are further ones whose
    certificates are collected together.
    """

    joint: JointOnPaper | None = None
    cases: tuple[Case, ...] = ()


NOTHING_BESIDES = Besides()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The case a paper is about, just after what the paper tells of happened to it."""

    case: Case
    counter: Counter
    person: Callable[[StaffId], Staff]
    besides: Besides = NOTHING_BESIDES

    def words(self, text: Words) -> str:
        """Return a text of the published list in the paper's language."""
        return text.in_language(self.counter.language)

    def rows(self, lines: Iterable[ChecklistLine]) -> tuple[PaperLine, ...]:
        """Write lines of the checklist down, numbered from 1."""
        return tuple(_row(n, each, self.counter.language) for n, each in enumerate(lines, start=1))

    def name_of(self, staff: StaffId) -> str:
        """Return the name of somebody who works here."""
        return self.person(staff).name

    def remedies(self) -> Remedies:
        """Return where to turn against what this window decides."""
        desk = self.counter.desk
        return Remedies(government=self.words(desk.government), court=self.words(desk.court))


def _row(number: int, line: ChecklistLine, language: str) -> PaperLine:
    asked, mark = line.prerequisite, line.mark
    wanting = line.is_wanting
    return PaperLine(
        number=number,
        name=asked.name.in_language(language),
        source=asked.source
        if asked.source is not Source.GOVERNMENT
        else asked.issuer or asked.source,
        originals=(line.originals_short or asked.originals) if wanting else mark.originals,
        copies=(line.copies_short or asked.copies) if wanting else mark.copies,
        state="short" if line.is_short else mark.status,
        problem=mark.defect or "" if mark.status is LineStatus.NOT_GOOD else "",
        wanted=mark.note if wanting else "",
        basis=asked.basis,
        until=mark.promised_on,
    )
