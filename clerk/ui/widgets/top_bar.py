"""The bar on top: whose window this is, the one search box, the line's state, who works here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from clerk.ui import keys, theme
from clerk.ui.rows import Chip, Tone
from clerk.ui.widgets.elided_label import ElidedLabel
from clerk.ui.widgets.pill import Pill
from clerk.ui.widgets.search_box import SearchBox
from clerk.usecases.language import _

_SEARCH = (300, 420)
_WIDER = 20


class TopBar(QFrame):
    """Told what to show; finds, and asks for the lock.

    Signals:
        lock_requested: The lock was pressed.
    """

    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.setObjectName("topBar")
        self.setFixedHeight(look.px(52))
        self.search = SearchBox()
        self.search.setMinimumWidth(look.px(_SEARCH[0]))
        self.search.setMaximumWidth(look.px(_SEARCH[1]))
        logo = QLabel("窗")
        logo.setObjectName("logo")
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        logo.setFixedSize(look.px(30), look.px(30))
        title = QLabel(_("Government service window"))
        theme.set_role(title, "strong")
        self._department = ElidedLabel()
        self._department.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        theme.set_role(self._department, "muted")
        self._sync = Pill()
        self._staff = Pill()
        self.lock = QToolButton()
        self.lock.setText(f"{keys.keycap_of(keys.Command.LOCK)} {keys.name_of(keys.Command.LOCK)}")
        self.lock.setAccessibleName(self.lock.text())
        self.lock.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_role(self.lock, "key")
        self.lock.clicked.connect(self.lock_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(14))
        row.addWidget(logo)
        row.addWidget(title)
        row.addWidget(self._department)
        row.addWidget(self.search, _WIDER)
        row.addStretch(1)
        row.addWidget(self._sync)
        row.addWidget(self._staff)
        row.addWidget(self.lock)

    def show_department(self, text: str) -> None:
        """Say whose matters are handled here."""
        self._department.setText(text)

    def show_staff(self, text: str) -> None:
        """Say who works here, and at which window."""
        self._staff.show_chip(Chip(text=text, tone=Tone.GREY) if text else None)

    def show_sync(self, chip: Chip | None) -> None:
        """Say how the line to the center is."""
        self._sync.show_chip(chip)
