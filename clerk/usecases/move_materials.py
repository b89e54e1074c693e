"""Note that paper originals changed hands (物料转移), with both names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import hands
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy_name
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMaterials:
    """Who gave, who took, which originals, and how many pieces in all; all mandatory."""

    case_id: CaseId
    by: Staff
    sender: str
    receiver: str
    materials: tuple[str, ...]
    pieces: int


def move_materials(wish: MoveMaterials, counter: Counter) -> Done:
    """Note the transfer, so that nothing is lost between front desk and back office.

    Raises:
        WrongStage: The case is over.
        SameColleague, InvalidInput: See ``domain.hands.move_materials``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: hands.move_materials(
            case,
            wish.by,
            now,
            sender=tidy_name(wish.sender),
            receiver=tidy_name(wish.receiver),
            materials=tuple(map(tidy_name, wish.materials)),
            pieces=wish.pieces,
        ),
        PaperKind.TRANSFER_SLIP,
    )
