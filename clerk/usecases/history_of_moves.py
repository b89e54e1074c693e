"""The counter's further moves as sentences of a case's history (办件经过)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clerk.domain import counter_events as m
from clerk.usecases.language import _
from clerk.usecases.names import in_yuan, listed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from clerk.domain.event import Event
    from clerk.usecases.history_scene import Scene


def _kept(event: m.CommitmentKept, scene: Scene) -> str:
    return _("Took in what was promised: {papers}.").format(papers=scene.lines(event.prerequisites))


def _broken(event: m.CommitmentBroken, scene: Scene) -> str:
    return _("{papers} did not come by {day}, so it counts as withdrawn: {article}.").format(
        papers=scene.lines(event.prerequisites),
        day=_day(event.deadline_on),
        article=event.article,
    )


def _committed(event: m.CommittedOnNotice, _scene: Scene) -> str:
    return _("Took {signer}'s commitment to the conditions, by {basis}; to check by {day}.").format(
        signer=event.signer, basis=event.basis, day=_day(event.check_by)
    )


def _checked(event: m.CommitmentChecked, _scene: Scene) -> str:
    pattern = (
        _("{staff} found the commitment true: {findings}")
        if event.is_true
        else _("{staff} found the commitment untrue: {findings}")
    )
    return pattern.format(staff=listed(event.staff), findings=event.findings)


def _reported(event: m.ReportedUp, _scene: Scene) -> str:
    return _("Sent it up to {authority} with all materials: {opinion}").format(
        authority=event.authority, opinion=event.opinion
    )


def _answered(event: m.ReportAnswered, _scene: Scene) -> str:
    return _("The answer {document} came from above: {answer} To be told by {day}.").format(
        document=event.document, answer=event.answer, day=_day(event.tell_by)
    )


def _handed_on(event: m.HandedToColleague, scene: Scene) -> str:
    return _("Handed it to {name}. Promised: {promised}").format(
        name=scene.name_of(event.to), promised=event.promised
    )


def _moved(event: m.MaterialsMoved, _scene: Scene) -> str:
    return _("{sender} gave {receiver} the originals ({pieces}): {papers}.").format(
        sender=event.sender,
        receiver=event.receiver,
        pieces=event.pieces,
        papers=listed(event.materials),
    )


def _fee_noticed(event: m.FeeNoticed, _scene: Scene) -> str:
    return _("Told the applicant to pay {amount} yuan, {name}, by {day}.").format(
        amount=in_yuan(event.amount_fen), name=event.name, day=_day(event.deadline_on)
    )


def _fee_paid(event: m.FeePaid, _scene: Scene) -> str:
    return _("{amount} yuan were paid, receipt {receipt}.").format(
        amount=in_yuan(event.amount_fen), receipt=event.receipt
    )


def _visit_arranged(event: m.VisitArranged, _scene: Scene) -> str:
    said = _("Arranged a visit to {address} at {time}: {staff}.").format(
        address=event.address, time=_time(event.visit_at), staff=listed(event.staff)
    )
    if not event.departments:
        return said
    return f"{said} " + _("Together with {departments}.").format(
        departments=listed(event.departments)
    )


def _visit_held(event: m.VisitHeld, _scene: Scene) -> str:
    pattern = (
        _("{staff} visited the site, in order: {findings}")
        if event.passed
        else _("{staff} visited the site, not in order: {findings}")
    )
    return pattern.format(staff=listed(event.staff), findings=event.findings)


def _hearing_noticed(event: m.HearingNoticed, _scene: Scene) -> str:
    if event.held_at is None:
        return _("Told of the right to a hearing about {matter}, to be asked for by {day}.").format(
            matter=event.matter, day=_day(event.request_by)
        )
    return _("Told that the hearing is held at {time}, {place}.").format(
        time=_time(event.held_at), place=event.place
    )


def _hearing_requested(event: m.HearingRequested, _scene: Scene) -> str:
    return _("{name} asked for a hearing; to be held by {day}.").format(
        name=event.requested_by, day=_day(event.hold_by)
    )


def _given_back(event: m.GivenBack, _scene: Scene) -> str:
    return _("Gave application and materials back: {reason}").format(reason=event.reason)


def _terminated(event: m.Terminated, _scene: Scene) -> str:
    return _("Ended it without a decision: {reason}").format(reason=event.reason)


def _paper_corrected(event: m.PaperCorrected, scene: Scene) -> str:
    return _("Correction {n} of the {paper}: “{right}” instead of “{wrong}”.").format(
        n=event.correction,
        paper=scene.paper(event.paper_id),
        right=event.right,
        wrong=event.wrong,
    )


def _day(day: date) -> str:
    return day.isoformat()


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


COUNTER_SENTENCES: dict[type[Event], Callable[[Any, Scene], str]] = {
    m.CommitmentKept: _kept,
    m.CommitmentBroken: _broken,
    m.CommittedOnNotice: _committed,
    m.CommitmentChecked: _checked,
    m.ReportedUp: _reported,
    m.ReportAnswered: _answered,
    m.HandedToColleague: _handed_on,
    m.MaterialsMoved: _moved,
    m.FeeNoticed: _fee_noticed,
    m.FeePaid: _fee_paid,
    m.VisitArranged: _visit_arranged,
    m.VisitHeld: _visit_held,
    m.HearingNoticed: _hearing_noticed,
    m.HearingRequested: _hearing_requested,
    m.GivenBack: _given_back,
    m.Terminated: _terminated,
    m.PaperCorrected: _paper_corrected,
}
"""The sentence of each of these events."""
