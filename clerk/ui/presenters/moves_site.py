"""The forms of what happens outside the window: visits to the site, and hearings."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from clerk.domain.stages import Action
from clerk.ui.presenters.form import FieldKind, Form, Given, Step, asked, form
from clerk.usecases.arrange_hearing import ArrangeHearing, arrange_hearing
from clerk.usecases.arrange_visit import ArrangeVisit, arrange_visit
from clerk.usecases.language import _
from clerk.usecases.notice_hearing import NoticeHearing, notice_hearing
from clerk.usecases.record_visit import RecordVisit, record_visit
from clerk.usecases.request_hearing import RequestHearing, request_hearing

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.domain.case_records import Visit
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.usecases.application import Done

_PASSED, _FAILED = "passed", "failed"


def _visit_form(opened: OpenCase, room: Room) -> Form:
    case = opened.case
    tomorrow = room.counter.clock() + timedelta(days=1)
    return form(
        Action.ARRANGE_VISIT,
        _("Arrange the visit"),
        asked(
            "visit.visit_at",
            FieldKind.MOMENT,
            label=_("Day and hour"),
            value=f"{tomorrow:%Y-%m-%d} 09:00",
        ),
        asked("visit.address", value=case.applicant.address),
        asked("visit.staff", label=_("Who goes, two at least (with 、 between)")),
        asked("visit.purpose", FieldKind.NOTE),
        asked("visit.departments", label=_("Departments that come along (may be empty)")),
    )


def _visit(given: Given, case: Case, room: Room) -> Done:
    wish = ArrangeVisit(
        case_id=case.id,
        by=room.person(),
        visit_at=given.moment("visit_at", room.counter.clock()),
        address=given["address"],
        staff=given.names("staff"),
        purpose=given["purpose"],
        departments=given.names("departments"),
    )
    return arrange_visit(wish, room.counter)


def _record_form(opened: OpenCase, room: Room) -> Form:
    case = opened.case
    visit = _open_visit(case)
    return form(
        Action.HOLD_VISIT,
        _("Record the visit"),
        asked(
            "visit.held_at",
            FieldKind.MOMENT,
            label=_("Day and hour"),
            value=f"{room.counter.clock():%Y-%m-%d %H:%M}",
        ),
        asked(
            "visit.staff",
            label=_("Who went, two at least (with 、 between)"),
            value="、".join(visit.arranged.staff) if visit else "",
        ),
        asked(
            "visit.passed",
            FieldKind.CHOICE,
            label=_("Result"),
            value=_PASSED,
            choices=((_PASSED, _("In order")), (_FAILED, _("Not in order"))),
        ),
        asked("visit.findings", FieldKind.NOTE),
        asked("visit.applicant_present", value=case.applicant.contact_name),
    )


def _record(given: Given, case: Case, room: Room) -> Done:
    visit = _open_visit(case)
    assert visit  # noqa: S101 - the move is offered only while a visit is open
    wish = RecordVisit(
        case_id=case.id,
        by=room.person(),
        visit=visit.arranged.visit,
        held_at=given.moment("held_at", room.counter.clock()),
        staff=given.names("staff"),
        findings=given["findings"],
        passed=given["passed"] == _PASSED,
        applicant_present=given["applicant_present"],
    )
    return record_visit(wish, room.counter)


def _open_visit(case: Case) -> Visit | None:
    return next((each for each in case.visits if each.held is None), None)


def _hearing_form(_opened: OpenCase, _room: Room) -> Form:
    return form(
        Action.NOTICE_HEARING,
        _("Tell of the right"),
        asked("hearing.matter", FieldKind.NOTE),
    )


def _hearing(given: Given, case: Case, room: Room) -> Done:
    wish = NoticeHearing(case_id=case.id, by=room.person(), matter=given["matter"])
    return notice_hearing(wish, room.counter)


def _request_form(opened: OpenCase, room: Room) -> Form:
    case = opened.case
    return form(
        Action.REQUEST_HEARING,
        _("Note the request"),
        asked("hearing.requested_by", value=case.applicant.name),
        asked(
            "hearing.requested_on",
            FieldKind.DAY,
            label=_("Asked for on"),
            value=room.counter.clock().date().isoformat(),
        ),
    )


def _request(given: Given, case: Case, room: Room) -> Done:
    wish = RequestHearing(
        case_id=case.id,
        by=room.person(),
        requested_by=given["requested_by"],
        requested_on=given.day("requested_on"),
    )
    return request_hearing(wish, room.counter)


def _arrange_form(opened: OpenCase, _room: Room) -> Form:
    case = opened.case
    latest = case.hearing_request.hold_by.isoformat() if case.hearing_request else ""
    return form(
        Action.ARRANGE_HEARING,
        _("Tell time and place"),
        asked(
            "hearing.held_at",
            FieldKind.MOMENT,
            label=_("Day and hour, {latest} at the latest").format(latest=latest),
        ),
        asked("hearing.place"),
    )


def _arrange(given: Given, case: Case, room: Room) -> Done:
    wish = ArrangeHearing(
        case_id=case.id,
        by=room.person(),
        held_at=given.moment("held_at", room.counter.clock()),
        place=given["place"],
    )
    return arrange_hearing(wish, room.counter)


MOVES: dict[Action, Step] = {
    Action.ARRANGE_VISIT: Step(_visit_form, _visit),
    Action.HOLD_VISIT: Step(_record_form, _record, lambda case: _open_visit(case) is not None),
    Action.NOTICE_HEARING: Step(_hearing_form, _hearing, lambda case: case.hearing is None),
    Action.REQUEST_HEARING: Step(
        _request_form,
        _request,
        lambda case: case.hearing is not None and case.hearing_request is None,
    ),
    Action.ARRANGE_HEARING: Step(
        _arrange_form,
        _arrange,
        lambda case: (
            case.hearing_request is not None
            and case.hearing is not None
            and case.hearing.held_at is None
        ),
    ),
}
"""In the order they are offered."""
