"""Facts about people, keys and authority; they stand in the journal like those about cases.

They belong to no case. The first one founds the center for this window and is
signed by the center's root key; each later one is signed by the person who did
it, so the whole list of who may do what proves itself from that one key on.
"""

from __future__ import annotations

from dataclasses import dataclass

from clerk.domain.authority import Authorisation, AuthorisationId, DeputyId, Deputyship
from clerk.domain.event import Event
from clerk.domain.keys import KeyId, PublicKey
from clerk.domain.staff import Staff, StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowCard:
    """A window's place and public key, as the center's root key vouches for them.

    ``signature`` (hex) is the root's, over :func:`clerk.domain.roster.card_digest`.
    """

    center: str
    window: str
    incarnation: int
    key: PublicKey
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterFounded(Event):
    """The window began: its center's root key, its own card, and the first IT person."""

    root: PublicKey
    card: WindowCard
    person: Staff
    key: PublicKey


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowTrusted(Event):
    """Another window of the center became known, so its papers can be checked here."""

    card: WindowCard


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(Event):
    """Somebody may sign in from now on, with this key."""

    person: Staff
    key: PublicKey


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChanged(Event):
    """Post, department, phone or roles of somebody changed."""

    person: Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeft(Event):
    """Somebody does not work here any more; keys and letters end with it."""

    staff_id: StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyReplaced(Event):
    """IT reset a PIN: a new key from here on; the old one still proves the past."""

    staff_id: StaffId
    key: PublicKey


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRevoked(Event):
    """A key may be in other hands: whatever it signs after this does not hold."""

    key_id: KeyId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorised(Event):
    """A letter of authorisation (授权书) was entered."""

    authorisation: Authorisation


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisationRevoked(Event):
    """A letter does not hold from here on."""

    authorisation_id: AuthorisationId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyNamed(Event):
    """Somebody stands in for somebody else, between two days (AB岗)."""

    deputyship: Deputyship


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyEnded(Event):
    """The absence was over earlier."""

    deputy_id: DeputyId


PEOPLE_KINDS: dict[str, type[Event]] = {
    "center_founded": CenterFounded,
    "window_trusted": WindowTrusted,
    "person_added": PersonAdded,
    "person_changed": PersonChanged,
    "person_left": PersonLeft,
    "key_replaced": KeyReplaced,
    "key_revoked": KeyRevoked,
    "authorised": Authorised,
    "authorisation_revoked": AuthorisationRevoked,
    "deputy_named": DeputyNamed,
    "deputy_ended": DeputyEnded,
}
