"""An application as it comes over the counter, and how a use case gets its case."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clerk.domain.case import Case
from clerk.domain.events import Attachment, Received
from clerk.domain.identifiers import CaseId

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from clerk.domain.applicant import Applicant
    from clerk.domain.catalogue import AnswerId, ItemId, PrerequisiteId, SituationId
    from clerk.domain.checklist import Mark
    from clerk.domain.papers import Paper
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What the clerk has on the accept page: not yet received, so without a number."""

    item_id: ItemId
    item_version: int
    applicant: Applicant
    answers: Mapping[SituationId, AnswerId] = field(default_factory=dict)
    marks: Mapping[PrerequisiteId, Mark] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    draft_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a use case changed: the case as it is now, and the papers to print."""

    case: Case
    papers: tuple[Paper, ...] = ()


Opening = Application | CaseId
"""A use case of the counter starts from a new application or from a case received before."""


def open_case(opening: Opening, work: Work, counter: Counter, by: Staff, now: datetime) -> Case:
    """Return the case to go on with; a new application is received and numbered first.

    Raises:
        InvalidInput: The applicant's fields have problems.
        NotOnTheList: A mark is for something the published list does not hold.
        NoSuchCase, NoSuchItem: There is nothing of that id.
    """
    if not isinstance(opening, Application):
        return work.cases.get(opening)
    item = work.items.version(opening.item_id, opening.item_version)
    received = Received(
        by=by.id,
        at=now,
        number=work.numbers.next_case_number(now.date()),
        item_id=item.id,
        item_version=item.version,
        item_digest=item.digest,
        applicant=opening.applicant.tidied(),
        answers=opening.answers,
        marks=opening.marks,
        attachments=opening.attachments,
    )
    if opening.draft_id:
        work.drafts.forget(opening.draft_id)
    return Case.receive(CaseId(counter.new_id(now)), received, item)


def finish(work: Work, case: Case, papers: tuple[Paper, ...] = ()) -> Done:
    """Save the case, commit, and only then let papers leave the use case."""
    work.cases.save(case)
    work.commit()
    return Done(case=case.without_news(), papers=papers)
