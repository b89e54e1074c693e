"""When the program itself is wrong: say so, give the report to copy, close in good order."""

from __future__ import annotations

import platform
import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_INTERRUPTED = 130


def report_of(error: BaseException, version: str) -> str:
    """Write what a developer needs: versions and the way the error came, nothing from the forms."""
    head = (
        f"clerk {version}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}"
    )
    return "\n".join((head, *traceback.format_exception(error)))


class CrashDialog(QDialog):
    """Tells what happened in two sentences, with the report below."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The program has to close"))
        words = QLabel(
            _(
                "Something went wrong inside the program. What was confirmed is kept; "
                "copy the report, give it to IT, and start the program again."
            )
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("Report"))
        self.report.setMinimumSize(640, 280)
        buttons = QDialogButtonBox()
        copy = buttons.addButton(_("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        for part in (words, self.report, buttons):
            column.addWidget(part)
        close.setFocus()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class CrashWatch:
    """Installed as ``sys.excepthook``: closes what must be closed, tells, and ends the program."""

    def __init__(
        self,
        *,
        version: str,
        close: Callable[[], None],
        show: Callable[[str], object] | None = None,
        leave: Callable[[int], object] = QCoreApplication.exit,
    ) -> None:
        self._version = version
        self._close = close
        self._show = show or (lambda report: CrashDialog(report).exec())
        self._leave = leave
        self._is_telling = False

    def install(self) -> None:
        """Hear of every error nobody expected."""
        sys.excepthook = self.tell

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Close the store first, then tell; errors that follow from the first are only printed."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            self._leave(_INTERRUPTED)
            return
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self._close()
        finally:
            self._show(report_of(error, self._version))
            self._leave(1)
