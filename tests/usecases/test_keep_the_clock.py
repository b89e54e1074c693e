"""The law's clock on a real desk: on time after a week closed, once, and by a new calendar."""

import json

import pytest

from clerk import bootstrap
from clerk.cli.calendar import calendar_of, take_calendar
from clerk.domain.clock_events import ClockKind
from clerk.domain.refusals import InvalidInput
from clerk.domain.staff import BY_LAW
from clerk.domain.stages import Stage
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.calendar_file import read_calendar, write_calendar
from clerk.usecases.keep_the_clock import keep_the_clock
from clerk.usecases.lines import Queue
from clerk.usecases.receive_case import ReceiveCase, receive_case
from tests.desk import CLERK, application, make_desk, open_test_desk

LICENCE = "SCJG-005"  # promised in 5 working days, 10 by law
LONG = "SCJG-007"  # promised in 10, 20 by law
SHIPPED = json.loads((bootstrap.resources() / "calendar" / "china.json").read_text("utf-8"))


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
    keep_the_clock(desk.open.counter)
    yield desk
    desk.close()


def received(desk, item=LICENCE):
    wish = ReceiveCase(application=application(desk, item), by=CLERK)
    return receive_case(wish, desk.open.counter).case


def accepted(desk, item=LICENCE):
    return accept_case(
        AcceptCase(opening=application(desk, item), by=CLERK), desk.open.counter
    ).case


def case_of(desk, case):
    return desk.room.reading.case(case.id)


def with_2027(version="CN-2027.1", days_off=None):
    """Publish an invented year after the shipped ones."""
    document = json.loads(json.dumps(SHIPPED, ensure_ascii=False))
    document["version"] = version
    off = days_off or {"元旦": ["01-01"], "春节": ["02-05", "02-06", "02-08", "02-09", "02-10"]}
    document["years"]["2027"] = {"days_off": off, "make_up_days": {"元旦": ["01-03"]}}
    return json.dumps(document, ensure_ascii=False).encode()


def rows(desk):
    found = desk.open.store.connection.exec_driver_sql("SELECT * FROM case_ ORDER BY row")
    kept = [tuple(each) for each in found]
    desk.open.store.connection.rollback()
    return kept


def test_a_week_closed_makes_no_difference_to_the_dates(desk):
    case = received(desk)
    desk.clock.on(days=20)
    desk.close()
    again = open_test_desk(desk.folder, clock=desk.clock)

    kept = keep_the_clock(again.open.counter)
    found = case_of(again, case)
    again.close()

    assert kept.lapsed == (case.id,)
    assert found.stage is Stage.ACCEPTED
    assert found.deemed.since == case.received_at
    assert found.due.on.isoformat() == "2026-11-30"
    assert [x.clock for x in found.overdue] == [ClockKind.PROMISED, ClockKind.STATUTORY]
    history = found.deemed
    assert history.by == BY_LAW


def test_nothing_happens_before_its_day_and_nothing_twice(desk):
    case = received(desk)
    desk.clock.on(days=7)
    assert not keep_the_clock(desk.open.counter).changed
    desk.clock.on(days=1)
    assert keep_the_clock(desk.open.counter).changed == {case.id}
    assert not keep_the_clock(desk.open.counter).changed


def test_an_overdue_case_stands_first_in_the_list_with_a_red_light(desk):
    late, fresh = accepted(desk), accepted(desk, LONG)
    desk.clock.on(days=9)
    keep_the_clock(desk.open.counter)
    queue = desk.room.reading.queue(Queue.TO_DO)
    today = desk.clock().date()

    assert [each.id for each in queue] == [late.id, fresh.id]
    assert [each.pressing.light(today) for each in queue] == ["red", "green"]
    counts = desk.room.reading.counts(today)
    assert (counts.overdue, counts.due_soon) == (1, 0)


def test_a_case_deemed_accepted_goes_on_like_any_other(desk):
    case = received(desk)
    desk.clock.on(days=8)
    keep_the_clock(desk.open.counter)
    (line,) = desk.room.reading.queue(Queue.TO_DO)

    assert line.stage is Stage.ACCEPTED
    assert line.due_on == case_of(desk, case).due.on


def test_a_new_calendar_moves_what_was_provisional_and_keeps_both(desk):
    desk.clock.on(days=35)  # 28 December
    moves, stays = accepted(desk), received(desk)
    assert moves.due.is_provisional

    (moved,) = take_calendar(desk.open, with_2027())

    assert moved.case_id == moves.id
    assert (moved.before.on.isoformat(), moved.due.on.isoformat()) == ("2027-01-04", "2027-01-04")
    event = case_of(desk, moves).recomputed[0]
    assert (event.before, event.due.is_provisional) == (moves.due, False)
    assert event.calendar == "CN-2027.1"
    assert case_of(desk, stays).version == stays.version


def test_a_correction_of_the_calendar_moves_the_day_itself(desk):
    desk.clock.on(days=35)
    case = accepted(desk)
    take_calendar(desk.open, with_2027())
    later = with_2027("CN-2027.2", {"元旦": ["01-01", "01-04"]})

    (moved,) = take_calendar(desk.open, later)

    assert moved.due.on.isoformat() == "2027-01-05"
    assert len(case_of(desk, case).recomputed) == 2


def test_the_same_calendar_again_changes_nothing(desk):
    accepted(desk)
    take_calendar(desk.open, with_2027())
    before = rows(desk)

    assert take_calendar(desk.open, with_2027()) == ()
    assert rows(desk) == before


def test_a_window_with_the_old_calendar_moves_nothing_back(desk):
    desk.clock.on(days=35)
    case = accepted(desk)
    take_calendar(desk.open, with_2027())
    moved = case_of(desk, case)

    assert not keep_the_clock(desk.open.counter).changed
    assert case_of(desk, case) == moved


def test_the_desk_goes_by_its_calendar_when_it_opens_again(desk):
    take_calendar(desk.open, with_2027())
    desk.close()
    again = open_test_desk(desk.folder, clock=desk.clock)
    try:
        assert again.open.counter.calendar.version == "CN-2027.1"
        assert not keep_the_clock(again.open.counter).changed
        assert calendar_of(desk.folder).version == "CN-2027.1"
    finally:
        again.close()
    assert calendar_of(desk.folder / "nowhere").version == "CN-2026.1"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (with_2027("CN-2025.9"), "calendar_older"),
        (with_2027("CN-2026.1"), "calendar_differs"),
        (b"{}", "field_missing"),
    ],
)
def test_a_calendar_that_is_older_or_another_of_its_name_is_refused(desk, raw, kind):
    with pytest.raises(InvalidInput) as refusal:
        take_calendar(desk.open, raw)
    assert kind in {each.kind for each in refusal.value.problems}
    assert desk.open.store.calendar.version == "CN-2026.1"


def test_a_calendar_is_written_as_it_was_read():
    calendar = read_calendar(with_2027())
    assert read_calendar(write_calendar(calendar)) == calendar
