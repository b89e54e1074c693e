"""The window's Ed25519 key: it signs the journal until people have keys of their own.

The private key lies in a file beside the store that only its owner reads, so a
copied store without it cannot go on writing.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from pathlib import Path

FILE = "window.key"
_KEY_BYTES = 32


class WindowKey:
    """Signs with the private key; ``key_id`` is the start of the public key's SHA-256."""

    algorithm = "ed25519"

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self._public: Ed25519PublicKey = private.public_key()
        raw = self._public.public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key_id = hashlib.sha256(raw).hexdigest()[:16]
        self.public_hex = raw.hex()

    def sign(self, digest: bytes) -> bytes:
        return self._private.sign(digest)

    def verifies(self, digest: bytes, signature: bytes) -> bool:
        try:
            self._public.verify(signature, digest)
        except InvalidSignature:
            return False
        return True


def make_key(folder: Path) -> WindowKey:
    """Make the key of a new window and keep it durably, readable by its owner alone."""
    private = Ed25519PrivateKey.generate()
    opened = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(private.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    return WindowKey(private)


def read_key(folder: Path) -> WindowKey:
    """Read the window's key.

    Raises:
        StoreTrouble: It is not there, or not a key; without it the journal cannot go on.
    """
    path = folder / FILE
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise StoreTrouble(cause="key_missing", path=str(path), detail=str(error)) from error
    if len(raw) != _KEY_BYTES:
        raise StoreTrouble(cause="key_damaged", path=str(path))
    return WindowKey(Ed25519PrivateKey.from_private_bytes(raw))
