"""The one box on top: scan, or type a number, a name, a document, or first letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from clerk.ui import theme
from clerk.ui.keys import Command, bind
from clerk.ui.widgets.keycap import KeyCap
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_REST_MS = 150


class SearchBox(QWidget):
    """Finds while one types; Return opens what was meant, Escape empties it and goes back.

    The input method stays on here, for names; scans are caught before they get here.

    Signals:
        searched(str): Typing has rested.
        entered(str): Return was pressed.
        left: Down, or Escape in the empty box: the page may have the focus again.
    """

    searched = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _SearchEdit(self)
        self.edit.setPlaceholderText(_("Scan, or type number, name, initials"))
        self.edit.setAccessibleName(_("Search or scan"))
        self.edit.setMaxLength(200)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.searched.emit(self.edit.text().strip()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        inside = QHBoxLayout(self.edit)
        inside.setContentsMargins(0, 0, theme.current().px(10), 0)
        inside.addStretch(1)
        cap = KeyCap(Command.SEARCH)
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(cap)
        self.edit.setTextMargins(0, 0, cap.sizeHint().width() + theme.current().px(12), 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(lambda _text: self._rest.start())
        self.edit.returnPressed.connect(self._enter)
        bind(self, Command.SEARCH, self.take_focus)

    def take_focus(self) -> None:
        """Be ready for the next search: focused, everything selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def clear(self) -> None:
        """Empty the box."""
        self._rest.stop()
        self.edit.clear()

    def escape(self) -> None:
        """Empty the box, or give the focus back if it is empty."""
        if self.edit.text():
            self.clear()
            self.searched.emit("")
        else:
            self.left.emit()

    def _enter(self) -> None:
        self._rest.stop()
        if words := self.edit.text().strip():
            self.entered.emit(words)


class _SearchEdit(QLineEdit):
    def __init__(self, box: SearchBox) -> None:
        super().__init__(box)
        self._box = box

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._box.escape()
        elif event.key() == Qt.Key.Key_Down:
            self._box.left.emit()
        else:
            super().keyPressEvent(event)
