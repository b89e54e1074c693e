"""Telling a scanner from a person, by the rhythm of the keys.

A scanner in keyboard mode sends eight or more characters with gaps no person
keeps up, and ends with Return or Tab. Free of Qt, so that the rhythm is tested
with plain numbers.

Whoever types must not feel this, so a key waits only where it may belong to a
scan: one that cannot begin a code goes through at once, and so does the very
first where it can be taken back. What waits is the key that follows another
faster than hands do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from clerk.domain.case_number import LENGTH
from clerk.domain.identity import is_credit_code, is_identity_number
from clerk.domain.paper_code import looks_like_a_code

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_GAP_MS = 50
FEWEST_KEYS = 8
MOST_KEYS = 512  # a full QR code of ours is far shorter

_NUMBER = re.compile(rf"[0-9]{{{LENGTH}}}")
_BEGINNINGS = frozenset("0123456789ANY")  # of numbers, of our papers' codes, of credit codes

Key = TypeVar("Key")


def is_ours(text: str) -> bool:
    """Whether a scan looks like one of our papers: a case number's digits, or a square code's."""
    return bool(_NUMBER.fullmatch(text)) or looks_like_a_code(text)


def is_document(text: str) -> bool:
    """Whether a scan is the number of a person or a body, check digits and all."""
    return is_credit_code(text) or is_identity_number(text)


def can_begin(character: str) -> bool:
    """Whether a scan may begin with this."""
    return character in _BEGINNINGS


@dataclass(frozen=True, slots=True)
class Verdict(Generic[Key]):
    """What to do now: ``replay`` held keys as typed, take a ``scan``, and keep this key or not."""

    replay: tuple[Key, ...] = ()
    scan: str = ""
    keep: bool = False


class Rhythm(Generic[Key]):
    """Holds keys back while they may be a scan. ``claims`` says whose scans are taken."""

    def __init__(self, claims: Callable[[str], bool] = is_ours) -> None:
        self._claims = claims
        self._held: list[Key] = []
        self._text = ""
        self._last_ms = 0

    @property
    def is_under_way(self) -> bool:
        """Whether what came so far may be the beginning of a scan."""
        return bool(self._text)

    @property
    def is_fast(self) -> bool:
        """Whether at least two keys came faster than hands type."""
        return len(self._text) > 1

    def typed(self, key: Key, text: str, at_ms: int, *, may_pass: bool) -> Verdict[Key]:
        """Hear one character key; what came too slowly before it is given back first.

        Args:
            key: The key, to be given back.
            text: Its one character.
            at_ms: When it was pressed.
            may_pass: Whether the place it is typed into gives a first character back, so that it
                need not wait.
        """
        too_late = self._text and at_ms - self._last_ms > LONGEST_GAP_MS
        replay = self.rested() if too_late or len(self._text) >= MOST_KEYS else ()
        if not self._text and not can_begin(text):
            return Verdict(replay=replay)
        keep = bool(self._text) or not may_pass
        self._text += text
        self._last_ms = at_ms
        if keep:
            self._held.append(key)
        return Verdict(replay=replay, keep=keep)

    def ended(self, at_ms: int) -> Verdict[Key]:
        """Hear Return or Tab: the end of a scan, or of nothing."""
        text = self._text
        in_time = at_ms - self._last_ms <= LONGEST_GAP_MS
        if in_time and len(text) >= FEWEST_KEYS and self._claims(text):
            self.rested()
            return Verdict(scan=text, keep=True)
        return Verdict(replay=self.rested())

    def rested(self) -> tuple[Key, ...]:
        """Give back what is held: it was typed."""
        held = tuple(self._held)
        self._held.clear()
        self._text = ""
        return held
