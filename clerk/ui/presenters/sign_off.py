"""The sign-off page: the chief's one line on exactly what lies on the screen (窗口一线签批)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clerk.domain.objections import SameHand
from clerk.domain.refusals import InvalidInput
from clerk.domain.staff import NotYourRole, Role
from clerk.ui.messages import notice_of
from clerk.ui.presenters.case_view import CaseView
from clerk.ui.presenters.case_work import CaseWork
from clerk.ui.presenters.form import FieldKind, FormField
from clerk.ui.presenters.printing import print_all
from clerk.ui.presenters.shown import reason
from clerk.ui.rows import Notice, Tone
from clerk.usecases.language import _
from clerk.usecases.lines import Queue
from clerk.usecases.sign_off import Decision, SignOff, sign_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case
    from clerk.domain.identifiers import CaseId
    from clerk.domain.refusals import ClerkError
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room
    from clerk.usecases.application import Done

_FINGERPRINT_SHOWN = 12
_GROUP = 4
_REFUSAL = ("facts", "reasons", "basis")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignScreen:
    """The chief's side: a decision, what it must say, and whether it can be signed.

    The PIN is never part of it: the page hands it over once and forgets it.
    """

    decisions: tuple[tuple[Decision, str], ...]
    decision: Decision = Decision.GRANT
    fields: tuple[FormField, ...] = ()
    fingerprint: str = ""
    why_not: str = ""
    is_busy: bool = False

    def value(self, name: str) -> str:
        """Return what stands in a field, empty if it is not asked for."""
        return next((each.value for each in self.fields if each.id == name), "")


class SignOffPresenter(CaseWork):
    """The chief's queue by due date; after signing, the next case lies open."""

    def __init__(
        self,
        room: Room,
        show_list: Callable[[WorklistScreen], None],
        show_case: Callable[[CaseScreen], None],
        show_sign: Callable[[SignScreen], None],
    ) -> None:
        self._show_case = show_case
        self._show_sign = show_sign
        self._case: Case | None = None
        self.sign_screen = SignScreen(decisions=_decisions(), fields=_fields(Decision.GRANT))
        case = CaseView(room, self._case_shown, looks_first=True)
        super().__init__(room, (Queue.TO_SIGN,), case=case, show_list=show_list)

    def changed(self, case_ids: frozenset[CaseId]) -> None:
        self._look_who_signs()
        super().changed(case_ids)

    def picked(self, case_id: CaseId | None) -> None:
        self._case = None
        self._change(
            replace(
                self.sign_screen,
                decision=Decision.GRANT,
                fields=_fields(Decision.GRANT),
                fingerprint="",
                is_busy=False,
            )
        )
        super().picked(case_id)

    def decide(self, decision: Decision) -> None:
        """Choose what to decide; an opinion already written stays."""
        written = {each.id: each.value for each in self.sign_screen.fields}
        if self._is_ready_made(written.get("opinion", "")):
            written.pop("opinion")
        fields = tuple(
            replace(each, value=written.get(each.id, each.value)) for each in _fields(decision)
        )
        self._change(replace(self.sign_screen, decision=decision, fields=fields))

    def fill(self, name: str, value: str) -> None:
        """Note what was typed into a field."""
        fields = tuple(
            replace(each, value=value, problem="") if each.id == name else each
            for each in self.sign_screen.fields
        )
        self._change(replace(self.sign_screen, fields=fields))

    def sign(self, pin: str) -> None:
        """Sign what lies on the screen."""
        screen, case = self.sign_screen, self._case
        if case is None or screen.is_busy:
            return
        if screen.why_not:
            self.case.tell(Notice(tone=Tone.AMBER, what=screen.why_not))
            return
        wish = SignOff(
            case_id=case.id,
            by=self._room.person(),
            pin=pin,
            decision=screen.decision,
            opinion=screen.value("opinion"),
            seen=case.substance,
            facts=screen.value("facts"),
            reasons=screen.value("reasons"),
            basis=screen.value("basis"),
        )
        self._change(replace(screen, is_busy=True))
        self._room.tasks.run(
            lambda: sign_off(wish, self._room.counter), then=self._signed, otherwise=self._refused
        )

    def _signed(self, done: Done) -> None:
        label = dict(self.sign_screen.decisions)[self.sign_screen.decision]
        words = _("Signed: {decision}, {applicant}.").format(
            decision=label, applicant=done.case.applicant.name
        )
        self.case.tell(Notice(tone=Tone.GREEN, what=words))
        self._change(replace(self.sign_screen, is_busy=False))
        self._room.announce(frozenset({done.case.id}))
        print_all(self._room, done, self.case.trouble)

    def _refused(self, trouble: ClerkError) -> None:
        fields = self.sign_screen.fields
        if isinstance(trouble, InvalidInput):
            said = {x.place.rpartition(".")[2]: reason(x) for x in reversed(trouble.problems)}
            fields = tuple(replace(each, problem=said.get(each.id, "")) for each in fields)
        self._change(replace(self.sign_screen, fields=fields, is_busy=False))
        self.case.trouble(trouble)

    def _case_shown(self, screen: CaseScreen) -> None:
        self._show_case(screen)
        opened = self.case.opened
        if (opened.case if opened else None) is not self._case:
            self._case = opened.case if opened else None
            self._look_who_signs()

    def _look_who_signs(self) -> None:
        """Say whether this person may sign this case; somebody else may have signed in."""
        case = self._case
        shown = _grouped(case.substance) if case else ""
        why_not = self._why_not(case) if case else ""
        self._change(replace(self.sign_screen, fingerprint=shown, why_not=why_not))

    def _why_not(self, case: Case) -> str:
        person = self._room.person()
        if Role.CHIEF not in person.roles:
            return _said(NotYourRole(name=person.name, role=Role.CHIEF))
        if case.accepted and case.accepted.by == person.id:
            return _said(SameHand(name=person.name))
        return ""

    def _is_ready_made(self, text: str) -> bool:
        return not text or any(text in _phrases(each) for each in Decision)

    def _change(self, screen: SignScreen) -> None:
        self.sign_screen = screen
        self._show_sign(screen)


