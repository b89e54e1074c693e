"""What people call the fields of the counter's further moves."""

from __future__ import annotations

from clerk.usecases.language import _


def further_places() -> dict[str, str]:
    """Return the names by place, in the language of the moment."""
    return {
        "commitment.signer": _("Signer"),
        "commitment.findings": _("Findings"),
        "staff.1": _("First of the staff"),
        "staff.2": _("Second of the staff"),
        "report.authority": _("Higher authority"),
        "report.opinion": _("Opinion"),
        "report.answer": _("Answer"),
        "report.document": _("Document number"),
        "procedure.name": _("Name of the procedure"),
        "procedure.reason": _("Reason"),
        "procedure.institution": _("Who carries it out"),
        "procedure.result": _("Result"),
        "extension.approver": _("Approved by"),
        "extension.approver_post": _("Post of the approver"),
        "extension.reason": _("Reason"),
        "visit.address": _("Address"),
        "visit.purpose": _("Purpose"),
        "visit.findings": _("Findings"),
        "visit.applicant_present": _("Who was there for the applicant"),
        "hearing.matter": _("Matter"),
        "hearing.requested_by": _("Who asked for it"),
        "hearing.place": _("Place"),
        "fee.name": _("Fee"),
        "fee.basis": _("Legal basis"),
        "fee.standard": _("Standard"),
        "fee.payee": _("Payee"),
        "fee.unit_price_fen": _("Price"),
        "fee.quantity": _("Quantity"),
        "fee.amount_fen": _("Amount"),
        "fee.receipt": _("Receipt number"),
        "colleague.promised": _("What was promised"),
        "transfer.sender": _("Who gives"),
        "transfer.receiver": _("Who takes"),
        "transfer.materials": _("Materials"),
        "transfer.pieces": _("Count"),
        "return.reason": _("Reason"),
        "return.basis": _("Legal basis"),
        "return.review_at": _("Where to have it reviewed"),
        "termination.reason": _("Reason"),
        "termination.basis": _("Legal basis"),
        "correction.wrong": _("Wrong text"),
        "correction.right": _("Right text"),
        "correction.reason": _("Reason"),
        "delivery.place": _("Place or address"),
        "delivery.witness": _("Witness"),
        "delivery.tracking_number": _("Tracking number"),
        "delivery.announced_on": _("Day of the public notice"),
    }
