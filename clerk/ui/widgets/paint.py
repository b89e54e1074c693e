"""What several widgets and delegates draw the same way: chips, key focus, wrapped text."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from clerk.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont

    from clerk.ui.rows import Chip

_CHIP_PAD_X = 10
_CHIP_PAD_Y = 3
_DOT = 8
_DOT_GAP = 6
_MOST_KEPT = 600  # three texts each of the longest lists, at two widths
_LINE_BREAK = "\u2028"  # the one a text layout breaks at


def chip_font(*, bold: bool = False) -> QFont:
    """Return the font of chips."""
    return theme.current().font("small", bold=bold)


def chip_size(chip: Chip, *, bold: bool = False) -> QSize:
    """Return how much room a chip takes."""
    look = theme.current()
    measure = QFontMetrics(chip_font(bold=bold))
    width = measure.horizontalAdvance(chip.words) + 2 * look.px(_CHIP_PAD_X)
    if chip.dot:
        width += look.px(_DOT + _DOT_GAP)
    return QSize(width, measure.height() + 2 * look.px(_CHIP_PAD_Y))


def paint_chip(painter: QPainter, box: QRect, chip: Chip, *, bold: bool = False) -> None:
    """Draw a chip that fills ``box``; what does not fit is cut with an ellipsis."""
    look = theme.current()
    colours = look.chip(chip.tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.fill)
    radius = min(box.height() / 2, look.px(14))
    painter.drawRoundedRect(QRectF(box), radius, radius)
    inner = box.adjusted(look.px(_CHIP_PAD_X), 0, -look.px(_CHIP_PAD_X), 0)
    if chip.dot:
        dot = look.px(_DOT)
        painter.setBrush(colours.text)
        middle = QPointF(inner.left() + dot / 2, box.center().y() + 1)
        painter.drawEllipse(middle, dot / 2, dot / 2)
        inner.setLeft(inner.left() + look.px(_DOT + _DOT_GAP))
    font = chip_font(bold=bold)
    painter.setFont(font)
    painter.setPen(colours.text)
    words = QFontMetrics(font).elidedText(
        chip.words, Qt.TextElideMode.ElideRight, inner.width() + 1
    )
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


def paint_focus(painter: QPainter, box: QRect) -> None:
    """Draw the frame that shows where the keyboard is."""
    look = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("focus"), 2))
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), look.px(5), look.px(5))
    painter.restore()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a wrapped text: where it begins, how high and how wide it is."""

    top: int
    height: int
    width: int


class WrappedTexts:
    """Keeps what was measured, so that a list in which one row changed measures one row."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int, float], WrappedText] = {}

    def of(self, text: str, size: str, width: int) -> WrappedText:
        """Return a text in one of the theme's sizes, broken into lines of a width."""
        look = theme.current()
        key = (text, size, width, look.scale)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = WrappedText(text, look.font(size), width)
        return self._kept[key]


class WrappedText:
    """A text broken into lines of a width, measured once and then drawn."""

    def __init__(self, text: str, font: QFont, width: int) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text.replace("\n", _LINE_BREAK), font)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        height = 0.0
        lines: list[Line] = []
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            lines.append(Line(round(height), round(line.height()), ceil(line.naturalTextWidth())))
            height += line.height()
        self._layout.endLayout()
        self.height = round(height) if text else 0
        self.lines: tuple[Line, ...] = tuple(lines) if text else ()

    def paint(self, painter: QPainter, left: int, top: int, colour: QColor) -> None:
        """Draw it with its upper left corner there."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(left, top))
