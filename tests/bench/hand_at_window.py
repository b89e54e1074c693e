"""A hand at the real window, and a watch beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from clerk import bootstrap
from clerk.domain.checklist import LineStatus
from clerk.ui.app import make_application
from clerk.ui.background import BackgroundTasks
from clerk.ui.garbage import Garbage
from clerk.usecases.import_catalogue import ImportCatalogue, import_catalogue
from clerk.usecases.language import use_language
from tests.bench.hands import until
from tests.desk import CLERK


class Painted(QObject):
    """Counts what is painted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


class HandAtWindow:
    """Presses keys and scans, and tells how long the picture took.

    ``held`` is how long the screen's thread was at one thing, in milliseconds.
    """

    def __init__(self, folder: Path, papers: Path, long_item: bytes) -> None:
        use_language("zh_CN", bootstrap.resources())
        self._app = make_application(["hands"], resources=bootstrap.resources())
        self._garbage = Garbage(self._app)
        opened = bootstrap.open_desk(folder)
        import_catalogue(ImportCatalogue(raw=long_item), begin=opened.store.begin)
        self.program = bootstrap.make_program(
            opened, bootstrap.Drawer(), bootstrap.folder_alone(papers), tasks=BackgroundTasks()
        )
        self.window = self.program.window
        self.window.show()
        self.window.activateWindow()
        self.program.let_in(CLERK)
        self.held: list[float] = []
        self._number = 0
        while self.window.desk.make_next():
            pass
        self._garbage.keep_what_stands()
        self._painted = Painted(self._app)
        self.settle()

    def close(self) -> None:
        """Close window and store."""
        self.program.close()
        self.window.close()
        self._garbage.stop()

    def choose(self, item_id: str, lines: int) -> None:
        """Choose an item and wait for its list."""
        page = self.program.accept
        page.presenter.choose_item(item_id)
        until(lambda: len(page.table.shown_rows()) == lines, self._turn)
        page.table.setFocus()
        self.settle()

    def mark(self, line: int) -> float:
        """Set one line of the checklist to what it was not."""
        table = self.program.accept.table
        row = table.shown_rows()[line]
        table.select(row.id)
        self._turn()
        return self._press("n" if row.status is LineStatus.IN_HAND else "y")

    def write(self, letters: Iterable[str]) -> list[float]:
        """Type into the applicant's name."""
        self.program.accept.applicant.name.edit.setFocus()
        self.settle()
        return [self._press(each) for each in letters]

    def scan(self, number: str) -> float:
        """Let a scanner type a number, and wait for the painted case."""
        self.window.show_page(0)
        self.settle()
        scanner, shown = self.program.scanner, self.program.cases.presenter.case
        for digit in number:
            scanner.hears(self._event(digit, ord(digit)))
        event = self._event("\r", Qt.Key.Key_Return)
        began = perf_counter()
        scanner.hears(event)
        until(lambda: bool(shown.opened) and shown.opened.case.number == number, self._turn)
        before = self._painted.count
        until(lambda: self._painted.count > before, self._turn)
        return (perf_counter() - began) * 1000

    def settle(self) -> None:
        """Wait until nothing is painted and nothing is asked for any more."""
        answers: list[object] = []
        for turn in range(1, 4):
            self.program.tasks.run(lambda: True, then=answers.append, otherwise=answers.append)
            until(lambda turn=turn: len(answers) == turn, self._turn)
            self._turn()

    def _press(self, text: str, key: int = 0) -> float:
        target = QApplication.focusWidget()
        before = self._painted.count
        began = perf_counter()
        QCoreApplication.sendEvent(target, self._event(text, key or ord(text.upper())))
        until(lambda: self._painted.count > before, self._turn)
        took = (perf_counter() - began) * 1000
        self.held.append(took)
        return took

    def _event(self, text: str, key: int) -> QKeyEvent:
        self._number += 5
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self._number)
        return event

    def _turn(self) -> None:
        began = perf_counter()
        QCoreApplication.processEvents()
        self.held.append((perf_counter() - began) * 1000)
