"""Send a case up to the higher authority that has its say (上报件)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import reporting
from clerk.domain.text import tidy, tidy_name
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUpward:
    """To whom and with what opinion, both mandatory; the day an answer is expected, if known.

    All materials in hand go along; nobody lists them.
    """

    case_id: CaseId
    by: Staff
    authority: str
    opinion: str
    answer_expected_on: date | None = None


def report_upward(wish: ReportUpward, counter: Counter) -> Done:
    """Note that opinion and all materials went up (行政许可法 35).

    Raises:
        WrongStage: It is not accepted, or before the chief.
        StillReported: It is up there already.
        InvalidInput, DayInThePast: See ``domain.reporting.report_up``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: reporting.report_up(
            case,
            wish.by,
            now,
            authority=tidy_name(wish.authority),
            opinion=tidy(wish.opinion),
            answer_expected_on=wish.answer_expected_on,
        ),
    )
