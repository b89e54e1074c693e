"""The card with what may be done now: the steps of the case, or the form of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerk.domain.stages import Action
from clerk.ui import theme
from clerk.ui.keys import Command
from clerk.ui.pages.case_parts.form_view import FormView
from clerk.ui.pages.case_parts.moves_list import MovesList
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.ui.presenters.case_screen import CaseScreen, Offer
    from clerk.ui.presenters.case_view import CaseView

_COMMANDS = {
    Action.CORRECT: Command.KEEP,
    Action.SUPPLEMENT: Command.KEEP,
    Action.ACCEPT: Command.ACCEPT,
    Action.ISSUE_NOTICE: Command.NOTICE,
    Action.DECLINE: Command.DECLINE,
    Action.REVIEW: Command.REVIEW,
    Action.MAKE_CERTIFICATE: Command.MAKE,
    Action.HAND_OVER: Command.HAND_OVER,
    Action.WITHDRAW: Command.WITHDRAW,
    Action.ATTACH: Command.ATTACH,
}
_KINDS = {
    Action.ACCEPT: Kind.PRIMARY,
    Action.REVIEW: Kind.PRIMARY,
    Action.MAKE_CERTIFICATE: Kind.PRIMARY,
    Action.HAND_OVER: Kind.PRIMARY,
    Action.DECLINE: Kind.DANGER,
    Action.WITHDRAW: Kind.DANGER,
}


class StepsCard(Card):
    """Only what the case allows is offered, each with its key; rarer moves behind one button.

    Signals:
        file_wanted: Files are to be chosen for the dossier.
    """

    file_wanted = Signal()

    def __init__(self, view: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(_("What can be done"), parent=parent)
        self._view = view
        self._is_choosing = False
        self.form = FormView()
        self.buttons: dict[Action, ActionButton] = {}
        self._nothing = QLabel(_("Nothing is left to do here."))
        self._nothing.setWordWrap(True)
        theme.set_role(self._nothing, "muted")
        self._steps = QWidget()
        self._column = QVBoxLayout(self._steps)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(8))
        for each in _COMMANDS:
            self._make_button(each)
        self.more = ActionButton(command=Command.MORE_MOVES, kind=Kind.QUIET, parent=self._steps)
        self._column.addWidget(self.more)
        self.moves = MovesList()
        self.moves.hide()
        for part in (self._nothing, self._steps, self.form):
            self.add(part)
        self.add(self.moves, 1)
        self.body.addStretch(0)
        self._listen()

    def show_screen(self, screen: CaseScreen) -> None:
        """Offer the steps, the list of further moves, or the form that is open."""
        offers = {each.action: each for each in screen.offers}
        further = tuple(each for each in screen.offers if each.is_further)
        for action, button in self.buttons.items():
            self._offer(button, offers.get(action), is_busy=screen.is_busy)
        self.more.setVisible(bool(further))
        self.moves.show_offers(further)
        form = screen.form
        self._is_choosing = self._is_choosing and bool(further) and form is None
        title = _("More moves") if self._is_choosing else _("What can be done")
        self.set_title(form.title if form else title)
        self.moves.setVisible(self._is_choosing)
        self._steps.setVisible(bool(offers) and form is None and not self._is_choosing)
        self._nothing.setVisible(screen.sheet is not None and not offers and form is None)
        self.form.show_form(form, is_asked=screen.is_form_asked, is_busy=screen.is_busy)

    def _listen(self) -> None:
        view = self._view
        self.form.filled.connect(view.fill)
        self.form.submitted.connect(view.submit)
        self.form.cancelled.connect(view.cancel)
        self.more.triggered.connect(lambda: self._choose(is_choosing=True))
        self.moves.left.connect(lambda: self._choose(is_choosing=False))
        self.moves.taken.connect(lambda each: view.begin(Action(each)))

    def _choose(self, *, is_choosing: bool) -> None:
        self._is_choosing = is_choosing
        self.show_screen(self._view.screen)
        place: QWidget = self.moves if is_choosing else self.more
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_button(self, action: Action) -> None:
        kind = _KINDS.get(action, Kind.SECONDARY)
        button = ActionButton(command=_COMMANDS[action], kind=kind, parent=self._steps)
        if action is Action.ATTACH:
            button.triggered.connect(self.file_wanted)
        else:
            button.triggered.connect(lambda: self._view.begin(action))
            button.refused.connect(lambda _why: self._view.begin(action))
        self.buttons[action] = button
        self._column.addWidget(button)

    def _offer(self, button: ActionButton, offer: Offer | None, *, is_busy: bool) -> None:
        button.setVisible(offer is not None)
        if offer:
            button.set_label(offer.label)
            button.set_available(not offer.why_not and not is_busy, offer.why_not)
