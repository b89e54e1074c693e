"""A PIN: digits shown as dots, no input method, never kept longer than needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from clerk.domain.text import narrow
from clerk.ui.widgets.field import Field
from clerk.ui.widgets.quiet_edit import QuietEdit

_LONGEST = 32


class PinField(Field):
    """One PIN.

    Signals:
        changed: Something was typed.
        entered: Return was pressed.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self.edit = QuietEdit()
        super().__init__(label, self.edit, parent)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.textEdited.connect(lambda _text: self.changed.emit())
        self.edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """Return the PIN, full-width digits folded."""
        return narrow(self.edit.text())

    def clear(self) -> None:
        """Forget it."""
        self.edit.clear()
