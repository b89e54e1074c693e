"""A wrong word on an issued paper is put right by a numbered correction (更正).

The paper itself stays what it is: applicant, file and journal hold the same one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_events import PaperCorrected
from clerk.domain.counter_objections import NotThisCasesPaper
from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.identifiers import PaperId
    from clerk.domain.staff import Staff


def correct_paper(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    paper_id: PaperId,
    wrong: str,
    right: str,
    reason: str,
) -> Case:
    """Put ``right`` in the place of ``wrong``; corrections of a paper are counted from 1.

    Raises:
        NotThisCasesPaper: It was not issued in this case.
        InvalidInput: A text is missing, or nothing changes.
    """
    must_allow(Action.CORRECT_PAPER, case.stage)
    if paper_id not in {each.id for each in case.papers}:
        raise NotThisCasesPaper
    must_be_filled("correction", {"wrong": wrong, "right": right, "reason": reason})
    if wrong == right:
        raise InvalidInput(problems=(Problem("correction.right", "nothing_changed"),))
    event = PaperCorrected(
        by=by.id,
        at=at,
        paper_id=paper_id,
        correction=1 + sum(each.paper_id == paper_id for each in case.corrections),
        wrong=wrong,
        right=right,
        reason=reason,
    )
    return case.after(event)
