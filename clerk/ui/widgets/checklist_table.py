"""The published list, ticked off: one row a paper, worked through by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk.domain.checklist import LineStatus
from clerk.ui import keys, theme
from clerk.ui.models.checklist_rows import checklist_model
from clerk.ui.widgets.checklist_delegate import ChecklistDelegate, columns
from clerk.ui.widgets.row_list import RowList
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from clerk.ui.rows import ChecklistRow

_LETTERS = {
    keys.KEYS[keys.Command.MARK_IN_HAND]: LineStatus.IN_HAND,
    keys.KEYS[keys.Command.MARK_MISSING]: LineStatus.MISSING,
    keys.KEYS[keys.Command.MARK_NOT_GOOD]: LineStatus.NOT_GOOD,
    keys.KEYS[keys.Command.MARK_PROMISED]: LineStatus.PROMISED,
    keys.KEYS[keys.Command.MARK_WAIVED]: LineStatus.WAIVED,
}
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChecklistTable(QWidget):
    """Head and rows. It asks for changes and shows what it is told; it changes nothing itself.

    Signals:
        mark_requested(str, object): A paper's id and the `LineStatus` wished for.
        all_in_hand_requested: Everything still open is there.
        why_requested(str): Why is this paper asked for.
        edit_requested(str): Counts, defect and remarks of this paper.
        selected(str): Another row was chosen.
    """

    mark_requested = Signal(str, object)
    all_in_hand_requested = Signal()
    why_requested = Signal(str)
    edit_requested = Signal(str)
    selected = Signal(str)

    def __init__(self, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = checklist_model(self)
        self.rows = _ChecklistRows(self, read_only=read_only)
        self._head = _Head(self, "" if read_only else _("Space: next status"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.rows, 1)
        self._head.setVisible(not read_only)
        self.setFocusProxy(self.rows)
        chosen = self.rows.selectionModel().currentChanged
        chosen.connect(lambda *_indexes: self.selected.emit(self.current_id()))

    def show_rows(self, rows: tuple[ChecklistRow, ...]) -> None:
        """Show these papers; the row chosen before stays chosen."""
        self.rows.show_rows(rows)

    def shown_rows(self) -> tuple[ChecklistRow, ...]:
        """Return what is shown."""
        return self._model.rows

    def current_id(self) -> str:
        """Return the id of the chosen paper, empty if none is."""
        return self.rows.current_id()

    def select(self, wanted: str) -> bool:
        """Choose a paper; return whether it is there."""
        return self.rows.select(wanted)

    def set_empty_text(self, text: str) -> None:
        """Say this while there are no papers."""
        self.rows.set_empty_text(text)

    @property
    def model(self) -> object:
        """The model the rows view draws from."""
        return self._model


class _ChecklistRows(RowList["ChecklistRow"]):
    def __init__(self, table: ChecklistTable, *, read_only: bool) -> None:
        super().__init__(table._model, table)  # noqa: SLF001 the two are one widget
        self._table = table
        self._read_only = read_only
        self.setItemDelegate(ChecklistDelegate(self))
        self.setAccessibleName(_("Checklist"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if row is not None and plain and self._acted(event, row):
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters set a status here; they do not look for a row."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row_at(index)
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._chip_box(index).contains(event.position().toPoint()):
            self._cycle(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row_at(index)
        if row is not None and not self._chip_box(index).contains(event.position().toPoint()):
            self._table.edit_requested.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table._head.follow(self.viewport().width())  # noqa: SLF001 the two are one widget

    def _acted(self, event: QKeyEvent, row: ChecklistRow) -> bool:
        typed = event.text().upper()
        if typed in ("?", "？"):
            self._table.why_requested.emit(row.id)
        elif event.key() in _RETURNS:
            self._table.edit_requested.emit(row.id)
        elif self._read_only:
            return False
        elif event.key() == Qt.Key.Key_Space:
            self._cycle(row)
        elif typed == keys.KEYS[keys.Command.MARK_ALL]:
            self._table.all_in_hand_requested.emit()
        elif typed in _LETTERS:
            self._table.mark_requested.emit(row.id, _LETTERS[typed])
        else:
            return False
        return True

    def _cycle(self, row: ChecklistRow) -> None:
        wanted = row.next_choice()
        if wanted is not None and not self._read_only:
            self._table.mark_requested.emit(row.id, wanted)

    def _chip_box(self, index: QModelIndex) -> QRect:
        row = self._rows.row_at(index)
        return QRect(columns(self.visualRect(index), row.chip if row else None).chip)


class _Head(QWidget):
    """The words above the columns."""

    def __init__(self, table: ChecklistTable, hint: str) -> None:
        super().__init__(table)
        look = theme.current()
        self.setFixedHeight(look.px(26))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._labels = [QLabel(text, self) for text in (_("Paper"), _("Form"), hint)]
        for label in self._labels:
            theme.set_role(label, "label")
        self._labels[2].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def follow(self, width: int) -> None:
        """Stand above the cells of rows this wide."""
        cells = columns(QRect(0, 0, width, self.height()))
        for label, cell in zip(self._labels, (cells.name, cells.form, cells.chip), strict=True):
            label.setGeometry(cell)
