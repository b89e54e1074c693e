"""Put a wrong word on an issued paper right by a numbered correction (更正)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import correction
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId, PaperId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPaper:
    """Which paper, what it says wrongly, what it should say, and why; all mandatory."""

    case_id: CaseId
    by: Staff
    paper_id: PaperId
    wrong: str
    right: str
    reason: str


def correct_paper(wish: CorrectPaper, counter: Counter) -> Done:
    """Note the correction; the paper itself is never written over.

    Raises:
        NotThisCasesPaper: It was not issued in this case.
        InvalidInput: A text is missing, or nothing changes.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: correction.correct_paper(
            case,
            wish.by,
            now,
            paper_id=wish.paper_id,
            wrong=tidy(wish.wrong),
            right=tidy(wish.right),
            reason=tidy(wish.reason),
        ),
        PaperKind.CORRECTION,
    )
