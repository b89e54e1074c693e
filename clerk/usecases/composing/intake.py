"""Papers of the intake: what came, what is accepted, what is missing, what is declined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clerk.domain.checklist import LineStatus
from clerk.domain.counter_events import CommitmentKept
from clerk.domain.events import Supplemented

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.catalogue import PrerequisiteId
    from clerk.domain.checklist import ChecklistLine
    from clerk.usecases.composing.matter import Facts, Matter

_REMARK = re.compile("（[^）]*）$")


def voucher(matter: Matter) -> Facts:
    """List what was handed in (收件)."""
    return {"lines": matter.rows(matter.case.checklist.received())}


def supplement_voucher(matter: Matter) -> Facts:
    """List what came now, and what is still missing (补正, 容缺补齐)."""
    case, checklist = matter.case, matter.case.checklist
    came, came_at = _came(case)
    return {
        "supplemented_at": came_at,
        "lines": matter.rows(
            x for x in checklist.lines if x.prerequisite.id in came and _is_here(x)
        ),
        "wanting": matter.rows((*checklist.wanting(), *checklist.promised())),
    }


def _is_here(line: ChecklistLine) -> bool:
    return bool(line.mark.originals or line.mark.copies) or line.mark.status is LineStatus.IN_HAND


def _came(case: Case) -> tuple[frozenset[PrerequisiteId], datetime | None]:
    """Return what the delivery just noted brought, and when."""
    for each in reversed(case.news):
        if isinstance(each, Supplemented):
            return frozenset(each.marks), each.at
        if isinstance(each, CommitmentKept):
            return frozenset(each.prerequisites), each.at
    return frozenset(), None


def acceptance(matter: Matter) -> Facts:
    """State what was accepted, and both dates it is due by (行政许可法 32, 42)."""
    case, item, checklist = matter.case, matter.case.item, matter.case.checklist
    due, statutory = case.due, case.statutory_due
    assert due and statutory  # noqa: S101, PT018 - issued in the same breath as the event
    return {
        "lines": matter.rows((*checklist.received(), *checklist.fetched())),
        "promised": matter.rows(checklist.promised()),
        "basis": item.basis,
        "due_on": due.on,
        "due_is_provisional": due.is_provisional or statutory.is_provisional,
        "due_amount": item.promised.amount,
        "due_unit": item.promised.unit,
        "statutory_due_on": statutory.on,
        "statutory_amount": item.statutory.amount,
        "statutory_unit": item.statutory.unit,
        "calendar": due.calendar,
        "not_counted": tuple(
            _REMARK.sub("", x.name) for x in item.special_procedures if x.stops_clock
        ),
    }


def commitment_acceptance(matter: Matter) -> Facts:
    """State what was accepted although papers follow under a commitment (容缺受理)."""
    return {**acceptance(matter), "consequence": "commitment_broken"}


def commitment_letter(matter: Matter) -> Facts:
    """List what the applicant promises to hand in later, for them to sign (容缺受理承诺书)."""
    return {
        "promised": matter.rows(matter.case.checklist.promised()),
        "consequence": "commitment_broken",
    }


def notice(matter: Matter) -> Facts:
    """Name everything that is missing, once (一次性告知)."""
    case = matter.case
    return {
        "wanting": matter.rows(case.checklist.wanting()),
        "deadline_on": case.notices[-1].deadline_on,
        "consequence": "withdrawn",
        "basis": ("行政许可法 第31、32条", *case.item.basis),
    }


def decline(matter: Matter) -> Facts:
    """State why it is not accepted, and where to turn (不予受理)."""
    declined = matter.case.declined
    assert declined  # noqa: S101 - issued in the same breath as the event
    return {
        "lines": matter.rows(matter.case.checklist.received()),
        "ground": declined.ground,
        "facts": declined.facts,
        "basis": (declined.basis,),
        "authority": declined.authority,
        "remedies": matter.remedies(),
    }
