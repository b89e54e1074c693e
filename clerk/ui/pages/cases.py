"""The cases page: work list, open case, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.chief_line import ChiefLine
from clerk.ui.keys import Command, bind
from clerk.ui.pages.case_page import CasePage
from clerk.ui.pages.case_parts.steps_card import StepsCard
from clerk.ui.presenters.cases import CasesPresenter
from clerk.ui.rows import Notice, Tone
from clerk.ui.widgets.file_intake import DropPlace, Taken, chosen_files, pasted_files
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerk.domain.identifiers import CaseId
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAsk


class CasesPage(CasePage):
    """Every case of the desk, found and worked by keyboard; the chief's line opens over it."""

    icon_name = "list-checks"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Cases")
        self.presenter = CasesPresenter(room, self.show_list, self.show_case)
        self.steps = StepsCard(self.presenter.case)
        self.furnish(self.presenter, self.steps, heading=_("Cases"))
        self._ask: ChiefAsk | None = None
        self._refusal: Notice | None = None
        self.chief_line = ChiefLine(self)
        self.list.opened.connect(self.pane.dossier.checklist.setFocus)
        self.steps.file_wanted.connect(lambda: self.take_files(chosen_files(self)))
        DropPlace(self).dropped.connect(self.take_files)
        bind(self.pane, Command.PASTE_FILE, self._paste)
        chief = self.presenter.case.chief
        self.chief_line.signed.connect(chief.signed)
        self.chief_line.cancelled.connect(chief.close)

    def search(self, text: str) -> None:
        """Show what the top box asks for."""
        self.presenter.list.search(text)

    def open_case(self, case_id: CaseId) -> None:
        """Open a case that was scanned or chosen elsewhere."""
        self._is_stale = False
        self.presenter.open_case(case_id)

    def show_case(self, screen: CaseScreen) -> None:
        super().show_case(screen)
        self.steps.show_screen(screen)
        self._show_chief(screen)

    def take_files(self, files: tuple[Taken, ...]) -> None:
        """Lay files into the open case's dossier."""
        self.presenter.case.attach(files, self.pane.dossier.line_for_files())

    def _paste(self) -> None:
        if files := pasted_files():
            self.take_files(files)
        else:
            what = _("The clipboard holds no picture and no file.")
            self.presenter.case.tell(Notice(tone=Tone.AMBER, what=what))

    def _show_chief(self, screen: CaseScreen) -> None:
        if screen.chief is not self._ask:
            self._ask = screen.chief
            if screen.chief:
                self.chief_line.open_for(screen.chief)
            else:
                self.chief_line.close_line()
        if screen.chief_notice is not self._refusal:
            self._refusal = screen.chief_notice
            if screen.chief_notice:
                self.chief_line.refuse(screen.chief_notice)
