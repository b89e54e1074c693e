"""Take an applicant's commitment to the conditions they were told (告知承诺)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import commitment
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy_name
from clerk.usecases.application import Done, Opening, open_case
from clerk.usecases.one_step import issue_and_finish

if TYPE_CHECKING:
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitOnNotice:
    """Who signed the commitment: the applicant, or who may sign for them; mandatory."""

    opening: Opening
    by: Staff
    signer: str


def commit_on_notice(wish: CommitOnNotice, counter: Counter) -> Done:
    """Note the commitment to the published terms; the case can then be finished at once.

    Raises:
        WrongStage: It was accepted or declined before.
        NoCommitmentOnNotice, BadCredit: It is not open to this item, or not to this applicant.
        InvalidInput: The applicant's fields have problems, or nobody signed.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = open_case(wish.opening, work, counter, wish.by, now)
        case = commitment.commit_on_notice(
            case, wish.by, now, signer=tidy_name(wish.signer), calendar=counter.calendar
        )
        return issue_and_finish(case, wish.by, now, work, counter, PaperKind.COMMITMENT_ON_NOTICE)
