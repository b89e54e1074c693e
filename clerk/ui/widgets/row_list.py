"""A list of painted rows of different heights, chosen by keyboard; the ground of our tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from clerk.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from clerk.ui.models.rows import RowsModel

Row = TypeVar("Row")


class RowList(QListView, Generic[Row]):
    """Keeps the selection by identity when rows are shown anew, and says so when there are none."""

    def __init__(self, model: RowsModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._empty_text = ""
        self.setModel(model)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(theme.current().px(24))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these; the row chosen before stays chosen, else its place is.

        What stands there already is left alone: a letter typed elsewhere lays out no list.
        """
        if rows == self._rows.rows:
            return
        before, place = self.current_id(), max(self.currentIndex().row(), 0)
        if self._rows.show_rows(rows):
            again = self._rows.place_of(before) if before else None
            self._choose_place(again if again is not None else min(place, len(rows) - 1))
        else:
            self.scheduleDelayedItemsLayout()

    def shown_rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._rows.rows

    def current_row(self) -> Row | None:
        """Return the row that is chosen."""
        return self._rows.row_at(self.currentIndex())

    def current_id(self) -> str:
        """Return the identity of the row that is chosen, empty if none is."""
        row = self.current_row()
        return str(getattr(row, "id", "")) if row is not None else ""

    def select(self, wanted: str) -> bool:
        """Choose a row by identity; return whether it is there."""
        place = self._rows.place_of(wanted)
        if place is None:
            return False
        self._choose_place(place)
        return True

    def set_empty_text(self, text: str) -> None:
        """Say this where the rows would be, while there are none."""
        self._empty_text = text
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # wrapped names take other heights now

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.rows or not self._empty_text:
            return
        look = theme.current()
        painter = QPainter(self.viewport())
        painter.setPen(look.color("muted"))
        room = self.viewport().rect().adjusted(look.px(12), look.px(24), -look.px(12), 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, self._empty_text)
        painter.end()

    def _choose_place(self, place: int) -> None:
        index = self._rows.index(place) if place >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        if index.isValid():
            self.scrollTo(index)
