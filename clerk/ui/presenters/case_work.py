"""A work list and the case of it that lies open: what every page with cases does with the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.presenters.worklist import Worklist

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.identifiers import CaseId
    from clerk.ui.presenters.case_view import CaseView
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room
    from clerk.usecases.lines import Queue


class CaseWork:
    """Whichever case the list has chosen lies open."""

    def __init__(
        self,
        room: Room,
        queues: tuple[Queue, ...],
        *,
        case: CaseView,
        show_list: Callable[[WorklistScreen], None],
    ) -> None:
        self._room = room
        self.case = case
        self.list = Worklist(
            room, queues, show=show_list, picked=self.picked, otherwise=case.trouble
        )

    def choose(self, case_id: CaseId) -> None:
        """Open a case of the list."""
        if case_id != self.list.screen.chosen:
            self.case.tell(None)
            self.list.choose(case_id)

    def changed(self, case_ids: frozenset[CaseId]) -> None:
        """Read again what these cases are part of."""
        self.list.load()
        self.case.changed(case_ids)

    def picked(self, case_id: CaseId | None) -> None:
        """Lay the case the list has chosen on the page, or none."""
        self.case.open(case_id)
