"""Tell the applicant once everything that is missing (一次性告知)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.usecases.application import Done, Opening, finish, open_case
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class TellOnce:
    """The clerk issues the one notice; ``deadline_on`` is the last day for what is missing."""

    opening: Opening
    by: Staff
    deadline_on: date


def tell_once(wish: TellOnce, counter: Counter) -> Done:
    """Issue the one-time notice (行政许可法 32(4)).

    Raises:
        SituationOpen, LinesNotLookedAt, NothingMissing, AlreadyTold: See ``Case.issue_notice``.
        InvalidInput: The applicant's fields have problems.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = open_case(wish.opening, work, counter, wish.by, now)
        case = case.issue_notice(wish.by, now, wish.deadline_on)
        case, paper = issue_paper(
            PaperKind.ONE_TIME_NOTICE, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case, (paper,))
