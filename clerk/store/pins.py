"""PINs, sealed with Argon2id; whoever guesses is slowed down and locked out."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from clerk.usecases.trouble import NoSuchStaff, PinLocked, WeakPin, WrongPin

if TYPE_CHECKING:
    from argon2 import PasswordHasher
    from sqlalchemy import Connection

    from clerk.domain.staff import StaffId
    from clerk.usecases.ports import Begin, Clock

TRIES = 5
LOCKED_FOR = timedelta(minutes=5)
SHORTEST = 6
_KNOWN = "SELECT pin_hash, wrong_tries, locked_until FROM staff WHERE staff_id = ?"
_NOTE = "UPDATE staff SET wrong_tries = ?, locked_until = ? WHERE staff_id = ?"


def hash_of_new(pin: str) -> str:
    """Seal a new PIN.

    Raises:
        WeakPin: Shorter than six, or one character repeated.
    """
    if len(pin) < SHORTEST or len(set(pin)) == 1:
        raise WeakPin
    return _hasher().hash(pin)


class SqlPins:
    """Checks PINs against their seals; counts wrong tries in the store, so a restart is no help."""

    def __init__(self, connection: Connection, begin: Begin, clock: Clock) -> None:
        self._connection = connection
        self._begin = begin
        self._clock = clock

    def verify(self, staff_id: StaffId, pin: str) -> None:
        from argon2.exceptions import VerifyMismatchError  # noqa: PLC0415 - off the first frame

        with self._connection.begin():
            known = self._connection.exec_driver_sql(_KNOWN, (staff_id,)).first()
        if known is None:
            raise NoSuchStaff(wanted=staff_id)
        now = self._clock()
        if known.locked_until and datetime.fromisoformat(known.locked_until) > now:
            raise PinLocked(until=datetime.fromisoformat(known.locked_until))
        try:
            _hasher().verify(known.pin_hash, pin)
        except VerifyMismatchError:
            self._refuse(staff_id, known.wrong_tries + 1, now)
        if known.wrong_tries:
            self._note(staff_id, 0, None)

    def _refuse(self, staff_id: StaffId, tries: int, now: datetime) -> None:
        if tries >= TRIES:
            until = now + LOCKED_FOR
            self._note(staff_id, 0, until.isoformat())
            raise PinLocked(until=until)
        self._note(staff_id, tries, None)
        raise WrongPin(tries_left=TRIES - tries)

    def _note(self, staff_id: StaffId, tries: int, until: str | None) -> None:
        with self._begin() as work:
            self._connection.exec_driver_sql(_NOTE, (tries, until, staff_id))
            work.commit()


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 - off the first frame

    return PasswordHasher()
