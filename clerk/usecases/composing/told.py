"""Papers that tell the applicant of a step: commitment on notice, hearing, fee, visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.domain.capital_numerals import in_capitals
from clerk.domain.paper_facts import (
    ChargeOnPaper,
    CommitmentOnPaper,
    HearingOnPaper,
    VisitOnPaper,
)

if TYPE_CHECKING:
    from clerk.domain.case_records import Visit
    from clerk.usecases.composing.matter import Facts, Matter

_FEN = 100  # to the yuan


def commitment_on_notice(matter: Matter) -> Facts:
    """State the conditions told, what the commitment stands for, and the liability (告知承诺)."""
    case = matter.case
    committed = case.commitment
    assert committed  # noqa: S101 - issued in the same breath as the event
    covered = (x for x in case.checklist.lines if x.prerequisite.id in committed.covers)
    told = CommitmentOnPaper(
        basis=committed.basis,
        conditions=committed.conditions,
        liability=committed.liability,
        committed_at=committed.committed_at,
    )
    return {"promised": matter.rows(covered), "commitment": told}


def hearing_notice(matter: Matter) -> Facts:
    """Tell the right to a hearing, or when it is held (听证, 行政许可法 46-48)."""
    noticed = matter.case.hearing
    assert noticed  # noqa: S101 - issued in the same breath as the event
    told = HearingOnPaper(
        matter=noticed.matter,
        request_by=noticed.request_by,
        held_at=noticed.held_at,
        place=noticed.place,
    )
    return {"hearing": told}


def fee_notice(matter: Matter) -> Facts:
    """Tell what to pay, in figures and capital numerals, on what basis, to whom (缴费)."""
    noticed = matter.case.fees[-1].noticed
    told = ChargeOnPaper(
        name=noticed.name,
        basis=noticed.basis,
        standard=noticed.standard,
        quantity=noticed.quantity,
        amount=f"{noticed.amount_fen // _FEN:,}.{noticed.amount_fen % _FEN:02d}",
        amount_capital=in_capitals(noticed.amount_fen),
        payee=noticed.payee,
        place=noticed.place,
        code=noticed.code,
        deadline_on=noticed.deadline_on,
    )
    return {"charge": told}


def visit_arrangement(matter: Matter) -> Facts:
    """Tell when somebody comes to see the site, and who (现场勘查)."""
    return {"visit": _arranged(matter.case.visits[-1])}


def visit_record(matter: Matter) -> Facts:
    """Record what the visit found, for all who were there to sign."""
    visit, held = max(
        ((each, each.held) for each in matter.case.visits if each.held), key=lambda x: x[1].at
    )
    told = replace(
        _arranged(visit),
        visit_at=held.held_at,
        staff=held.staff,
        findings=held.findings,
        outcome="passed" if held.passed else "failed",
        applicant_present=held.applicant_present,
    )
    return {"visit": told}


def _arranged(visit: Visit) -> VisitOnPaper:
    arranged = visit.arranged
    return VisitOnPaper(
        visit_at=arranged.visit_at,
        address=arranged.address,
        staff=arranged.staff,
        purpose=arranged.purpose,
    )
