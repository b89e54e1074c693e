"""The cases page: the work list at the left, the open case at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.presenters.case_view import CaseView
from clerk.ui.presenters.worklist import Worklist
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.identifiers import CaseId
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room


class CasesPresenter:
    """Every case of the desk, by what needs doing."""

    def __init__(
        self,
        room: Room,
        show_list: Callable[[WorklistScreen], None],
        show_case: Callable[[CaseScreen], None],
    ) -> None:
        self._room = room
        self.case = CaseView(room, show_case)
        self.list = Worklist(
            room,
            tuple(Queue),
            show=show_list,
            picked=self.case.open,
            otherwise=self.case.trouble,
        )

    def choose(self, case_id: CaseId) -> None:
        """Open a case of the list."""
        if case_id != self.list.screen.chosen:
            self.case.tell(None)
            self.list.choose(case_id)

    def open_case(self, case_id: CaseId) -> None:
        """Find and open any case of the desk."""
        self._room.tasks.run(
            lambda: self._room.reading.case(case_id).number,
            then=self.list.search,
            otherwise=self.case.trouble,
        )

    def changed(self, case_ids: frozenset[CaseId]) -> None:
        """Read again what these cases are part of."""
        self.list.load()
        self.case.changed(case_ids)
