"""Tell of the right to a hearing (听证告知)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import hearing
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeHearing:
    """What the hearing would be about; mandatory."""

    case_id: CaseId
    by: Staff
    matter: str


def notice_hearing(wish: NoticeHearing, counter: Counter) -> Done:
    """Tell of the right, to be used within five working days (行政许可法 46, 47).

    Raises:
        WrongStage: It is not being decided.
        InvalidInput: It does not say about what.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: hearing.notice_hearing(
            case, wish.by, now, matter=tidy(wish.matter), calendar=counter.calendar
        ),
        PaperKind.HEARING_NOTICE,
    )
