"""Record what a visit to the site found (现场勘查记录)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import visiting
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy, tidy_name
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVisit:
    """Which visit (from 1), when, who went (two at least), what they found, whether it passed.

    ``applicant_present`` names who was there for the applicant; all are mandatory.
    """

    case_id: CaseId
    by: Staff
    visit: int
    held_at: datetime
    staff: tuple[str, ...]
    findings: str
    passed: bool
    applicant_present: str


def record_visit(wish: RecordVisit, counter: Counter) -> Done:
    """Note the record; it serves as the check by two (行政许可法 34).

    Raises:
        WrongStage: It is not being decided.
        VisitNotOpen: It was not arranged, or is recorded already.
        TooFewStaff, InvalidInput, DayNotCome: See ``domain.visiting.hold_visit``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: visiting.hold_visit(
            case,
            wish.by,
            now,
            visit=wish.visit,
            held_at=wish.held_at,
            staff=tuple(map(tidy_name, wish.staff)),
            findings=tidy(wish.findings),
            passed=wish.passed,
            applicant_present=tidy_name(wish.applicant_present),
        ),
        PaperKind.VISIT_RECORD,
    )
