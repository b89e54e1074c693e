"""Card one: find the item by what one knows of it, and choose it without leaving the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.widgets.case_list import CaseList
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from clerk.ui.rows import QueueRow

_MOST_ROWS = 5


class ItemPicker(QWidget):
    """A search field over its results; the chosen item stays alone on the list.

    Signals:
        searched(str): The words as typed.
        chosen(str): The id of the item.
    """

    searched = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _ItemEdit(self)
        self.list = CaseList(self, name=_("Items found"))
        self.list.set_empty_text(_("No item fits. Try another word or the initials."))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(6))
        column.addWidget(self.edit)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.searched)
        self.list.opened.connect(lambda _wanted: self.choose())
        self.list.clicked.connect(lambda _index: self.choose())
        self._is_chosen = False
        self.list.viewport().installEventFilter(self)

    def show_found(self, rows: tuple[QueueRow, ...]) -> None:
        """Show what the search found, the best first and ready to be chosen."""
        self._is_chosen = False
        self.list.show_rows(rows)
        if rows:
            self.list.select(rows[0].id)
        self._fit()

    def show_chosen(self, row: QueueRow) -> None:
        """Show the chosen item alone."""
        if self._is_chosen and self.list.shown_rows() == (row,):
            return
        self._is_chosen = True
        self.edit.clear()
        self.list.show_rows((row,))
        self.list.select(row.id)
        self._fit()

    def step(self, by: int) -> None:
        """Go down or up in what was found."""
        if self._is_chosen:
            self.searched.emit(self.edit.text())
            return
        rows = self.list.shown_rows()
        ids = [each.id for each in rows]
        if ids:
            now = ids.index(self.list.current_id()) if self.list.current_id() in ids else -1
            self.list.select(ids[min(max(now + by, 0), len(ids) - 1)])

    def choose(self) -> None:
        """Choose what is marked on the list."""
        if wanted := self.list.current_id():
            self.edit.clear()
            self.chosen.emit(wanted)

    def take_focus(self) -> None:
        """Be ready for the next item."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.viewport() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        fit_height(self.list, _MOST_ROWS)


def fit_height(rows: CaseList, most: int) -> None:
    """Make a list as high as its rows, at most so many of them."""
    shown = min(max(rows.model().rowCount(), 1), most)
    least, highest = theme.current().px(48), theme.current().px(72)
    heights = (min(max(rows.sizeHintForRow(n), least), highest) for n in range(shown))
    rows.setFixedHeight(sum(heights) + 4)


class _ItemEdit(QLineEdit):
    def __init__(self, picker: ItemPicker) -> None:
        super().__init__(picker)
        self._picker = picker
        self.setPlaceholderText(_("Name, initials, code, or a paper"))
        self.setAccessibleName(_("Find an item"))
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._picker.step(1)
        elif event.key() == Qt.Key.Key_Up:
            self._picker.step(-1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._picker.choose()
        else:
            super().keyPressEvent(event)
