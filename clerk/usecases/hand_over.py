"""Hand decision and certificate over (送达), and close the file (办结)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.catalogue import ApplicantKind
from clerk.domain.events import DeliveryWay
from clerk.domain.identity import resident_id_problems, tidy_code
from clerk.domain.paper_rules import RULES
from clerk.domain.papers import Delivery, PaperKind
from clerk.domain.refusals import InvalidInput
from clerk.domain.text import tidy, tidy_name
from clerk.usecases.application import Done, finish
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from datetime import date, datetime

    from clerk.domain.case import Case
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """How the papers reached whom.

    ``received_id`` may stay empty where the applicant or their contact collects:
    theirs is known. ``proxy_reason`` says why a proxy, why left, or why by public notice;
    ``place`` is where, or the address of a posting or message, and may stay empty for
    a delivery at the window. ``received_at`` None is now.
    """

    case_id: CaseId
    by: Staff
    way: DeliveryWay
    received_by: str
    received_id: str = ""
    proxy_reason: str = ""
    place: str = ""
    witness: str = ""
    tracking_number: str = ""
    announced_on: date | None = None
    received_at: datetime | None = None


def hand_over(wish: HandOver, counter: Counter) -> Done:
    """Note the delivery, issue its receipt and close the case.

    Raises:
        WrongStage: Nothing waits to be handed over.
        InvalidInput: It lacks what its way must name, or the identity number is wrong.
        DeadlineStillRuns, DayNotCome: See ``Case.hand_over``.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id)
        case = case.hand_over(wish.by, now, _delivery(wish, case, now, counter))
        case, paper = issue_paper(
            PaperKind.DELIVERY_RECEIPT, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case.close(wish.by, now), (paper,))


def _delivery(wish: HandOver, case: Case, now: datetime, counter: Counter) -> Delivery:
    name = tidy_name(wish.received_by)
    at_hand = wish.way in {DeliveryWay.DIRECT, DeliveryWay.PROXY}
    here = counter.desk.center_name.in_language(counter.language) if at_hand else ""
    return Delivery(
        way=wish.way,
        place=tidy(wish.place) or here,
        received_by=name,
        received_id=_identity(wish, case, now) or identity_of(case, name),
        received_at=wish.received_at or now,
        proxy_reason=tidy(wish.proxy_reason),
        documents=documents_of(case, counter.language),
        witness=tidy_name(wish.witness),
        tracking_number=tidy_code(wish.tracking_number),
        announced_on=wish.announced_on,
    )


def _identity(wish: HandOver, case: Case, now: datetime) -> str:
    identity = tidy_code(wish.received_id)
    if identity in {"", case.applicant.document_number}:
        return identity
    if problems := resident_id_problems(identity, "delivery.received_id", now.date()):
        raise InvalidInput(problems=problems)
    return identity


def identity_of(case: Case, name: str) -> str:
    """Return the identity number the case knows of whoever stands at the window."""
    applicant = case.applicant
    if applicant.kind is ApplicantKind.PERSON and name == applicant.name:
        return applicant.document_number
    return applicant.contact_id if name == applicant.contact_name else ""


def documents_of(case: Case, language: str) -> tuple[str, ...]:
    """Name what is handed over: the decision by its number, and the certificate."""
    decisions = (each for each in case.papers if each.kind in _DECISIONS)
    names = [f"{RULES[x.kind].title.in_language(language)} {x.document_number}" for x in decisions]
    if case.certificate:
        names.append(f"{case.certificate.name} {case.certificate.number}")
    return tuple(names)


_DECISIONS = frozenset({PaperKind.GRANT, PaperKind.REFUSAL})
