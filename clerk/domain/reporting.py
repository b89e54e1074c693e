"""Cases a higher authority has its say in (上报件, 行政许可法 35): out and back.

The window sends its opinion and all materials up. The higher authority may not ask the
applicant for anything again, so there is no step that would; while its answer is out,
the case cannot go before the chief.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.case_rules import must_be_back
from clerk.domain.counter_events import ReportAnswered, ReportedUp
from clerk.domain.counter_objections import DayNotCome, NotReported
from clerk.domain.limits import Limit, LimitUnit
from clerk.domain.objections import DayInThePast
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import date, datetime

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.staff import Staff

_TO_TELL = Limit(amount=2, unit=LimitUnit.WORKING_DAYS)  # 上报件: 收到批复后 2 日内答复


def report_up(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    authority: str,
    opinion: str,
    answer_expected_on: date | None = None,
) -> Case:
    """Send opinion and all materials to the higher authority.

    Raises:
        WrongStage: It is not accepted, or before the chief already.
        StillReported: It is up there already.
        InvalidInput: Authority or opinion are not given.
        DayInThePast: The answer would be expected before today.
    """
    must_allow(Action.REPORT_UP, case.stage)
    must_be_back(case.reported, case.answered)
    must_be_filled("report", {"authority": authority, "opinion": opinion})
    if answer_expected_on and answer_expected_on < at.date():
        raise DayInThePast(day=answer_expected_on)
    everything = (*case.checklist.received(), *case.checklist.fetched())
    event = ReportedUp(
        by=by.id,
        at=at,
        authority=authority,
        opinion=opinion,
        materials=tuple(each.prerequisite.name.zh for each in everything),
        sent_on=at.date(),
        answer_expected_on=answer_expected_on,
    )
    return case.after(event)


def answer_report(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    answer: str,
    document: str,
    received_on: date,
    calendar: WorkCalendar,
) -> Case:
    """Note the higher authority's answer; the applicant is told within two working days.

    Raises:
        WrongStage: It is not being decided.
        NotReported: Nothing waits for an answer.
        InvalidInput: Answer or document number are not given.
        DayNotCome: It would have come in the future.
        DayInThePast: It would have come before it was asked for.
    """
    must_allow(Action.ANSWER_REPORT, case.stage)
    if case.reported is None or case.answered:
        raise NotReported
    must_be_filled("report", {"answer": answer, "document": document})
    if received_on > at.date():
        raise DayNotCome(day=received_on)
    if received_on < case.reported.sent_on:
        raise DayInThePast(day=received_on)
    event = ReportAnswered(
        by=by.id,
        at=at,
        answer=answer,
        document=document,
        received_on=received_on,
        tell_by=calendar.due_on(received_on, _TO_TELL).on,
    )
    return case.after(event)
