"""Decline an application (不予受理), at once and in writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.application import Done, Opening, finish, open_case
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from clerk.domain.events import DeclineGround
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineCase:
    """The clerk declines; ``authority`` is where to go instead, if somewhere."""

    opening: Opening
    by: Staff
    ground: DeclineGround
    facts: str
    basis: str
    authority: str = ""


def decline_case(wish: DeclineCase, counter: Counter) -> Done:
    """Issue the written decision not to accept, with its remedies (行政许可法 32(1)(2)).

    Raises:
        WrongStage: It was accepted or declined before.
        InvalidInput: Facts, basis or the competent authority are missing.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = open_case(wish.opening, work, counter, wish.by, now)
        case = case.decline(
            wish.by,
            now,
            ground=wish.ground,
            facts=tidy(wish.facts),
            basis=tidy(wish.basis),
            authority=tidy(wish.authority),
        )
        case, paper = issue_paper(
            PaperKind.DECLINE, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case, (paper,))
