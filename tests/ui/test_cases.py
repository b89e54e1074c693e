from dataclasses import dataclass

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerk.domain.checklist import LineStatus
from clerk.domain.events import PrintOutcome
from clerk.domain.stages import Action, Stage
from clerk.paper.viewing import view
from clerk.ui.pages.case_parts.dossier import FILES, PAPERS
from clerk.ui.pages.cases import CasesPage
from clerk.usecases.lines import Queue
from tests import desk
from tests.ui.desk_steps import before_the_chief, granted, received, roomed, stored, told_once

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(tmp_path):
    opened = desk.make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def offered(page):
    return {action for action, button in page.steps.buttons.items() if not button.isHidden()}


def test_f3_goes_through_the_lists(made, qtbot):
    told_once(made)
    page = roomed(made, CasesPage, qtbot)
    seen = []

    for _queue in Queue:
        seen.append(page.presenter.list.screen.queue)
        press(qtbot, Key.Key_F3)

    assert seen == list(Queue)
    assert page.presenter.list.screen.queue is Queue.TO_DO


def test_the_most_pressing_case_lies_open_when_the_page_is_shown(made, qtbot):
    case = told_once(made)
    page = roomed(made, CasesPage, qtbot)

    assert page.presenter.case.screen.sheet.id == case.id
    assert page.pane.head.isVisible()


def test_only_steps_the_case_allows_are_offered(made, qtbot):
    told_once(made)
    page = roomed(made, CasesPage, qtbot)
    waiting = offered(page)
    case = before_the_chief(made)
    page.open_case(case.id)

    assert waiting == {
        Action.SUPPLEMENT,
        Action.ACCEPT,
        Action.ISSUE_NOTICE,
        Action.DECLINE,
        Action.WITHDRAW,
        Action.ATTACH,
    }
    assert offered(page) == {Action.WITHDRAW}


def test_what_was_missing_is_supplemented_and_the_case_accepted_by_keyboard(made, qtbot):
    case = told_once(made)
    wanting = case.checklist.wanting()[0].prerequisite.id
    page = roomed(made, CasesPage, qtbot)

    press(qtbot, Key.Key_Return)
    page.pane.dossier.checklist.select(wanting)
    press(qtbot, Key.Key_Y)
    press(qtbot, Key.Key_S, ALT)
    supplemented = stored(made, case)
    press(qtbot, Key.Key_F9)
    press(qtbot, Key.Key_Return, CTRL)

    assert supplemented.marks[wanting].status is LineStatus.IN_HAND
    assert supplemented.stage is Stage.NOTIFIED
    assert stored(made, case).stage is Stage.ACCEPTED
    printed = [title.split()[1] for title, _copies, _pdf in made.tray.taken]
    assert printed == ["supplement_voucher", "acceptance_notice"]


def test_no_step_is_taken_while_changes_of_the_checklist_are_not_kept(made, qtbot):
    case = told_once(made)
    page = roomed(made, CasesPage, qtbot)
    page.presenter.case.edits.mark(case.checklist.wanting()[0].prerequisite.id, LineStatus.IN_HAND)

    press(qtbot, Key.Key_F9)

    assert page.presenter.case.screen.form is None
    assert page.pane.notice.notice.what == "Keep the changes first."
    assert stored(made, case).stage is Stage.NOTIFIED


def test_escape_puts_a_form_away_and_nothing_happens(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)

    press(qtbot, Key.Key_F7)
    was_open = page.steps.form.isVisible()
    press(qtbot, Key.Key_Escape)

    assert was_open
    assert not page.steps.form.isVisible()
    assert stored(made, case).stage is Stage.RECEIVED


def test_a_decline_without_facts_is_complained_of_at_the_field(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)

    press(qtbot, Key.Key_F7)
    press(qtbot, Key.Key_Return, CTRL)

    assert page.steps.form.fields.controls["facts"].problem
    assert page.steps.form.fields.controls["authority"].problem
    assert not page.steps.form.fields.controls["basis"].problem
    assert stored(made, case).stage is Stage.RECEIVED


def test_a_last_day_nobody_can_read_is_refused_at_the_field(made, qtbot):
    case = told_once(made)
    page = roomed(made, CasesPage, qtbot)
    view_ = page.presenter.case

    view_.begin(Action.ISSUE_NOTICE)
    view_.fill("deadline_on", "soon")
    view_.submit()

    assert page.steps.form.fields.controls["deadline_on"].problem
    assert len(stored(made, case).notices) == 1


