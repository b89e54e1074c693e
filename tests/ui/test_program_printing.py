"""What the whole window says about printers: on its status line, and after the start."""

import pytest

from clerk import bootstrap
from clerk.ui.tasks import DirectTasks
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.print_paper import PrintPaper, intend_print
from tests import desk
from tests.ui.desk_steps import FOOD


@pytest.fixture
def made(tmp_path):
    return desk.make_desk(tmp_path / "desk")


@pytest.fixture
def start(made, qtbot):
    programs = []

    def start():
        program = bootstrap.make_program(
            made.open, bootstrap.Drawer(), made.room.printers, tasks=DirectTasks()
        )
        programs.append(program)
        qtbot.addWidget(program.window)
        return program

    yield start
    for each in programs:
        each.close()


def leave_open(made):
    opening = desk.application(made, FOOD)
    done = accept_case(AcceptCase(opening=opening, by=desk.CLERK), made.room.counter)
    wish = PrintPaper(case_id=done.case.id, by=desk.CLERK, paper=done.papers[0])
    intend_print(wish, made.room.counter, made.tray)
    made.clock.on(minutes=1)


def test_the_status_line_says_what_the_printer_lacks_and_when_it_is_over(made, start):
    made.tray.is_off = True
    program = start()
    label = program.window.line._printer
    assert label.accessibleName() == "Printer tray: it is switched off or cannot be reached"

    made.tray.is_off = False
    program.window.show_page(1)

    assert label.accessibleName() == "Printer tray"


def all_pages_made(program, qtbot):
    program.make_ready()
    whole = program.window.desk
    qtbot.waitUntil(lambda: len(whole.made()) == len(whole.rail))


def test_who_signs_in_after_a_power_cut_is_asked_about_the_papers_of_before(made, start, qtbot):
    leave_open(made)

    program = start()
    program.let_in(desk.CLERK)
    all_pages_made(program, qtbot)

    assert program.window.desk.notice.notice.what == "It is not known whether 1 paper came out."


def test_who_signs_in_on_a_quiet_morning_is_asked_nothing(start, qtbot):
    program = start()
    program.let_in(desk.CLERK)
    all_pages_made(program, qtbot)

    assert program.window.desk.notice.notice is None
