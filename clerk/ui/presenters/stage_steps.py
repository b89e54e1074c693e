"""The path of one case as a track of steps: who did each, when, and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.events import Granted, Refused
from clerk.domain.stages import Stage
from clerk.ui.rows import StageStep, StepState
from clerk.usecases.language import _
from clerk.usecases.names import stage_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.event import Event
    from clerk.domain.staff import StaffId


@dataclass(frozen=True, slots=True)
class _Step:
    label: str
    awaited: str
    done: _Mark | None


@dataclass(frozen=True, slots=True)
class _Mark:
    by: StaffId
    at: datetime


def stage_steps(case: Case, people: Mapping[StaffId, str]) -> tuple[StageStep, ...]:
    """Lay a case on its track; a declined or withdrawn one ends where it ended."""
    shown: list[StageStep] = []
    is_reached = case.is_finished
    for step in _ended(case) or _whole(case):
        if step.done:
            detail = f"{people.get(step.done.by, step.done.by)} {step.done.at:%m-%d}"
            shown.append(StageStep(label=step.label, detail=detail, state=StepState.DONE))
        elif not is_reached:
            is_reached = True
            shown.append(StageStep(label=step.label, detail=step.awaited, state=StepState.NOW))
        else:
            shown.append(StageStep(label=step.label, detail="", state=StepState.AHEAD))
    return tuple(shown)


def _whole(case: Case) -> tuple[_Step, ...]:
    decided = case.decision if isinstance(case.decision, Granted | Refused) else None
    is_before_chief = case.stage is not Stage.RETURNED
    steps = [
        _Step(_("Receipt"), "", _Mark(case.received_by, case.received_at)),
        _Step(_("Acceptance"), _awaited(case.stage), _of(case.accepted)),
        _Step(_("Review"), _awaited(case.stage), _of(case.reviewed) if is_before_chief else None),
        _Step(_("Sign-off"), _awaited(case.stage), _of(decided)),
    ]
    if not isinstance(decided, Refused):
        steps.append(_Step(_("Certificate"), _awaited(case.stage), _of(case.certificate)))
    steps.append(_Step(_("Hand-over"), _awaited(case.stage), _of(case.handed_over)))
    return tuple(steps)


def _ended(case: Case) -> tuple[_Step, ...]:
    last = _end_of(case)
    if last is None:
        return ()
    done = tuple(each for each in _whole(case) if each.done)
    return (*done, _Step(stage_name(case.stage), "", _of(last)))


def _end_of(case: Case) -> Event | None:
    """Return what ended the path before its end; a deemed acceptance ends nothing."""
    ends = (case.declined, case.withdrawn, case.broken, case.given_back, case.terminated)
    deemed = case.deemed if case.stage is Stage.WITHDRAWN else None
    return next((each for each in ends if each), deemed)


def _of(event: Event | None) -> _Mark | None:
    return _Mark(event.by, event.at) if event else None


def _awaited(stage: Stage) -> str:
    """Say in a word or two what a case waits for; the track has no room for its stage's name."""
    return {
        Stage.RECEIVED: _("to be checked"),
        Stage.NOTIFIED: _("papers awaited"),
        Stage.ACCEPTED: _("being examined"),
        Stage.REVIEWED: _("to be signed"),
        Stage.RETURNED: _("sent back"),
        Stage.GRANTED: _("to be made"),
        Stage.REFUSED: _("refusal waits"),
        Stage.CERTIFIED: _("waits here"),
    }.get(stage, stage_name(stage))
