"""A program that starts, and tells when its first frame stood and when it could be used.

    python -m tests.bench.started bare         a PySide6 window with one field
    python -m tests.bench.started FOLDER       the desk in that folder, somebody signed in

Both are watched in the same way. The bare window can be used when its field has the keyboard, the
desk when the accept page stands with the items of the store to choose from.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from tests.bench.figures import resident_mib

LOOK_EVERY_MS = 1


class Watch(QObject):
    """Notes the instants and the memory, and ends the program.

    The instants are the system's, so a parent can compare.
    """

    def __init__(self, window: QtWidgets.QWidget, is_ready: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._is_ready = window, is_ready
        self._instants: dict[str, float] = {}
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, seen: QEvent) -> bool:  # noqa: N802  Qt's name
        if seen.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))  # comes when all is painted
        return False

    def event(self, seen: QEvent) -> bool:
        if seen.type() == QEvent.Type.User:
            self._instants["frame"] = time.monotonic()
            self._look()
            return True
        return super().event(seen)

    def _look(self) -> None:
        if not self._is_ready():
            QTimer.singleShot(LOOK_EVERY_MS, self, self._look)
            return
        self._instants["usable"] = time.monotonic()
        self._instants["memory"] = resident_mib()
        print(json.dumps(self._instants), flush=True)
        QCoreApplication.quit()


def bare() -> None:
    """Show the least a window with a field can be."""
    app = QtWidgets.QApplication(["bare"])
    window = QtWidgets.QMainWindow()
    field = QtWidgets.QLineEdit()
    window.setCentralWidget(field)
    window.resize(1280, 800)
    window.show()
    field.setFocus()
    Watch(window, lambda: app.focusWidget() is field)
    app.exec()


def desk(folder: Path) -> None:
    """Open the desk the way the program does, and watch its window from where the events begin."""

    class Watched(QtWidgets.QApplication):
        def exec(self) -> int:
            window = next(each for each in self.topLevelWidgets() if each.isVisible())
            Watch(window, _is_usable)
            return super().exec()

    QtWidgets.QApplication = Watched
    from clerk import bootstrap  # noqa: PLC0415  its import is part of the start
    from clerk.usecases.language import use_language  # noqa: PLC0415  likewise
    from tests.desk import CLERK  # noqa: PLC0415  likewise

    use_language("zh_CN", bootstrap.resources())
    bootstrap.run_window(folder, staff=CLERK)


def _is_usable() -> bool:
    """Whether the choice of items stands filled."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  the watched one

    from clerk.ui.pages.accept_parts.item_picker import ItemPicker  # noqa: PLC0415  drawn by now

    pickers = [each for each in QApplication.allWidgets() if isinstance(each, ItemPicker)]
    return any(each.isVisible() and each.list.shown_rows() for each in pickers)


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else desk(Path(sys.argv[1]))
