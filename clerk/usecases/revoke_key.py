"""End a key that may be in other hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.people_events import KeyRevoked
from clerk.domain.staff import Role
from clerk.domain.text import tidy

if TYPE_CHECKING:
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeKey:
    """IT ends the key somebody signs with now."""

    by: Staff
    staff_id: StaffId
    reason: str


def revoke_key(wish: RevokeKey, counter: Counter) -> None:
    """Revoke the key: what it signed so far stands, what it signs from now on does not.

    The person signs in again once IT has given them a new key.

    Raises:
        NotYourRole: Only IT revokes.
        NoSuchStaff: Nobody of this id works here.
    """
    wish.by.must_be(Role.IT)
    with counter.begin() as work:
        person = work.people.get(wish.staff_id)
        key = work.people.roster.key_of(person.id)
        if key is not None:
            event = KeyRevoked(
                by=wish.by.id, at=counter.clock(), key_id=key.id, reason=tidy(wish.reason)
            )
            work.people.record(event)
        work.people.drop_key(person.id)
        work.commit()
