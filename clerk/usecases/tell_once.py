"""Tell the applicant once everything that is missing (一次性告知)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clerk.domain.case_rules import must_be_reasonable
from clerk.domain.papers import PaperKind
from clerk.domain.staff import Role
from clerk.domain.text import tidy
from clerk.usecases.application import Done, Opening, finish, open_case
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class TellOnce:
    """The clerk issues the one notice; ``deadline_on`` is the last day for what is missing.

    A further notice carries the chief's line: who allows it, their PIN, and why.
    """

    opening: Opening
    by: Staff
    deadline_on: date
    chief: StaffId | None = None
    pin: str = field(default="", repr=False)
    reason: str = ""


def tell_once(wish: TellOnce, counter: Counter) -> Done:
    """Issue the one-time notice (行政许可法 32(4)).

    Raises:
        WrongPin, PinLocked, NotYourRole: It is not a chief's line.
        SituationOpen, LinesNotLookedAt, NothingMissing, AlreadyTold: See ``Case.issue_notice``.
        DeadlineTooFar: It is later than the item's rule, or reason, allows.
        InvalidInput: The applicant's fields have problems.
    """
    if wish.chief:
        counter.pins.verify(wish.chief, wish.pin)
    now = counter.clock()
    with counter.begin() as work:
        case = open_case(wish.opening, work, counter, wish.by, now)
        chief = work.people.get(wish.chief) if wish.chief else None
        if chief:
            chief.must_be(Role.CHIEF)
        must_be_reasonable(case.item, now.date(), wish.deadline_on, counter.calendar)
        case = case.issue_notice(
            wish.by, now, wish.deadline_on, chief=chief, reason=tidy(wish.reason)
        )
        case, paper = issue_paper(
            PaperKind.ONE_TIME_NOTICE, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case, (paper,))
