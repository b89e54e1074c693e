"""An immediate item (即办件) from greeting to finished, in one breath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.events import DeliveryWay
from clerk.domain.papers import Delivery, PaperKind
from clerk.domain.refusals import Refusal
from clerk.domain.stages import Action
from clerk.domain.text import tidy
from clerk.usecases.application import Done, Opening, finish, open_case
from clerk.usecases.authority import must_have_authority
from clerk.usecases.compose_paper import issue_paper
from clerk.usecases.hand_over import documents_of, identity_of

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(eq=False, kw_only=True)
class NotImmediate(Refusal):
    """The item is not handled on the spot, so it cannot be finished at once."""

    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishAtOnce:
    """The clerk's examination and the chief's line on one application."""

    opening: Opening
    by: Staff
    chief: Staff
    pin: str
    examined: str
    opinion: str
    certificate_number: str
    valid_until: str = ""


def finish_at_once(wish: FinishAtOnce, counter: Counter) -> Done:
    """Receive, accept, examine, sign, make, hand over and close: one transaction, two papers.

    No acceptance voucher is needed where the case is finished on the spot; the
    written decision and the delivery receipt are issued (行政许可法 34, 38).

    Raises:
        WrongPin, PinLocked: It is not the chief's PIN.
        NotImmediate: The item takes longer.
        NoAuthority, AuthorityTooOld: No letter lets this chief grant it.
        ChecklistIncomplete, SituationOpen, SameHand, InvalidInput: See ``Case``.
    """
    now = counter.clock()
    with counter.pins.signing(wish.chief.id, wish.pin), counter.begin() as work:
        case = open_case(wish.opening, work, counter, wish.by, now)
        if not (case.item.is_immediate or case.commitment):
            raise NotImmediate(item=case.item.name.zh)
        case = _decided(case, wish, now, counter)
        must_have_authority(work, wish.chief, Action.GRANT, case.item, now)
        case, grant = issue_paper(
            PaperKind.GRANT, case, by=wish.by, now=now, work=work, counter=counter
        )
        case = case.hand_over(wish.by, now, _on_the_spot(case, now, counter))
        case, receipt = issue_paper(
            PaperKind.DELIVERY_RECEIPT, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case.close(wish.by, now), (grant, receipt))


def _decided(case: Case, wish: FinishAtOnce, now: datetime, counter: Counter) -> Case:
    case = case.accept(wish.by, now, counter.calendar)
    case = case.review(wish.by, now, tidy(wish.examined))
    case = case.grant(wish.chief, now, opinion=tidy(wish.opinion), seen=case.substance)
    return case.make_certificate(
        wish.by, now, number=tidy(wish.certificate_number), valid_until=tidy(wish.valid_until)
    )


def _on_the_spot(case: Case, now: datetime, counter: Counter) -> Delivery:
    name = case.applicant.contact_name or case.applicant.name
    return Delivery(
        way=DeliveryWay.DIRECT,
        place=counter.desk.center_name.in_language(counter.language),
        received_by=name,
        received_id=identity_of(case, name),
        received_at=now,
        proxy_reason="",
        documents=documents_of(case, counter.language),
    )
