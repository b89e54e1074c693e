"""Cases that went through every further move are rebuilt from the journal as they were."""

import pytest

from clerk.domain.counter_events import COUNTER_KINDS
from clerk.domain.events import kind_of
from clerk.domain.stages import Stage
from clerk.store import rows
from clerk.store.rebuild import rebuild_rows
from clerk.usecases.history import history_of
from clerk.usecases.lines import Queue
from tests.desk import CHIEF, CLERK, make_desk
from tests.further_day import make_every_further_move

OF_PEOPLE = 4  # the founding, two people, the chief's letter


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = make_desk(tmp_path_factory.mktemp("desk") / "store")
    make_every_further_move(desk)
    yield desk
    desk.close()


def shadows(desk):
    connection = desk.open.store.connection
    with connection.begin():
        return {
            table.name: sorted(
                map(str, connection.exec_driver_sql(f"SELECT * FROM {table.name}").all())  # noqa: S608
            )
            for table in rows.SHADOWS
        }


def all_cases(desk):
    reading = desk.room.reading
    return [reading.case(each.id) for each in reading.queue(Queue.ALL)]


def test_the_day_holds_every_kind_of_further_event(desk):
    reading = desk.room.reading
    kinds = {kind_of(event) for case in all_cases(desk) for event in reading.history(case.id)}

    assert set(COUNTER_KINDS) <= kinds


def test_rows_and_register_are_rebuilt_as_they_were(desk):
    before, cases = shadows(desk), all_cases(desk)
    register = desk.room.reading.certificates()

    assert rebuild_rows(desk.open.store) == OF_PEOPLE + sum(each.version for each in cases)
    assert shadows(desk) == before
    assert all_cases(desk) == cases
    assert desk.room.reading.certificates() == register


def test_every_event_of_the_day_is_told_as_a_sentence(desk):
    reading = desk.room.reading
    for case in all_cases(desk):
        lines = history_of(case, reading.history(case.id), (CLERK, CHIEF), "zh_CN")
        assert len(lines) == case.version


def test_the_cases_end_in_every_way_there_is(desk):
    assert {each.stage for each in all_cases(desk)} == {
        Stage.CLOSED,
        Stage.GIVEN_BACK,
        Stage.TERMINATED,
        Stage.WITHDRAWN,
    }


def test_the_register_is_newest_first_and_found_by_number_holder_and_document(desk):
    reading = desk.room.reading
    licence, title = reading.certificates()

    assert (licence.number, title.number) == ("云消安许字〔2026〕第0001号", "云江不动产证明0001")
    assert title.way == "post"
    assert reading.certificates("云江不动产") == (title,)
    assert reading.certificates(title.holder[:3]) == (licence, title)
    assert reading.certificates(title.document[:6].lower()) == (licence, title)
    assert reading.certificates("没有这个") == ()
    assert reading.certificates(limit=1) == (licence,)
