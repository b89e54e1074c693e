"""The center's database itself: what was built is what the program means, and who may do what."""

import itertools

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from clerk.bootstrap import shipped
from clerk.center import tables
from clerk.center.building import build
from tests.center.windows import CENTER

SCRIPTS = shipped("db") / "center"
_names = (f"database_{n}" for n in itertools.count(1))
GATE_CALLS = {"enrol", "hello", "push", "pull", "fetch_case", "put_file", "get_file"}


@pytest.fixture
def database(server):
    """A center's database just built; gives its name."""
    name = next(_names)
    server.create(name)
    owner = create_engine(server.url(name))
    build(owner, SCRIPTS, CENTER)
    yield name
    owner.dispose()


@pytest.fixture
def connect(server, database):
    """Opens a connection as one of the roles."""
    engines = []

    def opened(user):
        engines.append(create_engine(server.url(database, user)))
        return engines[-1].connect()

    yield opened
    for each in engines:
        each.dispose()


def test_the_tables_built_are_the_ones_the_program_speaks_to(connect):
    with connect("owner") as connection:
        seen = inspect(connection)
        built = {
            name: {(each["name"], each["nullable"]) for each in seen.get_columns(name, "clerk")}
            for name in seen.get_table_names("clerk")
        }
        keys = {
            name: seen.get_pk_constraint(name, "clerk")["constrained_columns"] for name in built
        }

    meant = tables.metadata.tables
    assert set(built) == {*meant, "alembic_version"}
    for name, table in meant.items():
        assert built[name] == {(x.name, bool(x.nullable)) for x in table.columns}
        assert keys[name] == [x.name for x in table.primary_key]
        assert keys[name][0] == "center_id"


def test_building_a_second_time_changes_nothing(server, database):
    owner = create_engine(server.url(database))
    build(owner, SCRIPTS, CENTER)
    with owner.connect() as connection:
        lives = connection.execute(text("SELECT gen, feed_id FROM clerk.generation")).all()
    owner.dispose()

    assert lives == [(1, "")]


def test_the_first_step_goes_back_and_up_again(server, database):
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    owner = create_engine(server.url(database))
    with owner.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        left = inspect(connection).get_table_names("clerk")
        functions = connection.execute(
            text("SELECT count(*) FROM pg_proc WHERE pronamespace = 'clerk'::regnamespace")
        ).scalar()
        command.upgrade(config, "head")
    owner.dispose()

    assert left == ["alembic_version"]
    assert functions == 0


DENIED_TO_THE_GATE = [
    *(f"TABLE clerk.{name}" for name in tables.metadata.tables),
    "INSERT INTO clerk.decided VALUES ('3499', 'x', 'accepted')",
    "UPDATE clerk.lease SET token = 0",
    "DELETE FROM clerk.inbox",
    "TRUNCATE clerk.feed_event",
    "DROP SCHEMA clerk CASCADE",
    "CREATE TABLE clerk.mine (x integer)",
    "CREATE TABLE public.mine (x integer)",
    "CREATE TEMP TABLE mine (x integer)",
    "SELECT lo_create(0)",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_xact_lock(1)",
    "SELECT pg_sleep(0)",
    "SELECT pg_current_xact_id()",
    "SELECT txid_current()",
    "SELECT clerk.let_in('3499', '007', 1, 1, 'hello', '', '')",
    "SELECT clerk.call_code('', '')",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "ALTER ROLE clerk_gate SUPERUSER",
    "SET ROLE clerk_registrar",
]


@pytest.mark.parametrize("statement", DENIED_TO_THE_GATE)
def test_the_gate_may_not(connect, statement):
    with connect("clerk_gate") as connection, pytest.raises(DBAPIError) as refusal:
        connection.exec_driver_sql(statement)
    assert refusal.value.orig.sqlstate in {"42501", "0A000"}


def test_the_gate_may_make_its_calls_and_no_other_of_ours(connect):
    with connect("owner") as connection:
        found = connection.execute(
            text(
                "SELECT proname FROM pg_proc WHERE pronamespace = 'clerk'::regnamespace"
                " AND has_function_privilege('clerk_gate', oid, 'EXECUTE')"
            )
        ).scalars()
        assert set(found) == GATE_CALLS


DENIED_TO_THE_REGISTRAR = [
    "DELETE FROM clerk.inbox",
    "DELETE FROM clerk.feed_event",
    "UPDATE clerk.feed_event SET verdict = 'accepted'",
    "UPDATE clerk.decided SET verdict = 'accepted'",
    "DROP TABLE clerk.inbox",
    "CREATE TABLE clerk.mine (x integer)",
    "SET ROLE owner",
]


@pytest.mark.parametrize("statement", DENIED_TO_THE_REGISTRAR)
def test_the_registrar_may_not_rewrite_what_was_said(connect, statement):
    with connect("clerk_registrar") as connection, pytest.raises(DBAPIError) as refusal:
        connection.exec_driver_sql(statement)
    assert refusal.value.orig.sqlstate == "42501"
