"""Hand decision and certificate over (送达), and close the file (办结)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.identity import resident_id_problems, tidy_code
from clerk.domain.papers import TITLES, Delivery, PaperKind
from clerk.domain.refusals import InvalidInput
from clerk.domain.text import tidy, tidy_name
from clerk.usecases.application import Done, finish
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.events import DeliveryWay
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Who collects, with what identity; a proxy says why."""

    case_id: CaseId
    by: Staff
    way: DeliveryWay
    received_by: str
    received_id: str = ""
    proxy_reason: str = ""


def hand_over(wish: HandOver, counter: Counter) -> Done:
    """Note the delivery, issue its receipt and close the case.

    Raises:
        WrongStage: Nothing waits to be handed over.
        InvalidInput: The collector's name is missing, or the identity number is wrong.
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
    identity = tidy_code(wish.received_id)
    if identity and (
        problems := resident_id_problems(identity, "delivery.received_id", now.date())
    ):
        raise InvalidInput(problems=problems)
    return Delivery(
        way=wish.way,
        place=counter.desk.center_name.in_language(counter.language),
        received_by=tidy_name(wish.received_by),
        received_id=identity,
        received_at=now,
        proxy_reason=tidy(wish.proxy_reason),
        documents=documents_of(case, counter.language),
    )


def documents_of(case: Case, language: str) -> tuple[str, ...]:
    """Name what is handed over: the decision by its number, and the certificate."""
    decisions = (each for each in case.papers if each.kind in _DECISIONS)
    names = [f"{TITLES[x.kind].in_language(language)} {x.document_number}" for x in decisions]
    if case.certificate:
        names.append(f"{case.certificate.name} {case.certificate.number}")
    return tuple(names)


_DECISIONS = frozenset({PaperKind.GRANT, PaperKind.REFUSAL})
