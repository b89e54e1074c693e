"""Give an application and its materials back (退件), with the reason in writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import ending
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.application import Done, Opening, open_case
from clerk.usecases.one_step import issue_and_finish

if TYPE_CHECKING:
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBack:
    """Why, by which rule, and where the applicant can have it looked at again; all mandatory."""

    opening: Opening
    by: Staff
    reason: str
    basis: str
    review_at: str


def give_back(wish: GiveBack, counter: Counter) -> Done:
    """Give everything back; the materials are listed from the checklist.

    Raises:
        WrongStage: It was accepted or declined before.
        InvalidInput: The applicant's fields, or one of the three texts, have problems.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = open_case(wish.opening, work, counter, wish.by, now)
        case = ending.give_back(
            case,
            wish.by,
            now,
            reason=tidy(wish.reason),
            basis=tidy(wish.basis),
            review_at=tidy(wish.review_at),
        )
        return issue_and_finish(case, wish.by, now, work, counter, PaperKind.RETURN_NOTICE)
