"""The key that does it, drawn as a key."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from clerk.ui import theme
from clerk.ui.keys import Command, keycap_of


class KeyCap(QLabel):
    """A small key with its name; screen readers skip it, the control beside it tells the key."""

    def __init__(self, keys: Command | str, parent: QWidget | None = None) -> None:
        super().__init__(keycap_of(keys) if isinstance(keys, Command) else keys, parent)
        theme.set_role(self, "key")
        self.setFixedHeight(theme.current().px(20))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
