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

_PEOPLE = "SELECT payload FROM journal WHERE case_id = '' ORDER BY id"


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
            bodies = [json.loads(payload)["body"] for (payload,) in store.execute(_PEOPLE)]
        people: dict[str, Listed] = {}
        for body in bodies:
            if found := body.get("person"):
                people[found["id"]] = Listed(*(str(found[name]) for name in Listed._fields))
            elif body.keys() == {"staff_id"}:  # somebody left
                people.pop(body["staff_id"], None)
        return tuple(sorted(people.values(), key=lambda each: each.number))
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return ()
