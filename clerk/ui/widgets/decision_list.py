"""The chief's decisions under each other, each with its key: Alt+1, Alt+2, Alt+3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from clerk.ui import keys, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_COMMANDS = (keys.Command.DECIDE_1, keys.Command.DECIDE_2, keys.Command.DECIDE_3)


class DecisionList(QWidget):
    """One of up to three; arrows go through them.

    Signals:
        chosen(str): The id of what the person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(8))
        self._group = QButtonGroup(self)
        self._buttons = tuple(_Decision(command, self) for command in _COMMANDS)
        self._ids: tuple[str, ...] = ()
        for place, button in enumerate(self._buttons):
            self._group.addButton(button)
            self._column.addWidget(button)
            button.clicked.connect(lambda _on, at=place: self.chosen.emit(self._ids[at]))
        self.setFocusProxy(self._buttons[0])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer these pairs of id and words; none is chosen yet."""
        self._ids = tuple(each_id for each_id, _words in choices)
        self.choose(None)
        for place, button in enumerate(self._buttons):
            there = place < len(choices)
            button.setVisible(there)
            if there:
                button.set_words(choices[place][1])

    def value(self) -> str:
        """Return the id of what is chosen, empty if nothing is."""
        chosen = (
            i for i, button in zip(self._ids, self._buttons, strict=False) if button.isChecked()
        )
        return next(chosen, "")

    def choose(self, wanted: str | None) -> None:
        """Choose without telling of it."""
        self._group.setExclusive(False)
        for place, button in enumerate(self._buttons):
            button.setChecked(place < len(self._ids) and self._ids[place] == wanted)
        self._group.setExclusive(True)


class _Decision(QAbstractButton):
    def __init__(self, command: keys.Command, parent: QWidget) -> None:
        super().__init__(parent)
        self._keycap = keys.keycap_of(command)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keys.bind(self, command, self._by_key)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(f"{words} ({self._keycap})")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(180), theme.current().size("button_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        chosen, painter = self.isChecked(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(look.color("selected" if chosen else "surface"))
        painter.setPen(QPen(look.color("primary" if chosen else "field"), 1))
        painter.drawRoundedRect(box, look.size("radius"), look.size("radius"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), look.px(7), look.px(7))
        size = look.px(12)
        circle = QRectF(look.px(13), (self.height() - size) / 2, size, size)
        painter.setPen(QPen(look.color("primary" if chosen else "field"), 1.5))
        painter.setBrush(look.color("primary" if chosen else "surface"))
        painter.drawEllipse(circle)
        cap_left = self._paint_key(painter)
        room = self.rect().adjusted(look.px(32), 0, cap_left - self.width() - look.px(8), 0)
        painter.setFont(look.font())
        painter.setPen(look.color("primary" if chosen else "text"))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _paint_key(self, painter: QPainter) -> int:
        look = theme.current()
        font = look.font("key")
        width = QFontMetrics(font).horizontalAdvance(self._keycap) + look.px(12)
        height = look.px(19)
        left = self.width() - look.px(13) - width
        cap = QRectF(left + 0.5, (self.height() - height) / 2, width - 1, height - 1)
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color("field_quiet"), 1))
        painter.drawRoundedRect(cap, look.px(4), look.px(4))
        painter.setFont(font)
        painter.setPen(look.color("heading"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keycap)
        return left

    def _by_key(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.click()
