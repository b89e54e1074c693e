"""Take in what was promised at acceptance (容缺补齐), all at once or in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import commitment
from clerk.domain.papers import PaperKind
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from clerk.domain.catalogue import PrerequisiteId
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepCommitment:
    """The promised entries of the list that came, exactly as the list asks for them."""

    case_id: CaseId
    by: Staff
    prerequisites: tuple[PrerequisiteId, ...]


def keep_commitment(wish: KeepCommitment, counter: Counter) -> Done:
    """Note what came and issue its voucher, which says what is still missing.

    Raises:
        WrongStage: The case is not being decided.
        NotPromised: Nothing came, or something that was not promised.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: commitment.keep_commitment(case, wish.by, now, wish.prerequisites),
        PaperKind.SUPPLEMENT_VOUCHER,
    )
