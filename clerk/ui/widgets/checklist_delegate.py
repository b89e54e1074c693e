"""Draws one paper of the checklist: number, name over its basis, form, status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clerk.domain.checklist import LineStatus
from clerk.ui import theme
from clerk.ui.models.rows import ROW
from clerk.ui.widgets.paint import WrappedText, WrappedTexts, chip_size, paint_chip, paint_focus

if TYPE_CHECKING:
    from clerk.ui.rows import ChecklistRow, Chip

_NUMBER = 34
_PAD = 8
_PAD_Y = 6
_FORM = (64, 124)
_CHIP = (112, 140)
_NARROW = 480
_NUMBER_NARROW = 28
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cells:
    """Where the parts of one row stand, and how wide the words under the name may be."""

    number: QRect
    name: QRect
    form: QRect
    chip: QRect
    under: int

    @property
    def is_narrow(self) -> bool:
        """Whether there is no column for the form: it stands under the name, below the status."""
        return self.form.width() <= 0


def columns(row: QRect, chip_of_row: Chip | None = None) -> Cells:
    """Divide a row; a narrow dossier has no column for the form, and none for the status."""
    look = theme.current()
    pad, number = look.px(_PAD), look.px(_NUMBER)
    chip = min(max(row.width() * 21 // 100, look.px(_CHIP[0])), look.px(_CHIP[1]))
    form = min(max(row.width() * 17 // 100, look.px(_FORM[0])), look.px(_FORM[1]))
    is_narrow = row.width() < look.px(_NARROW)
    if is_narrow:
        form, number = 0, look.px(_NUMBER_NARROW)
        chip = min(chip_size(chip_of_row).width(), chip) if chip_of_row else chip
    name = row.width() - number - form - chip - (2 if is_narrow else 3) * pad
    top, height = row.top(), row.height()
    x = row.left()
    return Cells(
        number=QRect(x, top, number, height),
        name=QRect(x + number + pad // 2, top, name, height),
        form=QRect(x + number + name + pad + pad // 2, top, form, height),
        chip=QRect(row.right() + 1 - pad - chip, top, chip, height),
        under=row.width() - number - 2 * pad if is_narrow else name,
    )


class ChecklistDelegate(QStyledItemDelegate):
    """Painted rather than made of widgets: fifty papers cost nothing."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._measured = WrappedTexts()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = cast("ChecklistRow", index.data(ROW))
        view = cast("QAbstractItemView", self.parent())
        width = view.viewport().width()
        cells = columns(QRect(0, 0, width, 0), row.chip)
        name, basis, form = self._texts(row, cells)
        chip = chip_size(row.chip).height()
        tallest = max(name.height + basis.height, form.height, chip)
        if cells.is_narrow:
            tallest = max(name.height, chip) + basis.height
        return QSize(width, tallest + 2 * theme.current().px(_PAD_Y) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme.current()
        row = cast("ChecklistRow", index.data(ROW))
        box = option.rect
        state = option.state
        painter.save()
        view = cast("QAbstractItemView", self.parent())
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, look.color("hover"))
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_row(painter, row, columns(box, row.chip))
        if state & QStyle.StateFlag.State_Selected and view.hasFocus():
            paint_focus(painter, box.adjusted(0, 0, 0, -1))
        painter.restore()

    def _paint_row(self, painter: QPainter, row: ChecklistRow, cells: Cells) -> None:
        look = theme.current()
        needed = row.required is not False
        painter.setFont(look.font())
        painter.setPen(look.color("muted"))
        painter.drawText(cells.number, Qt.AlignmentFlag.AlignCenter, str(row.number))
        name, basis, form = self._texts(row, cells)
        wanted = chip_size(row.chip)
        head = max(name.height, wanted.height()) if cells.is_narrow else name.height
        top = cells.name.top() + (cells.name.height() - head - basis.height) // 2
        name_top = top + (head - name.height) // 2
        name.paint(painter, cells.name.left(), name_top, look.color("text" if needed else "muted"))
        basis.paint(painter, cells.name.left(), top + head, look.color("muted"))
        middle = cells.form.top() + (cells.form.height() - form.height) // 2
        form.paint(painter, cells.form.left(), middle, look.color("muted"))
        width = min(wanted.width(), cells.chip.width())
        left = cells.chip.right() + 1 - width
        beside = head if cells.is_narrow else cells.chip.height()
        chip_top = (top if cells.is_narrow else cells.chip.top()) + (beside - wanted.height()) // 2
        paint_chip(painter, QRect(left, chip_top, width, wanted.height()), row.chip)

    def _texts(
        self, row: ChecklistRow, cells: Cells
    ) -> tuple[WrappedText, WrappedText, WrappedText]:
        under = row.basis
        if cells.is_narrow and row.status is not LineStatus.FETCHED:
            under = " · ".join(filter(None, (row.form, row.basis)))
        return (
            self._measured.of(row.name, "heading", cells.name.width()),
            self._measured.of(under, "small", cells.under),
            self._measured.of("" if cells.is_narrow else row.form, "heading", cells.form.width()),
        )
