"""The invented years hold what the benchmarks say of them."""

from clerk.domain.stages import Stage
from clerk.store.rebuild import rebuild_rows
from tests.bench.past import Past
from tests.desk import make_desk

TABLES = {
    "case_": "row",
    "paper": "paper_id",
    "applicant": "document",
    "counter": "series, period",
}


def test_invented_years_are_what_their_journal_says(tmp_path):
    desk = make_desk(tmp_path / "desk")
    past = Past(desk)
    past.grow_to(40)
    past.grow_to(1000)
    before = _tables(desk.open.store)

    rebuild_rows(desk.open.store)

    assert _tables(desk.open.store) == before
    number = past.number(777)
    case = desk.room.reading.case(desk.room.reading.by_number(number))
    assert (case.number, case.stage) == (number, Stage.WITHDRAWN)
    desk.close()


def _tables(store):
    with store.connection.begin():
        return {
            name: store.connection.exec_driver_sql(
                f"SELECT * FROM {name} ORDER BY {order}"  # noqa: S608  our own names
            ).all()
            for name, order in TABLES.items()
        }
