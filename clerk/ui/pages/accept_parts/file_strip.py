"""The files of the sheet: added from a folder, dropped, or pasted; opened and removed by key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImageWriter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from clerk.ui import theme
from clerk.ui.keys import Command, bind
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.flow import FlowLayout
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage, QKeyEvent

    from clerk.ui.rows import QueueRow

_ENDINGS = "*.pdf *.png *.jpg *.jpeg *.bmp *.tif *.tiff"


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
        names, _kind = QFileDialog.getOpenFileNames(
            self, _("Add a file"), "", _("PDF and pictures ({endings})").format(endings=_ENDINGS)
        )
        for name in names:
            self._add_path(Path(name))

    def paste(self) -> None:
        """Take what is in the clipboard."""
        if not self.take(QGuiApplication.clipboard().mimeData(), _("pasted.png")):
            self.failed.emit(_("The clipboard holds no picture and no file."))

    def take(self, held: QMimeData, name: str) -> bool:
        """Take files, or a picture under ``name``; return whether there was one."""
        paths = [Path(each.toLocalFile()) for each in held.urls() if each.isLocalFile()]
        for path in paths:
            self._add_path(path)
        if not paths and held.hasImage():
            image: QImage = held.imageData()
            self.added.emit(name, _png(image))
            return True
        return bool(paths)

    def _add_path(self, path: Path) -> None:
        self.added.emit(path.name, path)


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


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
