"""A combo box with a drawn arrow, so that it looks the same on every system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from clerk.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

_ARROW = 14


class ChoiceBox(QComboBox):
    """Turning the wheel over it scrolls the page and never changes a value by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.current()
        size = look.px(_ARROW)
        painter = QPainter(self)
        arrow = look.icon("chevron-down", "muted", _ARROW).pixmap(size)
        painter.drawPixmap(self.width() - size - look.px(8), (self.height() - size) // 2, arrow)
        painter.end()
