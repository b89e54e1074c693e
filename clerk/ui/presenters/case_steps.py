"""Every step of a case that is taken with a form: the usual path, and the further moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.presenters import case_forms, moves_clock, moves_counter, moves_promises, moves_site
from clerk.ui.presenters.form import Given

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case
    from clerk.domain.stages import Action
    from clerk.ui.presenters.form import Form, Step
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAnswer
    from clerk.usecases.application import Done

STEPS = case_forms.STEPS
"""The usual path, in the order it is offered."""
MOVES: dict[Action, Step] = {
    **moves_promises.MOVES,
    **moves_clock.MOVES,
    **moves_site.MOVES,
    **moves_counter.MOVES,
}
"""What is rarer, in the order it is offered."""
_ALL = {**STEPS, **MOVES}


def may_take(action: Action, case: Case) -> bool:
    """Whether the stage has this step now, and the case something it is about."""
    return case.allows(action) and _ALL[action].fits(case)


def form_of(action: Action, opened: OpenCase, room: Room) -> Form:
    """Return the form of a step, filled with what is known."""
    return _ALL[action].form(opened, room)


def job_of(
    form: Form, case: Case, room: Room, signed: ChiefAnswer | None = None
) -> Callable[[], Done]:
    """Return the job that takes the step with what the form says."""
    today = room.counter.clock().date()
    given = Given(values=form.values(), today=today, signed=signed)
    return lambda: _ALL[form.action].job(given, case, room)
