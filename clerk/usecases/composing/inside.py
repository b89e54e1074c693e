"""Papers that stay inside: the slip that travels with a file, and what changes hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.limits import Limit, LimitUnit
from clerk.domain.paper_facts import PauseOnPaper, StepOnPaper, TransferOnPaper
from clerk.usecases.composing.collecting import DELIVERED_WITHIN

if TYPE_CHECKING:
    from datetime import date, datetime

    from clerk.domain.event import Event
    from clerk.usecases.composing.matter import Facts, Matter

_TOLD_WITHIN = Limit(amount=5, unit=LimitUnit.WORKING_DAYS)
"""From receipt to acceptance, or to the one-time notice (行政许可法 32(4))."""


def circulation_slip(matter: Matter) -> Facts:
    """List every step with hand, opinion, time and limit, done or to come; and what stopped it."""
    case = matter.case
    return {
        "due_on": case.due.on if case.due else None,
        "steps": tuple(_steps(matter)),
        "pauses": tuple(
            PauseOnPaper(
                name=each.started.name,
                basis=each.started.basis,
                since=each.started.starts_on,
                until=each.ended.ended_on if each.ended else None,
            )
            for each in case.procedures
            if each.started.stops_clock
        ),
    }


def _steps(matter: Matter) -> list[StepOnPaper]:
    case = matter.case
    due = case.due.on if case.due else None
    decision, made, handed = case.decision, case.certificate, case.handed_over
    decided_at = decision.at if decision else None
    told_by = _after(matter, case.received_at, _TOLD_WITHIN)
    steps = [
        StepOnPaper(name="receipt", by=matter.name_of(case.received_by), at=case.received_at),
        _step(matter, "acceptance", case.accepted, "accepted", told_by),
        _step(matter, "review", case.reviewed, case.reviewed.opinion if case.reviewed else "", due),
        _step(matter, "decision", decision, decision.opinion if decision else "", due),
    ]
    delivered_by = _after(matter, decided_at, DELIVERED_WITHIN)
    steps.append(_step(matter, "certificate", made, made.number if made else "", delivered_by))
    taker = handed.delivery.received_by if handed else ""
    steps.append(_step(matter, "delivery", handed, taker, delivered_by))
    return steps


def _step(
    matter: Matter, name: str, event: Event | None, opinion: str, limit_on: date | None
) -> StepOnPaper:
    if event is None:
        return StepOnPaper(name=name, limit_on=limit_on)
    return StepOnPaper(
        name=name,
        by=matter.name_of(event.by),
        opinion=opinion,
        at=event.at,
        limit_on=limit_on,
    )


def _after(matter: Matter, start: datetime | None, limit: Limit) -> date | None:
    return matter.counter.calendar.due_on(start.date(), limit).on if start else None


def transfer_slip(matter: Matter) -> Facts:
    """List the originals that change hands, for both hands to sign (物料转移)."""
    moved = matter.case.moved[-1]
    told = TransferOnPaper(
        sender=moved.sender,
        receiver=moved.receiver,
        materials=moved.materials,
        pieces=moved.pieces,
        moved_at=moved.at,
    )
    return {"transfer": told}
