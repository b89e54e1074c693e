"""The column at the right of a page: as wide as it is told, scrolled when it is too high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from clerk.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SideColumn(QScrollArea):
    """Holds one card; whatever has the focus is kept in sight."""

    def __init__(self, card: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(card)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet("SideColumn { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self.setFixedWidth(theme.current().px(width))
