"""Put an accepted case before the chief, with the window's own opinion (审查)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.text import tidy
from clerk.usecases.application import Done, finish

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """The reviewer's explicit opinion."""

    case_id: CaseId
    by: Staff
    opinion: str


def review_case(wish: ReviewCase, counter: Counter) -> Done:
    """Note the opinion and send the case to sign-off (行政许可法 34).

    Raises:
        WrongStage: It is not accepted, or before the chief already.
        InvalidInput: There is no opinion.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id).review(wish.by, now, tidy(wish.opinion))
        return finish(work, case)
