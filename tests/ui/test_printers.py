"""The printers page by keyboard: every choice is kept at once, every question is answered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from clerk.domain.papers import PaperKind
from clerk.ui.pages.printers import PrintersPage
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.print_paper import PrintPaper, intend_print, job_title
from clerk.usecases.printers import PrintChoice, PrinterLine, PrintSettings, Sides
from tests import desk
from tests.ui.desk_steps import FOOD, roomed

BOTH = (Sides.ONE, Sides.LONG_EDGE)


class ManyTrays(desk.Trays):
    """Two printers; the second prints on both sides from two trays."""

    def seen(self):
        first, second = super().seen()
        return (first, replace(second, sides=BOTH, trays=("tray-1", "tray-2")))


@pytest.fixture
def made(tmp_path):
    made = desk.make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def printers(made):
    return ManyTrays((made.tray, desk.PaperTray(name="other")))


@pytest.fixture
def page(made, printers, qtbot):
    return roomed(made, PrintersPage, qtbot, printers=printers, test_page=test_sheet)


def test_sheet(page):
    return f"{page.title} {page.sides} {' '.join(page.lines)}".encode()


test_sheet.__test__ = False


@pytest.fixture
def left_open(made):
    """A paper the last run sent to the printer, and never heard of again."""
    opening = desk.application(made, FOOD)
    done = accept_case(AcceptCase(opening=opening, by=desk.CLERK), made.room.counter)
    wish = PrintPaper(case_id=done.case.id, by=desk.CLERK, paper=done.papers[0])
    intend_print(wish, made.room.counter, made.tray)
    made.clock.on(minutes=1)
    return wish


def choose(field, wanted):
    """Choose as a person does: put it there, and tell of it."""
    field.choose(wanted)
    field.box.activated.emit(field.box.currentIndex())


def record(made, wish):
    return made.room.reading.case(wish.case_id).paper(wish.paper.id)


def test_a_kind_is_sent_to_its_own_printer_tray_and_sides(page, printers, qtbot):
    qtbot.keyClick(page.kinds, Qt.Key.Key_Down)
    choose(page.choice.printer, "other")
    choose(page.choice.tray, "tray-2")
    choose(page.choice.sides, Sides.LONG_EDGE.value)

    kind = PaperKind(page.kinds.current_id())
    wanted = PrintChoice(printer="other", tray="tray-2", sides=Sides.LONG_EDGE)
    assert printers.settings.by_kind == {kind: wanted}
    assert "other · Tray 2 · Both sides" in page.kinds.current_row().detail


def test_a_kind_can_go_with_all_others_again(page, printers, qtbot):
    qtbot.keyClick(page.kinds, Qt.Key.Key_Down)
    choose(page.choice.printer, "other")

    choose(page.choice.printer, "")

    assert printers.settings.by_kind == {}
    assert page.kinds.current_row().detail == "As all papers"


def test_another_printer_begins_with_its_own_trays(page, printers):
    choose(page.choice.printer, "other")
    choose(page.choice.tray, "tray-2")
    choose(page.choice.printer, "tray")

    assert printers.settings.usual == PrintChoice(printer="tray")
    assert not page.choice.tray.isVisible()


def test_fallback_folder_and_roll_are_kept(page, printers, qtbot):
    choose(page.choice.fallback, "other")
    page.choice.folder.edit.setFocus()
    qtbot.keyClicks(page.choice.folder.edit, "/srv/papers")
    qtbot.keyClick(page.choice.folder.edit, Qt.Key.Key_Return)
    page.choice.roll.edit.setFocus()
    qtbot.keyClicks(page.choice.roll.edit, "10.0.0.9")
    qtbot.keyClick(page.choice.roll.edit, Qt.Key.Key_Return)

    assert printers.settings == PrintSettings(
        fallback="other", folder="/srv/papers", roll="10.0.0.9"
    )


def test_a_chosen_printer_that_is_gone_stays_visible(made, printers, qtbot):
    printers.keep(PrintSettings(usual=PrintChoice(printer="queue:sold")))
    page = roomed(made, PrintersPage, qtbot, printers=printers)

    assert page.choice.printer.box.currentText() == "sold (not there)"


def test_how_printers_stand_is_read_and_read_again(made, page, qtbot):
    assert [each.chip.text for each in page.machines.list.shown_rows()] == ["Ready", "Ready"]
    made.tray.is_off = True

    qtbot.keySequence(page, "F5")

    (off, _other) = page.machines.list.shown_rows()
    assert off.chip.text == "Not ready"
    assert off.detail.startswith("It is switched off")


def test_a_test_page_goes_to_the_printer_that_is_chosen(page, printers, qtbot):
    page.machines.list.select("other")

    qtbot.keySequence(page, "Alt+T")

    ((title, copies, sheet),) = printers.trays[1].taken
    assert (title, copies) == ("Test page", 1)
    assert b"Printer: other" in sheet
    assert page.notice.notice.what == "The test page came out of other."


def test_a_test_page_that_fails_says_why_and_what_to_do(made, page, qtbot):
    made.tray.is_off = True

    qtbot.keySequence(page, "Alt+T")

    notice = page.notice.notice
    assert "switched off" in notice.what
    assert notice.then == "Switch it on and look at its cable."


def test_nothing_is_asked_while_every_printing_is_known(page):
    assert not page.asked.isVisible()


def test_the_question_of_the_last_run_is_answered_by_a_look(made, left_open, printers, qtbot):
    page = roomed(made, PrintersPage, qtbot, printers=printers)
    page.presenter.ask_after_start()
    assert page.asked.isVisible()

    qtbot.keySequence(page, "Alt+Y")

    assert record(made, left_open).printed == 1
    assert not page.asked.isVisible()


def test_what_is_not_there_is_taken_back_and_printed_again_as_a_reprint(
    made, left_open, printers, qtbot
):
    page = roomed(made, PrintersPage, qtbot, printers=printers)
    page.presenter.ask_after_start()

    qtbot.keySequence(page, "Alt+N")

    assert made.tray.withdrawn == [job_title(left_open.paper, 1)]
    assert [pdf[:1] for _title, _copies, pdf in made.tray.taken] == [b"1"]
    assert not page.asked.isVisible()


def test_what_the_printer_remembers_is_not_asked(made, left_open, printers, qtbot):
    made.tray.remembered.append(job_title(left_open.paper, 1))
    page = roomed(made, PrintersPage, qtbot, printers=printers)

    page.presenter.ask_after_start()

    assert not page.asked.isVisible()
    assert record(made, left_open).printed == 1


@pytest.mark.usefixtures("left_open")
def test_the_page_counts_its_questions_for_the_rail(made, printers, qtbot):
    page = roomed(made, PrintersPage, qtbot, printers=printers)

    with qtbot.waitSignal(page.asks, timeout=1000) as counted:
        page.presenter.ask_after_start()

    assert counted.args == [1]
    assert isinstance(printers.seen()[0], PrinterLine)
