"""Telling a scanner from a person, by the rhythm of the keys.

A scanner in keyboard mode sends eight or more characters with gaps no person
keeps up, and ends with Return or Tab. Free of Qt, so that the rhythm is tested
with plain numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from clerk.domain.case_number import LENGTH
from clerk.domain.paper_code import looks_like_a_code

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_GAP_MS = 50
FEWEST_KEYS = 8
MOST_KEYS = 512  # a full QR code of ours is far shorter

Key = TypeVar("Key")


def is_ours(text: str) -> bool:
    """Whether a scan looks like one of our papers: a case number's digits, or a square code's."""
    is_number = len(text) == LENGTH and text.isascii() and text.isdigit()
    return is_number or looks_like_a_code(text)


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
        self._held: list[tuple[Key, str]] = []
        self._last_ms = 0

    @property
    def is_holding(self) -> bool:
        """Whether keys are held back."""
        return bool(self._held)

    def typed(self, key: Key, text: str, at_ms: int) -> Verdict[Key]:
        """Hear one character key. It is always kept; what came too slowly before it is replayed."""
        too_late = self._held and at_ms - self._last_ms > LONGEST_GAP_MS
        replay = self.rested() if too_late or len(self._held) >= MOST_KEYS else ()
        self._held.append((key, text))
        self._last_ms = at_ms
        return Verdict(replay=replay, keep=True)

    def ended(self, at_ms: int) -> Verdict[Key]:
        """Hear Return or Tab: the end of a scan, or of nothing."""
        text = "".join(each for _key, each in self._held)
        in_time = at_ms - self._last_ms <= LONGEST_GAP_MS
        if in_time and len(text) >= FEWEST_KEYS and self._claims(text):
            self._held.clear()
            return Verdict(scan=text, keep=True)
        return Verdict(replay=self.rested())

    def rested(self) -> tuple[Key, ...]:
        """Give back what is held: it was typed."""
        held = tuple(key for key, _text in self._held)
        self._held.clear()
        return held
