"""What each event does to a case. The only place where a case changes.

Used by the transitions when something happens, and by the store when a case is
read back from the journal, so that both are the same case.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from clerk.domain import events as e
from clerk.domain.papers import PaperRecord
from clerk.domain.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case


def folded(case: Case, event: e.Event) -> Case:
    """Return the case after one more event."""
    return replace(case, version=case.version + 1, **_EFFECTS[type(event)](case, event))


_Effect = dict[str, Any]


def _corrected(case: Case, event: e.Corrected) -> _Effect:
    return {
        "applicant": event.applicant or case.applicant,
        "answers": {**case.answers, **event.answers},
        "marks": {**case.marks, **event.marks},
    }


def _noticed(case: Case, event: e.NoticeIssued) -> _Effect:
    return {"stage": Stage.NOTIFIED, "notices": (*case.notices, event)}


def _supplemented(case: Case, event: e.Supplemented) -> _Effect:
    return {"marks": {**case.marks, **event.marks}}


def _accepted(_case: Case, event: e.Accepted) -> _Effect:
    return {"stage": Stage.ACCEPTED, "accepted": event}


def _declined(_case: Case, event: e.Declined) -> _Effect:
    return {"stage": Stage.DECLINED, "declined": event, "finished_at": event.at}


def _reviewed(_case: Case, event: e.Reviewed) -> _Effect:
    return {"stage": Stage.REVIEWED, "reviewed": event, "decision": None}


def _decided(stage: Stage) -> Callable[[Case, Any], _Effect]:
    return lambda _case, event: {"stage": stage, "decision": event}


def _certificate_made(_case: Case, event: e.CertificateMade) -> _Effect:
    return {"stage": Stage.CERTIFIED, "certificate": event}


def _handed_over(_case: Case, event: e.HandedOver) -> _Effect:
    return {"stage": Stage.DELIVERED, "handed_over": event}


def _closed(_case: Case, event: e.Closed) -> _Effect:
    return {"stage": Stage.CLOSED, "finished_at": event.at}


def _withdrawn(_case: Case, event: e.Withdrawn) -> _Effect:
    return {"stage": Stage.WITHDRAWN, "withdrawn": event, "finished_at": event.at}


def _attached(case: Case, event: e.Attached) -> _Effect:
    return {"attachments": (*case.attachments, event.attachment)}


def _paper_issued(case: Case, event: e.PaperIssued) -> _Effect:
    paper = event.paper
    record = PaperRecord(
        id=paper.id, kind=paper.kind, document_number=paper.document_number, issued_at=event.at
    )
    return {"papers": (*case.papers, record)}


def _print_intended(case: Case, event: e.PrintIntended) -> _Effect:
    return _on_paper(case, event.paper_id, lambda each: replace(each, jobs=event.job, failed=""))


def _print_finished(case: Case, event: e.PrintFinished) -> _Effect:
    if event.outcome is e.PrintOutcome.PRINTED:
        return _on_paper(case, event.paper_id, lambda each: replace(each, printed=each.printed + 1))
    return _on_paper(case, event.paper_id, lambda each: replace(each, failed=event.detail))


def _on_paper(case: Case, wanted: str, change: Callable[[PaperRecord], PaperRecord]) -> _Effect:
    return {"papers": tuple(change(each) if each.id == wanted else each for each in case.papers)}


_EFFECTS: dict[type[e.Event], Callable[[Any, Any], _Effect]] = {
    e.Corrected: _corrected,
    e.NoticeIssued: _noticed,
    e.Supplemented: _supplemented,
    e.Accepted: _accepted,
    e.Declined: _declined,
    e.Reviewed: _reviewed,
    e.Granted: _decided(Stage.GRANTED),
    e.Refused: _decided(Stage.REFUSED),
    e.Returned: _decided(Stage.RETURNED),
    e.CertificateMade: _certificate_made,
    e.HandedOver: _handed_over,
    e.Closed: _closed,
    e.Withdrawn: _withdrawn,
    e.Attached: _attached,
    e.PaperIssued: _paper_issued,
    e.PrintIntended: _print_intended,
    e.PrintFinished: _print_finished,
}
