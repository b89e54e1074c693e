"""Keep the law's clock: what the law did by itself, and what a new calendar moved.

Run when the desk opens and when its day changes. It looks only at what the rows
say is due, in small transactions, and finds nothing the second time; so it may be
interrupted, and a desk that was closed for a week catches up to the same dates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from clerk.domain.lapses import lapsed, recomputed
from clerk.usecases.calendar_file import is_newer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from clerk.domain.calendar import DueDate, WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.case_number import CaseNumber
    from clerk.domain.identifiers import CaseId
    from clerk.usecases.counter import Counter

_AT_ONCE = 100
"""Cases in one transaction: the window stays usable between two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A case whose promised day another calendar moved, or made certain."""

    case_id: CaseId
    number: CaseNumber
    before: DueDate
    due: DueDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What changed: cases the law acted on, and cases the calendar moved."""

    lapsed: tuple[CaseId, ...] = ()
    moved: tuple[Moved, ...] = ()

    @property
    def changed(self) -> frozenset[CaseId]:
        """All of them."""
        return frozenset(self.lapsed) | {each.case_id for each in self.moved}


def keep_the_clock(counter: Counter) -> Kept:
    """Bring every open case up to the calendar and to the law (行政许可法 32(4), 42, 44)."""
    moved = tuple(_go_by(counter.calendar, counter))
    today = counter.clock().date()
    with counter.begin() as work:
        due = work.cases.lapsing(today)
    changed = _each(due, counter, lambda case: lapsed(case, counter.clock(), counter.calendar))
    return Kept(lapsed=tuple(each.id for each in changed), moved=moved)


def change_calendar(calendar: WorkCalendar, counter: Counter) -> tuple[Moved, ...]:
    """Go by another calendar from now on, and say which cases moved; both versions are kept.

    The counter of the running window keeps its calendar until it is opened again.
    """
    return tuple(_go_by(calendar, replace(counter, calendar=calendar)))


def _go_by(calendar: WorkCalendar, counter: Counter) -> Iterator[Moved]:
    with counter.begin() as work:
        held = work.calendars.held()
        if held and (held == calendar or is_newer(held, calendar)):
            return
        undecided = work.cases.open_cases()
    now = counter.clock()
    for case in _each(undecided, counter, lambda each: recomputed(each, now, calendar)):
        event = case.recomputed[-1]
        yield Moved(case_id=case.id, number=case.number, before=event.before, due=event.due)
    with counter.begin() as work:
        work.calendars.hold(calendar)
        work.commit()


def _each(
    case_ids: Iterable[CaseId], counter: Counter, change: Callable[[Case], Case]
) -> Iterator[Case]:
    """Change cases, some at a time; give those to which something happened."""
    remaining = iter(case_ids)
    while page := tuple(islice(remaining, _AT_ONCE)):
        with counter.begin() as work:
            cases = tuple(change(work.cases.get(each)) for each in page)
            for case in cases:
                work.cases.save(case)
                if not case.news:
                    work.cases.lay_out(case)
            work.commit()
        yield from (each for each in cases if each.news)
