"""One question and its answers beside each other, for situations a clerk asks aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from clerk.ui import theme
from clerk.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_PAD = 9
_CIRCLE = 11
_GAP = 6
_MOST_DIGITS = 9
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Segmented(QWidget):
    """Radio pills: arrows go through them, digits choose, a click chooses.

    Signals:
        chosen(str): The id of the answer the person gave.
    """

    chosen = Signal(str)

    def __init__(
        self,
        question: str,
        choices: tuple[tuple[str, str], ...] = (),
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._question = QLabel(question, self)
        self._question.setWordWrap(True)
        theme.set_role(self._question, "label")
        self._question.setVisible(bool(question))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._pills: dict[str, _RadioPill] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(3))
        column.addWidget(self._question)
        pills = FlowLayout(spacing=theme.current().px(4))
        column.addLayout(pills)
        for number, (each_id, text) in enumerate(choices, start=1):
            pill = _RadioPill(text, self)
            pill.setAccessibleName(f"{question or name} {text}")
            if number <= _MOST_DIGITS:
                pill.setToolTip(str(number))
            self._pills[each_id] = pill
            self._group.addButton(pill)
            pills.addWidget(pill)
            pill.clicked.connect(lambda _on, chosen=each_id: self.chosen.emit(chosen))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lead_focus()

    def value(self) -> str | None:
        """Return the id of the answer given, if any."""
        return next((each for each, pill in self._pills.items() if pill.isChecked()), None)

    def choose(self, wanted: str | None) -> None:
        """Show an answer without telling of it; None shows the question as open."""
        self._group.setExclusive(False)
        for each_id, pill in self._pills.items():
            pill.setChecked(each_id == wanted)
        self._group.setExclusive(True)
        self._lead_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pills = list(self._pills.values())
        place = event.key() - Qt.Key.Key_1
        if event.key() in _STEPS:
            place = next((at for at, pill in enumerate(pills) if pill.hasFocus()), 0)
            place = (place + _STEPS[Qt.Key(event.key())]) % len(pills)
        if not 0 <= place < min(len(pills), _MOST_DIGITS) or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        pills[place].setFocus(Qt.FocusReason.OtherFocusReason)
        pills[place].click()

    def _lead_focus(self) -> None:
        """Tab enters at the answer given, else at the first."""
        chosen = self.value()
        entry = chosen or next(iter(self._pills), None)
        if entry is not None:
            self.setFocusProxy(self._pills[entry])


class _RadioPill(QAbstractButton):
    """One answer, drawn as a pill with a circle that is filled when it is chosen."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the question: it knows the order of its answers."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        look = theme.current()
        measure = QFontMetrics(look.font("heading"))
        width = measure.horizontalAdvance(self.text()) + look.px(2 * _PAD + _CIRCLE + _GAP) + 1
        return QSize(width, look.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(48), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        chosen = self.isChecked()
        ink = look.color("primary" if chosen else "muted")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect()
        painter.setBrush(look.color("selected" if chosen else "hover"))
        ring = QPen(look.color("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), box.height() / 2, box.height() / 2)
        size = look.px(_CIRCLE)
        circle = QRect(QPoint(look.px(_PAD), (box.height() - size) // 2), QSize(size, size))
        painter.setPen(QPen(ink, 1.4))
        painter.setBrush(ink if chosen else look.color("surface"))
        painter.drawEllipse(circle)
        painter.setFont(look.font("heading"))
        painter.setPen(look.color("primary" if chosen else "text"))
        room = box.adjusted(look.px(_PAD + _CIRCLE + _GAP), 0, -look.px(4), 0)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
