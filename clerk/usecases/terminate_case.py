"""End an accepted case without a decision (终止办理)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import ending
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminateCase:
    """Why, and by which rule; both mandatory."""

    case_id: CaseId
    by: Staff
    reason: str
    basis: str


def terminate_case(wish: TerminateCase, counter: Counter) -> Done:
    """Note the end.

    Raises:
        WrongStage: It is not accepted, or decided.
        InvalidInput: Reason or basis are not given.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: ending.terminate(
            case, wish.by, now, reason=tidy(wish.reason), basis=tidy(wish.basis)
        ),
        PaperKind.TERMINATION,
    )
