"""Rows made anew from the journal are the rows that were, and a fault leaves them as they were."""

from dataclasses import replace

import pytest

from clerk.domain.journal import ChainBroken
from clerk.store import rows
from clerk.store.rebuild import rebuild_rows
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.withdraw_case import WithdrawCase, withdraw_case
from tests.bench.past import Past
from tests.desk import CLERK, RESTAURANT, application, make_desk

MORE_THAN_A_PAGE = 600  # cases, of two entries and more


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
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


def receive(desk, applicant=RESTAURANT):
    wish = ReceiveCase(application=application(desk, "SCJG-005", applicant), by=CLERK)
    return receive_case(wish, desk.open.counter).case


def correct(desk, case_id, applicant):
    with desk.open.store.begin() as work:
        case = work.cases.get(case_id)
        work.cases.save(case.correct(CLERK, desk.clock(), applicant=applicant))
        work.commit()


def change_entries(desk, statement):
    with desk.open.store.connection.begin():
        desk.open.store.connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        desk.open.store.connection.exec_driver_sql(statement)


def test_a_case_whose_life_goes_on_many_pages_later_is_made_whole(desk):
    first = [receive(desk) for _ in range(3)]
    Past(desk).grow_to(MORE_THAN_A_PAGE)
    accept_case(AcceptCase(opening=first[0].id, by=CLERK, opinion="材料齐全。"), desk.open.counter)
    withdraw_case(WithdrawCase(case_id=first[2].id, by=CLERK, reason="不再办理"), desk.open.counter)
    before = shadows(desk)

    assert rebuild_rows(desk.open.store) == desk.open.store.head.sequence - 1

    assert shadows(desk) == before


def test_an_applicant_put_right_is_the_same_applicant_after_a_rebuild(desk):
    one, two = receive(desk), receive(desk)
    correct(desk, one.id, replace(RESTAURANT, phone="13911111111"))
    correct(desk, two.id, replace(RESTAURANT, name="云江市好运来餐饮店（虚构）"))
    correct(desk, one.id, replace(RESTAURANT, document_number="91341100MA2TE5T28B"))
    before = shadows(desk)

    rebuild_rows(desk.open.store)

    assert shadows(desk) == before
    assert desk.room.reading.search("好运来")[0].id == two.id


def test_a_desk_without_a_case_has_no_rows_to_make(desk):
    events = rebuild_rows(desk.open.store)

    assert events == desk.open.store.head.sequence - 1  # all of them about people
    assert not any(shadows(desk).values())


def test_a_rebuild_tells_how_far_it_is_and_can_be_stopped(desk):
    receive(desk)
    Past(desk).grow_to(MORE_THAN_A_PAGE)
    before, told = shadows(desk), []

    def stop(done, everything):
        told.append((done, everything))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild_rows(desk.open.store, stop)
    assert told == [(1_000, desk.open.store.head.sequence - 1)]
    assert shadows(desk) == before

    rebuild_rows(desk.open.store, lambda *step: told.append(step))
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("column", ["payload", "hash", "sig"])
def test_an_entry_kept_as_text_is_told_as_a_broken_chain(desk, column):
    receive(desk), receive(desk, replace(RESTAURANT, phone="13911111111"))
    before = shadows(desk)
    change_entries(desk, f"UPDATE journal SET {column} = 'text' WHERE seq = 3")  # noqa: S608

    with pytest.raises(ChainBroken) as refusal:
        rebuild_rows(desk.open.store)

    assert (refusal.value.sequence, refusal.value.reason) == (3, "hash")
    assert shadows(desk) == before


def test_a_fault_many_pages_later_is_found_when_its_case_is_made(desk):
    first = receive(desk)
    Past(desk).grow_to(MORE_THAN_A_PAGE)
    withdraw_case(WithdrawCase(case_id=first.id, by=CLERK, reason="不再办理"), desk.open.counter)
    last = desk.open.store.head.sequence - 1
    change_entries(desk, f"UPDATE journal SET payload = x'00' WHERE seq = {last}")  # noqa: S608

    with pytest.raises(ChainBroken) as refusal:
        rebuild_rows(desk.open.store)

    assert (refusal.value.sequence, refusal.value.reason) == (last, "hash")


def test_a_wrong_signature_is_found_on_whatever_core_it_was_checked(desk):
    Past(desk).grow_to(MORE_THAN_A_PAGE)
    change_entries(desk, "UPDATE journal SET sig = zeroblob(64) WHERE seq = 1234")

    with pytest.raises(ChainBroken) as refusal:
        rebuild_rows(desk.open.store)

    assert (refusal.value.sequence, refusal.value.reason) == (1234, "signature")
