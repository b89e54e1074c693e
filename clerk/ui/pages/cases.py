"""The cases page: work list, open case, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk.domain.identifiers import CaseId
from clerk.ui import theme
from clerk.ui.pages.case_parts.side import SideColumn
from clerk.ui.pages.case_parts.steps_card import StepsCard, ask_for_file
from clerk.ui.pages.case_parts.worklist_card import WorklistCard
from clerk.ui.pages.case_view import CasePane
from clerk.ui.presenters.cases import CasesPresenter
from clerk.usecases.language import _
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room

LIST_WIDTH = 304
SIDE_WIDTH = 288


class CasesPage(QWidget):
    """Every case of the desk, found and worked by keyboard."""

    icon_name = "list-checks"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Cases")
        look = theme.current()
        self.presenter = CasesPresenter(room, self._show_list, self._show_case)
        self._is_stale = True
        self.list = WorklistCard(_("Cases"), self.presenter.list.screen.queues)
        self.pane = CasePane(self.presenter.case)
        self.steps = StepsCard(self.presenter.case)
        self.list.setFixedWidth(look.px(LIST_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.list)
        row.addWidget(self.pane, 1)
        row.addWidget(SideColumn(self.steps, SIDE_WIDTH))
        self.list.queue_chosen.connect(lambda each: self.presenter.list.choose_queue(Queue(each)))
        self.list.chosen.connect(lambda each: self.presenter.choose(CaseId(each)))
        self.list.opened.connect(self.pane.dossier.checklist.setFocus)
        self.steps.file_wanted.connect(self._attach)

    def shown(self) -> None:
        """Take the focus on the list; read it again if something went stale."""
        if self._is_stale:
            self._is_stale = False
            self.presenter.list.load()
        self.list.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, case_ids: frozenset[CaseId]) -> None:
        """Read again now, or once the page is shown."""
        if self.isVisible():
            self.presenter.changed(case_ids)
        else:
            self._is_stale = True
            self.presenter.case.changed(case_ids)

    def search(self, text: str) -> None:
        """Show what the top box asks for."""
        self.presenter.list.search(text)

    def open_case(self, case_id: CaseId) -> None:
        """Open a case that was scanned or chosen elsewhere."""
        self._is_stale = False
        self.presenter.open_case(case_id)

    def _show_list(self, screen: WorklistScreen) -> None:
        self.list.show_list(screen)

    def _show_case(self, screen: CaseScreen) -> None:
        self.pane.show_screen(screen)
        self.steps.show_screen(screen)

    def _attach(self) -> None:
        if file := ask_for_file(self):
            self.presenter.case.attach(*file, self.pane.dossier.checklist.current_id())
