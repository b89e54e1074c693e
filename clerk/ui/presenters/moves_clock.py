"""The forms of what moves a due date: special procedures (特别程序) and the extension (延长)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.extensions import Approval
from clerk.domain.limits import ProcedureKind
from clerk.domain.special_procedures import ProcedurePlan, running_procedures
from clerk.domain.stages import Action
from clerk.ui.presenters.form import FieldKind, Form, Given, Step, asked, form
from clerk.ui.presenters.marking import usual_day
from clerk.usecases.end_procedure import EndProcedure, end_procedure
from clerk.usecases.extend_limit import ExtendLimit, extend_limit
from clerk.usecases.language import _
from clerk.usecases.names import procedure_name
from clerk.usecases.start_procedure import StartProcedure, start_procedure

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.usecases.application import Done

_STOPS, _RUNS = "stops", "runs"


def _start_form(opened: OpenCase, room: Room) -> Form:
    counter = room.counter
    today = counter.clock().date()
    kinds = tuple((each.value, procedure_name(each)) for each in ProcedureKind)
    stops = opened.case.item.stopping_basis(ProcedureKind.EXPERT_REVIEW)
    return form(
        Action.START_PROCEDURE,
        _("Begin the procedure"),
        asked(
            "procedure.kind",
            FieldKind.CHOICE,
            label=_("Kind"),
            value=ProcedureKind.EXPERT_REVIEW,
            choices=kinds,
        ),
        asked("procedure.name", value=procedure_name(ProcedureKind.EXPERT_REVIEW)),
        asked(
            "procedure.stops_clock",
            FieldKind.CHOICE,
            label=_("The clock"),
            value=_STOPS if stops else _RUNS,
            choices=((_STOPS, _("stands still, as a law says")), (_RUNS, _("runs on"))),
        ),
        asked("procedure.reason", FieldKind.NOTE),
        asked("procedure.institution"),
        asked("procedure.starts_on", FieldKind.DAY, label=_("Begins on"), value=today.isoformat()),
        asked(
            "procedure.expected_until",
            FieldKind.DAY,
            label=_("Expected until"),
            value=usual_day(counter.calendar, today).isoformat(),
        ),
        asked("procedure.staff", label=_("Staff of a site visit, two at least (else empty)")),
    )


def _start(given: Given, case: Case, room: Room) -> Done:
    plan = ProcedurePlan(
        kind=ProcedureKind(given["kind"]),
        name=given["name"],
        stops_clock=given["stops_clock"] == _STOPS,
        reason=given["reason"],
        institution=given["institution"],
        starts_on=given.day("starts_on"),
        expected_until=given.day("expected_until"),
        staff=given.names("staff"),
    )
    return start_procedure(
        StartProcedure(case_id=case.id, by=room.person(), plan=plan), room.counter
    )


def _end_form(opened: OpenCase, room: Room) -> Form:
    running = running_procedures(opened.case)
    choices = tuple((str(x.started.procedure), x.started.name) for x in running)
    return form(
        Action.END_PROCEDURE,
        _("End the procedure"),
        asked(
            "procedure.procedure",
            FieldKind.CHOICE,
            label=_("Which procedure"),
            value=choices[0][0],
            choices=choices,
        ),
        asked(
            "procedure.ended_on",
            FieldKind.DAY,
            label=_("Ended on"),
            value=room.counter.clock().date().isoformat(),
        ),
        asked("procedure.result", FieldKind.NOTE),
    )


def _end(given: Given, case: Case, room: Room) -> Done:
    wish = EndProcedure(
        case_id=case.id,
        by=room.person(),
        procedure=int(given["procedure"]),
        ended_on=given.day("ended_on"),
        result=given["result"],
    )
    return end_procedure(wish, room.counter)


def _extend_form(opened: OpenCase, room: Room) -> Form:
    rule = opened.case.item.extension
    return form(
        Action.EXTEND,
        _("Note the extension"),
        asked("extension.approver"),
        asked("extension.approver_post", value=rule.approver if rule else ""),
        asked(
            "extension.approved_on",
            FieldKind.DAY,
            label=_("Approved on"),
            value=room.counter.clock().date().isoformat(),
        ),
        asked("extension.reason", FieldKind.NOTE),
    )


def _extend(given: Given, case: Case, room: Room) -> Done:
    approval = Approval(
        approver=given["approver"],
        approver_post=given["approver_post"],
        approved_on=given.day("approved_on"),
        reason=given["reason"],
    )
    return extend_limit(
        ExtendLimit(case_id=case.id, by=room.person(), approval=approval), room.counter
    )


def _may_be_extended(case: Case) -> bool:
    rule = case.item.extension
    return rule is not None and len(case.extensions) < rule.times


MOVES: dict[Action, Step] = {
    Action.START_PROCEDURE: Step(_start_form, _start),
    Action.END_PROCEDURE: Step(_end_form, _end, lambda case: bool(running_procedures(case))),
    Action.EXTEND: Step(_extend_form, _extend, _may_be_extended),
}
"""In the order they are offered."""
