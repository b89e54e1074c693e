"""F1: every key, from the one table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk.ui import keys, theme
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.keycap import KeyCap
from clerk.usecases.language import _


class KeySheet(QDialog):
    """The table of keys in columns; Escape, Return or F1 closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.setWindowTitle(_("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(look.px(20),) * 4)
        outer.setSpacing(look.px(14))
        columns = QHBoxLayout()
        columns.setSpacing(look.px(32))
        for groups in _in_columns(keys.sheet()):
            column = QVBoxLayout()
            for group in groups:
                column.addLayout(_block(group))
                column.addSpacing(look.px(10))
            column.addStretch(1)
            columns.addLayout(column)
        outer.addLayout(columns)
        close = ActionButton(_("Close"), kind=Kind.QUIET)
        close.setDefault(True)
        close.triggered.connect(self.accept)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        keys.bind(self, keys.Command.HELP, self.accept)
        close.setFocus()


def _in_columns(groups: tuple[keys.KeyGroup, ...]) -> list[list[keys.KeyGroup]]:
    """Fill columns from the left, none much longer than the longest group."""
    longest = max(len(each.entries) for each in groups)
    columns: list[list[keys.KeyGroup]] = [[]]
    for group in groups:
        there = sum(len(each.entries) + 2 for each in columns[-1])
        if columns[-1] and there + len(group.entries) > longest + 8:
            columns.append([])
        columns[-1].append(group)
    return columns


def _block(group: keys.KeyGroup) -> QGridLayout:
    look = theme.current()
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(12))
    grid.setVerticalSpacing(look.px(6))
    beside = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    heading = QLabel(group.title)
    theme.set_role(heading, "heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for row, (name, keycap) in enumerate(group.entries, start=1):
        label = QLabel(name)
        label.setAccessibleName(f"{name}: {keycap}")
        grid.addWidget(KeyCap(keycap), row, 0, beside)
        grid.addWidget(label, row, 1)
    grid.setColumnStretch(1, 1)
    return grid
