"""Note that somebody does not work here any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.people_events import PersonLeft
from clerk.domain.staff import Role

if TYPE_CHECKING:
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class LetPersonGo:
    """IT takes somebody off the list."""

    by: Staff
    staff_id: StaffId


def let_person_go(wish: LetPersonGo, counter: Counter) -> None:
    """End a person's key and letters; what they did stays theirs.

    Raises:
        NotYourRole: Only IT takes people off.
        NoSuchStaff: Nobody of this id works here.
    """
    wish.by.must_be(Role.IT)
    with counter.begin() as work:
        person = work.people.get(wish.staff_id)
        work.people.record(PersonLeft(by=wish.by.id, at=counter.clock(), staff_id=person.id))
        work.people.drop_key(person.id)
        work.commit()
