"""Papers of the decision: granted, refused, handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.events import Granted, Refused

if TYPE_CHECKING:
    from clerk.usecases.composing.matter import Facts, Matter


def grant(matter: Matter) -> Facts:
    """State what is granted, by whom and on what basis (准予, 行政许可法 38)."""
    case = matter.case
    decision = case.decision
    assert isinstance(decision, Granted)  # noqa: S101 - issued in the same breath as the event
    return {
        **_signed(matter, decision),
        "opinion": decision.opinion,
        "basis": case.item.basis,
        "certificate_name": case.item.result,
        "certificate_number": case.certificate.number if case.certificate else "",
        "certificate_until": case.certificate.valid_until if case.certificate else "",
    }


def refusal(matter: Matter) -> Facts:
    """State facts, reasons and basis of a refusal, and where to turn (不予许可, 行政许可法 38)."""
    decision = matter.case.decision
    assert isinstance(decision, Refused)  # noqa: S101 - issued in the same breath as the event
    return {
        **_signed(matter, decision),
        "opinion": decision.opinion,
        "facts": decision.facts,
        "reasons": decision.reasons,
        "basis": (decision.basis,),
        "remedies": matter.remedies(),
    }


def receipt(matter: Matter) -> Facts:
    """State what was handed to whom (送达)."""
    handed = matter.case.handed_over
    assert handed  # noqa: S101 - issued in the same breath as the event
    return {"delivery": handed.delivery}


def _signed(matter: Matter, decision: Granted | Refused) -> Facts:
    signer = matter.person(decision.by)
    return {"decided_at": decision.at, "signer": signer.name, "signer_post": signer.post}
