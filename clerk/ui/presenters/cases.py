"""The cases page: the work list at the left, the open case at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.presenters.case_view import CaseView
from clerk.ui.presenters.case_work import CaseWork
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.identifiers import CaseId
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room


class CasesPresenter(CaseWork):
    """Every case of the desk, by what needs doing."""

    def __init__(
        self,
        room: Room,
        show_list: Callable[[WorklistScreen], None],
        show_case: Callable[[CaseScreen], None],
    ) -> None:
        super().__init__(room, tuple(Queue), case=CaseView(room, show_case), show_list=show_list)

    def open_case(self, case_id: CaseId) -> None:
        """Find and open any case of the desk."""
        self._room.tasks.run(
            lambda: self._room.reading.case(case_id).number,
            then=self.list.search,
            otherwise=self.case.trouble,
        )