def test_a_withdrawn_case_offers_nothing_more(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)

    press(qtbot, Key.Key_W, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "no longer needed")
    press(qtbot, Key.Key_Return, CTRL)
    page.open_case(case.id)

    assert stored(made, case).withdrawn.reason == "no longer needed"
    assert offered(page) == set()


def test_a_paper_the_printer_did_not_take_is_kept_and_printed_again(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)
    made.tray.is_off = True
    press(qtbot, Key.Key_F9)
    press(qtbot, Key.Key_Return, CTRL)
    said = page.pane.notice.notice.then
    made.tray.is_off = False

    page.pane.dossier.tabs.setCurrentIndex(PAPERS)
    page.pane.dossier.papers.select(stored(made, case).papers[-1].id)
    press(qtbot, Key.Key_P, CTRL)

    assert "kept" in said
    assert len(made.tray.taken) == 1
    record = stored(made, case).papers[-1]
    assert (record.jobs, record.printed) == (2, 1)
    outcomes = [x.outcome for x in made.room.reading.history(case.id) if hasattr(x, "outcome")]
    assert outcomes == [PrintOutcome.FAILED, PrintOutcome.PRINTED]


def test_a_search_shows_what_fits_and_a_list_brings_the_rest_back(made, qtbot):
    told_once(made)
    page = roomed(made, CasesPage, qtbot)

    page.search("no such name")
    empty = page.presenter.list.screen
    press(qtbot, Key.Key_F3)
    page.search(desk.RESTAURANT.name[:5])
    found = page.presenter.list.screen

    assert empty.rows == ()
    assert "no such name" in empty.empty_text
    assert len(found.rows) == 1


def test_a_paper_is_saved_as_pdf_or_the_clerk_is_told_it_was_not(made, qtbot, tmp_path):
    case = granted(made)
    page = roomed(made, CasesPage, qtbot)
    page.open_case(case.id)
    shelf = page.presenter.case.shelf

    shelf.save_paper(case.papers[0].id, tmp_path / "paper.pdf")
    written = page.pane.notice.notice.what
    shelf.save_paper(case.papers[0].id, tmp_path / "no" / "folder.pdf")

    assert written == "Saved as paper.pdf."
    assert (tmp_path / "paper.pdf").read_bytes()
    assert page.pane.notice.notice.what == "folder.pdf could not be written."


def test_a_file_is_attached_and_looked_at_in_place(made, qtbot, tmp_path):
    case = received(made)
    page = roomed(made, CasesPage, qtbot, render=view)
    line = case.item.prerequisites[0].id

    page.presenter.case.attach([("plan.png", png(tmp_path))], line)
    page.pane.dossier.tabs.setCurrentIndex(FILES)

    shown = page.presenter.case.screen.preview
    assert shown.title == "plan.png"
    assert (shown.pages[0].width, shown.pages[0].height) == (900, 450)
    assert stored(made, case).attachments[0].prerequisite == line


def test_a_file_that_is_no_picture_is_refused_with_words(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)

    page.presenter.case.attach([("tool.exe", b"MZ")])

    assert page.pane.notice.isVisible()
    assert stored(made, case).attachments == ()


def test_the_question_mark_says_why_a_paper_is_asked_for(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)

    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "?")

    first = case.item.prerequisites[0]
    assert first.basis in page.pane.notice.notice.then


def test_counts_of_a_line_are_changed_in_its_details_and_kept(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return)
    details = page.pane.dossier.details
    details.originals.set_value("many")
    details.done.click()
    complained = details.originals.problem

    details.originals.set_value("2")
    details.done.click()
    press(qtbot, Key.Key_S, ALT)

    assert complained
    assert not details.isVisible()
    assert stored(made, case).marks[case.item.prerequisites[0].id].originals == 2


@dataclass
class Waiting:
    """Tasks whose answers come when the test says so."""

    jobs: list

    def run(self, job, *, then, **_otherwise):
        self.jobs.append((job, then))


def test_an_answer_about_a_case_left_meanwhile_is_not_shown(made, qtbot):
    first, second = told_once(made), received(made)
    tasks = Waiting([])
    page = roomed(made, CasesPage, qtbot, tasks=tasks)
    tasks.jobs.clear()
    page.presenter.case.open(first.id)
    page.presenter.case.open(second.id)

    for job, then in list(tasks.jobs):
        then(job())

    assert page.presenter.case.opened.case.id == second.id


def png(folder):
    Image.new("RGB", (20, 10), "white").save(folder / "plan.png")
    return (folder / "plan.png").read_bytes()
