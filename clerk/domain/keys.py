"""Public keys, as facts of the journal name them; private ones never come near a rule.

``alg`` says which mathematics: Ed25519 today, with room for SM2 (GM/T 0003). A
key is known by the start of its SHA-256, so that an entry names it in sixteen
characters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import NewType, Protocol

KeyId = NewType("KeyId", str)

ED25519 = "ed25519"
_ID_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """The half of a key that everybody may know; ``public`` is its raw bytes in hex."""

    alg: str
    public: str

    @property
    def id(self) -> KeyId:
        """The start of the SHA-256 over the raw bytes."""
        return KeyId(hashlib.sha256(bytes.fromhex(self.public)).hexdigest()[:_ID_LENGTH])

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the raw bytes (hex): what two people compare aloud."""
        return hashlib.sha256(bytes.fromhex(self.public)).hexdigest()


class Seal(Protocol):
    """A private key that is open for signing."""

    @property
    def key(self) -> PublicKey:
        """Its public half."""

    def sign(self, digest: bytes) -> bytes:
        """Return the signature over a 32-byte digest."""


Verifies = Callable[[PublicKey, bytes, bytes], bool]
"""Whether (key, digest, signature) belong together; False also for an unknown ``alg``."""
