"""The sign-off page: the chief's queue, the dossier, and the one line that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from clerk.ui import keys, theme
from clerk.ui.pages.case_page import CasePage
from clerk.ui.pages.case_parts.form_view import FieldStack
from clerk.ui.presenters.sign_off import SignOffPresenter
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.decision_list import DecisionList
from clerk.ui.widgets.pin_field import PinField
from clerk.usecases.language import _
from clerk.usecases.sign_off import Decision

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QWidget

    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.sign_off import SignScreen
    from clerk.ui.room import Room


class SignOffPage(CasePage):
    """Alt+1, 2, 3 decide; Ctrl+Return signs; the next case lies open."""

    icon_name = "signature"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Sign-off")
        self.presenter = SignOffPresenter(room, self.show_list, self.show_case, self._show_sign)
        self.line = SignCard(self.presenter)
        self.furnish(self.presenter, self.line, heading=_("Waits for a signature"), beside=True)
        self.list.opened.connect(self.line.pin.edit.setFocus)
        self.line.show_sign(self.presenter.sign_screen)

    def show_case(self, screen: CaseScreen) -> None:
        super().show_case(screen)
        self.line.setEnabled(screen.sheet is not None)

    def _show_sign(self, screen: SignScreen) -> None:
        self.line.show_sign(screen)


class SignCard(Card):
    """Decision, opinion, PIN. The PIN is handed over once and forgotten."""

    def __init__(self, presenter: SignOffPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("One-line sign-off at the window"), parent=parent)
        self._presenter = presenter
        self.decisions = DecisionList()
        self.decisions.show_choices(
            tuple((each.value, words) for each, words in presenter.sign_screen.decisions)
        )
        self.fields = FieldStack()
        self.pin = PinField(_("PIN for signing"))
        self.sign = ActionButton(_("Sign"), command=keys.Command.SIGN, kind=Kind.PRIMARY)
        self.why_not = _words("error")
        self.binding = _words("small")
        for part in (
            self.decisions,
            self.fields,
            self.pin,
            self.sign,
            self.why_not,
            self.binding,
        ):
            self.add(part)
        self.body.addStretch(1)
        self.decisions.chosen.connect(lambda each: presenter.decide(Decision(each)))
        self.fields.filled.connect(presenter.fill)
        self.pin.entered.connect(self._sign)
        self.sign.triggered.connect(self._sign)
        self.sign.refused.connect(lambda _why: self._sign())

    def show_sign(self, screen: SignScreen) -> None:
        """Show the decision as it stands."""
        self.decisions.choose(screen.decision)
        self.fields.show_fields(screen.fields)
        self.sign.set_available(not screen.why_not and not screen.is_busy, screen.why_not)
        self.pin.setEnabled(not screen.why_not)
        self.why_not.setText(screen.why_not)
        self.why_not.setVisible(bool(screen.why_not))
        self.binding.setText(
            _(
                "Signed is exactly what lies here: list, application and files, fingerprint"
                " {fingerprint}. Whatever changes, the signature no longer fits."
            ).format(fingerprint=screen.fingerprint)
            if screen.fingerprint
            else ""
        )

    def hideEvent(self, event: QHideEvent) -> None:
        self.pin.clear()
        super().hideEvent(event)

    def _sign(self) -> None:
        pin = self.pin.value()
        self.pin.clear()
        self._presenter.sign(pin)


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    theme.set_role(label, role)
    return label
