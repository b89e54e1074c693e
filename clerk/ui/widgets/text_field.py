"""Labelled fields for words: one line, several lines, or a choice."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from clerk.ui import theme
from clerk.ui.widgets.choice_box import ChoiceBox
from clerk.ui.widgets.field import Field


class TextField(Field):
    """One line of text.

    Signals:
        changed(str): The text, as the person changed it.
        entered: Return was pressed.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        echo_off: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(label, self.edit, parent)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label or placeholder)
        self.edit.setMaxLength(10_000)  # what is too long is told, not cut off in silence
        if echo_off:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textEdited.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """Return what stands there."""
        return self.edit.text()

    def set_value(self, text: str) -> None:
        """Put text there; a cursor inside the same text is left alone."""
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)


class NoteField(Field):
    """Several lines of text; Tab leaves it.

    Signals:
        changed(str): The text, as the person changed it.
    """

    changed = Signal(str)

    def __init__(self, label: str, *, lines: int = 3, parent: QWidget | None = None) -> None:
        self.edit = QPlainTextEdit()
        super().__init__(label, self.edit, parent)
        self.edit.setTabChangesFocus(True)
        line = self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(lines * line + theme.current().px(20))
        self.edit.textChanged.connect(lambda: self.changed.emit(self.value()))

    def value(self) -> str:
        """Return what stands there."""
        return self.edit.toPlainText()

    def set_value(self, text: str) -> None:
        """Put text there without telling of it."""
        if self.value() != text:
            blocker = QSignalBlocker(self.edit)
            self.edit.setPlainText(text)
            blocker.unblock()


class ChoiceField(Field):
    """One of a few named values.

    Signals:
        changed(str): The id of what the person chose.
    """

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        choices: tuple[tuple[str, str], ...] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        self.box: QComboBox = ChoiceBox()
        super().__init__(label, self.box, parent)
        self.box.view().setAccessibleName(label)
        self.set_choices(choices)
        self.box.activated.connect(lambda _index: self.changed.emit(self.value()))

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer these pairs of id and text; what was chosen stays if it is still there."""
        before = self.value()
        self.box.clear()
        for each_id, text in choices:
            self.box.addItem(text, each_id)
        self.choose(before)

    def value(self) -> str:
        """Return the id of what is chosen, empty if nothing is offered."""
        return str(self.box.currentData() or "")

    def choose(self, wanted: str) -> None:
        """Choose by id; an unknown one changes nothing."""
        index = self.box.findData(wanted)
        if index >= 0:
            self.box.setCurrentIndex(index)
