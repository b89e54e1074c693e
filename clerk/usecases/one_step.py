"""One step of a case with the papers it issues, as one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from clerk.usecases.application import Done, finish
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.identifiers import CaseId
    from clerk.domain.papers import PaperKind
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Work


class Wish(Protocol):
    """What every wish about a case says: which one, and who asks."""

    @property
    def case_id(self) -> CaseId:
        """The case."""

    @property
    def by(self) -> Staff:
        """Who takes the step."""


def take_step(
    wish: Wish, counter: Counter, step: Callable[[Case, datetime], Case], *papers: PaperKind
) -> Done:
    """Take the step, issue its papers, and commit all of it or nothing.

    Raises:
        NoSuchCase: There is none of that id.
        PaperIncomplete: The case lacks facts a paper must carry.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = step(work.cases.get(wish.case_id), now)
        return issue_and_finish(case, wish.by, now, work, counter, *papers)


def issue_and_finish(
    case: Case, by: Staff, now: datetime, work: Work, counter: Counter, *papers: PaperKind
) -> Done:
    """Issue the papers in order, save the case and commit."""
    issued = []
    for kind in papers:
        case, paper = issue_paper(kind, case, by=by, now=now, work=work, counter=counter)
        issued.append(paper)
    return finish(work, case, tuple(issued))
