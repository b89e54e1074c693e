"""A state in one or two words, on its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from clerk.ui import theme
from clerk.ui.widgets.paint import chip_size, paint_chip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from clerk.ui.rows import Chip


class Pill(QLabel):
    """One chip. Nothing is drawn, and no room taken, while there is none."""

    def __init__(
        self, chip: Chip | None = None, *, bold: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chip: Chip | None = None
        self._bold = bold
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: Chip | None) -> None:
        """Show this state from now on."""
        self._chip = chip
        self.setText(chip.words if chip else "")
        self.setAccessibleName(chip.words if chip else "")
        self.setVisible(chip is not None)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return chip_size(self._chip, bold=self._bold) if self._chip else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(min(size.width(), theme.current().px(48)), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chip is None:
            return
        wanted = self.sizeHint()
        box = self.rect()
        if box.width() > wanted.width():
            align = self.alignment()
            spare = box.width() - wanted.width()
            if align & Qt.AlignmentFlag.AlignRight:
                box.setLeft(spare)
            else:
                box.setWidth(wanted.width())
        painter = QPainter(self)
        paint_chip(painter, box, self._chip, bold=self._bold)
        painter.end()


class PillRow(QWidget):
    """Several chips beside each other, such as the counts above a checklist."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._pills: list[Pill] = []

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show these, in this order."""
        while len(self._pills) < len(chips):
            pill = Pill(bold=True, parent=self)
            self._pills.append(pill)
            self._row.addWidget(pill)
        for index, pill in enumerate(self._pills):
            pill.show_chip(chips[index] if index < len(chips) else None)
