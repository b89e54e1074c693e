"""Arrange a visit to the site (现场勘查), alone or with other departments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import visiting
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy, tidy_name
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeVisit:
    """When and where, at least two of the staff by name, and what for; all mandatory.

    ``departments`` are those that come along on a joint visit (联合勘查).
    """

    case_id: CaseId
    by: Staff
    visit_at: datetime
    address: str
    staff: tuple[str, ...]
    purpose: str
    departments: tuple[str, ...] = ()


def arrange_visit(wish: ArrangeVisit, counter: Counter) -> Done:
    """Note the arrangement (行政许可法 34, 55).

    Raises:
        WrongStage: It is not being decided.
        TooFewStaff, InvalidInput, DayInThePast: See ``domain.visiting.arrange_visit``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: visiting.arrange_visit(
            case,
            wish.by,
            now,
            visit_at=wish.visit_at,
            address=tidy(wish.address),
            staff=tuple(map(tidy_name, wish.staff)),
            purpose=tidy(wish.purpose),
            departments=tuple(map(tidy_name, wish.departments)),
        ),
        PaperKind.VISIT_ARRANGEMENT,
    )
