"""What each event does to a case. The only place where a case changes.

Used by the transitions when something happens, and by the store when a case is
read back from the journal, so that both are the same case.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from clerk.domain import clock_events as c
from clerk.domain import counter_events as m
from clerk.domain import events as e
from clerk.domain import ownership_events as o
from clerk.domain.case_records import Fee, Procedure, Visit
from clerk.domain.checklist import COMMITTED, in_hand
from clerk.domain.papers import OpenPrint, PaperRecord
from clerk.domain.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case
    from clerk.domain.event import Event


def folded(case: Case, event: Event, *, news: tuple[Event, ...] = ()) -> Case:
    """Return the case after one more event; ``news`` are those the journal has not got yet."""
    effect = _EFFECTS[type(event)](case, event)
    return replace(case, version=case.version + 1, news=news, **effect)


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
    marks = {**case.marks, **event.marks}
    return {"marks": marks, "supplements": (*case.supplements, event)}


def _accepted(_case: Case, event: e.Accepted) -> _Effect:
    return {"stage": Stage.ACCEPTED, "accepted": event, **_dates(event)}


def _dates(event: Any) -> _Effect:
    return {"due": event.due, "statutory_due": event.statutory_due}


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
    sent = OpenPrint(job=event.job, printer=event.printer, by=event.by, at=event.at)

    def change(record: PaperRecord) -> PaperRecord:
        waiting = (*record.open_prints, sent)
        return replace(record, jobs=event.job, failed="", open_prints=waiting)

    return _on_paper(case, event.paper_id, change)


_CAME_TO_NOTHING = frozenset({e.PrintOutcome.FAILED, e.PrintOutcome.STUCK})


def _print_finished(case: Case, event: e.PrintFinished) -> _Effect:
    is_known = event.outcome is not e.PrintOutcome.UNKNOWN

    def change(record: PaperRecord) -> PaperRecord:
        waiting = tuple(
            replace(each, is_unsure=True) if each.job == event.job else each
            for each in record.open_prints
            if each.job != event.job or not is_known
        )
        return replace(
            record,
            open_prints=waiting,
            printed=record.printed + (event.outcome is e.PrintOutcome.PRINTED),
            lost=record.lost + (event.outcome is e.PrintOutcome.FAILED),
            failed=event.detail if event.outcome in _CAME_TO_NOTHING else record.failed,
        )

    return _on_paper(case, event.paper_id, change)


def _procedure_started(case: Case, event: c.ProcedureStarted) -> _Effect:
    return {"procedures": (*case.procedures, Procedure(started=event))}


def _procedure_ended(case: Case, event: c.ProcedureEnded) -> _Effect:
    procedures = tuple(
        replace(each, ended=event) if each.started.procedure == event.procedure else each
        for each in case.procedures
    )
    return {"procedures": procedures, **_dates(event)}


def _extended(case: Case, event: c.Extended) -> _Effect:
    return {"extensions": (*case.extensions, event), **_dates(event)}


def _recomputed(case: Case, event: c.DueRecomputed) -> _Effect:
    return {"recomputed": (*case.recomputed, event), **_dates(event)}


def _deemed_accepted(_case: Case, event: c.DeemedAccepted) -> _Effect:
    return {"stage": Stage.ACCEPTED, "deemed": event, **_dates(event)}


def _deemed_withdrawn(_case: Case, event: c.DeemedWithdrawn) -> _Effect:
    return {"stage": Stage.WITHDRAWN, "deemed": event, "finished_at": event.at}


def _went_overdue(case: Case, event: c.WentOverdue) -> _Effect:
    return {"overdue": (*case.overdue, event)}


def _commitment_kept(case: Case, event: m.CommitmentKept) -> _Effect:
    kept = {each: in_hand(case.item.prerequisite(each)) for each in event.prerequisites}
    return {"marks": {**case.marks, **kept}}


def _commitment_broken(_case: Case, event: m.CommitmentBroken) -> _Effect:
    return {"stage": Stage.WITHDRAWN, "broken": event, "finished_at": event.at}


def _committed_on_notice(case: Case, event: m.CommittedOnNotice) -> _Effect:
    covered = dict.fromkeys(event.covers, COMMITTED)
    return {"commitment": event, "marks": {**case.marks, **covered}}


def _reported_up(_case: Case, event: m.ReportedUp) -> _Effect:
    return {"reported": event, "answered": None}


def _handed_to_colleague(case: Case, event: m.HandedToColleague) -> _Effect:
    return {"responsible": event.to, "handed_on": (*case.handed_on, event)}


def _materials_moved(case: Case, event: m.MaterialsMoved) -> _Effect:
    return {"moved": (*case.moved, event)}


def _fee_noticed(case: Case, event: m.FeeNoticed) -> _Effect:
    return {"fees": (*case.fees, Fee(noticed=event))}


def _fee_paid(case: Case, event: m.FeePaid) -> _Effect:
    fees = (
        replace(each, paid=event) if each.noticed.fee == event.fee else each for each in case.fees
    )
    return {"fees": tuple(fees)}


def _visit_arranged(case: Case, event: m.VisitArranged) -> _Effect:
    return {"visits": (*case.visits, Visit(arranged=event))}


def _visit_held(case: Case, event: m.VisitHeld) -> _Effect:
    visits = (
        replace(each, held=event) if each.arranged.visit == event.visit else each
        for each in case.visits
    )
    return {"visits": tuple(visits)}


def _given_back(_case: Case, event: m.GivenBack) -> _Effect:
    return {"stage": Stage.GIVEN_BACK, "given_back": event, "finished_at": event.at}


def _terminated(_case: Case, event: m.Terminated) -> _Effect:
    return {"stage": Stage.TERMINATED, "terminated": event, "finished_at": event.at}


def _paper_corrected(case: Case, event: m.PaperCorrected) -> _Effect:
    return {"corrections": (*case.corrections, event)}


def _kept(name: str) -> Callable[[Case, Any], _Effect]:
    return lambda _case, event: {name: event}


def _on_paper(case: Case, wanted: str, change: Callable[[PaperRecord], PaperRecord]) -> _Effect:
    return {"papers": tuple(change(each) if each.id == wanted else each for each in case.papers)}


_EFFECTS: dict[type[Event], Callable[[Any, Any], _Effect]] = {
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
    c.ProcedureStarted: _procedure_started,
    c.ProcedureEnded: _procedure_ended,
    c.Extended: _extended,
    c.DueRecomputed: _recomputed,
    c.DeemedAccepted: _deemed_accepted,
    c.DeemedRenewed: _kept("deemed"),
    c.DeemedWithdrawn: _deemed_withdrawn,
    c.WentOverdue: _went_overdue,
    m.CommitmentKept: _commitment_kept,
    m.CommitmentBroken: _commitment_broken,
    m.CommittedOnNotice: _committed_on_notice,
    m.CommitmentChecked: _kept("checked_commitment"),
    m.ReportedUp: _reported_up,
    m.ReportAnswered: _kept("answered"),
    m.HandedToColleague: _handed_to_colleague,
    m.MaterialsMoved: _materials_moved,
    m.FeeNoticed: _fee_noticed,
    m.FeePaid: _fee_paid,
    m.VisitArranged: _visit_arranged,
    m.VisitHeld: _visit_held,
    m.HearingNoticed: _kept("hearing"),
    m.HearingRequested: _kept("hearing_request"),
    m.GivenBack: _given_back,
    m.Terminated: _terminated,
    m.PaperCorrected: _paper_corrected,
    o.Transferred: _kept("transferred"),
    o.TakenOver: _kept("taken_over"),
}
