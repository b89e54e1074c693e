"""The paper that will print, as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.widgets.picture_view import PictureView
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PaperPreview(PictureView):
    """Shows the whole sheet first; says so while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, whole=True)
        self.clear(_("No paper yet"))
