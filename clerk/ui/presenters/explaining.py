"""Why a due date is the day it is: every clock of a case or of a sheet, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.clock_events import ClockKind
from clerk.domain.clocks import clocks_of
from clerk.domain.explanation import explain
from clerk.usecases.explanation_words import day_name, explained
from clerk.usecases.language import _
from clerk.usecases.names import clock_name

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.explanation import Explanation
    from clerk.ui.presenters.case_rows import Today


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One due date: what it is the end of, and a sentence for each step to it."""

    title: str
    steps: tuple[str, ...]


def explained_case(case: Case, today: Today) -> tuple[Explained, ...]:
    """Explain every clock the case has; the one that still runs stands first."""
    clocks = sorted(clocks_of(case, today.calendar, today.on), key=lambda each: not each.is_running)
    return tuple(_section(each.kind, each.explained(today.calendar)) for each in clocks)


def explained_item(item: ServiceItem, today: Today) -> tuple[Explained, ...]:
    """Explain the dates a case of this item would get if it were accepted now."""
    limits = ((ClockKind.PROMISED, item.promised), (ClockKind.STATUTORY, item.statutory))
    return tuple(_section(kind, explain(today.calendar, today.on, limit)) for kind, limit in limits)


def _section(kind: ClockKind, explanation: Explanation) -> Explained:
    title = _("{clock}: {day}").format(clock=clock_name(kind), day=day_name(explanation.due.on))
    return Explained(title=title, steps=explained(explanation))
