"""One line's details: how many, what is wrong with it, until when it is promised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk.domain.checklist import Defect
from clerk.ui import theme
from clerk.ui.widgets.action_button import ActionButton
from clerk.ui.widgets.text_field import ChoiceField, TextField
from clerk.usecases.language import _
from clerk.usecases.names import defect_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from clerk.ui.presenters.marking import LineForm


class LineDetails(QFrame):
    """Opened under the checklist; Return goes through the fields and takes them over.

    Signals:
        given(object): The `LineForm` as typed.
        left: Escape.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        self._form: LineForm | None = None
        self._title = QLabel(self)
        theme.set_role(self._title, "strong")
        self.originals = TextField(_("Originals"))
        self.copies = TextField(_("Copies"))
        self.defect = ChoiceField(
            _("What is wrong"), tuple((each.value, defect_name(each)) for each in Defect)
        )
        self.promised_on = TextField(_("Promised for"), placeholder="2026-11-30")
        self.note = TextField(_("Remark"))
        self.done = ActionButton(_("Take over"))
        self._arrange()
        self.done.triggered.connect(self._give)
        self.hide()

    def open_for(self, form: LineForm, trouble: tuple[str, str]) -> None:
        """Show a line's form; ``trouble`` names the field that will not do, and why."""
        self._form = form
        self._title.setText(form.title)
        self.originals.set_value(form.originals)
        self.copies.set_value(form.copies)
        self.defect.choose(form.defect)
        self.promised_on.set_value(form.promised_on)
        self.note.set_value(form.note)
        self.defect.setVisible(form.is_not_good)
        self.promised_on.setVisible(form.is_promised)
        name, why = trouble
        for each in ("originals", "copies", "promised_on", "note"):
            getattr(self, each).set_problem(why if each == name else "")
        self.show()
        first = "promised_on" if form.is_promised else "defect" if form.is_not_good else "originals"
        field: TextField | ChoiceField = getattr(self, name or first)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, TextField):
            field.edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        look = theme.current()
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for each, stretch in (
            (self.originals, 1),
            (self.copies, 1),
            (self.defect, 2),
            (self.promised_on, 2),
            (self.note, 4),
        ):
            row.addWidget(each, stretch, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(8))
        column.setSpacing(look.px(4))
        column.addWidget(self._title)
        column.addLayout(row)

    def _go_on(self) -> None:
        if self.note.edit.hasFocus():
            self._give()
        else:
            self.focusNextPrevChild(True)

    def _give(self) -> None:
        if self._form is not None:
            self.given.emit(
                replace(
                    self._form,
                    originals=self.originals.value(),
                    copies=self.copies.value(),
                    defect=self.defect.value(),
                    promised_on=self.promised_on.value(),
                    note=self.note.value(),
                )
            )
