"""What the pages with cases share: a list at the left, the case, what to do at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk.domain.identifiers import CaseId
from clerk.ui import theme
from clerk.ui.pages.case_parts.side import SideColumn
from clerk.ui.pages.case_parts.worklist_card import WorklistCard
from clerk.ui.pages.case_view import CasePane
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.case_work import CaseWork
    from clerk.ui.presenters.worklist import WorklistScreen

LIST_WIDTH = 304
SIDE_WIDTH = 300


class CasePage(QWidget):
    """Three columns; a hidden page marks itself stale and reads again when it is shown.

    A page has its ``title`` and ``icon_name``, makes its presenter and its card at the
    right, and calls :meth:`furnish` with them.
    """

    title = ""
    icon_name = ""

    def furnish(self, work: CaseWork, card: QWidget, *, heading: str, beside: bool = False) -> None:
        """Put the columns in place; ``beside`` keeps a picture beside the checklist."""
        self._work = work
        self._is_stale = True
        self.list = WorklistCard(heading, work.list.screen.queues)
        self.pane = CasePane(work.case, beside=beside)
        look = theme.current()
        self.list.setFixedWidth(look.px(LIST_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.list)
        row.addWidget(self.pane, 1)
        row.addWidget(SideColumn(card, SIDE_WIDTH))
        self.list.queue_chosen.connect(lambda each: work.list.choose_queue(Queue(each)))
        self.list.chosen.connect(lambda each: work.choose(CaseId(each)))

    def shown(self) -> None:
        """Take the focus on the list; read it again if something went stale."""
        if self._is_stale:
            self._is_stale = False
            self._work.list.load()
        self.list.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, case_ids: frozenset[CaseId]) -> None:
        """Read again now, or once the page is shown."""
        if self.isVisible():
            self._work.changed(case_ids)
        else:
            self._is_stale = True
            self._work.case.changed(case_ids)

    def show_list(self, screen: WorklistScreen) -> None:
        """Show the list as it is now."""
        self.list.show_list(screen)

    def show_case(self, screen: CaseScreen) -> None:
        """Show the case as it is now."""
        self.pane.show_screen(screen)
