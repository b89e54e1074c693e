"""The twenty digits on every paper: ``CCCC WWW I YYMMDD NNNN KK``.

Center, window, incarnation of the window's store, business day, sequence of
that day, and an ISO 7064 MOD 97-10 check. Digits only, so that an input method
cannot eat a scan and Code 128 set C prints it 48 mm wide.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from clerk.domain.refusals import Refusal
from clerk.domain.text import narrow

CaseNumber = NewType("CaseNumber", str)
"""Twenty checked digits."""

LENGTH = 20
LARGEST_SEQUENCE = 9_999
_CENTURY = 2000
_GROUPS = (4, 3, 1, 6, 4, 2)
_LAST_DIGITS_SHORTEST = 3


@dataclass(eq=False, kw_only=True)
class NotACaseNumber(Refusal):
    """A typed or scanned text is not a case number; ``reason`` says in which way."""

    text: str
    reason: str


@dataclass(eq=False, kw_only=True)
class NumbersUsedUp(Refusal):
    """The window has given out all 9,999 numbers of the day."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberParts:
    """What a case number says."""

    center: str
    window: str
    incarnation: int
    day: date
    sequence: int


def compose(parts: NumberParts) -> CaseNumber:
    """Write the twenty digits.

    Raises:
        NumbersUsedUp: The sequence of the day has run out.
    """
    if not 1 <= parts.sequence <= LARGEST_SEQUENCE:
        raise NumbersUsedUp(day=parts.day)
    digits = (
        f"{parts.center}{parts.window}{parts.incarnation}{parts.day:%y%m%d}{parts.sequence:04d}"
    )
    return CaseNumber(f"{digits}{98 - int(digits) * 100 % 97:02d}")


def parse(text: str) -> CaseNumber:
    """Read a typed, pasted or scanned number; spaces and full-width digits are fine.

    Raises:
        NotACaseNumber: ``reason`` is ``digits``, ``length``, ``check`` or ``day``.
    """
    digits = narrow(text).replace("-", "")
    if not (digits.isascii() and digits.isdigit()):
        raise NotACaseNumber(text=text, reason="digits")
    if len(digits) != LENGTH:
        raise NotACaseNumber(text=text, reason="length")
    if int(digits) % 97 != 1:
        raise NotACaseNumber(text=text, reason="check")
    try:
        _day(digits)
    except ValueError:
        raise NotACaseNumber(text=text, reason="day") from None
    return CaseNumber(digits)


def parts_of(number: CaseNumber) -> NumberParts:
    """Say what a number means."""
    return NumberParts(
        center=number[:4],
        window=number[4:7],
        incarnation=int(number[7]),
        day=_day(number),
        sequence=int(number[14:18]),
    )


def grouped(number: CaseNumber) -> str:
    """Write a number for human eyes, in its parts, with thin reading spaces."""
    pieces, at = [], 0
    for length in _GROUPS:
        pieces.append(number[at : at + length])
        at += length
    return " ".join(pieces)


def _day(digits: str) -> date:
    return date(_CENTURY + int(digits[8:10]), int(digits[10:12]), int(digits[12:14]))
