"""The roster: everybody's roles, keys and letters, as the journal's facts about people make it.

Immutable; ``after`` returns the next one. Whether a key was good is a question
of the journal's order, not of a clock: a fact signed behind its key's end does
not hold, however its time was set.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from clerk.domain import people_events as p
from clerk.domain.authority import (
    Authorisation,
    AuthorisationId,
    AuthorityTooOld,
    Deputyship,
    Holder,
    Lack,
    NoAuthority,
)
from clerk.domain.codec import canonical, to_plain
from clerk.domain.keys import KeyId, PublicKey
from clerk.domain.staff import Role, Staff, StaffId

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.event import Event
    from clerk.domain.stages import Action

OFFLINE_DAYS = 7
"""How long letters are believed without word from the center; a center may set another number."""

_CARD_TAG = b"clerk window card 1\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecord:
    """A person's key; ``is_over`` once it was replaced or revoked, or its owner left."""

    key: PublicKey
    owner: StaffId
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who is who, with which key and which authority, at one place of the journal."""

    founded: p.CenterFounded | None = None
    people: Mapping[StaffId, Staff] = field(default_factory=dict)
    left: frozenset[StaffId] = frozenset()
    keys: Mapping[KeyId, KeyRecord] = field(default_factory=dict)
    letters: tuple[Authorisation, ...] = ()
    revoked: frozenset[AuthorisationId] = frozenset()
    deputies: tuple[Deputyship, ...] = ()
    windows: Mapping[KeyId, p.WindowCard] = field(default_factory=dict)

    def after(self, event: Event) -> Roster:
        """Return the roster after one more fact; facts about cases leave it as it is."""
        change = _CHANGES.get(type(event))
        return replace(self, **change(self, event)) if change else self

    @property
    def present(self) -> tuple[Staff, ...]:
        """Everybody who works here, by staff number."""
        here = (each for each in self.people.values() if each.id not in self.left)
        return tuple(sorted(here, key=lambda each: each.number))

    def key_of(self, staff_id: StaffId) -> PublicKey | None:
        """Return the key a person signs with now, None if it was revoked or they left."""
        return next(
            (x.key for x in self.keys.values() if x.owner == staff_id and not x.is_over), None
        )

    def has_role(self, staff_id: StaffId, role: Role) -> bool:
        """Whether a person works here in this role."""
        person = self.people.get(staff_id)
        return person is not None and staff_id not in self.left and role in person.roles

    def must_have_authority(
        self,
        staff: Staff,
        action: Action,
        item: ServiceItem,
        at: datetime,
        *,
        refreshed_at: datetime | None = None,
        oldest_days: int = OFFLINE_DAYS,
    ) -> None:
        """Refuse a decision that no letter covers on the day of ``at``.

        ``refreshed_at`` says when the center was last heard; None where this
        desk keeps the letters itself.

        Raises:
            NoAuthority: It names who has it.
            AuthorityTooOld: The center was not heard for too long.
        """
        if refreshed_at and at - refreshed_at > timedelta(days=oldest_days):
            raise AuthorityTooOld(refreshed_at=refreshed_at, days=oldest_days)
        if self.may_decide(staff.id, action, item, at.date()):
            return
        raise NoAuthority(
            name=staff.name,
            action=action,
            item=item.name.zh,
            lack=self._lack(staff.id, action, item, at.date()),
            holders=self.holders(action, item, at.date()),
        )

    def may_decide(self, staff_id: StaffId, action: Action, item: ServiceItem, day: date) -> bool:
        """Whether a letter of their own, or of whom they stand in for, covers it that day."""
        if not self.has_role(staff_id, Role.CHIEF):
            return False
        principals = {staff_id} | {
            x.principal for x in self.deputies if x.deputy == staff_id and x.holds_on(day)
        }
        return any(
            each.holds_on(day) and each.id not in self.revoked
            for each in self._letters(principals - self.left, action, item)
        )

    def holders(self, action: Action, item: ServiceItem, day: date) -> tuple[Holder, ...]:
        """Return who may decide it that day."""
        return tuple(
            Holder(name=each.name, phone=each.phone)
            for each in self.present
            if self.may_decide(each.id, action, item, day)
        )

    def _letters(
        self, of: frozenset[StaffId] | set[StaffId], action: Action, item: ServiceItem
    ) -> tuple[Authorisation, ...]:
        return tuple(x for x in self.letters if x.staff_id in of and x.names(action, item))

    def _lack(self, staff_id: StaffId, action: Action, item: ServiceItem, day: date) -> Lack:
        own = self._letters({staff_id}, action, item)
        if not own:
            return Lack.NONE
        if own[-1].id in self.revoked:
            return Lack.REVOKED
        return Lack.NOT_YET if day < own[-1].from_on else Lack.OVER


def card_digest(card: p.WindowCard) -> bytes:
    """Return what the center's root key signs to vouch for a window (32 bytes)."""
    return hashlib.sha256(_CARD_TAG + canonical(to_plain(replace(card, signature="")))).digest()


