"""What stands in the way of the counter's further moves: their refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.refusals import Refusal

if TYPE_CHECKING:
    from datetime import date


@dataclass(eq=False, kw_only=True)
class ShouldHaveBeenKnown(Refusal):
    """A further notice asks for what was found in order when the first was issued (32(4))."""

    prerequisites: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class DeadlineStillRuns(Refusal):
    """What follows a missed last day was asked for before that day was over."""

    until: date


@dataclass(eq=False, kw_only=True)
class DayNotCome(Refusal):
    """Something is noted as done on a day that is yet to come."""

    day: date


@dataclass(eq=False, kw_only=True)
class BadCredit(Refusal):
    """An applicant of bad credit is not taken at their word (失信)."""

    name: str


@dataclass(eq=False, kw_only=True)
class NotPromised(Refusal):
    """Nothing is outstanding under a commitment, or not these papers."""

    prerequisites: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class PromisesOutstanding(Refusal):
    """Papers promised at acceptance have not come in, so it cannot be granted yet."""

    prerequisites: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class NoCommitmentOnNotice(Refusal):
    """The published list does not let a commitment stand for anything of this item."""

    item: str


@dataclass(eq=False, kw_only=True)
class NothingToCheck(Refusal):
    """No commitment on notice was given in this case, or it was checked already."""


@dataclass(eq=False, kw_only=True)
class TooFewStaff(Refusal):
    """Fewer people than the law wants; each is named once (行政许可法 34, 55)."""

    least: int


@dataclass(eq=False, kw_only=True)
class SecondReviewerNeeded(Refusal):
    """What the papers say must be looked into by two of the staff (行政许可法 34)."""

    item: str


@dataclass(eq=False, kw_only=True)
class StillReported(Refusal):
    """The case is with the higher authority, whose answer has not come (行政许可法 35)."""

    authority: str


@dataclass(eq=False, kw_only=True)
class NotReported(Refusal):
    """An answer from above is noted although nothing waits for one."""


@dataclass(eq=False, kw_only=True)
class NoLegalFee(Refusal):
    """The published list has no legal fee for this item (行政许可法 58)."""

    item: str


@dataclass(eq=False, kw_only=True)
class FeeNotOpen(Refusal):
    """There is no fee of this number, or it was paid."""

    fee: int


@dataclass(eq=False, kw_only=True)
class WrongAmount(Refusal):
    """What was paid is not what was asked for; both in fen."""

    asked_fen: int
    paid_fen: int


@dataclass(eq=False, kw_only=True)
class VisitNotOpen(Refusal):
    """There is no visit of this number, or it was held."""

    visit: int


@dataclass(eq=False, kw_only=True)
class NoHearingOpen(Refusal):
    """The right to a hearing was not told, or nobody asked for one."""


@dataclass(eq=False, kw_only=True)
class HearingAskedTooLate(Refusal):
    """The five working days to ask for a hearing are over (行政许可法 47)."""

    request_by: date


@dataclass(eq=False, kw_only=True)
class HearingDayUnfit(Refusal):
    """A hearing is told seven days before and held within twenty (行政许可法 47, 48)."""

    earliest: date
    latest: date


@dataclass(eq=False, kw_only=True)
class SameColleague(Refusal):
    """The case would be handed to whoever answers for it already."""

    name: str


@dataclass(eq=False, kw_only=True)
class NotThisCasesPaper(Refusal):
    """The paper to be corrected was not issued in this case."""
