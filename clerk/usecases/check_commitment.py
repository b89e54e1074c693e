"""Note what was found when a commitment on notice was checked (告知承诺事后核查)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import commitment
from clerk.domain.text import tidy, tidy_name
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCommitment:
    """At least two of the staff by name, whether it is true, and what they found.

    All are mandatory. An untrue commitment changes nothing by itself: mending in time or
    taking the licence back is a decision of its own (行政许可法 69).
    """

    case_id: CaseId
    by: Staff
    staff: tuple[str, ...]
    is_true: bool
    findings: str


def check_commitment(wish: CheckCommitment, counter: Counter) -> Done:
    """Note the check; the file may be closed already.

    Raises:
        WrongStage: Nothing was granted.
        NothingToCheck: No commitment was given, or it was checked.
        TooFewStaff, InvalidInput: See ``domain.commitment.check_commitment``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: commitment.check_commitment(
            case,
            wish.by,
            now,
            staff=tuple(map(tidy_name, wish.staff)),
            is_true=wish.is_true,
            findings=tidy(wish.findings),
        ),
    )
