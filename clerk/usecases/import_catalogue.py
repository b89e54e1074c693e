"""Publish a list at this desk: every item that is new or differs becomes a new version.

All or nothing. A version that was published never changes, because cases keep
the one they were received under; an item that is not in the file stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.usecases.catalogue_file import read_catalogue

if TYPE_CHECKING:
    from clerk.domain.catalogue import ItemId
    from clerk.domain.refusals import Problem
    from clerk.usecases.ports import Begin


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCatalogue:
    """The wish to publish the list that a file holds."""

    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, item by item in the order of the file.

    ``unknown`` remarks on fields this program does not know; an item's were kept with it.
    """

    added: tuple[ItemId, ...]
    changed: tuple[ItemId, ...]
    unchanged: tuple[ItemId, ...]
    unknown: tuple[Problem, ...]


def import_catalogue(wish: ImportCatalogue, *, begin: Begin) -> ImportReport:
    """Publish the list.

    The file is read, and refused, before the transaction begins: a bad file
    never holds up the counter.

    Raises:
        InvalidInput: There is something wrong with the file; nothing was published.
    """
    file = read_catalogue(wish.raw)
    added: list[ItemId] = []
    changed: list[ItemId] = []
    unchanged: list[ItemId] = []
    with begin() as work:
        for entry in file.entries:
            latest = work.items.latest_digest(entry.item.id)
            if latest == entry.item.digest:
                unchanged.append(entry.item.id)
                continue
            work.items.publish(entry.item, entry.content)
            (added if latest is None else changed).append(entry.item.id)
        work.commit()
    return ImportReport(
        added=tuple(added),
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        unknown=file.unknown,
    )
