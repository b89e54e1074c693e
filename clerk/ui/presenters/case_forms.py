"""What each step of a case asks of the clerk, and the wish it makes of the answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.domain.events import DeclineGround, DeliveryWay
from clerk.domain.stages import Action
from clerk.ui.presenters.form import FieldKind, Form, FormField, Given, Step
from clerk.ui.presenters.marking import usual_day
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.decline_case import DeclineCase, decline_case
from clerk.usecases.hand_over import HandOver, hand_over
from clerk.usecases.language import _
from clerk.usecases.make_certificate import MakeCertificate, make_certificate
from clerk.usecases.names import ground_name, way_name
from clerk.usecases.problem_words import place_name
from clerk.usecases.review_case import ReviewCase, review_case
from clerk.usecases.tell_once import TellOnce, tell_once
from clerk.usecases.withdraw_case import WithdrawCase, withdraw_case

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.usecases.application import Done


def _accept_form(_opened: OpenCase, _room: Room) -> Form:
    return Form(
        action=Action.ACCEPT,
        title=_("Accept"),
        submit=_("Accept and print"),
        fields=(
            FormField(
                id="opinion",
                label=_("Opinion, to put it before the chief at once (may be empty)"),
                kind=FieldKind.NOTE,
                phrases=_examined(),
            ),
        ),
    )


def _notice_form(opened: OpenCase, room: Room) -> Form:
    case = opened.case
    day = usual_day(room.counter.calendar, room.counter.clock().date())
    again = len(case.notices) + 1
    further = _("A further notice, number {number}").format(number=again)
    return Form(
        action=Action.ISSUE_NOTICE,
        title=further if case.notices else _("One-time notice"),
        submit=_("Put it before the chief") if case.notices else _("Tell once and print"),
        fields=(
            FormField(
                id="deadline_on",
                label=_("Last day for the applicant"),
                kind=FieldKind.DAY,
                value=day.isoformat(),
            ),
        ),
        chief_subject=_told_before(case) if case.notices else "",
    )


def _told_before(case: Case) -> str:
    days = _(", ").join(f"{each.at:%Y-%m-%d}" for each in case.notices)
    return _(
        "{applicant} was told already on {days}. The law asks for one notice; what could have been"
        " known then needs your reason now."
    ).format(applicant=case.applicant.name, days=days)


def _decline_form(_opened: OpenCase, _room: Room) -> Form:
    grounds = tuple((each.value, ground_name(each)) for each in DeclineGround)
    return Form(
        action=Action.DECLINE,
        title=_("Decline"),
        submit=_("Decline and print"),
        fields=(
            FormField(
                id="ground",
                label=_("Ground"),
                kind=FieldKind.CHOICE,
                value=DeclineGround.NOT_OUR_COMPETENCE,
                choices=grounds,
            ),
            FormField(id="facts", label=_("Facts"), kind=FieldKind.NOTE),
            FormField(id="basis", label=_("Legal basis"), value=_("Administrative Permit Law 32")),
            FormField(id="authority", label=_("Competent authority")),
        ),
    )


def _review_form(_opened: OpenCase, _room: Room) -> Form:
    opinion = FormField(id="opinion", label=_("Opinion"), kind=FieldKind.NOTE, phrases=_examined())
    return Form(
        action=Action.REVIEW,
        title=_("Put before the chief"),
        submit=_("Put before the chief"),
        fields=(opinion,),
    )


def _certificate_form(_opened: OpenCase, _room: Room) -> Form:
    return Form(
        action=Action.MAKE_CERTIFICATE,
        title=_("Make the certificate"),
        submit=_("Made, print the decision"),
        fields=(
            FormField(id="number", label=_("Number of the certificate")),
            FormField(
                id="valid_until",
                label=_("Valid until, as it says"),
            ),
        ),
    )


def _hand_over_form(opened: OpenCase, _room: Room) -> Form:
    case = opened.case
    applicant = case.applicant
    ways = tuple((each.value, way_name(each)) for each in DeliveryWay)
    return Form(
        action=Action.HAND_OVER,
        title=_("Hand over"),
        submit=_("Handed over, print receipt"),
        fields=(
            FormField(
                id="way",
                label=_("Way of delivery"),
                kind=FieldKind.CHOICE,
                value=DeliveryWay.DIRECT,
                choices=ways,
            ),
            FormField(
                id="received_by",
                label=_("Collected by"),
                value=applicant.contact_name or applicant.name,
            ),
            _by_way("received_id", *_IN_HAND, value=applicant.contact_id),
            _by_way("place", *_ELSEWHERE, value=applicant.address),
            _by_way("tracking_number", DeliveryWay.POST),
            _by_way("witness", DeliveryWay.LEFT),
            _by_way("announced_on", DeliveryWay.PUBLIC_NOTICE, kind=FieldKind.DAY),
            _by_way("proxy_reason", *_WITH_REASON, kind=FieldKind.NOTE),
        ),
    )


def _by_way(
    name: str, *ways: DeliveryWay, kind: FieldKind = FieldKind.LINE, value: str = ""
) -> FormField:
    """Ask only what the way of delivery has to name."""
    label = _("Reason") if name == "proxy_reason" else place_name(f"delivery.{name}")
    when = ("way", frozenset(each.value for each in ways))
    return FormField(id=name, label=label, kind=kind, value=value, when=when)


_IN_HAND = (DeliveryWay.DIRECT, DeliveryWay.PROXY)
_ELSEWHERE = (
    DeliveryWay.LEFT,
    DeliveryWay.POST,
    DeliveryWay.PUBLIC_NOTICE,
    DeliveryWay.ELECTRONIC,
)
_WITH_REASON = (DeliveryWay.LEFT, DeliveryWay.PROXY, DeliveryWay.PUBLIC_NOTICE)


def _withdraw_form(_opened: OpenCase, _room: Room) -> Form:
    why = FormField(
        id="reason",
        label=_("The applicant's reason"),
        kind=FieldKind.NOTE,
        phrases=(_("The applicant no longer needs it."), _("The applicant will apply anew.")),
    )
    return Form(
        action=Action.WITHDRAW,
        title=_("Withdraw"),
        submit=_("Note the withdrawal"),
        fields=(why,),
    )


def _examined() -> tuple[str, ...]:
    return (
        _("The papers are complete and in due form. Proposed to be granted."),
        _("The papers were examined and meet the conditions by law. Proposed to be granted."),
        _("The conditions by law are not met. Proposed to be refused."),
    )


def _accept(given: Given, case: Case, room: Room) -> Done:
    wish = AcceptCase(opening=case.id, by=room.person(), opinion=given["opinion"])
    return accept_case(wish, room.counter)


def _tell(given: Given, case: Case, room: Room) -> Done:
    wish = TellOnce(
        opening=case.id,
        by=room.person(),
        deadline_on=given.day("deadline_on"),
    )
    if given.signed:
        line = given.signed
        wish = replace(wish, chief=line.chief, pin=line.pin, reason=line.opinion)
    return tell_once(wish, room.counter)


def _decline(given: Given, case: Case, room: Room) -> Done:
    wish = DeclineCase(
        opening=case.id,
        by=room.person(),
        ground=DeclineGround(given["ground"]),
        facts=given["facts"],
        basis=given["basis"],
        authority=given["authority"],
    )
    return decline_case(wish, room.counter)


def _review(given: Given, case: Case, room: Room) -> Done:
    wish = ReviewCase(case_id=case.id, by=room.person(), opinion=given["opinion"])
    return review_case(wish, room.counter)


def _make(given: Given, case: Case, room: Room) -> Done:
    wish = MakeCertificate(
        case_id=case.id,
        by=room.person(),
        number=given["number"],
        valid_until=given["valid_until"],
    )
    return make_certificate(wish, room.counter)


def _hand_over(given: Given, case: Case, room: Room) -> Done:
    wish = HandOver(
        case_id=case.id,
        by=room.person(),
        way=DeliveryWay(given["way"]),
        received_by=given["received_by"],
        received_id=given["received_id"],
        proxy_reason=given["proxy_reason"],
        place=given["place"],
        witness=given["witness"],
        tracking_number=given["tracking_number"],
        announced_on=given.day_or_none("announced_on"),
    )
    return hand_over(wish, room.counter)


def _withdraw(given: Given, case: Case, room: Room) -> Done:
    wish = WithdrawCase(case_id=case.id, by=room.person(), reason=given["reason"])
    return withdraw_case(wish, room.counter)


STEPS: dict[Action, Step] = {
    Action.ACCEPT: Step(_accept_form, _accept),
    Action.ISSUE_NOTICE: Step(_notice_form, _tell),
    Action.DECLINE: Step(_decline_form, _decline),
    Action.REVIEW: Step(_review_form, _review),
    Action.MAKE_CERTIFICATE: Step(_certificate_form, _make),
    Action.HAND_OVER: Step(_hand_over_form, _hand_over),
    Action.WITHDRAW: Step(_withdraw_form, _withdraw),
}
"""The steps that are taken with a form, in the order they are offered."""
