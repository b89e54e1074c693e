"""The files of the sheet: added from a folder, dropped, or pasted; opened and removed by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from clerk.ui import theme
from clerk.ui.keys import Command, bind
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.file_intake import Taken, chosen_files, pasted_files
from clerk.ui.widgets.flow import FlowLayout
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from clerk.ui.rows import QueueRow


class FileStrip(QWidget):
    """One button a file, and ways to add more.

    Signals:
        added(str, object): A file's name, and its path or its bytes.
        opened(str): Show this file.
        removed(str): Delete was pressed on this file.
        failed(str): What was pasted holds no picture and no file.
    """

    added = Signal(str, object)
    opened = Signal(str)
    removed = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[QueueRow, ...] = ()
        self._buttons: list[_FileButton] = []
        self.add = ActionButton(_("Add a file"), command=Command.ADD_FILE, kind=Kind.QUIET)
        self._hint = QLabel(_("or drop it here, or paste it"))
        theme.set_role(self._hint, "small")
        self._files = FlowLayout(spacing=theme.current().px(6))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(8))
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._hint, 0)
        row.addLayout(self._files, 1)
        self.add.triggered.connect(self.choose)
        bind(self, Command.PASTE_FILE, self.paste)

    def show_files(self, files: tuple[QueueRow, ...]) -> None:
        """Show these files."""
        if files == self._shown:
            return
        self._shown = files
        for button in self._buttons:
            self._files.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [_FileButton(each, self) for each in files]
        for button in self._buttons:
            self._files.addWidget(button)
        self._hint.setVisible(not files)

    def choose(self) -> None:
        """Ask for files."""
        self.take(chosen_files(self))

    def paste(self) -> None:
        """Take what is in the clipboard."""
        if not self.take(pasted_files()):
            self.failed.emit(_("The clipboard holds no picture and no file."))

    def take(self, taken: tuple[Taken, ...]) -> bool:
        """Take files; return whether there was one."""
        for name, source in taken:
            self.added.emit(name, source)
        return bool(taken)


class _FileButton(ActionButton):
    def __init__(self, file: QueueRow, strip: FileStrip) -> None:
        super().__init__(file.title, kind=Kind.QUIET, parent=strip)
        self._file, self._strip = file, strip
        self.setToolTip(_("Return shows it, Delete removes it"))
        self.setMaximumWidth(theme.current().px(180))
        self.triggered.connect(lambda: strip.opened.emit(file.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._strip.removed.emit(self._file.id)
        else:
            super().keyPressEvent(event)
