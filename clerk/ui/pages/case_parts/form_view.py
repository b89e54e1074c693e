"""A form of one step: its fields, the button that takes it, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk.ui import keys, theme
from clerk.ui.presenters.form import FieldKind
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.opinion_field import OpinionField
from clerk.ui.widgets.text_field import ChoiceField, NoteField, TextField

if TYPE_CHECKING:
    from clerk.ui.presenters.form import Form, FormField

_LINES, _LINES_OF_MANY = 3, 2
_MANY = 4

Control = TextField | NoteField | ChoiceField


class FieldStack(QWidget):
    """Fields under each other; they are made anew only when other ones are asked.

    Signals:
        filled(str, str): A field's id and what stands in it now.
        entered: Return was pressed in a line.
    """

    filled = Signal(str, str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls: dict[str, Control] = {}
        self._kinds: tuple[tuple[str, FieldKind], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(8))

    def show_fields(self, fields: tuple[FormField, ...]) -> bool:
        """Show these; return whether they are other ones than before."""
        kinds = tuple((each.id, each.kind) for each in fields)
        is_new = kinds != self._kinds
        if is_new:
            self._make(fields, kinds)
        for each in fields:
            self._fill(self.controls[each.id], each, is_new=is_new)
        return is_new

    def _make(
        self, fields: tuple[FormField, ...], kinds: tuple[tuple[str, FieldKind], ...]
    ) -> None:
        for control in self.controls.values():
            self._column.removeWidget(control)
            control.hide()
            control.deleteLater()
        self._kinds = kinds
        lines = _LINES if len(fields) < _MANY else _LINES_OF_MANY
        self.controls = {each.id: self._control(each, lines) for each in fields}
        for control in self.controls.values():
            self._column.addWidget(control)

    def _control(self, field: FormField, lines: int) -> Control:
        control: Control
        if field.kind is FieldKind.CHOICE:
            control = ChoiceField(field.label, parent=self)
        elif field.kind is FieldKind.NOTE:
            control = OpinionField(field.label, lines=lines, parent=self)
        else:
            control = TextField(field.label, parent=self)
            control.entered.connect(self.entered)
        control.changed.connect(partial(self.filled.emit, field.id))
        return control

    def _fill(self, control: Control, field: FormField, *, is_new: bool) -> None:
        control.set_label(field.label)
        if isinstance(control, ChoiceField):
            if is_new:
                control.set_choices(field.choices)
            control.choose(field.value)
        else:
            control.set_value(field.value)
        if isinstance(control, OpinionField):
            control.show_phrases(field.phrases)
        if control.problem != field.problem:
            control.set_problem(field.problem)


class FormView(QWidget):
    """One step's form. Ctrl+Return takes the step, Escape puts the form away.

    Signals:
        filled(str, str): A field's id and what stands in it now.
        submitted: The step is to be taken.
        cancelled: The form is to be put away.
    """

    filled = Signal(str, str)
    submitted = Signal()
    cancelled = Signal()

    def __init__(self, *, can_leave: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: Form | None = None
        self.fields = FieldStack(self)
        self.take = ActionButton(command=keys.Command.SIGN, kind=Kind.PRIMARY)
        self.leave = ActionButton(keys.name_of(keys.Command.BACK), command=keys.Command.BACK)
        if not can_leave:
            self.leave.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(8))
        for each in (self.fields, self.take, self.leave):
            column.addWidget(each)
        self.fields.filled.connect(self.filled)
        self.fields.entered.connect(self.submitted)
        self.take.triggered.connect(self.submitted)
        self.leave.triggered.connect(self.cancelled)
        self.hide()

    def show_form(self, form: Form | None, *, is_asked: bool, is_busy: bool) -> None:
        """Show a form, or none; one that was asked for takes the focus."""
        other = form is None or self._form is None or self._form.action is not form.action
        self._form = form
        self.setVisible(form is not None)
        if form is None:
            return
        self.take.set_label(form.submit)
        self.take.set_available(not is_busy)
        self.fields.show_fields(form.asked())
        if other and is_asked:
            self.take_focus()

    def take_focus(self) -> None:
        """Begin at the first field, or at the first one complained of."""
        for field in self._form.asked() if self._form else ():
            if field.problem:
                self.fields.controls[field.id].setFocus()
                return
        if self.fields.controls:
            next(iter(self.fields.controls.values())).setFocus()
