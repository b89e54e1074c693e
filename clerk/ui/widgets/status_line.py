"""The line at the bottom: what was done today, what presses, the printer, the day."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from clerk.ui import theme
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.usecases.lines import DayCounts


class StatusLine(QFrame):
    """Counts at the left, the state of things at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.setObjectName("statusLine")
        self.setFixedHeight(look.px(28))
        self._counts = tuple(QLabel() for _count in range(4))
        self._outage = QLabel()
        self._printer = QLabel()
        self._day = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(18))
        for label in self._counts:
            label.setTextFormat(Qt.TextFormat.RichText)
            row.addWidget(label)
        row.addStretch(1)
        for label in (self._outage, self._printer, self._day):
            label.setTextFormat(Qt.TextFormat.RichText)
            row.addWidget(label)

    def show_counts(self, counts: DayCounts) -> None:
        """Show the day so far."""
        share = 100 * counts.immediate_today / counts.accepted_today if counts.accepted_today else 0
        instant = f"{counts.immediate_today}"
        share_words = _("({share} %)").format(share=f"{share:.1f}")
        amber = theme.current().chips["amber"]["text"]
        red = theme.current().colours["danger"]
        parts = (
            (_("Accepted today"), f"{counts.accepted_today}", "", ""),
            (_("At once"), instant, "", f" {share_words}" if counts.accepted_today else ""),
            (_("Due soon"), f"{counts.due_soon}", amber if counts.due_soon else "", ""),
            (_("Overdue"), f"{counts.overdue}", red if counts.overdue else "", ""),
        )
        for label, (name, number, colour, after) in zip(self._counts, parts, strict=True):
            style = f' style="color:{colour}"' if colour else ""
            label.setText(f"{escape(name)} <b{style}>{number}</b>{escape(after)}")
            label.setAccessibleName(f"{name} {number}{after}")

    def show_printer(self, text: str, *, in_order: bool = True) -> None:
        """Say which printer prints, or what it lacks."""
        _say(self._printer, text, in_order=in_order)

    def show_day(self, text: str) -> None:
        """Say date, weekday, time, and whether the center works today."""
        _say(self._day, text, in_order=True)

    def show_outage(self, text: str) -> None:
        """Say what is in the way for now; empty when it is over."""
        _say(self._outage, text, in_order=False)


def _say(label: QLabel, text: str, *, in_order: bool) -> None:
    amber = theme.current().chips["amber"]["text"]
    words = escape(text)
    label.setText(words if in_order or not text else f'<b style="color:{amber}">⚠ {words}</b>')
    label.setAccessibleName(text)