_Change = dict[str, Any]


def _founded(_roster: Roster, event: p.CenterFounded) -> _Change:
    return {
        "founded": event,
        "people": {event.person.id: event.person},
        "keys": {event.key.id: KeyRecord(key=event.key, owner=event.person.id)},
        "windows": {event.card.key.id: event.card},
    }


def _trusted(roster: Roster, event: p.WindowTrusted) -> _Change:
    return {"windows": {**roster.windows, event.card.key.id: event.card}}


def _added(roster: Roster, event: p.PersonAdded) -> _Change:
    person = event.person
    return {
        "people": {**roster.people, person.id: person},
        "left": roster.left - {person.id},
        "keys": _with_key(roster, person.id, event.key),
    }


def _changed(roster: Roster, event: p.PersonChanged) -> _Change:
    return {"people": {**roster.people, event.person.id: event.person}}


def _gone(roster: Roster, event: p.PersonLeft) -> _Change:
    return {
        "left": roster.left | {event.staff_id},
        "keys": _ended(roster, lambda record: record.owner == event.staff_id),
    }


def _replaced(roster: Roster, event: p.KeyReplaced) -> _Change:
    return {"keys": _with_key(roster, event.staff_id, event.key)}


def _key_revoked(roster: Roster, event: p.KeyRevoked) -> _Change:
    return {"keys": _ended(roster, lambda record: record.key.id == event.key_id)}


def _authorised(roster: Roster, event: p.Authorised) -> _Change:
    return {"letters": (*roster.letters, event.authorisation)}


def _letter_revoked(roster: Roster, event: p.AuthorisationRevoked) -> _Change:
    return {"revoked": roster.revoked | {event.authorisation_id}}


def _deputy_named(roster: Roster, event: p.DeputyNamed) -> _Change:
    return {"deputies": (*roster.deputies, event.deputyship)}


def _deputy_ended(roster: Roster, event: p.DeputyEnded) -> _Change:
    return {"deputies": tuple(x for x in roster.deputies if x.id != event.deputy_id)}


def _with_key(roster: Roster, owner: StaffId, key: PublicKey) -> Mapping[KeyId, KeyRecord]:
    before = _ended(roster, lambda record: record.owner == owner)
    return {**before, key.id: KeyRecord(key=key, owner=owner)}


def _ended(roster: Roster, which: Callable[[KeyRecord], bool]) -> Mapping[KeyId, KeyRecord]:
    return {
        key_id: replace(record, is_over=True) if which(record) else record
        for key_id, record in roster.keys.items()
    }


_CHANGES: dict[type[Event], Callable[[Roster, Any], _Change]] = {
    p.CenterFounded: _founded,
    p.WindowTrusted: _trusted,
    p.PersonAdded: _added,
    p.PersonChanged: _changed,
    p.PersonLeft: _gone,
    p.KeyReplaced: _replaced,
    p.KeyRevoked: _key_revoked,
    p.Authorised: _authorised,
    p.AuthorisationRevoked: _letter_revoked,
    p.DeputyNamed: _deputy_named,
    p.DeputyEnded: _deputy_ended,
}
