"""The paper that would be issued now, for looking at: no number is taken, nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.case import Case
from clerk.domain.case_number import CaseNumber
from clerk.domain.events import Accepted, CertificateMade, Granted, NoticeIssued, Received
from clerk.domain.identifiers import CaseId
from clerk.domain.papers import PaperKind
from clerk.usecases.compose_paper import series_of, write_down
from clerk.usecases.composing.matter import Matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.papers import Paper
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Application
    from clerk.usecases.counter import Counter

_UNNUMBERED = "____"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPaper:
    """An application as typed so far, and the kind of paper it would end in.

    ``deadline_on`` is the day a notice would name, ``signer`` who would sign a decision with
    which ``opinion``.
    """

    kind: PaperKind
    application: Application
    item: ServiceItem
    by: Staff
    deadline_on: date
    signer: Staff | None = None
    opinion: str = ""


def preview_paper(wish: PreviewPaper, counter: Counter) -> Paper:
    """Write down what the paper would say. What is not typed yet stays empty on it."""
    now = counter.clock()
    case = _STEPS[wish.kind](_received(wish, now), wish, now, counter)
    matter = Matter(case=case, counter=counter, person=lambda _id: wish.signer or wish.by)
    number = series_of(wish.kind, case, counter, now).number(_UNNUMBERED)
    return write_down(wish.kind, matter, by=wish.by, now=now, number=number)


def _received(wish: PreviewPaper, now: datetime) -> Case:
    item, applied = wish.item, wish.application
    received = Received(
        by=wish.by.id,
        at=now,
        number=CaseNumber(""),
        item_id=item.id,
        item_version=item.version,
        item_digest=item.digest,
        applicant=applied.applicant,
        answers=applied.answers,
        marks=applied.marks,
    )
    return Case.begin(CaseId(""), received, item)


def _accepted(case: Case, wish: PreviewPaper, now: datetime, counter: Counter) -> Case:
    event = Accepted(
        by=wish.by.id,
        at=now,
        due=counter.calendar.due_on(now.date(), case.item.promised),
        statutory_due=counter.calendar.due_on(now.date(), case.item.statutory),
    )
    return case.followed_by(event)


def _told(case: Case, wish: PreviewPaper, now: datetime, _counter: Counter) -> Case:
    wanting = tuple(each.prerequisite.id for each in case.checklist.wanting())
    event = NoticeIssued(by=wish.by.id, at=now, wanting=wanting, deadline_on=wish.deadline_on)
    return case.followed_by(event)


def _granted(case: Case, wish: PreviewPaper, now: datetime, counter: Counter) -> Case:
    signer = wish.signer or wish.by
    granted = Granted(by=signer.id, at=now, opinion=wish.opinion, substance="")
    made = CertificateMade(by=wish.by.id, at=now, name=case.item.result, number="", valid_until="")
    return _accepted(case, wish, now, counter).followed_by(granted).followed_by(made)


_STEPS: dict[PaperKind, Callable[[Case, PreviewPaper, datetime, Counter], Case]] = {
    PaperKind.ACCEPTANCE_NOTICE: _accepted,
    PaperKind.COMMITMENT_ACCEPTANCE: _accepted,
    PaperKind.ONE_TIME_NOTICE: _told,
    PaperKind.GRANT: _granted,
}
