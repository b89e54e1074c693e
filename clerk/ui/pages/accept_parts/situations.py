"""Card two: the questions that decide what is required, asked aloud and answered by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from clerk.ui.presenters.applicant_screen import Question


class Situations(QWidget):
    """One row of pills a question; a new set of questions makes new rows.

    Signals:
        answered(str, str): The question's id and the answer's.
        left: Return after the last question.
    """

    answered = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str], ...] = ()
        self.rows: dict[str, Segmented] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(8))

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show these questions with the answers given so far."""
        wanted = tuple((each.id, each.text) for each in questions)
        if wanted != self._shown:
            self._shown = wanted
            self._make(questions)
        for each in questions:
            if self.rows[each.id].value() != each.answer:
                self.rows[each.id].choose(each.answer)

    def take_focus(self, question: str) -> None:
        """Put the focus on one question."""
        if row := self.rows.get(question):
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget | None:
        """Return the first question's row, if there is a question."""
        return next(iter(self.rows.values()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        rows = list(self.rows.values())
        inside = (n for n, row in enumerate(rows) if row.isAncestorOf(self.focusWidget()))
        place = next(inside, -1)
        if place + 1 < len(rows):
            rows[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def _make(self, questions: tuple[Question, ...]) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for each in questions:
            row = Segmented(each.text, each.choices, self)
            row.chosen.connect(lambda answer, asked=each.id: self.answered.emit(asked, answer))
            self._column.addWidget(row)
            self.rows[each.id] = row
