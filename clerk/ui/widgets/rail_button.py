"""One place of the rail: an icon over its name, and a badge with what waits there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from clerk.ui import theme
from clerk.usecases.language import ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICON = 20
_MOST = 99


class RailButton(QAbstractButton):
    """Checked while its page is shown."""

    def __init__(self, title: str, icon_name: str, keycap: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._keycap = keycap
        self._waiting = 0
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(f"{title}  {keycap}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_waiting(0)

    def set_waiting(self, count: int) -> None:
        """Say how much waits there; 0 shows no badge."""
        self._waiting = count
        waits = ngettext("{n} waiting", "{n} waiting", count).format(n=count) if count else ""
        said = (self.text(), waits, self._keycap)
        self.setAccessibleName(", ".join(each for each in said if each))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(58), theme.current().px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected" if chosen else "hover"))
            painter.drawRoundedRect(box, look.px(8), look.px(8))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(box, look.px(8), look.px(8))
        colour = "primary" if chosen else "muted"
        size = look.px(_ICON)
        left, top = (self.width() - size) // 2, look.px(8)
        picture = look.icon(self._icon_name, colour, _ICON).pixmap(size)
        painter.drawPixmap(left, top, picture)
        painter.setFont(look.font("small", bold=chosen))
        painter.setPen(look.color(colour))
        words = QRect(2, top + size + look.px(2), self.width() - 4, look.px(20))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)
        if self._waiting:
            self._paint_badge(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        look = theme.current()
        font = look.font("key")
        text = str(self._waiting) if self._waiting <= _MOST else f"{_MOST}+"
        height = look.px(16)
        width = max(height, QFontMetrics(font).horizontalAdvance(text) + look.px(8))
        box = QRectF(0, look.px(3), width, height)
        box.moveCenter(QPointF(self.width() - width / 2 - look.px(4), box.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("badge"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(look.color("on_badge"))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
