"""Every store a release left behind is opened by today's program, and its journal holds."""

import json
import shutil
from pathlib import Path

import pytest

from clerk import bootstrap
from clerk.domain.journal import ChainBroken
from clerk.store import rows
from clerk.store.connection import connect_for_writing
from clerk.store.desk_store import FILE
from clerk.store.migrate import NEWEST, revision_of
from clerk.store.rebuild import rebuild_rows
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.lines import Queue
from tests.desk import CHIEF, CLERK, PINS, application, open_test_desk
from tests.golden.make_store import STORES, facts_of

RELEASES = sorted(each.name for each in STORES.iterdir() if each.is_dir())


@pytest.fixture(params=RELEASES)
def folder(request, tmp_path):
    """A copy: opening a store may upgrade it, and a golden one stays as it was left."""
    copy = tmp_path / "desk"
    shutil.copytree(STORES / request.param, copy)
    return copy


@pytest.fixture
def desk(folder):
    desk = open_test_desk(folder)
    yield desk
    desk.close()


def shadows(desk):
    """The rows made from the journal, in an order that does not depend on when they were made."""
    connection = desk.open.store.connection
    with connection.begin():
        return {
            table.name: sorted(
                map(str, connection.exec_driver_sql(f"SELECT * FROM {table.name}").all())  # noqa: S608
            )
            for table in rows.SHADOWS
        }


def test_every_revision_left_a_store():
    scripts = Path(bootstrap.shipped("db")) / "local" / "versions"

    assert sorted(each.name[:4] for each in scripts.glob("[0-9]*.py")) == RELEASES


def test_a_store_of_an_earlier_release_opens_and_stands_at_todays_revision(desk):
    connection = connect_for_writing(desk.folder / FILE)
    try:
        assert revision_of(connection) == NEWEST
    finally:
        connection.close()


def test_it_still_holds_what_it_held(desk):
    facts = json.loads((desk.folder / "facts.json").read_text("utf-8"))

    assert facts_of(desk) == facts
    found = {each.number: [each.stage, each.applicant] for each in all_lines(desk)}
    assert found == facts["cases"]


def test_its_journal_holds_together_and_makes_the_same_rows(desk):
    before = shadows(desk)
    facts = json.loads((desk.folder / "facts.json").read_text("utf-8"))

    assert rebuild_rows(desk.open.store) == facts["events"]
    assert shadows(desk) == before
    assert all(before.values())


def test_a_changed_byte_in_its_journal_is_found(desk):
    store = desk.open.store
    with store.connection.begin():
        store.connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        store.connection.exec_driver_sql(
            "UPDATE journal SET payload = cast(replace(payload, '同意', '不同') AS BLOB)"
            " WHERE seq = 8"
        )
    before = shadows(desk)

    with pytest.raises(ChainBroken) as refusal:
        rebuild_rows(store)
    assert refusal.value.sequence == 8
    assert shadows(desk) == before


def test_its_cases_and_papers_can_be_read_and_the_day_goes_on(desk):
    reading = desk.room.reading
    for line in all_lines(desk):
        case = reading.case(line.id)
        assert [reading.paper(each.id).id for each in case.papers] == [x.id for x in case.papers]
        assert len(reading.history(case.id)) == case.version

    desk.open.store.pins.verify(CHIEF.id, PINS[CHIEF.id])
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK)
    numbers = {each.number for each in all_lines(desk)}
    assert accept_case(wish, desk.open.counter).case.number not in numbers


def all_lines(desk):
    return desk.room.reading.queue(Queue.ALL)
