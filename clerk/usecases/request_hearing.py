"""Note that somebody asked for the hearing they were told of (听证申请)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import hearing
from clerk.domain.text import tidy_name
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestHearing:
    """Who asked, and on which day; both mandatory."""

    case_id: CaseId
    by: Staff
    requested_by: str
    requested_on: date


def request_hearing(wish: RequestHearing, counter: Counter) -> Done:
    """Note the request; the hearing is held within twenty working days of it (行政许可法 47).

    Raises:
        WrongStage: It is not being decided.
        NoHearingOpen, HearingAskedTooLate, InvalidInput: See ``domain.hearing``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: hearing.request_hearing(
            case,
            wish.by,
            now,
            requested_by=tidy_name(wish.requested_by),
            requested_on=wish.requested_on,
            calendar=counter.calendar,
        ),
    )
