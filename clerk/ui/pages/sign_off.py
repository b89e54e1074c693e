"""The sign-off page: the chief's queue, the dossier, and the one line that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerk.domain.identifiers import CaseId
from clerk.ui import keys, theme
from clerk.ui.pages.case_parts.form_view import FieldStack
from clerk.ui.pages.case_parts.side import SideColumn
from clerk.ui.pages.case_parts.worklist_card import WorklistCard
from clerk.ui.pages.case_view import CasePane
from clerk.ui.presenters.sign_off import SignOffPresenter
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.decision_list import DecisionList
from clerk.ui.widgets.pin_field import PinField
from clerk.usecases.language import _
from clerk.usecases.sign_off import Decision

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.sign_off import SignScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room

LIST_WIDTH = 290
SIDE_WIDTH = 300


class SignOffPage(QWidget):
    """Alt+1, 2, 3 decide; Ctrl+Return signs; the next case lies open."""

    icon_name = "signature"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Sign-off")
        look = theme.current()
        self._is_stale = True
        self.presenter = SignOffPresenter(room, self._show_list, self._show_case, self._show_sign)
        self.list = WorklistCard(_("Waits for a signature"), self.presenter.list.screen.queues)
        self.pane = CasePane(self.presenter.case, beside=True)
        self.line = SignCard(self.presenter)
        self.list.setFixedWidth(look.px(LIST_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.list)
        row.addWidget(self.pane, 1)
        row.addWidget(SideColumn(self.line, SIDE_WIDTH))
        self.list.chosen.connect(lambda each: self.presenter.choose(CaseId(each)))
        self.list.opened.connect(self.line.pin.edit.setFocus)
        self.line.show_sign(self.presenter.sign_screen)

    def shown(self) -> None:
        """Take the focus on the queue; read it again if something went stale."""
        if self._is_stale:
            self._is_stale = False
            self.presenter.list.load()
        self.list.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, case_ids: frozenset[CaseId]) -> None:
        """Read again now, or once the page is shown."""
        if self.isVisible():
            self.presenter.changed(case_ids)
        else:
            self._is_stale = True
            self.presenter.case.changed(case_ids)

    def _show_list(self, screen: WorklistScreen) -> None:
        self.list.show_list(screen)

    def _show_case(self, screen: CaseScreen) -> None:
        self.pane.show_screen(screen)
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
