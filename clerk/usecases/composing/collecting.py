"""Papers of collecting a certificate: the notice that it is ready, and the register (领证)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.limits import Limit, LimitUnit
from clerk.domain.paper_facts import CertificateOnPaper

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.usecases.composing.matter import Facts, Matter

DELIVERED_WITHIN = Limit(amount=10, unit=LimitUnit.WORKING_DAYS)
"""From the decision to the certificate in the applicant's hands (行政许可法 44)."""


def notice(matter: Matter) -> Facts:
    """Tell that the certificate lies ready, where, and until when (行政许可法 44)."""
    case = matter.case
    certificate, decision = case.certificate, case.decision
    if certificate is None or decision is None:
        return {}  # nothing lies ready, so the notice stays incomplete
    until = matter.counter.calendar.due_on(decision.at.date(), DELIVERED_WITHIN)
    return {
        "decided_at": decision.at,
        "certificate_name": certificate.name,
        "certificate_number": certificate.number,
        "certificate_until": certificate.valid_until,
        "deadline_on": until.on,
    }


def register(matter: Matter) -> Facts:
    """List the certificates collected together, a row each to sign on."""
    cases = (matter.case, *matter.besides.cases)
    return {"certificates": tuple(_certificate(each) for each in cases if each.certificate)}


def _certificate(case: Case) -> CertificateOnPaper:
    made, handed = case.certificate, case.handed_over
    assert made  # noqa: S101 - only certificates that are made are listed
    return CertificateOnPaper(
        case_number=case.number,
        applicant=case.applicant.name,
        certificate=made.name,
        number=made.number,
        collector=handed.delivery.received_by if handed else "",
        collector_id=handed.delivery.received_id if handed else "",
        collected_at=handed.delivery.received_at if handed else None,
    )
