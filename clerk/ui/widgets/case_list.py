"""A work list: two lines a row, its state at the right; opened and ticked by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
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
_PAD_Y = 6
_GAP = 8
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


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row laid out from its upper left corner: texts, the chip's place, and the height."""

    title: WrappedText
    detail: WrappedText
    chip: QRect
    height: int


class _QueueDelegate(QStyledItemDelegate):
    """The state stands beside the words where they have room for it, else on a line that has."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = cast("CaseList", self.parent())
        width = view.viewport().width()
        laid = self._laid(cast("QueueRow", index.data(ROW)), width)
        return QSize(width, laid.height + 2 * theme.current().px(_PAD_Y) + 1)

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
        laid = self._laid(row, box.width())
        left, top = box.left() + self._indent(), box.top() + look.px(_PAD_Y)
        laid.title.paint(painter, left, top, look.color("text"))
        laid.detail.paint(painter, left, top + laid.title.height, look.color("muted"))
        if row.chip:
            paint_chip(painter, laid.chip.translated(box.left(), top), row.chip)
        if view.is_checkable:
            self._paint_tick(painter, box, ticked=view.is_checked(row.id))
        if state & QStyle.StateFlag.State_Selected and view.hasFocus():
            paint_focus(painter, box.adjusted(0, 0, 0, -1))
        painter.restore()

    def _indent(self) -> int:
        view = cast("CaseList", self.parent())
        return theme.current().px(_PAD + (_TICK + 8 if view.is_checkable else 0))

    def _laid(self, row: QueueRow, width: int) -> _Laid:
        look = theme.current()
        room = width - self._indent() - look.px(_PAD)
        title, detail = _words(row, room)
        height = title.height + detail.height
        if row.chip is None:
            return _Laid(title, detail, QRect(), height)
        size = chip_size(row.chip)
        left = width - look.px(_PAD) - size.width()
        beside = _words(row, room - size.width() - look.px(_GAP))
        if sum(len(each.lines) for each in beside) == len(title.lines) + len(detail.lines):
            height = max(height, size.height())
            return _Laid(*beside, QRect(QPoint(left, (height - size.height()) // 2), size), height)
        free = room - size.width() - look.px(_GAP)
        middle = _lowest_with_room(title, detail, free)
        top = height + look.px(2) if middle is None else middle - size.height() // 2
        return _Laid(
            title, detail, QRect(QPoint(left, top), size), max(height, top + size.height())
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


def _words(row: QueueRow, width: int) -> tuple[WrappedText, WrappedText]:
    look = theme.current()
    return (
        WrappedText(row.title, look.font("heading", bold=True), width),
        WrappedText(row.detail, look.font("small"), width),
    )


def _lowest_with_room(title: WrappedText, detail: WrappedText, free: int) -> int | None:
    """Return the middle of the lowest line that is no wider than this, None if there is none."""
    lines = [(each, 0) for each in title.lines] + [(each, title.height) for each in detail.lines]
    for line, above in reversed(lines):
        if line.width <= free:
            return above + line.top + line.height // 2
    return None
