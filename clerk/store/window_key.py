"""The window's own key: it signs where the journal stands and the codes on papers.

What people do they sign themselves. The private key lies in a file beside the
store that only its owner reads, so a copied store without it cannot go on
writing, and cannot be asked for anybody's PIN.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from clerk.store.ed25519 import OpenKey
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from pathlib import Path

FILE = "window.key"
_KEY_BYTES = 32
_SECRET_TAG = b"clerk pin secret 1\x00"


def make_key(folder: Path) -> OpenKey:
    """Make the key of a new window and keep it durably, readable by its owner alone."""
    key = OpenKey.new()
    write_secret(folder / FILE, key.raw())
    return key


def read_key(folder: Path) -> OpenKey:
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
    return OpenKey.of(raw)


def pin_secret(key: OpenKey) -> bytes:
    """Return what the window's key adds to every PIN (32 bytes)."""
    return hashlib.sha256(_SECRET_TAG + key.raw()).digest()


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that was not there, durably, for its owner's eyes alone."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
