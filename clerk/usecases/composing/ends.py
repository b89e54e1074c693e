"""Papers of what ends without a decision, and of what was wrong on an earlier paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.clock_events import DeemedWithdrawn
from clerk.domain.paper_facts import CorrectionOnPaper, EndingOnPaper
from clerk.domain.paper_rules import RULES

if TYPE_CHECKING:
    from clerk.usecases.composing.matter import Facts, Matter


def return_notice(matter: Matter) -> Facts:
    """State why the papers go back, and who looks at it again (退件)."""
    return {"lines": matter.rows(matter.case.checklist.received()), "ending": _given_back(matter)}


def _given_back(matter: Matter) -> EndingOnPaper:
    case, desk = matter.case, matter.counter.desk
    if case.given_back:
        back = case.given_back
        return EndingOnPaper(reason=back.reason, basis=back.basis, review_at=back.review_at)
    review_at = f"{matter.words(desk.center_name)} {desk.phone}"
    if isinstance(case.deemed, DeemedWithdrawn):
        deemed = case.deemed
        return EndingOnPaper(reason="not_corrected", basis=deemed.article, review_at=review_at)
    if case.broken:
        broken = case.broken
        return EndingOnPaper(reason="not_kept", basis=broken.article, review_at=review_at)
    reason = case.withdrawn.reason if case.withdrawn else ""
    return EndingOnPaper(reason=reason, basis="own_wish", review_at=review_at)


def termination(matter: Matter) -> Facts:
    """State why the case ends without a decision, and where to turn (终止办理)."""
    terminated = matter.case.terminated
    assert terminated  # noqa: S101 - issued in the same breath as the event
    return {
        "lines": matter.rows(matter.case.checklist.received()),
        "ending": EndingOnPaper(reason=terminated.reason, basis=terminated.basis),
        "remedies": matter.remedies(),
    }


def correction(matter: Matter) -> Facts:
    """State what an issued paper says wrongly, and what is right (更正)."""
    corrected = matter.case.corrections[-1]
    wrong = matter.case.paper(corrected.paper_id)
    told = CorrectionOnPaper(
        title=matter.words(RULES[wrong.kind].title),
        document_number=wrong.document_number,
        number=corrected.correction,
        wrong=corrected.wrong,
        right=corrected.right,
        reason=corrected.reason,
    )
    return {"correction": told}
