"""Sign in at the desk by name or staff number and PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.text import narrow, tidy_name
from clerk.usecases.trouble import NoSuchStaff

if TYPE_CHECKING:
    from clerk.domain.staff import Staff
    from clerk.usecases.ports import Pins, Reading


def sign_in(who: str, pin: str, reading: Reading, pins: Pins) -> Staff:
    """Open the key of the person whose name or number and PIN these are, and return them.

    Raises:
        NoSuchStaff: Nobody, or more than one, has this name; use the number.
        WrongPin, PinLocked: The PIN is not right, or nobody may try now.
    """
    number, name = narrow(who), tidy_name(who)
    found = [each for each in reading.staff() if each.number == number or each.name == name]
    if len(found) != 1:
        raise NoSuchStaff(wanted=who)
    pins.sign_in(found[0].id, pin)
    return found[0]
