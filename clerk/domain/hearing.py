"""Hearings (听证, 行政许可法 46–48): the right is told, asked for, and time and place are told.

Five working days to ask, held within twenty of the asking, told seven before: the days
of this law are working days (82).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_events import HearingNoticed, HearingRequested
from clerk.domain.counter_objections import HearingAskedTooLate, HearingDayUnfit, NoHearingOpen
from clerk.domain.limits import Limit, LimitUnit
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import date, datetime

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.staff import Staff

_TO_ASK = Limit(amount=5, unit=LimitUnit.WORKING_DAYS)
_TO_HOLD = Limit(amount=20, unit=LimitUnit.WORKING_DAYS)
_TO_TELL = Limit(amount=7, unit=LimitUnit.WORKING_DAYS)


def notice_hearing(
    case: Case, by: Staff, at: datetime, *, matter: str, calendar: WorkCalendar
) -> Case:
    """Tell applicant and neighbours that they may ask for a hearing (46, 47).

    Raises:
        WrongStage: It is not being decided.
        InvalidInput: It does not say about what.
    """
    must_allow(Action.NOTICE_HEARING, case.stage)
    must_be_filled("hearing", {"matter": matter})
    request_by = calendar.due_on(at.date(), _TO_ASK).on
    return case.after(HearingNoticed(by=by.id, at=at, matter=matter, request_by=request_by))


def request_hearing(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    requested_by: str,
    requested_on: date,
    calendar: WorkCalendar,
) -> Case:
    """Note who asked for the hearing; it is held within twenty working days (47).

    Raises:
        WrongStage: It is not being decided.
        NoHearingOpen: The right was not told, or was used already.
        HearingAskedTooLate: The days to ask are over.
        InvalidInput: It does not say who asked.
    """
    must_allow(Action.REQUEST_HEARING, case.stage)
    noticed = case.hearing
    if noticed is None or case.hearing_request:
        raise NoHearingOpen
    must_be_filled("hearing", {"requested_by": requested_by})
    if requested_on > noticed.request_by:
        raise HearingAskedTooLate(request_by=noticed.request_by)
    event = HearingRequested(
        by=by.id,
        at=at,
        requested_by=requested_by,
        requested_on=requested_on,
        hold_by=calendar.due_on(requested_on, _TO_HOLD).on,
    )
    return case.after(event)


def arrange_hearing(
    case: Case, by: Staff, at: datetime, *, held_at: datetime, place: str, calendar: WorkCalendar
) -> Case:
    """Tell when and where it is held, seven working days before (48).

    Raises:
        WrongStage: It is not being decided.
        NoHearingOpen: Nobody asked for one.
        HearingDayUnfit: Too soon to be told, or later than twenty working days.
        InvalidInput: It does not say where.
    """
    must_allow(Action.ARRANGE_HEARING, case.stage)
    noticed, request = case.hearing, case.hearing_request
    if noticed is None or request is None:
        raise NoHearingOpen
    must_be_filled("hearing", {"place": place})
    earliest = calendar.due_on(at.date(), _TO_TELL).on
    if not earliest <= held_at.date() <= request.hold_by:
        raise HearingDayUnfit(earliest=earliest, latest=request.hold_by)
    return case.after(replace(noticed, by=by.id, at=at, held_at=held_at, place=place))
