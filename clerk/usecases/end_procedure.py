"""End a special procedure (特别程序) with its record; the due dates move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import special_procedures
from clerk.usecases.application import Done, finish

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class EndProcedure:
    """The clerk records how procedure number ``procedure`` of the case ended, and when."""

    case_id: CaseId
    by: Staff
    procedure: int
    ended_on: date
    result: str


def end_procedure(wish: EndProcedure, counter: Counter) -> Done:
    """End the procedure; the clock goes on.

    Raises:
        NoSuchProcedure, DayInThePast, DayToCome, WrongStage, InvalidInput: See
            ``special_procedures.end_procedure``.
    """
    with counter.begin() as work:
        case = special_procedures.end_procedure(
            work.cases.get(wish.case_id),
            wish.by,
            counter.clock(),
            counter.calendar,
            procedure=wish.procedure,
            ended_on=wish.ended_on,
            result=wish.result,
        )
        return finish(work, case)
