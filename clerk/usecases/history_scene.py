"""What the sentences of a case's history need to know besides their events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.staff import BY_LAW
from clerk.usecases.language import _
from clerk.usecases.names import listed, prerequisite_names
from clerk.usecases.terms import paper_name, status_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from clerk.domain.catalogue import PrerequisiteId, ServiceItem
    from clerk.domain.checklist import Mark
    from clerk.domain.identifiers import PaperId
    from clerk.domain.papers import PaperKind
    from clerk.domain.staff import StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The item, the people and the papers of one case, by the names they are told by."""

    item: ServiceItem
    people: Mapping[StaffId, str]
    papers: Mapping[PaperId, PaperKind]
    language: str

    def name_of(self, staff_id: StaffId) -> str:
        """Return a person's name; who left is told by number, and what the law did as such."""
        if staff_id == BY_LAW:
            return _("The law itself")
        return self.people.get(staff_id, staff_id)

    def lines(self, wanted: Iterable[PrerequisiteId]) -> str:
        """Return the names of some entries of the list as one phrase."""
        return listed(prerequisite_names(self.item, wanted, self.language))

    def paper(self, paper_id: PaperId) -> str:
        """Return what a paper is; a lost one is told by its id."""
        kind = self.papers.get(paper_id)
        return paper_name(kind) if kind else paper_id

    def marks(self, marks: Mapping[PrerequisiteId, Mark]) -> str:
        """Return the marked lines, each with its state, as one phrase."""
        return listed(
            _("{paper} ({status})").format(
                paper=each.name.in_language(self.language),
                status=status_name(marks[each.id].status),
            )
            for each in self.item.prerequisites
            if each.id in marks
        )
