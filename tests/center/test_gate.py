"""The calls of a window: what the center answers, whatever it is made of."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from clerk.center import tables
from clerk.center.intake import QUOTA
from clerk.center.registry import enrol_window, invite, retire_window
from clerk.domain.exchange import REFERENCE, Caller, PushStatus, section_feed, window_feed
from clerk.domain.refusals import InvalidInput
from clerk.usecases.center_port import NotLetIn, OtherGeneration
from tests.center.windows import CENTER, SECTION


def test_a_window_is_told_who_it_is_and_what_the_center_has_of_it(town):
    window = town.window("007")
    window.accept()
    window.push()

    hello = town.center.hello(window.caller, told='{"version":"0"}')

    assert (hello.window, hello.incarnation, hello.standing) == ("007", 1, "active")
    assert (hello.last_sequence, hello.last_hash) == (2, window.entries[-1].hash.hex())
    assert hello.generation.number == 1
    assert set(hello.heads) == {REFERENCE, section_feed(SECTION), window_feed("007")}


def test_a_pc_becomes_a_window_by_its_code_once(town):
    with town.engine.begin() as connection:
        code = invite(connection, CENTER, "012", [SECTION], datetime.now(UTC) + timedelta(days=1))
    wish = {"secret": b"made here", "machine": "PC-12", "least_incarnation": 0}

    enrolled = town.center.enrol(code, **wish)

    assert (enrolled.window, enrolled.incarnation, enrolled.sections) == ("012", 1, (SECTION,))
    caller = Caller(window="012", secret=b"made here", incarnation=1, generation=1)
    assert town.center.hello(caller, told="{}").incarnation == 1
    with pytest.raises(NotLetIn):
        town.center.enrol(code, **wish)
    with pytest.raises(NotLetIn):
        town.center.enrol("2222-2222-2222-2222-2222", **wish)


def test_a_code_that_is_too_old_lets_nobody_in(town):
    with town.engine.begin() as connection:
        code = invite(connection, CENTER, "012", [SECTION], datetime(2026, 11, 22, tzinfo=UTC))

    with pytest.raises(NotLetIn):
        town.center.enrol(code, secret=b"s", machine="m", least_incarnation=0)


def test_a_window_that_enrols_again_goes_on_in_the_next_incarnation(town):
    town.window("007")
    with town.engine.begin() as connection:
        code = invite(connection, CENTER, "007", [SECTION], datetime.now(UTC) + timedelta(days=1))

    enrolled = town.center.enrol(code, secret=b"new disk", machine="m", least_incarnation=7)

    assert enrolled.incarnation == 8


def test_a_stranger_and_a_wrong_secret_are_not_let_in(town):
    window = town.window("007")

    for caller in (
        replace(window.caller, window="008"),
        replace(window.caller, secret=b"another secret"),
    ):
        with pytest.raises(NotLetIn):
            town.center.hello(caller, told="{}")
        with pytest.raises(NotLetIn):
            town.center.push(caller, ())
        with pytest.raises(NotLetIn):
            town.center.pull(caller, REFERENCE, 0, 10)


def test_what_is_pushed_again_is_as_good_as_taken(town):
    window = town.window("007")
    window.accept()
    first = window.push()
    window.accept()

    again = window.push()

    assert (first.status, first.last_sequence) == (PushStatus.OK, 2)
    assert (again.status, again.last_sequence) == (PushStatus.OK, 4)
    assert window.push(window.entries[1:3]).status is PushStatus.OK


def test_a_gap_is_told_and_nothing_of_the_batch_is_taken(town):
    window = town.window("007")
    for _ in range(3):
        window.accept()
    window.push(window.entries[:2])

    answer = window.push(window.entries[3:])

    assert (answer.status, answer.last_sequence) == (PushStatus.GAP, 2)
    assert answer.last_hash == window.entries[1].hash.hex()


def test_another_entry_at_the_same_sequence_is_a_fork(town):
    window = town.window("007")
    window.accept()
    window.push()
    twin = replace_journal(window)
    twin.accept()

    assert twin.push().status is PushStatus.FORK
    assert window.push().status is PushStatus.OK


def replace_journal(window):
    """A copy of the window whose journal begins anew: a cloned disk."""
    return replace(window, entries=[], numbers=100)


def test_bytes_that_do_not_hash_to_their_hash_are_not_taken(town):
    window = town.window("007")
    window.accept()
    spoilt = replace(window.entries[1], payload=window.entries[1].payload + b" ")

    answer = window.push([window.entries[0], spoilt])

    assert (answer.status, answer.last_sequence) == (PushStatus.FORK, 0)


def test_an_earlier_incarnation_may_not_push_any_more(town):
    window = town.window("007")
    window.accept()
    with town.engine.begin() as connection:
        second = enrol_window(
            connection, CENTER, "007", secret=window.secret, sections=[SECTION], machine="m"
        )

    assert second == 2
    assert window.push().status is PushStatus.WRONG_INCARNATION


def test_the_incarnation_goes_past_what_the_window_itself_remembers(town):
    window = town.window("007")
    with town.engine.begin() as connection:
        assert (
            enrol_window(
                connection,
                CENTER,
                "007",
                secret=window.secret,
                sections=[],
                machine="m",
                least_incarnation=5,
            )
            == 6
        )


def test_a_retired_window_may_not_push(town):
    window = town.window("007")
    window.accept()
    with town.engine.begin() as connection:
        retire_window(connection, CENTER, "007")

    assert window.push().status is PushStatus.RETIRED


def test_a_window_that_knows_another_generation_must_say_hello_again(town):
    window = town.window("007")
    window.generation = 2
    window.accept()

    assert window.push().status is PushStatus.WRONG_GENERATION
    with pytest.raises(OtherGeneration) as refusal:
        window.pull()
    assert refusal.value.generation == 1


def test_the_inbox_takes_no_more_than_the_quota(town):
    window = town.window("007")
    with town.engine.begin() as connection:
        connection.execute(update(tables.journal_).values(undecided=QUOTA - 3))
    window.accept()
    window.accept()

    assert window.push().status is PushStatus.BUSY
    assert window.push(window.entries[:3]).status is PushStatus.OK


def test_a_feed_of_another_department_is_not_this_windows_to_read(town):
    window = town.window("007")

    with pytest.raises(NotLetIn):
        window.pull(section_feed("other"))
    with pytest.raises(NotLetIn):
        window.pull(window_feed("008"))


def test_a_feed_comes_in_pages_without_holes(town):
    window = town.window("007")
    for _ in range(5):
        window.accept()
    window.push()
    town.registrar().work()

    pages = [window.pull(after=after, limit=3) for after in (0, 3, 6, 9)]

    assert [[x.position for x in page.events] for page in pages] == [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
        [10],
    ]
    assert town.center.hello(window.caller, told="{}").heads[section_feed(SECTION)] == 10


def test_a_case_is_fetched_by_its_number(town):
    window, other = town.window("007"), town.window("008", sections=("elsewhere",))
    case = window.accept()
    window.accept()
    window.push()
    town.registrar().work()

    found = town.center.case(other.caller, case.number)

    assert [x.entry.event_id for x in found] == [x.event_id for x in window.entries[:2]]
    assert town.center.case(other.caller, "0" * 20) == ()


def test_a_file_comes_in_parts_goes_on_where_it_stopped_and_is_read_back_whole(town):
    caller = town.window("007").caller
    content = bytes(range(256)) * 40
    name, size = hashlib.sha256(content).hexdigest(), len(content)

    assert town.center.put_file(caller, name, size, 0, content[:4000]) == 4000
    assert town.center.put_file(caller, name, size, 9000, content[9000:]) == 4000
    assert town.center.get_file(caller, name, 0, 100) == b""
    assert town.center.put_file(caller, name, size, 4000, content[4000:]) == size
    assert town.center.put_file(caller, name, size, 0, content) == size

    assert town.center.get_file(caller, name, 0, size) == content
    assert town.center.get_file(caller, name, 3990, 20) == content[3990:4010]
    assert town.center.get_file(caller, name, size, 20) == b""


def test_a_file_that_is_not_what_its_name_says_is_dropped(town):
    caller = town.window("007").caller
    name = hashlib.sha256(b"right").hexdigest()

    assert town.center.put_file(caller, name, 5, 0, b"wrong") == 0
    assert town.center.put_file(caller, name, 5, 0, b"right") == 5


def test_a_file_too_large_is_refused(town):
    caller = town.window("007").caller

    with pytest.raises(InvalidInput):
        town.center.put_file(caller, "0" * 64, 60_000_000, 0, b"x")
    with pytest.raises(InvalidInput):
        town.center.put_file(caller, "0" * 64, 3, 0, b"four")
