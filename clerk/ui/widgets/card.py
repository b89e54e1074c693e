"""A white card with a heading and a quiet hint at its right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.widgets.elided_label import ElidedLabel


class Card(QFrame):
    """One matter of a page. Put what belongs to it into ``body``."""

    def __init__(self, title: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        pad = look.size("pad")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(pad, look.px(11), pad, pad)
        outer.setSpacing(look.px(8))
        self._title = ElidedLabel(self)
        self._hint = QLabel(self)
        theme.set_role(self._title, "heading")
        theme.set_role(self._hint, "hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._head = QHBoxLayout()
        self._head.setSpacing(look.px(8))
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._hint)
        outer.addLayout(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(8))
        outer.addLayout(self.body, 1)
        self.set_title(title)
        self.set_hint(hint)

    def set_title(self, title: str) -> None:
        """Change the heading; it names the card for screen readers too."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_hint(self, hint: str) -> None:
        """Change the words at the right of the heading."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_left(self, widget: QWidget) -> None:
        """Put a widget where the heading would stand."""
        self._head.insertWidget(0, widget)

    def set_right(self, widget: QWidget) -> None:
        """Put a widget at the right of the heading."""
        self._head.addWidget(widget)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put something below what is there."""
        if isinstance(part, QWidget):
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)
