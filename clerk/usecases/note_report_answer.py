"""Note the higher authority's answer to a case sent up (上报件批复)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import reporting
from clerk.domain.text import tidy
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReportAnswer:
    """What it says, the number of its document, and the day it came; all mandatory."""

    case_id: CaseId
    by: Staff
    answer: str
    document: str
    received_on: date


def note_report_answer(wish: NoteReportAnswer, counter: Counter) -> Done:
    """Note the answer; the applicant is told within two working days.

    Raises:
        WrongStage: It is not being decided.
        NotReported: Nothing waits for an answer.
        InvalidInput, DayNotCome, DayInThePast: See ``domain.reporting.answer_report``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: reporting.answer_report(
            case,
            wish.by,
            now,
            answer=tidy(wish.answer),
            document=tidy(wish.document),
            received_on=wish.received_on,
            calendar=counter.calendar,
        ),
    )
