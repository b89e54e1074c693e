"""An open case in the middle of a page: message, head, track and dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.pages.case_parts.case_head import CaseHead
from clerk.ui.pages.case_parts.dossier import Dossier
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.case_view import CaseView


class CasePane(QWidget):
    """Shows one case, or says that none is open."""

    def __init__(
        self, view: CaseView, *, beside: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = theme.current()
        self.notice = NoticeBar()
        self.head = CaseHead()
        self.dossier = Dossier(view, beside=beside)
        case = QWidget()
        inner = QVBoxLayout(case)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(12))
        inner.addWidget(self.head)
        inner.addWidget(self.dossier, 1)
        self._case = case
        self._nothing = _nothing_open()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.notice)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._case, 1)
        self._case.hide()
        self.notice.dismissed.connect(lambda: view.tell(None))

    def show_screen(self, screen: CaseScreen) -> None:
        """Show the case as it is now."""
        if screen.notice != self.notice.notice:
            if screen.notice:
                self.notice.tell(screen.notice)
            else:
                self.notice.clear()
        self._nothing.setVisible(screen.sheet is None)
        self._case.setVisible(screen.sheet is not None)
        if screen.sheet:
            self.head.show_sheet(screen.sheet)
        self.dossier.show_screen(screen)


def _nothing_open() -> Card:
    card = Card()
    words = QLabel(_("No case is open. Choose one at the left, or scan its paper."))
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words.setWordWrap(True)
    theme.set_role(words, "muted")
    card.add(words, 1)
    return card
