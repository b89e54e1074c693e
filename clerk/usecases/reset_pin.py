"""Give somebody a new key because their PIN is forgotten or known to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.people_events import KeyReplaced
from clerk.domain.staff import Role

if TYPE_CHECKING:
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetPin:
    """IT resets; the person types the new PIN."""

    by: Staff
    staff_id: StaffId
    pin: str


def reset_pin(wish: ResetPin, counter: Counter) -> None:
    """Replace the key: nobody can open the old one, and it still proves what it signed.

    Raises:
        NotYourRole: Only IT resets.
        NoSuchStaff: Nobody of this id works here.
        WeakPin: The PIN is too easy.
    """
    wish.by.must_be(Role.IT)
    with counter.begin() as work:
        person = work.people.get(wish.staff_id)
        key = work.people.make_key(person.id, wish.pin)
        work.people.record(
            KeyReplaced(by=wish.by.id, at=counter.clock(), staff_id=person.id, key=key)
        )
        work.commit()
