"""The people's keys under their PINs; whoever guesses is slowed down and locked out.

A clerk's key is opened at sign-in and held until the lock; the PIN itself is
dropped as soon as the box is open. A chief's key is opened for one signature.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from clerk.store.ed25519 import OpenKey
from clerk.store.sealed_key import PIN_COST, Cost, sealed, unsealed
from clerk.usecases.trouble import NobodySigns, NoSuchStaff, PinLocked, WeakPin, WrongPin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from clerk.domain.keys import PublicKey, Seal
    from clerk.domain.staff import StaffId
    from clerk.usecases.ports import Begin, Clock

TRIES = 5
LOCKED_FOR = timedelta(minutes=5)
LOCKED_LONGEST = timedelta(hours=24)
SHORTEST = 6
_KNOWN = "SELECT content, wrong_tries, locked_until FROM sealed_key WHERE staff_id = ?"
_NOTE = "UPDATE sealed_key SET wrong_tries = ?, locked_until = ? WHERE staff_id = ?"
_KEEP = (
    "INSERT OR REPLACE INTO sealed_key (staff_id, content, wrong_tries, locked_until)"
    " VALUES (?, ?, 0, NULL)"
)
_DROP = "DELETE FROM sealed_key WHERE staff_id = ?"


class SqlPins:
    """Opens keys and counts wrong tries in the store, so a restart is no help.

    Args:
        secret: What the window's key adds to each PIN.
        cost: What sealing costs; a box remembers its own.
    """

    def __init__(
        self,
        connection: Connection,
        begin: Begin,
        clock: Clock,
        *,
        secret: bytes,
        cost: Cost = PIN_COST,
    ) -> None:
        self._connection = connection
        self._begin = begin
        self._clock = clock
        self._secret = secret
        self._cost = cost
        self._held: dict[StaffId, Seal] = {}
        self._at_once: dict[StaffId, Seal] = {}

    def sign_in(self, staff_id: StaffId, pin: str) -> None:
        key = self._opened(staff_id, pin)
        self._held = {staff_id: key}

    def sign_out(self) -> None:
        self._held = {}

    @contextmanager
    def signing(self, staff_id: StaffId, pin: str) -> Iterator[None]:
        self._at_once = {staff_id: self._opened(staff_id, pin)}
        try:
            yield
        finally:
            self._at_once = {}

    def verify(self, staff_id: StaffId, pin: str) -> None:
        self._opened(staff_id, pin)

    def change(self, staff_id: StaffId, pin: str, new: str) -> None:
        must_be_strong(new)
        key = self._opened(staff_id, pin)
        with self._begin() as work:
            self.seal(staff_id, key, new)
            work.commit()

    def seal_of(self, staff_id: StaffId) -> Seal:
        """Return the open key of whoever does something.

        Raises:
            NobodySigns: They are not signed in, and are not giving their PIN just now.
        """
        found = self._at_once.get(staff_id) or self._held.get(staff_id)
        if found is None:
            raise NobodySigns(staff_id=staff_id)
        return found

    def make(self, staff_id: StaffId, pin: str) -> PublicKey:
        """Make a key and keep it sealed, inside the transaction that is open.

        Raises:
            WeakPin: The PIN is too easy.
        """
        must_be_strong(pin)
        key = OpenKey.new()
        self.seal(staff_id, key, pin)
        return key.key

    def seal(self, staff_id: StaffId, key: OpenKey, pin: str) -> None:
        """Keep a key under a PIN, in place of what was kept before."""
        keep_sealed(self._connection, staff_id, key, pin, secret=self._secret, cost=self._cost)

    def drop(self, staff_id: StaffId) -> None:
        """Throw a sealed key away: nobody opens it again."""
        self._connection.exec_driver_sql(_DROP, (staff_id,))

    def _opened(self, staff_id: StaffId, pin: str) -> OpenKey:
        with self._connection.begin():
            known = self._connection.exec_driver_sql(_KNOWN, (staff_id,)).first()
        if known is None:
            raise NoSuchStaff(wanted=staff_id)
        now = self._clock()
        if known.locked_until and datetime.fromisoformat(known.locked_until) > now:
            raise PinLocked(until=datetime.fromisoformat(known.locked_until))
        key = unsealed(known.content, pin, owner=staff_id, secret=self._secret)
        if key is None:
            self._refuse(staff_id, known.wrong_tries + 1, now)
        if known.wrong_tries:
            self._note(staff_id, 0, None)
        assert key is not None  # noqa: S101 - refusing raises
        return key

    def _refuse(self, staff_id: StaffId, tries: int, now: datetime) -> None:
        """Count one more wrong try; every fifth in a row locks, each time for twice as long."""
        if tries % TRIES == 0:
            doubled = LOCKED_FOR * 2 ** min(tries // TRIES - 1, 10)
            until = now + min(doubled, LOCKED_LONGEST)
            self._note(staff_id, tries, until.isoformat())
            raise PinLocked(until=until)
        self._note(staff_id, tries, None)
        raise WrongPin(tries_left=TRIES - tries % TRIES)

    def _note(self, staff_id: StaffId, tries: int, until: str | None) -> None:
        with self._begin() as work:
            self._connection.exec_driver_sql(_NOTE, (tries, until, staff_id))
            work.commit()


def keep_sealed(
    connection: Connection, staff_id: StaffId, key: OpenKey, pin: str, *, secret: bytes, cost: Cost
) -> None:
    """Keep a person's key under a PIN, inside the transaction that is open."""
    text = sealed(key, pin, owner=staff_id, secret=secret, cost=cost)
    connection.exec_driver_sql(_KEEP, (staff_id, text))


def must_be_strong(pin: str) -> None:
    """Refuse a PIN that is guessed at once.

    Raises:
        WeakPin: Shorter than six, one character repeated, or a plain run such as 123456.
    """
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    if len(pin) < SHORTEST or steps in ({0}, {1}, {-1}):
        raise WeakPin
