"""Name who stands in for an absent chief (AB岗)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.authority import DeputyId, Deputyship
from clerk.domain.people_events import DeputyNamed
from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.staff import Role

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDeputy:
    """Both people, and the first and last day of the absence."""

    by: Staff
    principal: StaffId
    deputy: StaffId
    from_on: date
    until_on: date


def name_deputy(wish: NameDeputy, counter: Counter) -> DeputyId:
    """Let the deputy decide what the principal may, on those days.

    Raises:
        NotYourRole: Only IT enters it; the deputy must be a chief too.
        NoSuchStaff: One of them does not work here.
        InvalidInput: The days do not fit, or both are the same person.
    """
    wish.by.must_be(Role.IT)
    if wish.until_on < wish.from_on or wish.principal == wish.deputy:
        raise InvalidInput(problems=(Problem("deputy", "required"),))
    now = counter.clock()
    deputyship = Deputyship(
        id=DeputyId(counter.new_id(now)),
        principal=wish.principal,
        deputy=wish.deputy,
        from_on=wish.from_on,
        until_on=wish.until_on,
    )
    with counter.begin() as work:
        work.people.get(wish.principal)
        work.people.get(wish.deputy).must_be(Role.CHIEF)
        work.people.record(DeputyNamed(by=wish.by.id, at=now, deputyship=deputyship))
        work.commit()
    return deputyship.id
