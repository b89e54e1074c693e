"""What happens to a case's clock: special procedures, extension, what the law deems done.

A fact that moves the clock carries the due dates it led to, as they were told to
the applicant; so an old case keeps its dates whatever the rules say later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clerk.domain.calendar import DueDate
from clerk.domain.event import Event
from clerk.domain.limits import LimitUnit, ProcedureKind


class ClockKind(StrEnum):
    """Whose limit it is."""

    TELLING = "telling"  # 收件后五个工作日内一次告知（许可法 32(4)）
    PROMISED = "promised"  # 承诺时限
    STATUTORY = "statutory"  # 法定时限
    CERTIFICATE = "certificate"  # 决定后十个工作日内制证送达（许可法 44）


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureStarted(Event):
    """A special procedure began; the applicant was told in writing (行政许可法 45).

    ``procedure`` numbers it within the case, from 1. It is recorded in any case and
    stops the clock only where ``stops_clock``; ``basis`` says by which law.
    """

    procedure: int
    kind: ProcedureKind
    name: str
    stops_clock: bool
    reason: str
    basis: str
    institution: str
    starts_on: date
    expected_until: date
    fee: str = ""
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureEnded(Event):
    """A special procedure ended on ``ended_on``; the due dates moved by what it stopped."""

    procedure: int
    ended_on: date
    result: str
    due: DueDate
    statutory_due: DueDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(Event):
    """The limit was extended, once, before it ran out (行政许可法 42)."""

    amount: int
    unit: LimitUnit
    reason: str
    approver: str
    approver_post: str
    approved_on: date
    before: DueDate
    due: DueDate
    statutory_due: DueDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRecomputed(Event):
    """A new calendar moved the due dates; the old ones are kept beside them."""

    calendar: str
    before: DueDate
    statutory_before: DueDate
    due: DueDate
    statutory_due: DueDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemedAccepted(Event):
    """Nobody told within the limit, so it counts as accepted from receipt (行政许可法 32(4))."""

    article: str
    since: datetime
    due: DueDate
    statutory_due: DueDate


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemedRenewed(Event):
    """Nothing was decided when the old licence ran out, so it counts as renewed (行政许可法 50).

    The file still needs its decision on paper; it can only be granted now.
    """

    article: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeemedWithdrawn(Event):
    """The applicant let a deadline pass, so it counts as withdrawn."""

    article: str
    deadline_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOverdue(Event):
    """A limit ran out without a decision (行政许可法 72–75)."""

    clock: ClockKind
    article: str
    due_on: date


CLOCK_KINDS: dict[str, type[Event]] = {
    "procedure_started": ProcedureStarted,
    "procedure_ended": ProcedureEnded,
    "extended": Extended,
    "due_recomputed": DueRecomputed,
    "deemed_accepted": DeemedAccepted,
    "deemed_renewed": DeemedRenewed,
    "deemed_withdrawn": DeemedWithdrawn,
    "went_overdue": WentOverdue,
}
"""The journal's names for them."""

DONE_BY_LAW = (DueRecomputed, DeemedAccepted, DeemedRenewed, DeemedWithdrawn, WentOverdue)
"""What nobody's hand does: the window itself notes and signs it."""
