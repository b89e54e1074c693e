"""Let somebody sign in at this window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.people_events import PersonAdded
from clerk.domain.staff import Role
from clerk.usecases.trouble import NumberTaken

if TYPE_CHECKING:
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPerson:
    """An IT person adds somebody, who types their own first PIN."""

    by: Staff
    person: Staff
    pin: str


def add_person(wish: AddPerson, counter: Counter) -> None:
    """Make the person's key, seal it under their PIN, and write both down.

    Raises:
        NotYourRole: Only IT adds people.
        NumberTaken: The staff number belongs to somebody already.
        WeakPin: The PIN is too easy.
    """
    wish.by.must_be(Role.IT)
    with counter.begin() as work:
        known = (*work.people.all(), *work.people.roster.people.values())
        if any(wish.person.number == x.number or wish.person.id == x.id for x in known):
            raise NumberTaken(number=wish.person.number)
        key = work.people.make_key(wish.person.id, wish.pin)
        event = PersonAdded(by=wish.by.id, at=counter.clock(), person=wish.person, key=key)
        work.people.record(event)
        work.commit()
