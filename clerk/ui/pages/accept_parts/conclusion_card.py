"""Card five: what can be done now, why not, and the keys that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.keys import Command
from clerk.ui.pages.accept_parts.issue_forms import (
    DeclineFields,
    FinishFields,
    IssueForm,
    NoticeForm,
)
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.key_button import KeyButton
from clerk.ui.widgets.pill import Pill
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.ui.presenters.conclusion import Conclusion, Hurdle


class ConclusionCard(Card):
    """The live conclusion over its buttons; a form takes the buttons' place.

    Signals:
        left: A form was left without issuing anything.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("⑤ Conclusion"), parent=parent)
        self._pill = Pill()
        self.explain = KeyButton(Command.EXPLAIN)
        self._lead = QLabel()
        theme.set_role(self._lead, "muted")
        self._facts = QGridLayout()
        self._facts.setVerticalSpacing(0)
        self._labels = [(QLabel(), QLabel()) for _each in range(4)]
        self.accept = ActionButton(command=Command.ACCEPT, kind=Kind.PRIMARY)
        self.notice = ActionButton(command=Command.NOTICE)
        self.decline = ActionButton(command=Command.DECLINE, kind=Kind.DANGER)
        self.receive = ActionButton(command=Command.RECEIVE, kind=Kind.QUIET)
        self.park = ActionButton(command=Command.PARK, kind=Kind.QUIET)
        self.notice_form = NoticeForm()
        self.decline_form = DeclineFields()
        self.finish_form = FinishFields()
        self._forms: tuple[IssueForm, ...] = (
            self.notice_form,
            self.decline_form,
            self.finish_form,
        )
        self._buttons = QWidget()
        self._arrange()

    def show_conclusion(self, conclusion: Conclusion) -> None:
        """Show what follows from the sheet as it is."""
        self._pill.show_chip(conclusion.chip)
        self.explain.setVisible(bool(conclusion.facts))
        self._lead.setText(conclusion.lead)
        shown = conclusion.facts + (("", ""),) * (4 - len(conclusion.facts))
        for (name, value), (text, said) in zip(self._labels, shown, strict=True):
            name.setText(text)
            value.setText(said)
            value.setToolTip(said)
        _offer(self.accept, conclusion.accept)
        _offer(self.notice, conclusion.notice)
        _offer(self.decline, conclusion.decline)
        _offer(self.receive, conclusion.receive)
        words = _("Finish at once and print") if conclusion.is_immediate else _("Accept and print")
        if self.accept.text() != words:
            self.accept.set_label(words)

    def open_form(self, form: IssueForm) -> None:
        """Put a form in the buttons' place."""
        for each in self._forms:
            if each is not form:
                each.hide()
        self._buttons.hide()

    def close_forms(self) -> None:
        """Put the buttons back."""
        for each in self._forms:
            each.hide()
        self._buttons.show()

    def _arrange(self) -> None:
        look = theme.current()
        self.set_right(self.explain)
        self.add(self._pill)
        self.body.setAlignment(self._pill, Qt.AlignmentFlag.AlignLeft)
        self.add(self._lead)
        for number, (name, value) in enumerate(self._labels):
            theme.set_role(name, "label")
            theme.set_role(value, "strong" if number == 0 else "")
            self._facts.addWidget(name, number // 2 * 3, number % 2)
            self._facts.addWidget(value, number // 2 * 3 + 1, number % 2)
        for below in (2, 5):
            self._facts.setRowMinimumHeight(below, look.px(4))
        self._facts.setColumnStretch(0, 3)
        self._facts.setColumnStretch(1, 2)
        self.add(self._facts)
        column = QVBoxLayout(self._buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(7))
        for each in (self.accept, self.notice, self.decline, self.receive, self.park):
            column.addWidget(each)
        self.add(self._buttons)
        for form in self._forms:
            self.add(form)
            form.left.connect(self._leave)
        self.body.addStretch(1)

    def _leave(self) -> None:
        self.close_forms()
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()


def _offer(button: ActionButton, hurdle: Hurdle | None) -> None:
    button.set_available(hurdle is None, hurdle.why if hurdle else "")
