"""Printings nobody knows the end of, asked for until somebody knows."""

from datetime import timedelta

import pytest

from clerk.domain.events import PrintOutcome
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.open_prints import (
    SettlePrint,
    open_prints,
    remembered,
    settle_print,
    settle_remembered,
    withdraw_print,
)
from clerk.usecases.print_paper import PrintPaper, intend_print, job_title, print_paper
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure
from tests.desk import CHIEF, CLERK, application, make_desk, open_test_desk


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.fixture
def wish(desk):
    done = accept_case(
        AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), desk.open.counter
    )
    return PrintPaper(case_id=done.case.id, by=CLERK, paper=done.papers[0])


def asked(desk):
    return open_prints(desk.room.reading, before=desk.clock())


def record(desk, wish):
    return desk.room.reading.case(wish.case_id).paper(wish.paper.id)


def print_in_vain(desk, wish):
    desk.tray.is_silent = True
    with pytest.raises(PrintUnsure):
        print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)
    desk.tray.is_silent = False


def test_what_the_power_interrupted_is_asked_for_after_the_next_start(desk, wish):
    intend_print(wish, desk.open.counter, desk.tray)
    assert asked(desk) == ()
    desk.close()

    desk.clock.on(minutes=5)
    again = open_test_desk(desk.folder, clock=desk.clock)
    (line,) = asked(again)
    again.close()
    desk.open = open_test_desk(desk.folder, clock=desk.clock).open

    assert line.case_id == wish.case_id
    assert line.print.printer == "tray"
    assert line.print.by == CLERK.id


def test_a_silent_printer_is_asked_about_at_once(desk, wish):
    print_in_vain(desk, wish)

    (line,) = open_prints(desk.room.reading, before=desk.clock() - timedelta(days=1))

    assert line.print.is_unsure


def test_what_a_person_found_counts_as_printed_and_is_asked_no_more(desk, wish):
    print_in_vain(desk, wish)

    settle_print(SettlePrint(line=asked(desk)[0], by=CHIEF, is_there=True), desk.open.counter)

    assert asked(desk) == ()
    assert record(desk, wish).printed == 1
    last = desk.room.reading.history(wish.case_id)[-1]
    assert (last.by, last.outcome, last.detail) == (CHIEF.id, PrintOutcome.PRINTED, "seen")


def test_what_a_person_did_not_find_may_turn_up_so_the_next_one_says_reprint(desk, wish):
    print_in_vain(desk, wish)
    settle_print(SettlePrint(line=asked(desk)[0], by=CLERK, is_there=False), desk.open.counter)

    print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)

    assert asked(desk) == ()
    assert record(desk, wish).printed == 1
    assert [pdf[:1] for _title, _copies, pdf in desk.tray.taken] == [b"1"]


def test_what_certainly_never_came_out_makes_no_reprint_of_the_next(desk, wish):
    desk.tray.is_off = True
    with pytest.raises(PrinterTrouble):
        print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)
    desk.tray.is_off = False

    print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)

    assert [pdf[:1] for _title, _copies, pdf in desk.tray.taken] == [b"0"]


def test_what_a_printer_had_begun_may_still_come_out_so_the_next_one_says_reprint(desk, wish):
    desk.tray.is_off = desk.tray.had_begun = True
    with pytest.raises(PrinterTrouble):
        print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)
    desk.tray.is_off = False

    print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)

    assert asked(desk) == ()
    assert [pdf[:1] for _title, _copies, pdf in desk.tray.taken] == [b"1"]


def test_the_printer_is_asked_before_the_person(desk, wish):
    known, forgotten = (intend_print(wish, desk.open.counter, desk.tray) for _ in range(2))
    desk.tray.remembered.append(job_title(wish.paper, known.number))
    desk.clock.on(minutes=1)

    settle_remembered(remembered(asked(desk), desk.room.printers), desk.open.counter)

    (line,) = asked(desk)
    assert line.print.job == forgotten.number
    assert record(desk, wish).printed == 1


def test_an_answer_given_twice_changes_nothing(desk, wish):
    print_in_vain(desk, wish)
    answer = SettlePrint(line=asked(desk)[0], by=CLERK, is_there=True)
    settle_print(answer, desk.open.counter)
    events = len(desk.room.reading.history(wish.case_id))

    settle_print(answer, desk.open.counter)

    assert len(desk.room.reading.history(wish.case_id)) == events


def test_before_it_is_printed_again_the_old_job_is_taken_back(desk, wish):
    print_in_vain(desk, wish)

    withdraw_print(asked(desk)[0], desk.room.printers)

    assert desk.tray.withdrawn == [job_title(wish.paper, 1)]
