"""Let the applicant take an application back (撤回)."""

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
class WithdrawCase:
    """The applicant's reason, in his words."""

    case_id: CaseId
    by: Staff
    reason: str


def withdraw_case(wish: WithdrawCase, counter: Counter) -> Done:
    """Note the withdrawal; nothing more happens to the case.

    Raises:
        WrongStage: It is decided already.
        InvalidInput: No reason is given.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id).withdraw(wish.by, now, tidy(wish.reason))
        return finish(work, case)
