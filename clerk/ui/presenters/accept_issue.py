"""What becomes of the sheet: accepted, finished at once, told once, declined, or taken in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from clerk.domain.case_number import grouped
from clerk.domain.events import DeclineGround
from clerk.domain.refusals import InvalidInput
from clerk.domain.stages import Stage
from clerk.ui.messages import notice_of
from clerk.ui.presenters.case_chief import staff_row
from clerk.ui.presenters.marking import read_day, usual_day
from clerk.ui.presenters.printing import print_all
from clerk.ui.presenters.shown import reason, said
from clerk.ui.rows import ChiefAsk, ChiefChoice, ChiefMode, Notice, Tone
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.decline_case import DeclineCase, decline_case
from clerk.usecases.finish_at_once import FinishAtOnce, finish_at_once
from clerk.usecases.language import _
from clerk.usecases.names import stage_name
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.tell_once import TellOnce, tell_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError
    from clerk.ui.presenters.accept import AcceptPresenter
    from clerk.ui.presenters.conclusion import Hurdle
    from clerk.ui.rows import ChiefAnswer
    from clerk.usecases.application import Done

GRANT = "grant"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineForm:
    """The written reasons for not accepting, as typed."""

    ground: str = DeclineGround.NOT_OUR_COMPETENCE
    facts: str = ""
    basis: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishForm:
    """What is asked for an immediate item before the chief's line, as typed."""

    examined: str = ""
    certificate_number: str = ""
    valid_until: str = ""


class Issuing:
    """Turns the sheet into a case. One at a time; the page is cleared when the store has it."""

    def __init__(self, page: AcceptPresenter) -> None:
        self._page = page
        self._is_busy = False
        self._finish = FinishForm()

    def usual_deadline(self) -> str:
        """Return the last day offered for what is missing: five working days from today."""
        page = self._page
        return usual_day(page.room.counter.calendar, page.today).isoformat()

    def may_accept(self) -> bool:
        """Whether it can be accepted; says why not, and leads to the place."""
        return self._clear(self._page.conclusion.accept)

    def may_tell_once(self) -> bool:
        """Whether the notice can be issued; says why not, and leads to the place."""
        return self._clear(self._page.conclusion.notice)

    def may_decline(self) -> bool:
        """Whether it can be declined; says why not, and leads to the place."""
        return self._clear(self._page.conclusion.decline)

    def accept(self) -> None:
        """Accept and print the acceptance notice."""
        if self.may_accept():
            page = self._page
            wish = AcceptCase(opening=page.sheet.application(), by=page.room.person())
            self._run(partial(accept_case, wish, page.room.counter))

    def receive(self) -> None:
        """Take the papers in and print the voucher; somebody decides later."""
        if self._clear(self._page.conclusion.receive):
            page = self._page
            wish = ReceiveCase(application=page.sheet.application(), by=page.room.person())
            self._run(partial(receive_case, wish, page.room.counter))

    def tell_once(self, deadline: str) -> str:
        """Issue the one-time notice; returns what is wrong with the day, nothing if it is right."""
        page = self._page
        day = read_day(deadline, page.today)
        if day is None or day < page.today:
            return _("Write a day from today on, such as 2026-11-30.")
        if self.may_tell_once():
            opening, by = page.sheet.application(), page.room.person()
            wish = TellOnce(opening=opening, by=by, deadline_on=day)
            self._run(partial(tell_once, wish, page.room.counter))
        return ""

    def decline(self, form: DeclineForm) -> None:
        """Decline in writing."""
        if self.may_decline():
            page = self._page
            wish = DeclineCase(
                opening=page.sheet.application(),
                by=page.room.person(),
                ground=DeclineGround(form.ground),
                facts=form.facts,
                basis=form.basis,
                authority=form.authority,
            )
            self._run(partial(decline_case, wish, page.room.counter))

    def ask_to_finish(self, form: FinishForm) -> str:
        """Open the chief's line for an immediate item; returns the field that is still empty."""
        for name in ("examined", "certificate_number"):
            if not getattr(form, name).strip():
                return name
        page, item = self._page, self._page.sheet.item
        if item and self.may_accept():
            self._finish = form
            who = page.sheet.application().applicant.name
            page.view.ask_chief(
                ChiefAsk(
                    title=_("Sign off at the window"),
                    subject=f"{said(item.name)} · {who}",
                    mode=ChiefMode.DECIDE,
                    chiefs=tuple(staff_row(each) for each in page.chiefs()),
                    decisions=(ChiefChoice(id=GRANT, label=_("Grant")),),
                    opinions=(_("The conditions are met; granted."),),
                )
            )
        return ""

    def finish(self, answer: ChiefAnswer) -> None:
        """Finish an immediate item on the chief's line: one transaction, two papers."""
        page, form = self._page, self._finish
        chief = next((each for each in page.chiefs() if each.id == answer.chief), None)
        if chief is None:
            return
        wish = FinishAtOnce(
            opening=page.sheet.application(),
            by=page.room.person(),
            chief=chief,
            pin=answer.pin,
            examined=form.examined,
            opinion=answer.opinion,
            certificate_number=form.certificate_number,
            valid_until=form.valid_until,
        )
        self._run(partial(finish_at_once, wish, page.room.counter), refused=self._chief_refused)

    def _clear(self, hurdle: Hurdle | None) -> bool:
        if hurdle is None:
            return not self._is_busy
        self._page.view.tell(Notice(tone=Tone.AMBER, what=hurdle.why))
        self._page.view.focus(hurdle.place)
        return False

    def _run(
        self, job: Callable[[], Done], refused: Callable[[ClerkError], None] | None = None
    ) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        keeper, draft_id = self._page.keeper, self._page.sheet.draft_id
        keeper.hold()

        def done(answer: Done) -> None:
            self._is_busy = False
            keeper.go_on(without=draft_id)
            self._issued(answer)

        def stopped(trouble: ClerkError) -> None:
            self._is_busy = False
            keeper.go_on()
            (refused or self._refused)(trouble)

        self._page.room.tasks.run(job, then=done, otherwise=stopped)

    def _issued(self, done: Done) -> None:
        page, case = self._page, done.case
        page.view.close_chief()
        page.begin_anew()
        state = _("Finished") if case.stage is Stage.CLOSED else stage_name(case.stage)
        page.view.toast(f"{state} · {grouped(case.number)}")
        page.room.announce(frozenset({case.id}))
        print_all(page.room, done, page.refused)

    def _refused(self, trouble: ClerkError) -> None:
        self._page.refused(trouble)
        if isinstance(trouble, InvalidInput):
            self._page.view.focus(trouble.problems[0].place)

    def _chief_refused(self, trouble: ClerkError) -> None:
        if isinstance(trouble, InvalidInput):
            words = " ".join(reason(each) for each in trouble.problems)
            self._page.view.refuse_chief(Notice(tone=Tone.RED, what=words))
            return
        self._page.view.refuse_chief(notice_of(trouble))
