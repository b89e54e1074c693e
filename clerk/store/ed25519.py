"""Ed25519, from ``cryptography``: the one place where a signature is made or checked."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from clerk.domain.keys import ED25519, PublicKey


class OpenKey:
    """A private key in memory. Whoever holds it can sign; dropping it is all forgetting can do."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.key = PublicKey(alg=ED25519, public=private.public_key().public_bytes_raw().hex())

    @classmethod
    def new(cls) -> OpenKey:
        """Make a key nobody had before."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def of(cls, raw: bytes) -> OpenKey:
        """Take a key from its 32 private bytes."""
        return cls(Ed25519PrivateKey.from_private_bytes(raw))

    def sign(self, digest: bytes) -> bytes:
        return self._private.sign(digest)

    def raw(self) -> bytes:
        """Return the private bytes, to be sealed at once."""
        return self._private.private_bytes_raw()


def verifies(key: PublicKey, digest: bytes, signature: bytes) -> bool:
    """Whether a key made the signature over the digest; an unknown algorithm never did."""
    if key.alg != ED25519:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key.public)).verify(signature, digest)
    except (InvalidSignature, ValueError):
        return False
    return True
