"""What is still asked before a paper is issued: a last day, reasons, a certificate's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clerk.domain.events import DeclineGround
from clerk.ui import theme
from clerk.ui.presenters.accept_issue import DeclineForm, FinishForm
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.text_field import ChoiceField, NoteField, TextField
from clerk.usecases.language import _
from clerk.usecases.names import ground_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class IssueForm(QFrame):
    """A small form in place of the buttons; Escape goes back to them.

    Signals:
        left: Escape, or the way back.
    """

    left = Signal()

    def __init__(self, label: str, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(7))
        self.give = ActionButton(label, kind=kind)
        self.back = ActionButton(_("Back"), kind=Kind.QUIET)
        self.back.triggered.connect(self.left)
        self.hide()

    def lay_out(self, *fields: TextField | NoteField | ChoiceField) -> None:
        """Put the fields above the buttons; Return goes from one to the next."""
        for each in (*fields, self.give, self.back):
            self._column.addWidget(each)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)


class NoticeForm(IssueForm):
    """The last day for everything that is missing.

    Signals:
        given(str): The day as typed.
    """

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Print the one-time notice"), Kind.PRIMARY, parent)
        self.deadline = TextField(_("Last day for what is missing"))
        self.lay_out(self.deadline)
        self.give.triggered.connect(lambda: self.given.emit(self.deadline.value()))

    def open_with(self, deadline: str) -> None:
        """Offer this day."""
        self.deadline.set_value(deadline)
        self.deadline.set_problem("")
        self.show()
        self.deadline.edit.selectAll()
        self.deadline.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, why: str) -> None:
        """Say what is wrong with the day."""
        self.deadline.set_problem(why)
        self.deadline.setFocus(Qt.FocusReason.OtherFocusReason)


class DeclineFields(IssueForm):
    """Ground, facts, basis, and where to go instead.

    Signals:
        given(object): The `DeclineForm` as typed.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Decline and print the decision"), Kind.DANGER, parent)
        grounds = (DeclineGround.NOT_OUR_COMPETENCE, DeclineGround.NOT_NEEDED)
        self.ground = ChoiceField(
            _("Ground"), tuple((each.value, ground_name(each)) for each in grounds)
        )
        self.facts = NoteField(_("Facts"), lines=2)
        self.basis = TextField(_("Basis"))
        self.authority = TextField(_("Competent authority"))
        self.lay_out(self.ground, self.facts, self.basis, self.authority)
        self.give.triggered.connect(self._give)
        self.ground.changed.connect(self._follow_ground)

    def open_blank(self) -> None:
        """Begin with empty reasons."""
        for each in (self.facts, self.basis, self.authority):
            each.set_value("")
            each.set_problem("")
        self.ground.choose(DeclineGround.NOT_OUR_COMPETENCE)
        self._follow_ground()
        self.show()
        self.ground.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, field: str, why: str) -> None:
        """Say what is wrong with one field."""
        wanted = {"facts": self.facts, "basis": self.basis, "authority": self.authority}[field]
        wanted.set_problem(why)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_ground(self, _ground: str = "") -> None:
        self.authority.setVisible(self.ground.value() == DeclineGround.NOT_OUR_COMPETENCE)

    def _give(self) -> None:
        for each in (self.facts, self.basis, self.authority):
            each.set_problem("")
        self.given.emit(
            DeclineForm(
                ground=self.ground.value(),
                facts=self.facts.value(),
                basis=self.basis.value(),
                authority=self.authority.value() if self.authority.isVisible() else "",
            )
        )


class FinishFields(IssueForm):
    """What an immediate item needs before the chief's line.

    Signals:
        given(object): The `FinishForm` as typed.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("To the chief's line"), Kind.PRIMARY, parent)
        self.examined = TextField(_("Examined"))
        self.certificate_number = TextField(_("Number of the certificate"))
        self.valid_until = TextField(_("Valid until (may stay empty)"))
        self.lay_out(self.examined, self.certificate_number, self.valid_until)
        self.give.triggered.connect(self._give)

    def open_with(self, examined: str) -> None:
        """Offer the usual words; only the number is to be typed."""
        self.examined.set_value(examined)
        for each in (self.certificate_number, self.valid_until):
            each.set_value("")
        for each in (self.examined, self.certificate_number):
            each.set_problem("")
        self.show()
        self.certificate_number.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, field: str, why: str) -> None:
        """Say what is wrong with one field."""
        wanted = self.examined if field == "examined" else self.certificate_number
        wanted.set_problem(why)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        for each in (self.examined, self.certificate_number):
            each.set_problem("")
        self.given.emit(
            FinishForm(
                examined=self.examined.value(),
                certificate_number=self.certificate_number.value(),
                valid_until=self.valid_until.value(),
            )
        )
