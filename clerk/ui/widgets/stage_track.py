"""The path of a case as numbered steps: behind, now, ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clerk.ui import theme
from clerk.ui.rows import StageStep, StepState
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CIRCLE = 26


class StageTrack(QWidget):
    """Each step with a circle (✓ or its number), its name and who or when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[StageStep, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[StageStep, ...]) -> None:
        """Show this path."""
        self._steps = steps
        said = {
            StepState.DONE: _("done"),
            StepState.NOW: _("now"),
            StepState.AHEAD: _("ahead"),
        }
        self.setAccessibleName(
            "; ".join(f"{each.label} {said[each.state]} {each.detail}".strip() for each in steps)
        )
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        lines = QFontMetrics(look.font("small")).height() * 2 + look.px(2)
        return QSize(look.px(90) * max(len(self._steps), 1), look.px(_CIRCLE + 6) + lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._steps)
        for place, step in enumerate(self._steps):
            cell = QRect(round(place * width), 0, round(width), self.height())
            self._paint_step(painter, cell, place + 1, step)
        painter.end()

    def _paint_step(self, painter: QPainter, cell: QRect, number: int, step: StageStep) -> None:
        look = theme.current()
        fill, ink, text = {
            StepState.DONE: ("good", "surface", "text"),
            StepState.NOW: ("primary", "on_primary", "primary"),
            StepState.AHEAD: ("border", "muted", "muted"),
        }[step.state]
        size = look.px(_CIRCLE)
        centre = QPointF(cell.center().x() + 0.5, size / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(fill))
        painter.drawEllipse(centre, size / 2, size / 2)
        disc = QRect(cell.left(), 0, cell.width(), size)
        painter.setPen(QPen(look.color(ink)))
        painter.setFont(look.font("heading"))
        mark = "✓" if step.state is StepState.DONE else str(number)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, mark)
        bold = step.state is StepState.NOW
        top = size + look.px(4)
        painter.setPen(look.color(text))
        line = self._line(painter, cell, top, step.label, bold=bold)
        painter.setPen(look.color("muted"))
        self._line(painter, cell, top + line, step.detail, bold=False)

    @staticmethod
    def _line(painter: QPainter, cell: QRect, top: int, words: str, *, bold: bool) -> int:
        font = theme.current().font("small", bold=bold)
        measure = QFontMetrics(font)
        painter.setFont(font)
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, cell.width() - 4)
        box = QRect(cell.left(), top, cell.width(), measure.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        return measure.height()
