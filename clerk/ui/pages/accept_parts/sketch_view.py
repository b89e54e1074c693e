"""The paper that will print, sketched in place while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from clerk.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from clerk.ui.presenters.accept_screen import PaperSketch

_SHAPE = 148 / 210
_MARGIN = 0.07
_BARS = (2, 1, 1, 2, 3, 1, 1, 3, 1, 2, 2, 1, 3, 1, 2, 1, 1, 2, 3, 1, 2, 1, 1, 3)


class SketchView(QFrame):
    """Draws title, lines and a barcode's place on a white sheet; costs no more than its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sketch: PaperSketch | None = None
        theme.set_role(self, "panel")
        self.setMinimumHeight(theme.current().px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_sketch(self, sketch: PaperSketch | None) -> None:
        """Show this paper, or an empty place."""
        if sketch == self._sketch:
            return
        self._sketch = sketch
        words = "\n".join((sketch.title, *sketch.lines)) if sketch else ""
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sketch is None:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(10, 10, -10, -10)
        width = min(room.width(), room.height() * _SHAPE)
        sheet = QRectF(0, 0, width, width / _SHAPE)
        sheet.moveCenter(room.center())
        painter.setPen(look.color("border"))
        painter.setBrush(look.color("surface"))
        painter.drawRect(sheet)
        painter.setPen(look.color("heading"))
        self._write(painter, sheet, self._sketch)
        painter.end()

    def _write(self, painter: QPainter, sheet: QRectF, sketch: PaperSketch) -> None:
        look = theme.current()
        size = max(sheet.width() / 21, 6.0)
        margin = sheet.width() * _MARGIN
        inside = sheet.adjusted(margin, margin, -margin, -margin)
        font = look.font(bold=True)
        font.setPixelSize(round(size * 1.25))
        painter.setFont(font)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        drawn = painter.drawText(inside, wrap | Qt.AlignmentFlag.AlignHCenter, sketch.title)
        top = drawn.bottom() + size
        font = look.font()
        font.setPixelSize(round(size))
        painter.setFont(font)
        foot = inside.bottom() - sheet.height() * 0.11
        for line in sketch.lines:
            if top + size * 1.4 > foot:
                painter.drawText(inside.topLeft().toPoint().x(), round(top + size), "…")
                break
            box = QRectF(inside.left(), top, inside.width(), foot - top)
            top = painter.drawText(box, wrap | Qt.AlignmentFlag.AlignLeft, line).bottom() + 2
        _bars(
            painter,
            QRectF(inside.left(), foot + 3, inside.width() * 0.6, inside.bottom() - foot - 3),
        )


def _bars(painter: QPainter, box: QRectF) -> None:
    unit = box.width() / sum(_BARS)
    left = box.left()
    for number, width in enumerate(_BARS):
        if number % 2 == 0:
            painter.fillRect(
                QRectF(left, box.top(), width * unit, box.height()), Qt.GlobalColor.black
            )
        left += width * unit
