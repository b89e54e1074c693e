"""Refusals and outages that use cases and their ports raise, beyond the case's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.refusals import Outage, Refusal

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(eq=False, kw_only=True)
class NoSuchCase(Refusal):
    """This desk holds no such case."""

    wanted: str


@dataclass(eq=False, kw_only=True)
class OtherCenter(Refusal):
    """The number is right, but another center or window gave it and it is not held here."""

    number: str
    center: str
    window: str


@dataclass(eq=False, kw_only=True)
class NoSuchItem(Refusal):
    """The published list does not hold this item."""

    wanted: str


@dataclass(eq=False, kw_only=True)
class NoSuchStaff(Refusal):
    """Nobody of this name or number may sign in here."""

    wanted: str


@dataclass(eq=False, kw_only=True)
class NoSuchPaper(Refusal):
    """This desk issued no such paper."""

    wanted: str


@dataclass(eq=False, kw_only=True)
class AttachmentGone(Outage):
    """A file of the dossier is not in the store's folder, or not what it was."""

    sha256: str


@dataclass(eq=False, kw_only=True)
class AttachmentUnfit(Refusal):
    """A file cannot be taken in; ``reason`` is a key of the wording table."""

    name: str
    reason: str
    limit_mb: int = 0


@dataclass(eq=False, kw_only=True)
class WrongPin(Refusal):
    """The PIN is not right."""

    tries_left: int


@dataclass(eq=False, kw_only=True)
class PinLocked(Refusal):
    """Too many wrong PINs; nobody can try before ``until``."""

    until: datetime


@dataclass(eq=False, kw_only=True)
class WeakPin(Refusal):
    """A new PIN is shorter than six digits, one digit repeated, or a plain run."""


@dataclass(eq=False, kw_only=True)
class WeakPassphrase(Refusal):
    """The passphrase of a root key is shorter than twelve characters, or hardly varied."""


@dataclass(eq=False, kw_only=True)
class WrongPassphrase(Refusal):
    """The passphrase does not open the root key."""


@dataclass(eq=False, kw_only=True)
class NobodySigns(Refusal):
    """Something was to be done in a person's name whose key is not open."""

    staff_id: str


@dataclass(eq=False, kw_only=True)
class NumberTaken(Refusal):
    """The staff number belongs to somebody already."""

    number: str


@dataclass(eq=False, kw_only=True)
class OwnLetter(Refusal):
    """Nobody enters a letter of authorisation for themselves."""

    name: str


@dataclass(eq=False, kw_only=True)
class PrinterTrouble(Outage):
    """The printer did not print, and nothing came out; ``cause`` is a key of the wording.

    Where it ``had_begun`` and the job was taken back, a sheet it holds in its
    memory may come out once the hindrance is gone.
    """

    printer: str
    cause: str
    detail: str = ""
    had_begun: bool = False


@dataclass(eq=False, kw_only=True)
class PrintUnsure(Outage):
    """Nobody knows whether the paper came out; only a look at the printer tells."""

    printer: str
    cause: str


@dataclass(eq=False, kw_only=True)
class PrintedElsewhere(Outage):
    """The printer failed, and the fallback printed the paper instead."""

    printer: str
    cause: str
    other: str


@dataclass(eq=False, kw_only=True)
class SettingsUnkept(Outage):
    """What was chosen on this PC could not be written down."""

    path: str


@dataclass(eq=False, kw_only=True)
class StoreTrouble(Outage):
    """The store cannot be used; ``cause`` is a key of the wording table."""

    cause: str
    path: str
    detail: str = ""


@dataclass(eq=False, kw_only=True)
class PaperUndrawn(Outage):
    """A paper cannot be drawn: a font or a file of its words is in the way."""

    file: str
    detail: str
