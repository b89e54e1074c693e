"""A work list: two lines a row, its state at the right; opened and ticked by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clerk.ui import theme
from clerk.ui.models.rows import ROW, RowsModel
from clerk.ui.rows import QueueRow
from clerk.ui.widgets.paint import WrappedText, chip_size, paint_chip, paint_focus
from clerk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

_PAD = 8
_TICK = 16
_Index = QModelIndex | QPersistentModelIndex


class CaseList(RowList[QueueRow]):
    """Cases, items or people to choose from.

    Signals:
        selected(str): Another row was chosen.
        opened(str): Return or a double click on a row.
        checked_changed: The ticks are others than before.
    """

    selected = Signal(str)
    opened = Signal(str)
    checked_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(RowsModel(identity=lambda row: row.id, spoken=_spoken), parent)
        self._rows.setParent(self)
        self._checkable = False
        self._checked: set[str] = set()
        self.setItemDelegate(_QueueDelegate(self))
        self.setAccessibleName(name)
        chosen = self.selectionModel().currentChanged
        chosen.connect(lambda *_indexes: self.selected.emit(self.current_id()))

    def show_rows(self, rows: tuple[QueueRow, ...]) -> None:
        super().show_rows(rows)
        gone = self._checked - {each.id for each in rows}
        if gone:
            self._checked -= gone
            self.checked_changed.emit()

    def set_checkable(self, checkable: bool) -> None:
        """Let several be ticked, by Space or on the box."""
        self._checkable = checkable
        self._checked.clear()
        self.scheduleDelayedItemsLayout()

    @property
    def is_checkable(self) -> bool:
        """Whether rows have a box to tick."""
        return self._checkable

    def checked_ids(self) -> tuple[str, ...]:
        """Return what is ticked, in the order shown."""
        return tuple(each.id for each in self._rows.rows if each.id in self._checked)

    def is_checked(self, row_id: str) -> bool:
        """Say whether this row is ticked."""
        return row_id in self._checked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.opened.emit(row.id)
                return
        elif row is not None and self._checkable and event.key() == Qt.Key.Key_Space:
            self._tick(row.id)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """The search box finds; letters do not jump about."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self._rows.row_at(self.indexAt(event.position().toPoint()))
        if self._checkable and row and event.position().x() < theme.current().px(_TICK + 12):
            self._tick(row.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._rows.row_at(self.indexAt(event.position().toPoint()))
        if row is not None:
            self.opened.emit(row.id)

    def _tick(self, row_id: str) -> None:
        self._checked ^= {row_id}
        self.viewport().update()
        self.checked_changed.emit()


def _spoken(row: QueueRow) -> str:
    said = (row.title, row.chip.text if row.chip else "", row.detail)
    return ", ".join(each for each in said if each)


class _QueueDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = cast("CaseList", self.parent())
        row = cast("QueueRow", index.data(ROW))
        width = view.viewport().width()
        title, detail, _chip = self._parts(row, QRect(0, 0, width, 0))
        chip = chip_size(row.chip).height() if row.chip else 0
        return QSize(width, max(title.height + detail.height, chip) + 2 * theme.current().px(6) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme.current()
        view = cast("CaseList", self.parent())
        row = cast("QueueRow", index.data(ROW))
        box = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.color("hover"))
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        title, detail, chip = self._parts(row, box)
        left = box.left() + self._indent()
        top = box.top() + (box.height() - title.height - detail.height) // 2
        title.paint(painter, left, top, look.color("text"))
        detail.paint(painter, left, top + title.height, look.color("muted"))
        if row.chip:
            paint_chip(painter, chip, row.chip)
        if view.is_checkable:
            self._paint_tick(painter, box, ticked=view.is_checked(row.id))
        if state & QStyle.StateFlag.State_Selected and view.hasFocus():
            paint_focus(painter, box.adjusted(0, 0, 0, -1))
        painter.restore()

    def _indent(self) -> int:
        view = cast("CaseList", self.parent())
        return theme.current().px(_PAD + (_TICK + 8 if view.is_checkable else 0))

    def _parts(self, row: QueueRow, box: QRect) -> tuple[WrappedText, WrappedText, QRect]:
        look = theme.current()
        size = chip_size(row.chip) if row.chip else QSize(0, 0)
        right = box.right() + 1 - look.px(_PAD)
        top = box.top() + (box.height() - size.height()) // 2
        chip = QRect(right - size.width(), top, size.width(), size.height())
        gap = look.px(8) if row.chip else 0
        width = right - box.left() - self._indent() - size.width() - gap
        return (
            WrappedText(row.title, look.font("heading", bold=True), width),
            WrappedText(row.detail, look.font("small"), width),
            chip,
        )

    def _paint_tick(self, painter: QPainter, box: QRect, *, ticked: bool) -> None:
        look = theme.current()
        size = look.px(_TICK)
        left, top = box.left() + look.px(_PAD), box.top() + (box.height() - size) / 2
        square = QRectF(left + 0.5, top + 0.5, size - 1, size - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("primary" if ticked else "field"), 1.2))
        painter.setBrush(look.color("primary" if ticked else "surface"))
        painter.drawRoundedRect(square, 3, 3)
        if ticked:
            painter.setFont(look.font("small", bold=True))
            painter.setPen(look.color("on_primary"))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, "✓")
