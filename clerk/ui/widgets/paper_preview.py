"""The paper that will print, as it will print, with a mark that it is not printed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from clerk.ui.widgets.picture_view import PictureView
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from clerk.ui.rows import PageImage


class PaperPreview(PictureView):
    """Shows the sheet at its full width, a click or Return all of it; both stay while one types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, whole=False, stamp=_("PREVIEW"), bare=True)
        self.setToolTip(_("Click or Return: the whole page and back"))
        self.clear(_("No paper yet"))

    def show_paper(self, pages: tuple[PageImage, ...]) -> None:
        """Show the paper as drawn now, or that there is none."""
        if pages:
            self.replace_pages(pages)
        else:
            self.clear(_("No paper yet"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self.is_whole:
            self.fit_width()
        else:
            self.fit_whole()
