"""Ways a file comes to the desk: chosen in a folder, dropped on a page, or pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImageWriter
from PySide6.QtWidgets import QFileDialog

from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

Taken = tuple[str, Path | bytes]
"""A file's name, and where it lies or what it holds."""
_ENDINGS = "*.pdf *.png *.jpg *.jpeg *.bmp *.tif *.tiff"


def chosen_files(host: QWidget) -> tuple[Taken, ...]:
    """Let the person choose files; whether they can be read is found out by whoever keeps them."""
    names, _kind = QFileDialog.getOpenFileNames(
        host, _("Add a file"), "", _("PDF and pictures ({endings})").format(endings=_ENDINGS)
    )
    return tuple((Path(each).name, Path(each)) for each in names)


def pasted_files() -> tuple[Taken, ...]:
    """Return what the clipboard holds: files, or a picture."""
    return held_files(QGuiApplication.clipboard().mimeData(), _("pasted.png"))


def held_files(held: QMimeData | None, picture: str) -> tuple[Taken, ...]:
    """Return the files, or the picture under this name; nothing if there is neither."""
    if held is None:  # an empty clipboard, on some platforms
        return ()
    paths = [Path(each.toLocalFile()) for each in held.urls() if each.isLocalFile()]
    if not paths and held.hasImage():
        image: QImage = held.imageData()
        return ((picture, _png(image)),)
    return tuple((each.name, each) for each in paths)


class DropPlace(QObject):
    """Lets files be dropped anywhere on a widget.

    Signals:
        dropped(object): What was dropped, as a tuple of `Taken`.
    """

    dropped = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if event.mimeData().hasUrls() or event.mimeData().hasImage():
                event.acceptProposedAction()
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if taken := held_files(event.mimeData(), _("dropped.png")):
                event.acceptProposedAction()
                self.dropped.emit(taken)
        else:
            return False
        return True


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
