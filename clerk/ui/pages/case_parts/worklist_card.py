"""The card with a work list: its queues as pills, its cases under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from clerk.domain.identifiers import CaseId
from clerk.ui import keys
from clerk.ui.rows import Chip, Tone
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.ui.widgets.pill import Pill
from clerk.ui.widgets.segmented import Segmented
from clerk.usecases.language import _
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerk.ui.presenters.worklist import WorklistScreen


class WorklistCard(Card):
    """Shows a work list. F3 goes through the queues.

    Signals:
        queue_chosen(str): The queue to show.
        chosen(str): The case to open.
        opened: Return or a double click: the person goes on in the case.
    """

    queue_chosen = Signal(str)
    chosen = Signal(str)
    opened = Signal()

    def __init__(
        self, title: str, queues: tuple[tuple[Queue, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent=parent)
        self._queues = tuple(each for each, _name in queues)
        self._is_showing = False
        self._key = keys.keycap_of(keys.Command.NEXT_QUEUE) if len(queues) > 1 else ""
        self.count = Pill(bold=True)
        self.set_right(self.count)
        self.pills = Segmented(
            "", tuple((each.value, name) for each, name in queues), name=_("Lists")
        )
        if len(queues) < 2:  # noqa: PLR2004 - one list is nothing to choose from
            self.pills.hide()
        self.cases = CaseList(name=title)
        self.add(self.pills)
        self.add(self.cases, 1)
        self.setFocusProxy(self.cases)
        self.pills.chosen.connect(self.queue_chosen)
        self.cases.selected.connect(self._selected)
        self.cases.opened.connect(lambda _id: self.opened.emit())
        if len(queues) > 1:
            keys.bind(self, keys.Command.NEXT_QUEUE, self._next_queue)

    def show_list(self, screen: WorklistScreen) -> None:
        """Show the list as it is now."""
        self._is_showing = True
        self.pills.choose(None if screen.searched else screen.queue)
        self.cases.set_empty_text(screen.empty_text)
        self.cases.show_rows(screen.rows)
        if screen.chosen:
            self.cases.select(screen.chosen)
        self._is_showing = False
        number = str(len(screen.rows)) if screen.rows else ""
        self.count.show_chip(Chip(text=number, tone=Tone.BLUE) if number else None)
        found = _("Found for “{text}”").format(text=screen.searched) if screen.searched else ""
        self.set_hint(found or self._key)

    def _selected(self, case_id: str) -> None:
        if case_id and not self._is_showing:
            self.chosen.emit(CaseId(case_id))

    def _next_queue(self) -> None:
        now = self.pills.value()
        place = self._queues.index(Queue(now)) + 1 if now else 0
        self.queue_chosen.emit(self._queues[place % len(self._queues)])
