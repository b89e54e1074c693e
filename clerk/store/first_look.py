"""A look at who works here, before the store is opened.

The sign-in can name its people while the store's library is still being read: this needs nothing
but SQLite itself. It promises nothing: whatever is in the way is told when the store is opened.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_PEOPLE = "SELECT content FROM staff ORDER BY number"


class Listed(NamedTuple):
    """A person as the sign-in lists them."""

    id: str
    number: str
    name: str
    post: str


def people_at(path: Path) -> tuple[Listed, ...]:
    """Return who may sign in at the store in this file; nobody, if that cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as store:
            found = [json.loads(content) for (content,) in store.execute(_PEOPLE)]
        return tuple(Listed(*(str(each[name]) for name in Listed._fields)) for each in found)
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return ()
