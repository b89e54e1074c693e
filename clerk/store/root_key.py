"""The center's root key: it vouches for windows, and lies in a file of its own, under a passphrase.

It is needed when a window is founded and at no other time, so the file belongs
on a medium in a drawer, not on a window's PC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.codec import Malformed
from clerk.store.ed25519 import OpenKey
from clerk.store.sealed_key import PIN_COST, Cost, sealed, unsealed
from clerk.store.window_key import write_secret
from clerk.usecases.trouble import StoreTrouble, WeakPassphrase, WrongPassphrase

if TYPE_CHECKING:
    from pathlib import Path

SHORTEST = 12
_OWNER = "center root"


def make_root(path: Path, passphrase: str, *, cost: Cost = PIN_COST) -> OpenKey:
    """Make the root key of a new center and keep it sealed at ``path``.

    Raises:
        WeakPassphrase: Shorter than twelve characters, or hardly any different ones.
        StoreTrouble: A file is there already, or cannot be written.
    """
    if len(passphrase) < SHORTEST or len(set(passphrase)) < SHORTEST // 2:
        raise WeakPassphrase
    key = OpenKey.new()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_secret(path, sealed(key, passphrase, owner=_OWNER, secret=b"", cost=cost).encode())
    except FileExistsError as error:
        raise StoreTrouble(cause="root_exists", path=str(path)) from error
    except OSError as error:
        raise StoreTrouble(cause="read_only", path=str(path), detail=str(error)) from error
    return key


def read_root(path: Path, passphrase: str) -> OpenKey:
    """Open the root key of a center.

    Raises:
        WrongPassphrase: It is not the file's.
        StoreTrouble: The file cannot be read, or is no root key.
    """
    try:
        key = unsealed(path.read_text("utf-8"), passphrase, owner=_OWNER, secret=b"")
    except OSError as error:
        raise StoreTrouble(cause="root_missing", path=str(path), detail=str(error)) from error
    except (Malformed, ValueError) as error:
        raise StoreTrouble(cause="root_damaged", path=str(path)) from error
    if key is None:
        raise WrongPassphrase
    return key
