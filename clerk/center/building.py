"""Building a center's database, or bringing it up to this program (``db/center``)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from clerk.center.outages import telling_outages
from clerk.center.registry import found_center
from clerk.domain.refusals import InvalidInput, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

NEWEST = "0001"


def build_center(url: str, scripts: Path, center: str) -> None:
    """Build a center's database at an address, or bring it up to this program.

    Raises:
        InvalidInput: The address is none.
        CenterAway: The database does not answer, or does not let us in.
    """
    engine = create_engine(_with_driver(url))
    try:
        with telling_outages():
            build(engine, scripts, center)
    finally:
        engine.dispose()


@contextmanager
def center_database(url: str) -> Iterator[Engine]:
    """Open a center's database for IT and the registrar.

    Raises:
        InvalidInput: The address is none.
        CenterAway: Inside, when the database does not answer.
    """
    engine = open_registrar(url)
    try:
        with telling_outages():
            yield engine
    finally:
        engine.dispose()


def build(engine: Engine, scripts: Path, center: str) -> None:
    """Build the schema, or upgrade it, and found the center; a second time changes nothing."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA IF NOT EXISTS clerk")
        _move_to(connection, scripts, NEWEST)
    with for_registrar(engine).begin() as connection:
        found_center(connection, center)


def for_registrar(engine: Engine) -> Engine:
    """Return the engine as the registrar uses it: names without a schema are the center's."""
    return engine.execution_options(schema_translate_map={None: "clerk"})


def open_registrar(url: str) -> Engine:
    """Return an engine for the registrar, one connection, in the center's schema."""
    return for_registrar(create_engine(_with_driver(url), pool_size=1, max_overflow=1))


def _with_driver(url: str) -> URL:
    """Take the address as PostgreSQL writes it: ``postgresql://…``.

    Raises:
        InvalidInput: It is no such address.
    """
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise InvalidInput(problems=(Problem("url", "not_an_address"),)) from error
    if address.get_backend_name() != "postgresql":
        raise InvalidInput(problems=(Problem("url", "not_an_address"),))
    return address.set(drivername="postgresql+psycopg")


def _move_to(connection: Connection, scripts: Path, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 - only building pays for this import
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
