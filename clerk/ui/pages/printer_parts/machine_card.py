"""The printers of this PC as they stand, and a test page on any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui import keys
from clerk.ui.widgets.action_button import ActionButton
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerk.ui.presenters.printers import PrintersPresenter
    from clerk.ui.presenters.printers_screen import PrintersScreen


class MachineCard(Card):
    """F5 asks the system again."""

    def __init__(self, presenter: PrintersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(_("Printers of this PC"), parent=parent)
        self.list = CaseList(name=_("Printers of this PC"))
        self.test = ActionButton(command=keys.Command.TEST_PAGE)
        self.test.triggered.connect(lambda: presenter.print_test_page(self.list.current_id()))
        self.add(self.list, 1)
        self.add(self.test)

    def show_screen(self, screen: PrintersScreen) -> None:
        """Show how they stand."""
        key = keys.keycap_of(keys.Command.REFRESH)
        again = _("{key} looks again").format(key=key)
        self.set_hint(_("Looking…") if screen.is_looking else again)
        self.list.set_empty_text(_("Looking…") if screen.is_looking else "")
        self.list.show_rows(screen.printers)
