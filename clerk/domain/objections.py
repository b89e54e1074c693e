"""What stands in the way on a case's path: the refusals of its transitions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.refusals import Refusal

if TYPE_CHECKING:
    from datetime import date


@dataclass(eq=False, kw_only=True)
class ChecklistIncomplete(Refusal):
    """A required prerequisite is neither in hand nor covered by a commitment."""

    prerequisites: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class SituationOpen(Refusal):
    """A question that decides what is required has no answer yet."""

    questions: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class LinesNotLookedAt(Refusal):
    """The one notice must hold everything, but some lines were not looked at (行政许可法 32(4))."""

    prerequisites: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class NothingMissing(Refusal):
    """A notice was asked for although nothing is missing: the case must be accepted (32(5))."""


@dataclass(eq=False, kw_only=True)
class AlreadyTold(Refusal):
    """The applicant was told before; a second notice needs the chief's line (一次性告知)."""


@dataclass(eq=False, kw_only=True)
class PromiseTooLate(Refusal):
    """A paper was promised for after the case's own promised limit."""

    prerequisites: tuple[str, ...]
    due_on: date


@dataclass(eq=False, kw_only=True)
class DayInThePast(Refusal):
    """A last day for the applicant lies before today."""

    day: date


@dataclass(eq=False, kw_only=True)
class DayToCome(Refusal):
    """Something is noted as done on a day that is yet to come."""

    day: date


@dataclass(eq=False, kw_only=True)
class DeadlineTooFar(Refusal):
    """The applicant's last day lies beyond what the item's rule, or reason, allows."""

    latest: date


@dataclass(eq=False, kw_only=True)
class QuestionNotAsked(Refusal):
    """There are answers to questions the item does not ask."""

    questions: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class ProcedureRuns(Refusal):
    """A special procedure has not ended, so nobody can decide yet."""

    names: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class RenewedByLaw(Refusal):
    """The old licence ran out undecided and counts as renewed; it cannot be refused any more."""


@dataclass(eq=False, kw_only=True)
class SameHand(Refusal):
    """The hand that accepted may not sign off."""

    name: str


@dataclass(eq=False, kw_only=True)
class SubstanceChanged(Refusal):
    """The case is not what was on the signer's screen any more."""
