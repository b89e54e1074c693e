"""A case's journal as sentences a person can read (办件经过)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clerk.domain import events as e
from clerk.domain import ownership_events as o
from clerk.domain.case_number import grouped
from clerk.usecases.clock_history import CLOCK_SENTENCES
from clerk.usecases.history_of_moves import COUNTER_SENTENCES
from clerk.usecases.history_scene import Scene
from clerk.usecases.language import _
from clerk.usecases.names import listed
from clerk.usecases.print_paper import SEEN
from clerk.usecases.printing_words import cause_words
from clerk.usecases.terms import ground_name, paper_name, way_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.event import Event
    from clerk.domain.staff import Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that happened: when, who did it, and what."""

    at: datetime
    by: str
    sentence: str


def history_of(
    case: Case, events: Iterable[Event], staff: Iterable[Staff], language: str
) -> tuple[HistoryLine, ...]:
    """Return what happened to a case, in order, as sentences in ``language``."""
    scene = Scene(
        item=case.item,
        people={each.id: each.name for each in staff},
        papers={each.id: each.kind for each in case.papers},
        language=language,
    )
    return tuple(
        HistoryLine(at=each.at, by=scene.name_of(each.by), sentence=_sentence(each, scene))
        for each in events
    )


def _sentence(event: Event, scene: Scene) -> str:
    if by_the_clock := CLOCK_SENTENCES.get(type(event)):
        return by_the_clock(event)
    return _SENTENCES[type(event)](event, scene)


def _received(event: e.Received, _scene: Scene) -> str:
    return _("Took the application of {applicant} in under number {number}.").format(
        applicant=event.applicant.name, number=grouped(event.number)
    )


def _corrected(event: e.Corrected, scene: Scene) -> str:
    changed = [
        *([_("the applicant's details")] if event.applicant else []),
        *([_("the answers to the questions")] if event.answers else []),
        *([scene.marks(event.marks)] if event.marks else []),
    ]
    return _("Corrected on the spot: {changed}.").format(changed=listed(changed))


def _noticed(event: e.NoticeIssued, scene: Scene) -> str:
    said = _("Told the applicant what is missing: {papers}. Last day {day}.").format(
        papers=scene.lines(event.wanting), day=event.deadline_on.isoformat()
    )
    if not event.allowed_by:
        return said
    allowed = _("Notice number {time}, allowed by {chief}: {reason}.").format(
        time=event.time, chief=scene.name_of(event.allowed_by), reason=event.reason
    )
    return f"{said} {allowed}"


def _supplemented(event: e.Supplemented, scene: Scene) -> str:
    return _("Took in further papers: {papers}.").format(papers=scene.marks(event.marks))


def _accepted(event: e.Accepted, _scene: Scene) -> str:
    return _("Accepted it. Promised for {due}, by law {statutory} at the latest.").format(
        due=event.due.on.isoformat(), statutory=event.statutory_due.on.isoformat()
    )


def _declined(event: e.Declined, _scene: Scene) -> str:
    return _("Declined it, {ground}: {facts}").format(
        ground=ground_name(event.ground), facts=event.facts
    )


def _reviewed(event: e.Reviewed, scene: Scene) -> str:
    if event.second is None:
        return _("Examined it and put it before the chief: {opinion}").format(opinion=event.opinion)
    return _("Examined it with {second} and put it before the chief: {opinion}").format(
        second=scene.name_of(event.second), opinion=event.opinion
    )


def _granted(event: e.Granted, _scene: Scene) -> str:
    return _("Granted it: {opinion}").format(opinion=event.opinion)


def _refused(event: e.Refused, _scene: Scene) -> str:
    return _("Refused it: {opinion} Reasons: {reasons}").format(
        opinion=event.opinion, reasons=event.reasons
    )


def _returned(event: e.Returned, _scene: Scene) -> str:
    return _("Sent it back to the window: {opinion}").format(opinion=event.opinion)


def _made(event: e.CertificateMade, _scene: Scene) -> str:
    return _("Made the certificate: {name}, number {number}.").format(
        name=event.name, number=event.number
    )


def _handed_over(event: e.HandedOver, _scene: Scene) -> str:
    return _("Handed it over to {name}, {way}.").format(
        name=event.delivery.received_by, way=way_name(e.DeliveryWay(event.delivery.way))
    )


def _closed(_event: e.Closed, _scene: Scene) -> str:
    return _("Closed the file.")


def _withdrawn(event: e.Withdrawn, _scene: Scene) -> str:
    return _("Noted that the applicant took it back: {reason}").format(reason=event.reason)


def _attached(event: e.Attached, scene: Scene) -> str:
    attachment = event.attachment
    if attachment.prerequisite is None:
        return _("Added the file {file}.").format(file=attachment.name)
    return _("Added the file {file} for {paper}.").format(
        file=attachment.name, paper=scene.lines((attachment.prerequisite,))
    )


def _issued(event: e.PaperIssued, _scene: Scene) -> str:
    return _("Issued the {paper}, {number}.").format(
        paper=paper_name(event.paper.kind), number=event.paper.document_number
    )


def _print_intended(event: e.PrintIntended, scene: Scene) -> str:
    pattern = (
        _("Sent the {paper} to the printer {printer}.")
        if not event.reprint
        else _("Sent the {paper} to the printer {printer} again, as reprint {reprint}.")
    )
    return pattern.format(
        paper=scene.paper(event.paper_id), printer=event.printer, reprint=event.reprint
    )


def _print_finished(event: e.PrintFinished, scene: Scene) -> str:
    patterns = {
        e.PrintOutcome.PRINTED: _("The {paper} was printed."),
        e.PrintOutcome.FAILED: _("The {paper} was not printed: {cause}."),
        e.PrintOutcome.STUCK: _("The {paper} was not printed: {cause}."),
        e.PrintOutcome.UNKNOWN: _("Not known whether the {paper} came out: {cause}."),
        e.PrintOutcome.NOT_SEEN: _("Looked for the {paper} at the printer and did not find it."),
    }
    if event.outcome is e.PrintOutcome.PRINTED and event.detail == SEEN:
        return _("Found the {paper} at the printer.").format(paper=scene.paper(event.paper_id))
    return patterns[event.outcome].format(
        paper=scene.paper(event.paper_id), cause=cause_words(event.detail)
    )


def _transferred(event: o.Transferred, _scene: Scene) -> str:
    return _("Gave the case to window {window}. Promised: {promised}").format(
        window=event.to_window, promised=event.promised
    )


def _taken_over(event: o.TakenOver, _scene: Scene) -> str:
    return _("Took the case over from window {window}: {reason}").format(
        window=event.from_window, reason=event.reason
    )


_SENTENCES: dict[type[Event], Callable[[Any, Scene], str]] = {
    e.Received: _received,
    e.Corrected: _corrected,
    e.NoticeIssued: _noticed,
    e.Supplemented: _supplemented,
    e.Accepted: _accepted,
    e.Declined: _declined,
    e.Reviewed: _reviewed,
    e.Granted: _granted,
    e.Refused: _refused,
    e.Returned: _returned,
    e.CertificateMade: _made,
    e.HandedOver: _handed_over,
    e.Closed: _closed,
    e.Withdrawn: _withdrawn,
    e.Attached: _attached,
    e.PaperIssued: _issued,
    e.PrintIntended: _print_intended,
    e.PrintFinished: _print_finished,
    **COUNTER_SENTENCES,
    o.Transferred: _transferred,
    o.TakenOver: _taken_over,
}
