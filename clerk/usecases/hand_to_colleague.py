"""Hand a case to a colleague with what was promised (首问负责)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import hands
from clerk.domain.text import tidy
from clerk.usecases.application import Done, finish

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class HandToColleague:
    """Who answers for the case from now on, and what the applicant was promised; both mandatory."""

    case_id: CaseId
    by: Staff
    to: StaffId
    promised: str


def hand_to_colleague(wish: HandToColleague, counter: Counter) -> Done:
    """Note the hand-over; until it, whoever received the case answers for it.

    Raises:
        NoSuchStaff: Nobody of that id works here.
        WrongStage: The case is over.
        SameColleague, InvalidInput: See ``domain.hands.hand_to_colleague``.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id)
        to = work.people.get(wish.to)
        case = hands.hand_to_colleague(case, wish.by, now, to=to, promised=tidy(wish.promised))
        return finish(work, case)
