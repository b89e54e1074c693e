"""The hand-over page: what waits for its certificate or its applicant, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.stages import Action
from clerk.ui.presenters.case_view import CaseView
from clerk.ui.presenters.worklist import Worklist
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case
    from clerk.domain.identifiers import CaseId
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room

QUEUES = (Queue.TO_HAND_OVER, Queue.TO_MAKE)


class HandOverPresenter:
    """Opens the form that is due as soon as a case is chosen."""

    def __init__(
        self,
        room: Room,
        show_list: Callable[[WorklistScreen], None],
        show_case: Callable[[CaseScreen], None],
    ) -> None:
        self.case = CaseView(room, show_case, first_step=step_due, looks_first=True)
        self.list = Worklist(
            room, QUEUES, show=show_list, picked=self.case.open, otherwise=self.case.trouble
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


def step_due(case: Case) -> Action | None:
    """Return what is to be done with a granted or refused case."""
    for each in (Action.MAKE_CERTIFICATE, Action.HAND_OVER):
        if case.allows(each):
            return each
    return None
