"""A button that shows its key and says why it cannot be pressed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from clerk.ui import keys, theme
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent


class Kind(StrEnum):
    """How much a button matters."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DANGER = "danger"
    QUIET = "quiet"


class ActionButton(QPushButton):
    """One action: its words at the left, its key at the right.

    While the action is not possible the button looks faded but stays within
    reach of the keyboard: pressing it asks why.

    Signals:
        triggered: It was pressed and is available.
        refused(str): It was pressed and is not; the reason.
    """

    triggered = Signal()
    refused = Signal(str)

    def __init__(
        self,
        label: str = "",
        *,
        command: keys.Command | None = None,
        kind: Kind = Kind.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label or (keys.name_of(command) if command else ""), parent)
        self._kind = kind
        self._keycap = keys.keycap_of(command) if command else ""
        self._is_available = True
        self._why = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._pressed)
        if command:
            keys.bind(self, command, self.click)
        self.set_label(self.text())

    @property
    def is_available(self) -> bool:
        """Whether pressing it does what it says."""
        return self._is_available

    def set_label(self, label: str) -> None:
        """Change the words."""
        self.setText(label)
        key = f" ({self._keycap})" if self._keycap else ""
        self.setAccessibleName(f"{label}{key}")
        self.updateGeometry()

    def set_available(self, available: bool, why: str = "") -> None:
        """Say whether the action is possible now, and if not, why."""
        self._is_available = available
        self._why = "" if available else why
        self.setToolTip(self._why)
        self.setAccessibleDescription(self._why or ("" if available else _("Not possible now")))
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + look.px(28)
        if self._keycap:
            width += self._key_width() + look.px(12)
        name = "button_height_primary" if self._kind is Kind.PRIMARY else "button_height"
        return QSize(width, look.size(name))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(60), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        fill, border, text = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(look.color(fill))
        painter.setPen(QPen(look.color(border), 1))
        painter.drawRoundedRect(box, look.size("radius"), look.size("radius"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset, ring = (3, "on_primary") if self._kind is Kind.PRIMARY else (1, "focus")
            painter.setPen(QPen(look.color(ring), 2))
            painter.drawRoundedRect(
                box.adjusted(inset, inset, -inset, -inset), look.px(6), look.px(6)
            )
        room = self.rect().adjusted(look.px(13), 0, -look.px(13), 0)
        if self._keycap:
            room.setRight(self._paint_key(painter, text) - look.px(10))
        painter.setFont(self._font())
        painter.setPen(look.color(text))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _paint_key(self, painter: QPainter, text: str) -> int:
        look = theme.current()
        width, height = self._key_width(), look.px(19)
        left, top = self.width() - look.px(13) - width, (self.height() - height) / 2
        cap = QRectF(left + 0.5, top + 0.5, width - 1, height - 1)
        primary = self._kind is Kind.PRIMARY
        painter.setBrush(Qt.BrushStyle.NoBrush if primary else look.color("surface"))
        painter.setPen(QPen(look.color("focus_ring" if primary else "field_quiet"), 1))
        painter.drawRoundedRect(cap, look.px(4), look.px(4))
        painter.setFont(look.font("key"))
        painter.setPen(look.color(text if primary else "heading"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keycap)
        return int(left)

    def _colours(self) -> tuple[str, str, str]:
        """Return the names of fill, border and text."""
        live = self._is_available and self.isEnabled()
        over = self.underMouse() or self.isDown()
        if self._kind is Kind.PRIMARY:
            fill = "primary_hover" if over else "primary"
            return (fill, fill, "on_primary") if live else ("primary_faded",) * 2 + ("on_primary",)
        fill = "hover" if over and live else "surface"
        if not live:
            return fill, "field_quiet", "faded"
        if self._kind is Kind.DANGER:
            return fill, "danger_border", "danger"
        if self._kind is Kind.SECONDARY:
            return fill, "primary", "primary"
        return fill, "field", "text"

    def _font(self) -> QFont:
        return theme.current().font("button" if self._kind is Kind.PRIMARY else "text")

    def _key_width(self) -> int:
        look = theme.current()
        return QFontMetrics(look.font("key")).horizontalAdvance(self._keycap) + look.px(12)

    def _pressed(self) -> None:
        if self._is_available:
            self.triggered.emit()
        else:
            self.refused.emit(self._why)
