"""A field for document numbers: folded, checked while typed, and out of an input method's reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter

from clerk.domain.identity import tidy_code
from clerk.ui import theme
from clerk.ui.widgets.field import Field
from clerk.ui.widgets.quiet_edit import QuietEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class _MarkedEdit(QuietEdit):
    """Draws ✓ or ✗ at its right end."""

    mark = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.mark:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setFont(look.font(bold=True))
        painter.setPen(look.color("good" if self.mark == "✓" else "danger"))
        room = self.rect().adjusted(0, 0, -look.px(9), 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.mark
        )
        painter.end()


class IdEdit(Field):
    """Capital letters, half width, no spaces; the mark shows whether the check digits are right.

    ``check`` gets the tidied number and returns the reason it is not right, or
    nothing. While something is still being typed only ✓ is shown; the reason
    comes when the field is left or Return is pressed.

    Signals:
        changed(str): The tidied number, as the person changed it.
        entered: Return was pressed.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str,
        *,
        check: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = _MarkedEdit()
        super().__init__(label, self.edit, parent)
        self._check = check
        self.edit.setMaxLength(10_000)  # what is too long is told, not cut off in silence
        self.edit.setTextMargins(0, 0, theme.current().px(16), 0)
        self.edit.textEdited.connect(self._edited)
        self.edit.editingFinished.connect(self._finished)
        self.edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """Return the tidied number."""
        return tidy_code(self.edit.text())

    def set_value(self, number: str) -> None:
        """Put a number there, checked at once."""
        if self.value() != number:
            self.edit.setText(number)
            self.edit.setCursorPosition(0)
        self._finished()

    def set_check(self, check: Callable[[str], str] | None) -> None:
        """Check by another rule from now on, such as for another kind of document."""
        self._check = check
        self._finished()

    def verdict(self, problem: str | None) -> None:
        """Show a verdict from outside: a reason, "" for right, None for none yet."""
        self.set_problem(problem or "")
        self.edit.mark = "" if problem is None else ("✗" if problem else "✓")
        if problem == "":
            self._mark("good")
        self.edit.update()

    def _edited(self, _text: str) -> None:
        self._fold()
        right = self._check is not None and self.value() and not self._check(self.value())
        self.verdict("" if right else None)
        self.changed.emit(self.value())

    def _fold(self) -> None:
        cursor, text = self.edit.cursorPosition(), self.edit.text()
        before = len(tidy_code(text[:cursor]))
        if text != (folded := tidy_code(text)):
            blocker = QSignalBlocker(self.edit)
            self.edit.setText(folded)
            self.edit.setCursorPosition(before)
            blocker.unblock()

    def _finished(self) -> None:
        if self._check is None or not self.value():
            self.verdict(None)
        else:
            self.verdict(self._check(self.value()))
