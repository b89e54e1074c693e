"""The hand-over page: what waits for its certificate or for its applicant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk.domain.identifiers import CaseId
from clerk.ui import theme
from clerk.ui.pages.case_parts.side import SideColumn
from clerk.ui.pages.case_parts.steps_card import StepsCard
from clerk.ui.pages.case_parts.worklist_card import WorklistCard
from clerk.ui.pages.case_view import CasePane
from clerk.ui.presenters.hand_over import HandOverPresenter
from clerk.usecases.language import _
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room

LIST_WIDTH = 304
SIDE_WIDTH = 300


class HandOverPage(QWidget):
    """The form that is due lies open beside the case; Ctrl+Return takes the step."""

    icon_name = "package-check"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Deliver")
        look = theme.current()
        self._is_stale = True
        self.presenter = HandOverPresenter(room, self._show_list, self._show_case)
        self.list = WorklistCard(_("Waits to be collected"), self.presenter.list.screen.queues)
        self.pane = CasePane(self.presenter.case, beside=True)
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
        self.list.opened.connect(self.steps.form.take_focus)

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

    def _show_list(self, screen: WorklistScreen) -> None:
        self.list.show_list(screen)

    def _show_case(self, screen: CaseScreen) -> None:
        self.pane.show_screen(screen)
        self.steps.show_screen(screen)
