"""Extend the limit of a decision (延长期限), and tell the applicant why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.extensions import extend
from clerk.domain.papers import PaperKind
from clerk.usecases.application import Done, finish
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from clerk.domain.extensions import Approval
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendLimit:
    """The clerk notes the approval of an extension."""

    case_id: CaseId
    by: Staff
    approval: Approval


def extend_limit(wish: ExtendLimit, counter: Counter) -> Done:
    """Extend the limit and issue the notice with its reasons (行政许可法 42).

    Raises:
        NotExtendable, ExtendedBefore, LimitRunOut, DayToCome, WrongStage, InvalidInput: See
            ``extensions.extend``.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = extend(work.cases.get(wish.case_id), wish.by, now, counter.calendar, wish.approval)
        case, paper = issue_paper(
            PaperKind.EXTENSION_NOTICE, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case, (paper,))
