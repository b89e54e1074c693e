"""Why this day: the due dates with a sentence for each step, over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk.ui import keys, theme
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.ui.presenters.explaining import Explained

_WIDTH, _HIGHEST = 560, 620


class ExplainSheet(QDialog):
    """One card for each due date; Escape, Return or the key that opened it closes it."""

    def __init__(self, sections: tuple[Explained, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.sections = sections
        self.setWindowTitle(_("Why this day"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        for each in sections:
            column.addWidget(_card(each))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: none; }")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = ActionButton(_("Close"), command=keys.Command.EXPLAIN, kind=Kind.QUIET)
        close.setDefault(True)
        close.triggered.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(look.px(16),) * 4)
        outer.setSpacing(look.px(12))
        outer.addWidget(area, 1)
        outer.addWidget(close)
        wanted = inside.sizeHint().height() + close.sizeHint().height() + look.px(48)
        self.resize(look.px(_WIDTH), min(wanted, look.px(_HIGHEST)))
        close.setFocus()


def _card(explained: Explained) -> Card:
    card = Card(explained.title)
    for step in explained.steps:
        line = QLabel(step)
        line.setWordWrap(True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add(line)
    return card
