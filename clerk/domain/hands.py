"""Whose hands a case is in: who answers for it, and who holds its papers.

The first clerk asked stays responsible until the case is handed on with what was
promised (首问负责); an original that changes hands does so with both names (物料转移).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_events import HandedToColleague, MaterialsMoved
from clerk.domain.counter_objections import SameColleague
from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff


def hand_to_colleague(case: Case, by: Staff, at: datetime, *, to: Staff, promised: str) -> Case:
    """Hand the case to a colleague, who answers for it now and keeps what was ``promised``.

    Raises:
        WrongStage: It is over.
        SameColleague: They answer for it already.
        InvalidInput: It does not say what was promised to the applicant.
    """
    must_allow(Action.HAND_TO_COLLEAGUE, case.stage)
    if to.id == case.in_charge:
        raise SameColleague(name=to.name)
    must_be_filled("colleague", {"promised": promised})
    return case.after(HandedToColleague(by=by.id, at=at, to=to.id, promised=promised))


def move_materials(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    sender: str,
    receiver: str,
    materials: tuple[str, ...],
    pieces: int,
) -> Case:
    """Note that paper originals changed hands: from whom, to whom, which, how many.

    Raises:
        WrongStage: It is over.
        SameColleague: Giver and taker are the same.
        InvalidInput: A name or the list is missing, or nothing was counted.
    """
    must_allow(Action.MOVE_MATERIALS, case.stage)
    must_be_filled("transfer", {"sender": sender, "receiver": receiver})
    if sender == receiver:
        raise SameColleague(name=receiver)
    if not materials:
        raise InvalidInput(problems=(Problem("transfer.materials", "required"),))
    must_be_filled("transfer", {f"materials.{n}": x for n, x in enumerate(materials, start=1)})
    if pieces < 1:
        raise InvalidInput(problems=(Problem("transfer.pieces", "no_amount"),))
    event = MaterialsMoved(
        by=by.id, at=at, sender=sender, receiver=receiver, materials=materials, pieces=pieces
    )
    return case.after(event)
