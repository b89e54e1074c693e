"""The chief's one line (窗口一线签批): grant, refuse, or return to the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.papers import Paper, PaperKind
from clerk.domain.stages import Action
from clerk.domain.text import tidy
from clerk.usecases.application import Done, finish
from clerk.usecases.authority import must_have_authority
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Work


class Decision(StrEnum):
    """What a chief can decide."""

    GRANT = "grant"  # 准予许可
    REFUSE = "refuse"  # 不予许可
    RETURN_TO_WINDOW = "return_to_window"  # 退回窗口


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """The chief's decision on exactly what was on the screen (``seen``: its substance hash)."""

    case_id: CaseId
    by: Staff
    pin: str
    decision: Decision
    opinion: str
    seen: str
    facts: str = ""
    reasons: str = ""
    basis: str = ""


def sign_off(wish: SignOff, counter: Counter) -> Done:
    """Check the PIN, decide, and issue the decision's paper.

    A granted case's paper follows with its certificate; a refusal's is issued
    here, with its remedies (行政许可法 38).

    Raises:
        WrongPin, PinLocked: It is not the chief's PIN.
        WrongStage, NotYourRole, SameHand, SubstanceChanged, InvalidInput: See ``Case.grant``.
        NoAuthority, AuthorityTooOld: No letter lets this chief decide this.
    """
    now = counter.clock()
    with counter.pins.signing(wish.by.id, wish.pin), counter.begin() as work:
        case = decide(work.cases.get(wish.case_id), wish, now)
        must_have_authority(work, wish.by, Action(wish.decision), case.item, now)
        case, papers = _papers(case, wish, now, work, counter)
        return finish(work, case, papers)


def decide(case: Case, wish: SignOff, now: datetime) -> Case:
    """Take the step the chief chose."""
    opinion = tidy(wish.opinion)
    if wish.decision is Decision.GRANT:
        return case.grant(wish.by, now, opinion=opinion, seen=wish.seen)
    if wish.decision is Decision.RETURN_TO_WINDOW:
        return case.return_to_window(wish.by, now, opinion=opinion, seen=wish.seen)
    return case.refuse(
        wish.by,
        now,
        opinion=opinion,
        facts=tidy(wish.facts),
        reasons=tidy(wish.reasons),
        basis=tidy(wish.basis),
        seen=wish.seen,
    )


def _papers(
    case: Case, wish: SignOff, now: datetime, work: Work, counter: Counter
) -> tuple[Case, tuple[Paper, ...]]:
    if wish.decision is not Decision.REFUSE:
        return case, ()
    case, paper = issue_paper(
        PaperKind.REFUSAL, case, by=wish.by, now=now, work=work, counter=counter
    )
    return case, (paper,)
