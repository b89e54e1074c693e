"""Put an accepted case before the chief, with the window's own opinion (审查)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clerk.domain.text import tidy
from clerk.usecases.application import Done, finish

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """The reviewer's explicit opinion; ``second`` examined it too and says so by their PIN."""

    case_id: CaseId
    by: Staff
    opinion: str
    second: StaffId | None = None
    second_pin: str = field(default="", repr=False)


def review_case(wish: ReviewCase, counter: Counter) -> Done:
    """Note the opinion and send the case to sign-off (行政许可法 34).

    Raises:
        WrongPin, PinLocked: It is not the second reviewer's PIN.
        WrongStage: It is not accepted, or before the chief already.
        StillReported: The higher authority's answer has not come.
        SecondReviewerNeeded: It takes two, and nobody else looked into it.
        InvalidInput: There is no opinion.
    """
    if wish.second:
        counter.pins.verify(wish.second, wish.second_pin)
    now = counter.clock()
    with counter.begin() as work:
        second = work.people.get(wish.second) if wish.second else None
        case = work.cases.get(wish.case_id)
        case = case.review(wish.by, now, tidy(wish.opinion), second=second)
        return finish(work, case)
