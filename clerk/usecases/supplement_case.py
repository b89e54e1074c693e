"""Take in what came after the notice (补正), or put something right on the spot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.domain.stages import Action
from clerk.usecases.application import Done, finish
from clerk.usecases.one_step import issue_and_finish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerk.domain.applicant import Applicant
    from clerk.domain.catalogue import AnswerId, PrerequisiteId, SituationId
    from clerk.domain.checklist import Mark
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementCase:
    """What changed: lines' marks, and for a correction also answers and the applicant."""

    case_id: CaseId
    by: Staff
    marks: Mapping[PrerequisiteId, Mark]
    answers: Mapping[SituationId, AnswerId] = field(default_factory=dict)
    applicant: Applicant | None = None


def supplement_case(wish: SupplementCase, counter: Counter) -> Done:
    """Note further papers; after a notice as a supplement, else as a correction.

    Raises:
        WrongStage: It is accepted or finished.
        InvalidInput: The applicant's new fields have problems.
        NotOnTheList: A mark is for something the published list does not hold.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id)
        if case.allows(Action.SUPPLEMENT):
            case = case.supplement(wish.by, now, wish.marks)
            came = any(each.originals or each.copies for each in wish.marks.values())
            papers = (PaperKind.SUPPLEMENT_VOUCHER,) if came else ()
            return issue_and_finish(case, wish.by, now, work, counter, *papers)
        case = case.correct(
            wish.by, now, applicant=wish.applicant, answers=wish.answers, marks=wish.marks
        )
        return finish(work, case)
