"""The place a key is typed into, as it stood before: so that one key can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class TypedPlace:
    """A line of text before a key reached it."""

    edit: QLineEdit
    text: str
    cursor: int
    selection: tuple[int, int]

    @staticmethod
    def of(widget: QWidget | None) -> TypedPlace | None:
        """Remember a line of text; other widgets act on a key, and give nothing back."""
        if not isinstance(widget, QLineEdit) or widget.isReadOnly():
            return None
        selection = (widget.selectionStart(), len(widget.selectedText()))
        return TypedPlace(widget, widget.text(), widget.cursorPosition(), selection)

    def take_back(self) -> None:
        """Put the line back as a person would, so that whoever follows the typing hears of it."""
        edit = self.edit
        if not isValid(edit) or edit.text() == self.text:
            return
        start, length = self.selection
        edit.backspace()
        if length:
            edit.insert(self.text[start : start + length])
        if edit.text() != self.text:  # it was made something else of in between
            edit.setText(self.text)
        edit.setCursorPosition(self.cursor)
        if length:
            edit.setSelection(start, length)
