"""The published list in the store: every version, kept for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.store.words import initials
from clerk.usecases.catalogue_file import parse_published
from clerk.usecases.trouble import NoSuchItem

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from clerk.domain.catalogue import ItemId, ServiceItem

_LATEST = (
    "SELECT version, digest, content FROM published_item WHERE item_id = ?"
    " ORDER BY version DESC LIMIT 1"
)
_VERSION = "SELECT content FROM published_item WHERE item_id = ? AND version = ?"
_PUBLISH = (
    "INSERT INTO published_item (item_id, version, digest, initials, content)"
    " VALUES (?, ?, ?, ?, ?)"
)


class SqlItems:
    """Reads items by version; a version never changes, so it is parsed once."""

    def __init__(self, connection: Connection, known: dict[tuple[str, int], ServiceItem]) -> None:
        self._connection = connection
        self._known = known

    def latest(self, item_id: ItemId) -> ServiceItem:
        found = self._connection.exec_driver_sql(_LATEST, (item_id,)).first()
        if found is None:
            raise NoSuchItem(wanted=item_id)
        return self.version(item_id, found.version)

    def version(self, item_id: ItemId, version: int) -> ServiceItem:
        key = (str(item_id), version)
        if key not in self._known:
            content = self._connection.exec_driver_sql(_VERSION, key).scalar()
            if content is None:
                raise NoSuchItem(wanted=f"{item_id} ({version})")
            self._known[key] = parse_published(content, version)
        return self._known[key]

    def latest_digest(self, item_id: ItemId) -> str | None:
        found = self._connection.exec_driver_sql(_LATEST, (item_id,)).first()
        return None if found is None else str(found.digest)

    def publish(self, item: ServiceItem, content: str) -> int:
        found = self._connection.exec_driver_sql(_LATEST, (item.id,)).first()
        version = 1 if found is None else int(found.version) + 1
        self._connection.exec_driver_sql(
            _PUBLISH, (item.id, version, item.digest, initials(item.name.zh), content)
        )
        return version
