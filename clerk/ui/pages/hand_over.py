"""The hand-over page: what waits for its certificate or for its applicant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.pages.case_page import CasePage
from clerk.ui.pages.case_parts.steps_card import StepsCard
from clerk.ui.presenters.hand_over import HandOverPresenter
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.room import Room


class HandOverPage(CasePage):
    """The form that is due lies open beside the case; Ctrl+Return takes the step."""

    icon_name = "package-check"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Deliver")
        self.presenter = HandOverPresenter(room, self.show_list, self.show_case)
        self.steps = StepsCard(self.presenter.case)
        self.furnish(self.presenter, self.steps, heading=_("Waits to be collected"), beside=True)
        self.list.opened.connect(self.steps.form.take_focus)

    def show_case(self, screen: CaseScreen) -> None:
        super().show_case(screen)
        self.steps.show_screen(screen)
