"""The hand-over page: what waits for its certificate or its applicant, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.stages import Action
from clerk.ui.presenters.case_view import CaseView
from clerk.ui.presenters.case_work import CaseWork
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.worklist import WorklistScreen
    from clerk.ui.room import Room

QUEUES = (Queue.TO_HAND_OVER, Queue.TO_MAKE)


class HandOverPresenter(CaseWork):
    """Opens the form that is due as soon as a case is chosen."""

    def __init__(
        self,
        room: Room,
        show_list: Callable[[WorklistScreen], None],
        show_case: Callable[[CaseScreen], None],
    ) -> None:
        case = CaseView(room, show_case, first_step=step_due, looks_first=True)
        super().__init__(room, QUEUES, case=case, show_list=show_list)


def step_due(case: Case) -> Action | None:
    """Return what is to be done with a granted or refused case."""
    for each in (Action.MAKE_CERTIFICATE, Action.HAND_OVER):
        if case.allows(each):
            return each
    return None