def _decisions() -> tuple[tuple[Decision, str], ...]:
    return (
        (Decision.GRANT, _("Grant")),
        (Decision.REFUSE, _("Refuse (reasons in writing)")),
        (Decision.RETURN_TO_WINDOW, _("Return to the window")),
    )


def _phrases(decision: Decision) -> tuple[str, ...]:
    return {
        Decision.GRANT: (
            _("The papers are complete and the conditions by law are met. Granted."),
            _("The site was inspected and found in order. Granted."),
            _("Agreed with the opinion of the review. Granted."),
        ),
        Decision.REFUSE: (
            _("The conditions by law are not met. Refused."),
            _("Agreed with the opinion of the review. Refused."),
        ),
        Decision.RETURN_TO_WINDOW: (
            _("The papers contradict each other. Clear this up and send it again."),
            _("The opinion of the review is not sufficient. Add its grounds."),
        ),
    }[decision]


def _fields(decision: Decision) -> tuple[FormField, ...]:
    phrases = _phrases(decision)
    opinion = FormField(
        id="opinion",
        label=_("What is to be mended") if decision is Decision.RETURN_TO_WINDOW else _("Opinion"),
        kind=FieldKind.NOTE,
        value=phrases[0] if decision is not Decision.RETURN_TO_WINDOW else "",
        phrases=phrases,
    )
    if decision is not Decision.REFUSE:
        return (opinion,)
    labels = (_("Facts found"), _("Reasons"), _("Legal basis"))
    return (
        opinion,
        *(
            FormField(
                id=name,
                label=label,
                kind=FieldKind.LINE if name == "basis" else FieldKind.NOTE,
            )
            for name, label in zip(_REFUSAL, labels, strict=True)
        ),
    )


def _grouped(fingerprint: str) -> str:
    short = fingerprint[:_FINGERPRINT_SHOWN]
    return " ".join(short[at : at + _GROUP] for at in range(0, len(short), _GROUP))


def _said(refusal: ClerkError) -> str:
    notice = notice_of(refusal)
    return f"{notice.what} {notice.then}".strip()
