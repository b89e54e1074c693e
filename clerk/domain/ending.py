"""Ends without a decision: materials given back (退件), and termination (终止办理)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_events import GivenBack, Terminated
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff


def give_back(
    case: Case, by: Staff, at: datetime, *, reason: str, basis: str, review_at: str
) -> Case:
    """Give application and materials back with a written reason and its basis (退件).

    For what cannot be handled as it is and may be applied for anew; where the licensing
    law wants a decision not to accept, it is declined instead (行政许可法 32(1)(2)).

    Raises:
        WrongStage: It was accepted or declined before.
        InvalidInput: Reason, basis, or where to have it reviewed are not given.
    """
    must_allow(Action.GIVE_BACK, case.stage)
    must_be_filled("return", {"reason": reason, "basis": basis, "review_at": review_at})
    event = GivenBack(
        by=by.id,
        at=at,
        reason=reason,
        basis=basis,
        materials=tuple(each.prerequisite.name.zh for each in case.checklist.received()),
        review_at=review_at,
    )
    return case.after(event)


def terminate(case: Case, by: Staff, at: datetime, *, reason: str, basis: str) -> Case:
    """End an accepted case without a decision, as where its object is gone (终止办理).

    Raises:
        WrongStage: It is not accepted, or decided.
        InvalidInput: Reason or basis are not given.
    """
    must_allow(Action.TERMINATE, case.stage)
    must_be_filled("termination", {"reason": reason, "basis": basis})
    return case.after(Terminated(by=by.id, at=at, reason=reason, basis=basis))
