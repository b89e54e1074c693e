"""A word in passing: shown for a moment, never in the way of the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QWidget

from clerk.ui import theme

_SHOWN_MS = 3_500


class Toast(QLabel):
    """Floats over the lower middle of its host. One host shows one at a time."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setObjectName("toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.timeout.connect(self.hide)
        self.hide()

    @staticmethod
    def say(host: QWidget, text: str) -> Toast:
        """Show ``text`` over ``host``."""
        found = host.findChild(Toast, options=Qt.FindChildOption.FindDirectChildrenOnly)
        toast = found if isinstance(found, Toast) else Toast(host)
        toast.show_text(text)
        return toast

    def show_text(self, text: str) -> None:
        """Show this now."""
        host = self._host
        self.setText(text)
        self.setAccessibleName(text)
        self.adjustSize()
        bottom = host.height() - self.height() - theme.current().px(48)  # above the status line
        self.move(QPoint((host.width() - self.width()) // 2, max(bottom, 0)))
        self.show()
        self.raise_()
        self._until.start(_SHOWN_MS)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
