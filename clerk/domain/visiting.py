"""Visits to the site (现场勘查): arranged, gone on by at least two, and recorded.

A visit runs inside the limit unless a special law says otherwise (行政许可法 34, 45, 55);
whether it stops the clock is no question of the visit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_events import VisitArranged, VisitHeld
from clerk.domain.counter_objections import DayNotCome, VisitNotOpen
from clerk.domain.objections import DayInThePast
from clerk.domain.presence import must_be_enough
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff


def arrange_visit(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    visit_at: datetime,
    address: str,
    staff: tuple[str, ...],
    purpose: str,
    departments: tuple[str, ...] = (),
) -> Case:
    """Arrange a visit; with other ``departments`` it is a joint one (联合勘查).

    Raises:
        WrongStage: It is not being decided.
        TooFewStaff: Fewer than two would go.
        InvalidInput: Address or purpose are not given.
        DayInThePast: It would be before now.
    """
    must_allow(Action.ARRANGE_VISIT, case.stage)
    must_be_enough(staff)
    must_be_filled("visit", {"address": address, "purpose": purpose})
    must_be_filled("visit", {f"departments.{n}": x for n, x in enumerate(departments, start=1)})
    if visit_at < at:
        raise DayInThePast(day=visit_at.date())
    event = VisitArranged(
        by=by.id,
        at=at,
        visit=len(case.visits) + 1,
        visit_at=visit_at,
        address=address,
        staff=staff,
        purpose=purpose,
        departments=departments,
    )
    return case.after(event)


def hold_visit(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    visit: int,
    held_at: datetime,
    staff: tuple[str, ...],
    findings: str,
    passed: bool,
    applicant_present: str,
) -> Case:
    """Record a visit: who went, what they found, who of the applicant's was there.

    Raises:
        WrongStage: It is not being decided.
        VisitNotOpen: It was not arranged, or is recorded already.
        TooFewStaff: Fewer than two went.
        InvalidInput: The findings are not given.
        DayNotCome: It would have been in the future.
    """
    must_allow(Action.HOLD_VISIT, case.stage)
    if visit not in {each.arranged.visit for each in case.visits if each.held is None}:
        raise VisitNotOpen(visit=visit)
    must_be_enough(staff)
    must_be_filled("visit", {"findings": findings, "applicant_present": applicant_present})
    if held_at > at:
        raise DayNotCome(day=held_at.date())
    event = VisitHeld(
        by=by.id,
        at=at,
        visit=visit,
        held_at=held_at,
        staff=staff,
        findings=findings,
        passed=passed,
        applicant_present=applicant_present,
    )
    return case.after(event)
