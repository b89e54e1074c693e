"""The walk over the whole file after an unclean end, behind the open desk.

With years of cases on a slow disk it takes minutes. Looking things up does not
wait for it. Nothing is written to a file not known to be whole: a writer waits
a moment, then is told to come back.
"""

from __future__ import annotations

import sqlite3
from threading import Thread
from typing import TYPE_CHECKING

from clerk.store.connection import telling_outages
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from pathlib import Path

_ASK_AGAIN_S = 0.01
_CHECK = "PRAGMA quick_check(5)"


class Examination:
    """SQLite's own check of every page, on a thread and a connection that only reads."""

    def __init__(self, path: Path, *, check: str = _CHECK) -> None:
        self._path, self._check = path, check
        uri = f"{path.resolve().as_uri()}?mode=ro"
        self._driver = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._trouble: StoreTrouble | None = None
        self._is_whole = False
        self._thread = Thread(target=self._walk, name="clerk-examination")
        self._thread.start()

    @property
    def is_over(self) -> bool:
        """Whether the file was walked to its end, or to the damage."""
        return not self._thread.is_alive()

    def must_find_it_whole(self, *, within_s: float | None = None) -> None:
        """Wait for the end of the walk, for ever or so many seconds.

        Raises:
            StoreTrouble: The file is damaged, or the walk is not over.
        """
        self._thread.join(within_s)
        if not self.is_over:
            raise StoreTrouble(cause="being_examined", path=str(self._path))
        if self._trouble:
            raise self._trouble

    def end(self) -> bool:
        """End the walk, where it is, and return whether the file was found whole."""
        while self._thread.is_alive():
            self._driver.interrupt()  # is lost when it comes before the walk, so it comes again
            self._thread.join(_ASK_AGAIN_S)
        self._driver.close()
        return self._is_whole

    def _walk(self) -> None:
        try:
            with telling_outages(self._path):
                said = [each for (each,) in self._driver.execute(self._check)]
        except StoreTrouble as trouble:
            self._trouble = trouble
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
        else:
            self._is_whole = said == ["ok"]
            if not self._is_whole:
                detail = "; ".join(said)
                self._trouble = StoreTrouble(cause="damaged", path=str(self._path), detail=detail)
