"""What stands on the accept page: one application being typed, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from clerk.domain.checklist import Checklist
from clerk.domain.refusals import Refusal
from clerk.ui.presenters.applicant_form import applicant_of, blank, fitting, is_blank
from clerk.usecases.application import Application
from clerk.usecases.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from clerk.domain.catalogue import AnswerId, PrerequisiteId, ServiceItem, SituationId
    from clerk.domain.checklist import ChecklistLine, Mark
    from clerk.domain.events import Attachment


@dataclass(frozen=True, kw_only=True)  # no slots: the checklist is made once and kept
class Sheet:
    """One application on the page. Every change makes the next sheet."""

    draft_id: str
    item: ServiceItem | None = None
    fields: Mapping[str, str] = field(default_factory=blank)
    answers: Mapping[SituationId, AnswerId] = field(default_factory=dict)
    marks: Mapping[PrerequisiteId, Mark] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing worth keeping."""
        return self.item is None and is_blank(self.fields) and not self.attachments

    @cached_property
    def checklist(self) -> Checklist:
        """The chosen item's list with its marks; empty before an item is chosen."""
        if self.item is None:
            return Checklist(lines=())
        return Checklist.of(self.item, self.answers, self.marks)

    def line(self, wanted: str) -> ChecklistLine | None:
        """Return one line of the list, None if it holds no such line."""
        return next((x for x in self.checklist.lines if x.prerequisite.id == wanted), None)

    def with_item(self, item: ServiceItem) -> Sheet:
        """Return the sheet for another item: the applicant stays, answers and marks begin anew."""
        return replace(self, item=item, fields=fitting(self.fields, item), answers={}, marks={})

    def with_answer(self, situation: SituationId, answer: AnswerId) -> Sheet:
        """Return the sheet with one question answered; marks stay whatever becomes of the lines."""
        return replace(self, answers={**self.answers, situation: answer})

    def with_marks(self, marks: Mapping[PrerequisiteId, Mark]) -> Sheet:
        """Return the sheet with some lines marked."""
        return replace(self, marks={**self.marks, **marks})

    def files_of(self, wanted: str) -> int:
        """Count the files kept for one line."""
        return sum(each.prerequisite == wanted for each in self.attachments)

    def application(self) -> Application:
        """Return what a use case is asked with; only for a sheet with an item."""
        assert self.item  # noqa: S101 - the conclusion asks for the item first
        return Application(
            item_id=self.item.id,
            item_version=self.item.version,
            applicant=applicant_of(self.fields),
            answers=self.answers,
            marks=self.marks,
            attachments=self.attachments,
            draft_id=self.draft_id,
        )

    def draft(self, at: datetime, *, parked: bool = False) -> Draft:
        """Return the sheet as it is kept."""
        return Draft(
            id=self.draft_id,
            touched_at=at,
            item_id=self.item.id if self.item else None,
            fields=self.fields,
            answers=self.answers,
            marks=self.marks,
            attachments=self.attachments,
            parked=parked,
        )

    @staticmethod
    def of(draft: Draft, item: ServiceItem | None) -> Sheet:
        """Lay a kept draft on the item's latest list; what that no longer holds is left out."""
        sheet = Sheet(
            draft_id=draft.id,
            item=item,
            fields={**blank(), **draft.fields},
            attachments=draft.attachments,
        )
        if item is None:
            return sheet
        asked = {each.id: {x.id for x in each.answers} for each in item.situations}
        answers = {k: v for k, v in draft.answers.items() if v in asked.get(k, set())}
        return _with_fitting_marks(replace(sheet, answers=answers), draft)


def _with_fitting_marks(sheet: Sheet, draft: Draft) -> Sheet:
    for each, mark in draft.marks.items():
        tried = sheet.with_marks({each: mark})
        try:
            _ = tried.checklist
        except Refusal:
            continue
        sheet = tried
    return sheet
