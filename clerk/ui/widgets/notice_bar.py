"""What happened and what to do, told inside the page, without taking the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from clerk.ui import theme
from clerk.ui.rows import Notice, Tone
from clerk.usecases.language import _

_ICONS = {
    Tone.RED: ("circle-x", "danger"),
    Tone.AMBER: ("triangle-alert", "heading"),
    Tone.GREEN: ("circle-check", "good"),
}


class NoticeBar(QFrame):
    """One message at a time; hidden while there is none.

    Signals:
        dismissed: The person closed it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.notice: Notice | None = None
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._close = QToolButton(self)
        self._close.setAccessibleName(_("Close the message"))
        self._close.setToolTip(_("Close the message"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(7), look.px(6), look.px(7))
        row.setSpacing(look.px(8))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def tell(self, notice: Notice) -> None:
        """Show the message; what stood there before is gone."""
        look = theme.current()
        colours = look.chip(notice.tone)
        name, colour = _ICONS.get(notice.tone, ("info", "primary"))
        self.notice = notice
        self._close.setIcon(look.icon("x", "muted", 16))
        self._sign.setPixmap(look.icon(name, colour, 18).pixmap(look.px(18)))
        words = f"{notice.what}\n{notice.then}" if notice.then else notice.what
        self._text.setText(words)
        self.setStyleSheet(
            f"NoticeBar {{ background: {colours.fill.name()}; border-radius: {look.px(8)}px; }}"
            f" QLabel {{ color: {look.colours['text']}; }}"
        )
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Take the message away."""
        self.notice = None
        self.hide()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()
