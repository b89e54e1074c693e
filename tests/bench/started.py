"""A program that starts, and tells when its first frame stood and when it could be used.

    python -m tests.bench.started bare                     a PySide6 window with one field
    python -m tests.bench.started typed FOLDER NUMBER PIN  the desk; a quick hand signs in
    python -m tests.bench.started known FOLDER NUMBER PIN  the desk; somebody is signed in already

All are watched in the same way, by an event filter the real program has not. The bare window is
ready when its field has the keyboard; the desk, when the sign-in's field has it and the people of
the store are listed. It is at work when the accept page offers the items of the store and has
taken a key: that is told from the call of the program, and from Return behind the PIN.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

LOOK_EVERY_MS = 2
KEY_EVERY_MS = 100  # ten keys a second: nobody types a PIN faster


class Watch(QObject):
    """Notes the instants and ends the program; they are the system's, so a parent can compare."""

    def __init__(self, window: QtWidgets.QWidget, steps: dict[str, Callable[[], bool]]) -> None:
        super().__init__(window)
        self._window = window
        self._steps = list(steps.items())
        self._instants: dict[str, float] = {}
        self._processor_s = 0.0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, seen: QEvent) -> bool:  # noqa: N802  Qt's name
        if seen.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))  # comes when all is painted
        return False

    def event(self, seen: QEvent) -> bool:
        if seen.type() == QEvent.Type.User:
            self._instants["frame"] = time.monotonic()
            self._processor_s = time.process_time()
            self._look()
            return True
        return super().event(seen)

    def _look(self) -> None:
        while self._steps and self._steps[0][1]():
            self._instants[self._steps.pop(0)[0]] = time.monotonic()
        if self._steps:
            QTimer.singleShot(LOOK_EVERY_MS, self, self._look)
            return
        statm = Path("/proc/self/statm").read_text(encoding="ascii")
        told = self._instants | {
            "processor to frame": self._processor_s,
            "resident pages": int(statm.split()[1]),
        }
        print(json.dumps(told), flush=True)
        QCoreApplication.quit()


class Hand:
    """Types into whatever has the keyboard, one key after the other."""

    def __init__(self, text: str) -> None:
        self._left = list(text)

    def begin(self) -> bool:
        """Begin; true at once, so that a watch goes on."""
        QTimer.singleShot(KEY_EVERY_MS, self._press)
        return True

    def has_ended(self) -> bool:
        """Whether the last key was pressed."""
        return not self._left

    def _press(self) -> None:
        press(self._left.pop(0))
        if self._left:
            QTimer.singleShot(KEY_EVERY_MS, self._press)


def press(text: str) -> None:
    """Press and release one key."""
    from PySide6.QtCore import Qt  # noqa: PLC0415  the bare window needs none of it
    from PySide6.QtGui import QKeyEvent  # noqa: PLC0415  likewise

    key = Qt.Key.Key_Return if text == "\r" else ord(text.upper())
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.postEvent(QtWidgets.QApplication.focusWidget(), event)


def bare() -> None:
    """Show the least a window with a field can be."""
    app = QtWidgets.QApplication(["bare"])
    window = QtWidgets.QMainWindow()
    field = QtWidgets.QLineEdit()
    window.setCentralWidget(field)
    window.resize(1280, 800)
    window.show()
    field.setFocus()
    Watch(window, {"ready": lambda: app.focusWidget() is field})
    app.exec()


def desk(run: Callable[[], object], steps: Callable[[Any], dict[str, Callable[[], bool]]]) -> None:
    """Open the desk the way the program does, and watch its window from where the events begin."""

    class Watched(QtWidgets.QApplication):
        def exec(self) -> int:
            window = next(each for each in self.topLevelWidgets() if each.isVisible())
            Watch(window, steps(window))
            return super().exec()

    QtWidgets.QApplication = Watched
    run()


def typed(folder: str, number: str, pin: str) -> None:
    """Start as ``clerk`` is called, and let a quick hand sign in."""
    from clerk.cli.main import main  # noqa: PLC0415  its import is part of the start

    hand = Hand(f"{number}\r{pin}\r")

    def steps(window: Any) -> dict[str, Callable[[], bool]]:
        sign_in = window.sign_in
        return {
            "ready": lambda: sign_in.who.edit.hasFocus() and bool(sign_in.people.shown_rows()),
            "typing": hand.begin,
            "typed": hand.has_ended,
            **at_work(window),
        }

    desk(lambda: main(["--lang", "zh_CN", "--desk", folder]), steps)


def known(folder: str, number: str, pin: str) -> None:
    """Start with somebody signed in, as the demo does."""
    from clerk import bootstrap, opening  # noqa: PLC0415  its import is part of the start
    from clerk.domain.staff import Role, Staff, StaffId  # noqa: PLC0415  likewise
    from clerk.usecases.language import use_language  # noqa: PLC0415  likewise

    use_language("zh_CN", bootstrap.resources())
    person = Staff(
        id=StaffId(f"staff-{number}"),
        number=number,
        name=number,
        post="",
        department_id="",
        roles=frozenset({Role.CLERK}),
    )
    desk(lambda: opening.run_window(Path(folder), demo=(person, pin)), at_work)


def at_work(window: Any) -> dict[str, Callable[[], bool]]:
    """Return the steps to the accept page and its first key."""

    def picker() -> Any:
        return window.page.picker

    def has_items() -> bool:
        return not window.is_locked and picker().isVisible() and bool(picker().list.shown_rows())

    def ask() -> bool:
        press("s")
        return True

    return {"items": has_items, "asked": ask, "at work": lambda: picker().edit.text() == "s"}


if __name__ == "__main__":
    {"bare": bare, "typed": typed, "known": known}[sys.argv[1]](*sys.argv[2:])
