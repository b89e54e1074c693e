"""The head of an open case: what it is, whose, how pressing, and where on its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk.ui import keys, theme
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.explain_sheet import ExplainSheet
from clerk.ui.widgets.key_button import KeyButton
from clerk.ui.widgets.pill import PillRow
from clerk.ui.widgets.stage_track import StageTrack

if TYPE_CHECKING:
    from clerk.ui.presenters.explaining import Explained
    from clerk.ui.presenters.open_case import CaseSheet


class CaseHead(QWidget):
    """Two cards: the title with its light, and the track of steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.title = QLabel()
        self.title.setWordWrap(True)
        theme.set_role(self.title, "title")
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.set_role(self.detail, "muted")
        self.chips = PillRow()
        self.explain = KeyButton(keys.Command.EXPLAIN)
        self.track = StageTrack()
        head, path = Card(), Card()
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self.title)
        words.addWidget(self.detail)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        right = QVBoxLayout()
        right.setSpacing(look.px(6))
        right.addStretch(1)
        right.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        row.addLayout(right)
        head.add(row)
        path.add(self.track)
        self._clocks: tuple[Explained, ...] = ()
        self.explain.clicked.connect(self._explain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(head)
        column.addWidget(path)

    def show_sheet(self, sheet: CaseSheet) -> None:
        """Show the head of this case."""
        self.title.setText(sheet.title)
        self.detail.setText(sheet.detail)
        self.chips.show_chips(sheet.chips)
        self._clocks = sheet.clocks
        self.explain.setVisible(bool(sheet.clocks))
        self.track.show_steps(sheet.steps)

    def _explain(self) -> None:
        if self._clocks:
            ExplainSheet(self._clocks, self.window()).open()
