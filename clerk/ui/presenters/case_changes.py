"""What was changed on an open case and is not kept yet; every change makes the next value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clerk.domain.checklist import Checklist
from clerk.ui.presenters.applicant_form import applicant_of, fields_from, with_field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerk.domain.applicant import Applicant
    from clerk.domain.case import Case
    from clerk.domain.catalogue import AnswerId, PrerequisiteId, SituationId
    from clerk.domain.checklist import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Marks, answers, and the applicant's fields as typed; what is as before is no change."""

    marks: Mapping[PrerequisiteId, Mark] = field(default_factory=dict)
    answers: Mapping[SituationId, AnswerId] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.marks or self.answers or self.fields)

    def with_marks(self, marks: Mapping[PrerequisiteId, Mark], case: Case) -> Changes:
        """Return these changes with some lines marked."""
        changed = {**self.marks, **marks}
        return replace(self, marks={k: v for k, v in changed.items() if case.marks.get(k) != v})

    def with_answer(self, situation: SituationId, answer: AnswerId, case: Case) -> Changes:
        """Return these changes with one question answered."""
        changed = {**self.answers, situation: answer}
        return replace(self, answers={k: v for k, v in changed.items() if case.answers.get(k) != v})

    def with_field(self, name: str, value: str, case: Case) -> Changes:
        """Return these changes with one of the applicant's fields typed anew."""
        before = fields_from(case.applicant)
        changed = with_field({**before, **self.fields}, name, value)
        return replace(self, fields={k: v for k, v in changed.items() if before[k] != v})

    def fields_of(self, case: Case) -> dict[str, str]:
        """Return the applicant's fields as they stand on the page."""
        return {**fields_from(case.applicant), **self.fields}

    def applicant_of(self, case: Case) -> Applicant | None:
        """Return the corrected applicant, None if nothing about them was changed."""
        return applicant_of(self.fields_of(case)) if self.fields else None

    def answers_of(self, case: Case) -> dict[SituationId, AnswerId]:
        """Return the answers as they stand on the page."""
        return {**case.answers, **self.answers}

    def checklist_of(self, case: Case) -> Checklist:
        """Return the list as it stands on the page."""
        return Checklist.of(case.item, self.answers_of(case), {**case.marks, **self.marks})


NOTHING_CHANGED = Changes()
