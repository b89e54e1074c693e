"""A small button like a key-cap with its word, for what is asked now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from clerk.ui import keys, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class KeyButton(QToolButton):
    """Says its command and its key; ``clicked`` is sent by hand and by key."""

    def __init__(self, command: keys.Command, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(f"{keys.name_of(command)}  {keys.keycap_of(command)}")
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_role(self, "key")
        keys.bind(self, command, self.click)
