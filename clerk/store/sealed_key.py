"""Private keys under a PIN: Argon2id makes the PIN dear to guess, ChaCha20-Poly1305 shuts the box.

The box's tag is the only check of a PIN there is; no hash of it is kept. The
window's own key goes into the derivation as Argon2's secret, so a copied
database without ``window.key`` gives nothing to guess at.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from clerk.domain.codec import canonical, from_plain, to_plain
from clerk.store.ed25519 import OpenKey

_FORMAT = 1
_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES = 16, 12, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one try costs: memory, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int


PIN_COST = Cost(memory_kib=65_536, passes=4, lanes=1)
"""About a quarter of a second on a window's PC; one lane, so that more cores are no help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedKey:
    """A private key in its box, with everything but the PIN and the window's secret (hex)."""

    v: int
    alg: str
    cost: Cost
    salt: str
    nonce: str
    box: str

    def to_text(self) -> str:
        """Return the text that is kept."""
        return canonical(to_plain(self)).decode()


def sealed(key: OpenKey, pin: str, *, owner: str, secret: bytes, cost: Cost = PIN_COST) -> str:
    """Seal a key under a PIN; ``owner`` is bound in, so a box cannot be given to another."""
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    cipher = ChaCha20Poly1305(_derived(pin, salt, secret, cost))
    return SealedKey(
        v=_FORMAT,
        alg=key.key.alg,
        cost=cost,
        salt=salt.hex(),
        nonce=nonce.hex(),
        box=cipher.encrypt(nonce, key.raw(), owner.encode()).hex(),
    ).to_text()


def unsealed(text: str, pin: str, *, owner: str, secret: bytes) -> OpenKey | None:
    """Open the box; None if the PIN is not right.

    Raises:
        Malformed: The kept text is no sealed key.
    """
    kept = from_plain(SealedKey, json.loads(text), "sealed_key")
    cipher = ChaCha20Poly1305(_derived(pin, bytes.fromhex(kept.salt), secret, kept.cost))
    try:
        raw = cipher.decrypt(bytes.fromhex(kept.nonce), bytes.fromhex(kept.box), owner.encode())
    except InvalidTag:
        return None
    return OpenKey.of(raw)


def _derived(pin: str, salt: bytes, secret: bytes, cost: Cost) -> bytes:
    return Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
        secret=secret or None,
    ).derive(pin.encode())
