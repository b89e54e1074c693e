"""The printers page: where papers go, how the printers stand, and what nobody saw come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clerk.ui import keys, theme
from clerk.ui.pages.printer_parts.asked_card import AskedCard
from clerk.ui.pages.printer_parts.choice_card import ChoiceCard
from clerk.ui.pages.printer_parts.machine_card import MachineCard
from clerk.ui.presenters.printers import PrintersPresenter
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.ui.presenters.printers_screen import PrintersScreen
    from clerk.ui.room import Room

LIST_WIDTH = 304
RIGHT_WIDTH = 440


class PrintersPage(QWidget):
    """Kinds of paper at the left, the choice in the middle, the printers at the right.

    Signals:
        asks(int): So many papers wait for an answer whether they came out.
    """

    asks = Signal(int)
    icon_name = "printer"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Printers")
        self.presenter = PrintersPresenter(room, self._show_screen)
        self.kinds = CaseList(name=_("Where each paper goes"))
        self.notice = NoticeBar()
        self.asked = AskedCard(self.presenter)
        self.choice = ChoiceCard(self.presenter)
        self.machines = MachineCard(self.presenter)
        self._arrange()
        self.kinds.selected.connect(self.presenter.choose_kind)
        self.kinds.opened.connect(lambda _id: self.choice.take_focus())
        self.notice.dismissed.connect(lambda: self.presenter.tell(None))
        keys.bind(self, keys.Command.REFRESH, self.presenter.look_again)

    def shown(self) -> None:
        """Take the focus where an answer waits, else on the list; ask how the printers stand."""
        self.presenter.look_again()
        target = self.asked.list if self.asked.isVisibleTo(self) else self.kinds
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, _case_ids: frozenset[CaseId]) -> None:
        """Read what is to be asked; the badge counts it also while the page is hidden."""
        self.presenter.ask_again()

    def _arrange(self) -> None:
        gap = theme.current().px(12)
        papers = Card(_("Where each paper goes"))
        papers.setFixedWidth(theme.current().px(LIST_WIDTH))
        papers.add(self.kinds, 1)
        middle = QVBoxLayout()
        middle.setSpacing(gap)
        middle.addWidget(self.notice)
        middle.addWidget(self.choice)
        middle.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(gap)
        right.addWidget(self.asked)
        right.addWidget(self.machines, 1)
        for card in (self.asked, self.machines):
            card.setFixedWidth(theme.current().px(RIGHT_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        row.addWidget(papers)
        row.addLayout(middle, 1)
        row.addLayout(right)

    def _show_screen(self, screen: PrintersScreen) -> None:
        self.kinds.show_rows(screen.kinds)
        if screen.notice is None:
            self.notice.clear()
        elif screen.notice != self.notice.notice:
            self.notice.tell(screen.notice)
        self.asked.show_screen(screen)
        self.choice.show_screen(screen)
        self.machines.show_screen(screen)
        self.asks.emit(len(screen.asked))
