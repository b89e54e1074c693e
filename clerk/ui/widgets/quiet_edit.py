"""A line edit that no input method touches: scans and numbers arrive as they were sent."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class QuietEdit(QLineEdit):
    """For codes. Switching the input method off by attribute does not hold; answering no does."""

    def inputMethodQuery(
        self,
        query: Qt.InputMethodQuery,
        argument: Any = None,
        /,
    ) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        if argument is None:
            return super().inputMethodQuery(query)
        return super().inputMethodQuery(query, argument)
