"""Accept a case (受理) and start its clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.usecases.application import Done, Opening, finish, open_case
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptCase:
    """The clerk accepts. ``opinion``, where given, puts it before the chief at once."""

    opening: Opening
    by: Staff
    opinion: str = ""


_COMPLETE = (PaperKind.ACCEPTANCE_NOTICE,)
_WITH_PROMISES = (PaperKind.COMMITMENT_ACCEPTANCE, PaperKind.COMMITMENT_LETTER)  # 容缺受理


def accept_case(wish: AcceptCase, counter: Counter) -> Done:
    """Accept the case and issue its acceptance notice (行政许可法 32(5)).

    Number, acceptance, journal and paper are one transaction: nobody leaves the
    counter with a paper the store does not know.

    Raises:
        ChecklistIncomplete, SituationOpen, PromiseTooLate, WrongStage: See ``Case.accept``.
        InvalidInput: The applicant's fields have problems.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = open_case(wish.opening, work, counter, wish.by, now)
        case = case.accept(wish.by, now, counter.calendar)
        issued = []
        for kind in _WITH_PROMISES if case.checklist.promised() else _COMPLETE:
            case, paper = issue_paper(kind, case, by=wish.by, now=now, work=work, counter=counter)
            issued.append(paper)
        if wish.opinion:
            case = case.review(wish.by, now, wish.opinion)
        return finish(work, case, tuple(issued))
