"""Where the journal ends, signed by the window: what makes a missing end visible.

A chain shows a hole in its middle and cannot show that its end was cut off. So
each commit writes down, in the same transaction, how far the journal goes and
the latest time any entry bears. No clock that is set back gets behind that time.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from clerk.domain.codec import canonical, from_plain, to_plain

if TYPE_CHECKING:
    from clerk.domain.keys import Seal

_TAG = b"clerk journal head 1\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalHead:
    """The last entry of an incarnation, the latest time in it, and the window's signature (hex)."""

    incarnation: int
    sequence: int
    hash: str
    latest_at: datetime
    signature: str = ""

    @property
    def digest(self) -> bytes:
        """What the window's key signs (32 bytes)."""
        return hashlib.sha256(_TAG + canonical(to_plain(replace(self, signature="")))).digest()

    def signed(self, seal: Seal) -> JournalHead:
        """Return the same head under the window's signature."""
        return replace(self, signature=seal.sign(self.digest).hex())

    def to_text(self) -> str:
        """Return the text that is kept."""
        return canonical(to_plain(self)).decode()


def read_head(text: str) -> JournalHead:
    """Read a kept head; raises Malformed."""
    return from_plain(JournalHead, json.loads(text), "head")
