"""Bring a store up to this program: a copy first, then step by step; never a newer one."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from clerk.store.connection import APPLICATION_ID
from clerk.usecases.trouble import StoreTrouble

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection

NEWEST = "0001"
"""The revision this program writes; the last file of ``db/local/versions``."""


def revision_of(connection: Connection) -> str | None:
    """Return the store's revision, None for an empty file."""
    known = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar()
    found = (
        connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if known
        else None
    )
    connection.rollback()
    return found


def upgrade(connection: Connection, path: Path, scripts: Path, now: datetime) -> None:
    """Upgrade the store if it is older; back it up before.

    Raises:
        StoreTrouble: A newer program wrote it (``newer_store``, its revision in ``detail``).
    """
    found = revision_of(connection)
    if found == NEWEST:
        return
    if found is not None and found > NEWEST:
        raise StoreTrouble(cause="newer_store", path=str(path), detail=found)
    if found is not None:
        back_up(path, path.parent / "backups" / f"{now:%Y%m%d-%H%M%S}-{found}.sqlite")
    move_to(connection, scripts, NEWEST)


def move_to(connection: Connection, scripts: Path, revision: str) -> None:
    """Run the migration steps up or down to a revision, in one transaction."""
    from alembic import command  # noqa: PLC0415 - only an upgrade pays for this import
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    current = revision_of(connection) or ""
    with connection.begin():
        if revision == "base" or revision < current:
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def back_up(path: Path, target: Path) -> None:
    """Copy a store while it may be open, through SQLite's own backup, and check the copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    source, copy = sqlite3.connect(path), sqlite3.connect(target)
    try:
        source.backup(copy)
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise StoreTrouble(cause="damaged", path=str(target))
    finally:
        source.close()
        copy.close()
