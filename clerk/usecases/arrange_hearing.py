"""Tell when and where the hearing is held (听证通知)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import hearing
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeHearing:
    """When and where; both mandatory."""

    case_id: CaseId
    by: Staff
    held_at: datetime
    place: str


def arrange_hearing(wish: ArrangeHearing, counter: Counter) -> Done:
    """Tell time and place, seven working days before (行政许可法 48).

    Raises:
        WrongStage: It is not being decided.
        NoHearingOpen: Nobody asked for one.
        HearingDayUnfit, InvalidInput: See ``domain.hearing.arrange_hearing``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: hearing.arrange_hearing(
            case,
            wish.by,
            now,
            held_at=wish.held_at,
            place=tidy(wish.place),
            calendar=counter.calendar,
        ),
        PaperKind.HEARING_NOTICE,
    )
