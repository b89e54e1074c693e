"""A store that is not what it should be is refused by name, and nothing is written."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import IntegrityError

from clerk import bootstrap
from clerk.store import migrate
from clerk.store.connection import connect_for_writing
from clerk.store.desk_store import FILE
from clerk.store.examination import Examination
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.draft import Draft
from clerk.usecases.trouble import PinLocked, StoreTrouble, WeakPin, WrongPin
from tests.desk import CLERK, MORNING, PINS, application, found_desk, make_desk, open_test_desk

FOR_EVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x FROM n WHERE x > 1"


@pytest.fixture
def folder(tmp_path):
    make_desk(tmp_path / "desk").close()
    return tmp_path / "desk"


def cause(folder):
    before = {each: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    with pytest.raises(StoreTrouble) as trouble:
        bootstrap.open_desk(folder)
    after = {each: each.read_bytes() for each in before}
    assert after == before
    return trouble.value.cause


def test_a_folder_without_a_store_is_told(tmp_path):
    with pytest.raises(StoreTrouble) as trouble:
        bootstrap.open_desk(tmp_path)
    assert trouble.value.cause == "missing"


def test_a_store_is_not_made_over_another(folder):
    with pytest.raises(StoreTrouble) as trouble:
        found_desk(folder)
    assert trouble.value.cause == "exists"


def test_a_text_file_is_not_a_store(folder):
    (folder / FILE).write_text("这不是数据库" * 100, "utf-8")
    assert cause(folder) == "not_a_store"


def test_another_programs_database_is_foreign(folder):
    (folder / FILE).unlink()
    with sqlite3.connect(folder / FILE) as other:
        other.execute("CREATE TABLE x (y)")
    other.close()
    assert cause(folder) == "foreign_store"


def test_a_truncated_store_is_told(folder):
    whole = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(whole[: len(whole) // 2])
    assert cause(folder) == "truncated"


def test_a_newer_store_is_refused_by_name(folder):
    with sqlite3.connect(folder / FILE) as store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(StoreTrouble) as trouble:
        bootstrap.open_desk(folder)
    assert (trouble.value.cause, trouble.value.detail) == ("newer_store", "9999")


def test_a_store_without_its_key_does_not_go_on(folder):
    (folder / "window.key").unlink()
    assert cause(folder) == "key_missing"


def test_a_store_open_elsewhere_is_told(folder):
    desk = open_test_desk(folder)
    try:
        assert cause(folder) == "open_twice"
    finally:
        desk.close()


def damage(path, pages):
    """Overwrite pages of a store that was not closed, beyond those that are read at opening."""
    path.with_name("open").touch()
    with path.open("r+b") as file:
        for page in pages:
            file.seek(4096 * (page - 1))
            file.write(b"\x5a" * 4096)


def pages_of(path, table):
    with closing(sqlite3.connect(path)) as store:
        where = "name = ? AND pagetype = 'leaf'"
        found = store.execute(f"SELECT pageno FROM dbstat WHERE {where} ORDER BY 1", (table,))  # noqa: S608
        return [page for (page,) in found]


def test_after_an_unclean_end_nothing_is_written_to_a_damaged_store(folder):
    damage(folder / FILE, pages_of(folder / FILE, "published_item")[-3:])
    before = (folder / FILE).read_bytes()
    desk = open_test_desk(folder)

    with pytest.raises(StoreTrouble) as trouble, desk.open.store.begin():
        pass
    assert trouble.value.cause == "damaged"
    with pytest.raises(StoreTrouble):
        desk.open.store.pins.verify(CLERK.id, "000000")
    with pytest.raises(StoreTrouble):
        desk.open.store.rest()
    desk.close()
    assert (folder / FILE).read_bytes() == before

    desk = open_test_desk(folder)  # it is still known that it was not closed whole
    with pytest.raises(StoreTrouble), desk.open.store.begin():
        pass
    desk.close()


def test_damage_where_the_opening_looks_is_told_at_once(folder):
    damage(folder / FILE, [*pages_of(folder / FILE, "meta"), *pages_of(folder / FILE, "counter")])
    assert cause(folder) == "damaged"


def test_damage_met_while_looking_something_up_is_told_as_such(folder):
    damage(folder / FILE, pages_of(folder / FILE, "published_item"))
    desk = open_test_desk(folder)
    with pytest.raises(StoreTrouble) as trouble:
        desk.room.reading.items()
    assert trouble.value.cause == "damaged"
    desk.close()


def test_a_whole_store_that_was_not_closed_is_written_to_after_its_examination(folder):
    (folder / "open").touch()
    desk = open_test_desk(folder)
    accept_case(AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), desk.open.counter)
    desk.close()
    assert not (folder / "open").exists()


def test_while_the_store_is_examined_it_can_be_read_and_nothing_is_written(folder):
    (folder / "open").touch()
    before = (folder / FILE).read_bytes()
    desk = open_test_desk(folder)
    desk.open.store.examination.end()
    desk.open.store.examination = Examination(folder / FILE, check=FOR_EVER)
    desk.open.store.patience_s = 0.01

    with pytest.raises(StoreTrouble) as trouble, desk.open.store.begin():
        pass
    assert trouble.value.cause == "being_examined"
    desk.open.store.rest()
    assert desk.room.reading.items()

    desk.close()  # does not wait for the end of it
    assert (folder / FILE).read_bytes() == before
    assert (folder / "open").exists()


def test_the_settings_that_keep_the_promise_are_in_force(folder):
    desk = open_test_desk(folder)
    connection = desk.open.store.connection
    with connection.begin():
        found = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("journal_mode", "synchronous", "foreign_keys")
        }
    desk.close()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_journal_cannot_be_rewritten_and_a_published_version_never_changes(folder):
    desk = open_test_desk(folder)
    accept_case(AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), desk.open.counter)
    for statement in (
        "UPDATE journal SET payload = x'00'",
        "DELETE FROM journal",
        "UPDATE published_item SET content = ''",
        "DELETE FROM published_item",
    ):
        with pytest.raises(IntegrityError), desk.open.store.begin():
            desk.open.store.connection.exec_driver_sql(statement)
    desk.close()


def test_the_log_is_brought_into_the_file_while_nobody_waits(folder):
    desk = open_test_desk(folder)
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK)
    before = (folder / FILE).read_bytes()
    for _ in range(60):
        accept_case(wish, desk.open.counter)
    assert (folder / FILE).read_bytes() == before
    log = (folder / f"{FILE}-wal").stat().st_size

    desk.open.store.rest()
    assert (folder / FILE).read_bytes() != before
    for _ in range(60):
        accept_case(wish, desk.open.counter)
    assert (folder / f"{FILE}-wal").stat().st_size < 1.5 * log
    desk.close()


def test_leaving_a_unit_of_work_without_commit_undoes_everything(folder):
    desk = open_test_desk(folder)
    with desk.open.store.begin() as work:
        first = work.numbers.next_case_number(MORNING.date())
    with desk.open.store.begin() as work:
        assert work.numbers.next_case_number(MORNING.date()) == first
    desk.close()


def test_a_clock_set_back_cannot_reuse_a_number(folder):
    desk = open_test_desk(folder)
    numbers = []
    for days in (0, -3, 1, -1):
        desk.clock.on(days=days)
        wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK)
        numbers.append(accept_case(wish, desk.open.counter).case.number)
    desk.close()
    assert len(set(numbers)) == 4
    assert [each[8:14] for each in numbers] == ["261123"] * 4


def test_a_draft_comes_back_as_it_was_typed(folder):
    typed = {"name": "王䶮", "phone": "13", "address": "半个\ud83d字\x00"}
    draft = Draft(id="d", touched_at=MORNING, fields=typed, parked=True)
    desk = open_test_desk(folder)
    with desk.open.store.begin() as work:
        work.drafts.keep(draft)
        work.commit()
    desk.close()
    desk = open_test_desk(folder)
    assert desk.room.reading.drafts() == (draft,)
    desk.close()


def test_whoever_guesses_a_pin_is_locked_out_also_after_a_restart(folder):
    desk = open_test_desk(folder)
    for _ in range(4):
        with pytest.raises(WrongPin):
            desk.open.store.pins.verify(CLERK.id, "000000")
    desk.close()
    desk = open_test_desk(folder)
    with pytest.raises(PinLocked):
        desk.open.store.pins.verify(CLERK.id, "000000")
    with pytest.raises(PinLocked):
        desk.open.store.pins.verify(CLERK.id, PINS[CLERK.id])
    desk.clock.on(minutes=6)
    desk.open.store.pins.verify(CLERK.id, PINS[CLERK.id])
    desk.close()


def test_an_easy_pin_is_refused(folder):
    desk = open_test_desk(folder)
    for easy in ("111111", "123456", "987654", "1357"):
        with pytest.raises(WeakPin):
            desk.open.store.pins.change(CLERK.id, PINS[CLERK.id], easy)
    desk.close()


def test_the_store_goes_down_to_nothing_and_up_again(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    connection = connect_for_writing(tmp_path / "copy" / FILE)
    scripts = bootstrap.shipped("db") / "local"
    migrate.move_to(connection, scripts, "base")
    assert migrate.revision_of(connection) is None
    migrate.move_to(connection, scripts, migrate.NEWEST)
    assert migrate.revision_of(connection) == migrate.NEWEST
    connection.close()


def test_the_program_writes_the_newest_revision_there_is():
    versions = sorted((bootstrap.shipped("db") / "local" / "versions").glob("*.py"))
    assert versions[-1].name.startswith(migrate.NEWEST)
