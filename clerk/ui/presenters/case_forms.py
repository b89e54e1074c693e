"""What each step of a case asks of the clerk, and the wish it makes of the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.events import DeclineGround, DeliveryWay
from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.stages import Action
from clerk.ui.presenters.marking import read_day, usual_day
from clerk.ui.presenters.shown import reason
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.decline_case import DeclineCase, decline_case
from clerk.usecases.hand_over import HandOver, hand_over
from clerk.usecases.language import _
from clerk.usecases.make_certificate import MakeCertificate, make_certificate
from clerk.usecases.names import ground_name, way_name
from clerk.usecases.review_case import ReviewCase, review_case
from clerk.usecases.tell_once import TellOnce, tell_once
from clerk.usecases.withdraw_case import WithdrawCase, withdraw_case

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from clerk.domain.case import Case
    from clerk.ui.room import Room
    from clerk.usecases.application import Done


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    NOTE = "note"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question of a form. ``phrases`` are ready-made answers."""

    id: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    phrases: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a step asks, and the words of the button that takes it."""

    action: Action
    title: str
    submit: str
    fields: tuple[FormField, ...] = ()

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {each.id: each.value for each in self.fields}

    def filled(self, name: str, value: str) -> Form:
        """Return the form with one field changed and no longer complained of."""
        return self._each(lambda x: replace(x, value=value, problem="") if x.id == name else x)

    def complained(self, problems: tuple[Problem, ...]) -> Form:
        """Return the form with what is wrong said at the field it is about."""
        said = {each.place.rpartition(".")[2]: reason(each) for each in reversed(problems)}
        return self._each(lambda x: replace(x, problem=said.get(x.id, "")))

    def _each(self, change: Callable[[FormField], FormField]) -> Form:
        return replace(self, fields=tuple(map(change, self.fields)))


def form_of(action: Action, case: Case, room: Room) -> Form:
    """Return the form of a step, filled with what is known."""
    return _FORMS[action](case, room)


def job_of(form: Form, case: Case, room: Room) -> Callable[[], Done]:
    """Return the job that takes the step with what the form says."""
    values = {name: text.strip() for name, text in form.values().items()}
    return lambda: _JOBS[form.action](values, case, room)


def _accept_form(_case: Case, _room: Room) -> Form:
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


def _notice_form(_case: Case, room: Room) -> Form:
    day = usual_day(room.counter.calendar, room.counter.clock().date())
    return Form(
        action=Action.ISSUE_NOTICE,
        title=_("One-time notice"),
        submit=_("Tell once and print"),
        fields=(
            FormField(
                id="deadline_on", label=_("Last day for the applicant"), value=day.isoformat()
            ),
        ),
    )


def _decline_form(_case: Case, _room: Room) -> Form:
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


def _review_form(_case: Case, _room: Room) -> Form:
    opinion = FormField(id="opinion", label=_("Opinion"), kind=FieldKind.NOTE, phrases=_examined())
    return Form(
        action=Action.REVIEW,
        title=_("Put before the chief"),
        submit=_("Put before the chief"),
        fields=(opinion,),
    )


def _certificate_form(_case: Case, _room: Room) -> Form:
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


def _hand_over_form(case: Case, _room: Room) -> Form:
    applicant = case.applicant
    ways = tuple((each.value, way_name(each)) for each in DeliveryWay)
    return Form(
        action=Action.HAND_OVER,
        title=_("Hand over"),
        submit=_("Handed over, print the receipt"),
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
            FormField(id="received_id", label=_("Identity number"), value=applicant.contact_id),
            FormField(id="proxy_reason", label=_("Why a proxy collects"), kind=FieldKind.NOTE),
        ),
    )


def _withdraw_form(_case: Case, _room: Room) -> Form:
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


def _accept(values: Mapping[str, str], case: Case, room: Room) -> Done:
    wish = AcceptCase(opening=case.id, by=room.person(), opinion=values["opinion"])
    return accept_case(wish, room.counter)


def _tell(values: Mapping[str, str], case: Case, room: Room) -> Done:
    day = read_day(values["deadline_on"], room.counter.clock().date())
    if day is None:
        raise InvalidInput(
            problems=(Problem("notice.deadline_on", "not_a_day", {"text": values["deadline_on"]}),)
        )
    return tell_once(TellOnce(opening=case.id, by=room.person(), deadline_on=day), room.counter)


def _decline(values: Mapping[str, str], case: Case, room: Room) -> Done:
    wish = DeclineCase(
        opening=case.id,
        by=room.person(),
        ground=DeclineGround(values["ground"]),
        facts=values["facts"],
        basis=values["basis"],
        authority=values["authority"],
    )
    return decline_case(wish, room.counter)


def _review(values: Mapping[str, str], case: Case, room: Room) -> Done:
    wish = ReviewCase(case_id=case.id, by=room.person(), opinion=values["opinion"])
    return review_case(wish, room.counter)


def _make(values: Mapping[str, str], case: Case, room: Room) -> Done:
    wish = MakeCertificate(
        case_id=case.id,
        by=room.person(),
        number=values["number"],
        valid_until=values["valid_until"],
    )
    return make_certificate(wish, room.counter)


def _hand_over(values: Mapping[str, str], case: Case, room: Room) -> Done:
    wish = HandOver(
        case_id=case.id,
        by=room.person(),
        way=DeliveryWay(values["way"]),
        received_by=values["received_by"],
        received_id=values["received_id"],
        proxy_reason=values["proxy_reason"],
    )
    return hand_over(wish, room.counter)


def _withdraw(values: Mapping[str, str], case: Case, room: Room) -> Done:
    wish = WithdrawCase(case_id=case.id, by=room.person(), reason=values["reason"])
    return withdraw_case(wish, room.counter)


_FORMS: dict[Action, Callable[[Case, Room], Form]] = {
    Action.ACCEPT: _accept_form,
    Action.ISSUE_NOTICE: _notice_form,
    Action.DECLINE: _decline_form,
    Action.REVIEW: _review_form,
    Action.MAKE_CERTIFICATE: _certificate_form,
    Action.HAND_OVER: _hand_over_form,
    Action.WITHDRAW: _withdraw_form,
}
_JOBS: dict[Action, Callable[[Mapping[str, str], Case, Room], Done]] = {
    Action.ACCEPT: _accept,
    Action.ISSUE_NOTICE: _tell,
    Action.DECLINE: _decline,
    Action.REVIEW: _review,
    Action.MAKE_CERTIFICATE: _make,
    Action.HAND_OVER: _hand_over,
    Action.WITHDRAW: _withdraw,
}
STEPS = tuple(_FORMS)
"""The steps that are taken with a form, in the order they are offered."""
