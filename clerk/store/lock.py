"""One process per store: a lock the operating system drops when the process dies."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from pathlib import Path

FILE = "lock"


class StoreLock:
    """Held from opening to closing.

    Raises:
        StoreTrouble: Another program has the store open.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / FILE
        try:
            self._file: IO[bytes] = path.open("ab")
        except OSError as error:
            raise StoreTrouble(cause="read_only", path=str(folder), detail=str(error)) from error
        try:
            _take(self._file)
        except OSError as error:
            self._file.close()
            raise StoreTrouble(cause="open_twice", path=str(folder)) from error

    def release(self) -> None:
        """Let the next program in."""
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
