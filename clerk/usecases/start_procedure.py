"""Begin a special procedure (特别程序), and tell the applicant in writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import special_procedures
from clerk.domain.papers import PaperKind
from clerk.usecases.application import Done, finish
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.special_procedures import ProcedurePlan
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class StartProcedure:
    """The clerk begins a procedure as planned."""

    case_id: CaseId
    by: Staff
    plan: ProcedurePlan


def start_procedure(wish: StartProcedure, counter: Counter) -> Done:
    """Begin the procedure; the clock stops with the paper that says so, never before it.

    Raises:
        MayNotStopTheClock, TooFewStaff, DayInThePast, WrongStage, InvalidInput: See
            ``special_procedures.start_procedure``.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id)
        case = special_procedures.start_procedure(case, wish.by, now, wish.plan)
        case, paper = issue_paper(
            PaperKind.PROCEDURE_NOTICE, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case, (paper,))
