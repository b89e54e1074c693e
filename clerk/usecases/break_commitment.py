"""Note that what was promised at acceptance did not come in time (容缺逾期未补)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import commitment
from clerk.domain.papers import PaperKind
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakCommitment:
    """No more than the case: what is outstanding, and since when, it knows itself."""

    case_id: CaseId
    by: Staff


def break_commitment(wish: BreakCommitment, counter: Counter) -> Done:
    """End the case as withdrawn, as the applicant was told in writing when it was accepted.

    Raises:
        WrongStage: The case is not being decided.
        NotPromised: Nothing is outstanding.
        DeadlineStillRuns: The last promised day is not over.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: commitment.break_commitment(case, wish.by, now),
        PaperKind.RETURN_NOTICE,
    )
