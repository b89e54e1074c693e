"""Who may decide what, from when to when: authorisation letters (授权书) and deputies (AB岗).

Two gatherings and two places (两集中两到位) move the power to decide to the
window; it rests on a written letter with items, decisions and dates. Nothing
here knows a person's screen: the roster (``roster.py``) asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from clerk.domain.catalogue import ItemId, ServiceItem
from clerk.domain.refusals import Refusal
from clerk.domain.staff import StaffId
from clerk.domain.stages import Action

AuthorisationId = NewType("AuthorisationId", str)
DeputyId = NewType("DeputyId", str)

DECISIONS = frozenset({Action.GRANT, Action.REFUSE, Action.RETURN_TO_WINDOW})
"""What a letter can allow; everything else at the counter goes by role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    """One letter of authorisation (授权书): whom, what, from when to when, and by whom.

    It covers whole departments, single items, or both. ``granted_by`` is the
    head who signed the letter and ``letter`` its number, as they stand on paper.
    """

    id: AuthorisationId
    staff_id: StaffId
    letter: str
    granted_by: str
    decisions: frozenset[Action]
    from_on: date
    until_on: date
    departments: frozenset[str] = frozenset()
    items: frozenset[ItemId] = frozenset()

    def names(self, action: Action, item: ServiceItem) -> bool:
        """Whether the letter names this decision on this item, whatever the day."""
        covered = item.id in self.items or item.department.id in self.departments
        return covered and action in self.decisions

    def holds_on(self, day: date) -> bool:
        """Whether the day lies within the letter's dates, both included."""
        return self.from_on <= day <= self.until_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Deputyship:
    """While ``principal`` is away, ``deputy`` may decide what the principal may (AB岗)."""

    id: DeputyId
    principal: StaffId
    deputy: StaffId
    from_on: date
    until_on: date

    def holds_on(self, day: date) -> bool:
        """Whether the absence covers the day, both ends included."""
        return self.from_on <= day <= self.until_on


class Lack(StrEnum):
    """Why a person has no authority for a decision."""

    NONE = "none"  # no letter names it
    NOT_YET = "not_yet"
    OVER = "over"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who has the authority, and how to call them."""

    name: str
    phone: str


@dataclass(eq=False, kw_only=True)
class NoAuthority(Refusal):
    """No letter that holds today lets this person decide this; ``holders`` can."""

    name: str
    action: Action
    item: str
    lack: Lack
    holders: tuple[Holder, ...]


@dataclass(eq=False, kw_only=True)
class AuthorityTooOld(Refusal):
    """The center was last heard too long ago to know whether letters still hold."""

    refreshed_at: datetime
    days: int
