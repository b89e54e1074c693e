"""The card at the lower right: the paper that will print, or a file looked at in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.widgets.card import Card
from clerk.ui.widgets.paper_preview import PaperPreview
from clerk.ui.widgets.picture_view import PictureView
from clerk.usecases.language import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerk.ui.rows import PageImage


class PreviewCard(Card):
    """Shows the paper; a file takes its place until the paper is asked for again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._prints = ""
        self.paper = PaperPreview()
        self.picture = PictureView()
        self.picture.hide()
        self.add(self.paper, 1)
        self.add(self.picture, 1)

    def name_paper(self, prints: str) -> None:
        """Say which paper will print; nothing names it while there is none."""
        self._prints = prints
        self._say_what_prints()

    def show_paper(self, pages: tuple[PageImage, ...]) -> None:
        """Show the paper as drawn now."""
        self.paper.show_paper(pages)
        self._say_what_prints()

    def show_file(self, name: str, pages: tuple[PageImage, ...]) -> None:
        """Show a file in the paper's place."""
        if pages:
            self.picture.show_pages(name, pages)
        else:
            self.picture.clear(
                _("{name} is kept; there is nothing to show it with.").format(name=name)
            )
        self.paper.hide()
        self.picture.show()
        self.set_title(name)
        self.set_hint("")

    def show_paper_again(self) -> None:
        """Put the paper back in its place."""
        self.picture.hide()
        self.paper.show()
        self._say_what_prints()

    def _say_what_prints(self) -> None:
        if not self.picture.isHidden():
            return
        named = _("Prints: {paper}").format(paper=self._prints) if self._prints else ""
        self.set_title(named or _("Nothing prints yet"))
        pages = self.paper.page_count if self._prints else 0
        counted = ngettext("{n} page", "{n} pages", pages).format(n=pages)
        self.set_hint(counted if pages else "")
