"""Enter a letter of authorisation (授权书), or note that it was revoked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.authority import Authorisation, AuthorisationId
from clerk.domain.people_events import AuthorisationRevoked, Authorised
from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.staff import Role
from clerk.domain.text import tidy
from clerk.usecases.trouble import OwnLetter

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.catalogue import ItemId
    from clerk.domain.staff import Staff, StaffId
    from clerk.domain.stages import Action
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorise:
    """What stands in the letter, as IT enters it from the signed paper."""

    by: Staff
    staff_id: StaffId
    letter: str
    granted_by: str
    decisions: frozenset[Action]
    from_on: date
    until_on: date
    departments: frozenset[str] = frozenset()
    items: frozenset[ItemId] = frozenset()


def authorise(wish: Authorise, counter: Counter) -> AuthorisationId:
    """Enter the letter; it holds from this entry of the journal on, within its dates.

    Raises:
        NotYourRole: Only IT enters letters.
        OwnLetter: Nobody enters their own.
        NoSuchStaff: Nobody of this id works here.
        InvalidInput: Number, head, scope, decisions or dates are missing or do not fit.
    """
    wish.by.must_be(Role.IT)
    if wish.by.id == wish.staff_id:
        raise OwnLetter(name=wish.by.name)
    if problems := _problems(wish):
        raise InvalidInput(problems=problems)
    now = counter.clock()
    letter = Authorisation(
        id=AuthorisationId(counter.new_id(now)),
        staff_id=wish.staff_id,
        letter=tidy(wish.letter),
        granted_by=tidy(wish.granted_by),
        decisions=wish.decisions,
        from_on=wish.from_on,
        until_on=wish.until_on,
        departments=wish.departments,
        items=wish.items,
    )
    with counter.begin() as work:
        work.people.get(wish.staff_id)
        work.people.record(Authorised(by=wish.by.id, at=now, authorisation=letter))
        work.commit()
    return letter.id


def revoke_authorisation(
    letter: AuthorisationId, *, by: Staff, reason: str, counter: Counter
) -> None:
    """Note that a letter does not hold from here on.

    Raises:
        NotYourRole: Only IT notes it.
    """
    by.must_be(Role.IT)
    with counter.begin() as work:
        event = AuthorisationRevoked(
            by=by.id, at=counter.clock(), authorisation_id=letter, reason=tidy(reason)
        )
        work.people.record(event)
        work.commit()


def _problems(wish: Authorise) -> tuple[Problem, ...]:
    wanted = {
        "letter": bool(wish.letter.strip()),
        "granted_by": bool(wish.granted_by.strip()),
        "decisions": bool(wish.decisions),
        "scope": bool(wish.departments or wish.items),
        "until_on": wish.from_on <= wish.until_on,
    }
    return tuple(
        Problem(f"authorisation.{x}", "required") for x, there in wanted.items() if not there
    )
