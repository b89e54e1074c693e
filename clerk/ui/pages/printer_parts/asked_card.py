"""Did it come out? Papers whose end no printer told; only a look at the printer answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from clerk.ui import keys, theme
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.ui.presenters.printers import PrintersPresenter
    from clerk.ui.presenters.printers_screen import PrintersScreen

_MOST_SHOWN = 4
_ROW = 46


class AskedCard(Card):
    """Hidden while there is nothing to ask."""

    def __init__(self, presenter: PrintersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Did it come out?"), _("Look at the printer"), parent)
        self.list = CaseList(name=_("Did it come out?"))
        self.yes = ActionButton(command=keys.Command.CAME_OUT, kind=Kind.PRIMARY)
        self.again = ActionButton(command=keys.Command.PRINT_AGAIN)
        self.yes.triggered.connect(lambda: presenter.came_out(self.list.current_id()))
        self.again.triggered.connect(lambda: presenter.print_again(self.list.current_id()))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.current().px(8))
        buttons.addWidget(self.yes)
        buttons.addWidget(self.again)
        self.add(self.list)
        self.add(buttons)
        self.hide()

    def show_screen(self, screen: PrintersScreen) -> None:
        """Show what is to be asked."""
        self.list.show_rows(screen.asked)
        rows = min(len(screen.asked), _MOST_SHOWN)
        self.list.setFixedHeight(theme.current().px(_ROW * rows + 4))
        self.setVisible(bool(screen.asked))
