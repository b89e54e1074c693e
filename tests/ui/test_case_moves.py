"""What is put right on an open case: the chief's line over it, corrections, and its files."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from clerk.domain.checklist import LineStatus
from clerk.domain.stages import Action
from clerk.ui.pages.case_parts.dossier import APPLICATION, FILES
from clerk.ui.pages.cases import CasesPage
from tests import desk
from tests.ui.desk_steps import before_the_chief, received, roomed, stored, told_once

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CHIEF_PIN = desk.PINS[desk.CHIEF.id]


@pytest.fixture
def made(tmp_path):
    opened = desk.make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def sign(page, qtbot, pin, reason=""):
    line = page.chief_line
    if reason:
        line.opinion.set_value(reason)
    line.pin.edit.setText(pin)
    qtbot.keyClick(line.pin.edit, Key.Key_Return)


def test_the_chief_waives_a_line_over_the_page_and_it_is_kept_with_its_reason(made, qtbot):
    case = told_once(made)
    wanting = case.checklist.wanting()[0].prerequisite.id
    page = roomed(made, CasesPage, qtbot)
    press(qtbot, Key.Key_Return)
    page.pane.dossier.checklist.select(wanting)

    press(qtbot, Key.Key_W)
    asked = page.chief_line.isVisible()
    sign(page, qtbot, CHIEF_PIN, "The archive holds it since 2024.")
    press(qtbot, Key.Key_S, ALT)

    mark = stored(made, case).marks[wanting]
    assert asked
    assert not page.chief_line.isVisible()
    assert (mark.status, mark.waived_by) == (LineStatus.WAIVED, desk.CHIEF.id)
    assert mark.note == "The archive holds it since 2024."


def test_a_wrong_pin_waives_nothing_and_the_line_stays_open(made, qtbot):
    case = told_once(made)
    wanting = case.checklist.wanting()[0].prerequisite.id
    page = roomed(made, CasesPage, qtbot)
    page.presenter.case.edits.mark(wanting, LineStatus.WAIVED)

    sign(page, qtbot, "000111", "Held by the archive.")
    refused = page.chief_line.notice.isVisible()
    press(qtbot, Key.Key_Escape)

    assert refused
    assert not page.chief_line.isVisible()
    assert not page.presenter.case.screen.has_changes


def test_the_one_who_waives_is_never_the_one_at_the_window(made, qtbot):
    case = told_once(made)
    wanting = case.checklist.wanting()[0].prerequisite.id
    page = roomed(made, CasesPage, qtbot, person=desk.CHIEF)

    page.presenter.case.edits.mark(wanting, LineStatus.WAIVED)

    assert page.presenter.case.screen.chief.chiefs == ()


def test_a_second_notice_needs_the_chiefs_line_and_is_counted(made, qtbot):
    case = told_once(made)
    page = roomed(made, CasesPage, qtbot)

    press(qtbot, Key.Key_F8)
    title = page.steps.form.take.text()
    press(qtbot, Key.Key_Return, CTRL)
    before = len(stored(made, case).notices)
    sign(page, qtbot, "000111", "A page was found to be forged.")
    refused = len(stored(made, case).notices)
    sign(page, qtbot, CHIEF_PIN)

    notices = stored(made, case).notices
    assert title == "Put it before the chief"
    assert (before, refused, len(notices)) == (1, 1, 2)
    assert notices[1].allowed_by == desk.CHIEF.id
    assert notices[1].reason == "A page was found to be forged."
    assert [name.split()[1] for name, _copies, _pdf in made.tray.taken] == ["one_time_notice"]
    assert not page.chief_line.isVisible()
    assert page.presenter.case.screen.form is None


def test_an_unreadable_day_is_told_before_the_chief_is_asked(made, qtbot):
    told_once(made)
    page = roomed(made, CasesPage, qtbot)
    view = page.presenter.case
    view.begin(Action.ISSUE_NOTICE)
    view.fill("deadline_on", "soon")

    view.submit()

    assert not page.chief_line.isVisible()
    assert view.screen.form.fields[0].problem


def test_applicant_and_answers_are_put_right_as_one_correction(made, qtbot):
    case = received(made)
    question = case.item.situations[0]
    other = next(x.id for x in question.answers if x.id != case.answers[question.id])
    page = roomed(made, CasesPage, qtbot)
    page.pane.dossier.tabs.setCurrentIndex(APPLICATION)
    part = page.pane.dossier.application

    part.applicant.phone.setFocus()
    part.applicant.phone.edit.selectAll()
    qtbot.keyClicks(part.applicant.phone.edit, "13911112222")
    part.situations.answered.emit(question.id, other)
    press(qtbot, Key.Key_S, ALT)

    kept = stored(made, case)
    assert kept.applicant.phone == "13911112222"
    assert kept.answers[question.id] == other
    assert [type(x).__name__ for x in made.room.reading.history(case.id)][-1] == "Corrected"
    assert not page.presenter.case.screen.has_changes


def test_a_wrong_number_is_not_kept_and_the_case_stays_as_it_was(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)
    edits = page.presenter.case.edits

    edits.set_field("phone", "12")
    page.presenter.case.keep_changes()

    assert "Phone" in page.pane.notice.notice.what
    assert page.presenter.case.screen.has_changes
    assert stored(made, case).applicant == case.applicant


def test_what_is_typed_back_as_it_was_is_no_change(made, qtbot):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)
    edits = page.presenter.case.edits

    edits.set_field("phone", "12")
    changed = page.presenter.case.screen.has_changes
    edits.set_field("phone", case.applicant.phone)

    assert changed
    assert not page.presenter.case.screen.has_changes


def test_an_accepted_case_shows_its_application_and_lets_nobody_change_it(made, qtbot):
    case = before_the_chief(made)
    page = roomed(made, CasesPage, qtbot)
    page.open_case(case.id)
    page.pane.dossier.tabs.setCurrentIndex(APPLICATION)
    part = page.pane.dossier.application

    page.presenter.case.edits.set_field("phone", "13911112222")

    assert part.applicant.phone.value() == case.applicant.phone
    assert not part.applicant.isEnabled()
    assert not page.presenter.case.screen.has_changes


def test_a_supplement_in_part_is_kept_and_says_what_is_still_missing(made, qtbot):
    case = told_once(made, missing=2)
    first, second = (x.prerequisite for x in case.checklist.wanting())
    page = roomed(made, CasesPage, qtbot)
    page.presenter.case.edits.mark(first.id, LineStatus.IN_HAND)

    page.presenter.case.keep_changes()

    assert second.name.en in page.pane.notice.notice.what
    assert [x.prerequisite for x in stored(made, case).checklist.wanting()] == [second]


def test_a_chosen_file_nobody_can_read_is_told(made, qtbot, tmp_path, monkeypatch):
    received(made)
    page = roomed(made, CasesPage, qtbot)
    gone = (("gone.pdf", tmp_path / "gone.pdf"),)
    monkeypatch.setattr("clerk.ui.pages.cases.chosen_files", lambda _host: gone)

    press(qtbot, Key.Key_A, ALT)

    assert "gone.pdf" in page.pane.notice.notice.what


def test_files_dropped_on_the_page_go_into_the_dossier_and_a_bad_one_keeps_none_out(
    made, qtbot, tmp_path
):
    case = received(made)
    page = roomed(made, CasesPage, qtbot)
    page.pane.dossier.tabs.setCurrentIndex(FILES)
    for name, content in (("plan.pdf", b"%PDF-1"), ("tool.exe", b"MZ"), ("list.pdf", b"%PDF-2")):
        (tmp_path / name).write_bytes(content)
    held = QMimeData()
    held.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / x)) for x in ("plan.pdf", "tool.exe", "list.pdf")]
    )

    drop(page, held)

    assert [x.name for x in stored(made, case).attachments] == ["plan.pdf", "list.pdf"]
    assert {x.prerequisite for x in stored(made, case).attachments} == {None}
    assert "tool.exe" in page.pane.notice.notice.what
    assert "2 files are in the dossier." in page.pane.notice.notice.then


def test_a_picture_in_the_clipboard_is_attached_to_the_chosen_line(made, qtbot):
    case = received(made)
    roomed(made, CasesPage, qtbot)
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    press(qtbot, Key.Key_Return)

    press(qtbot, Key.Key_V, CTRL)

    kept = stored(made, case).attachments[0]
    assert kept.media_type == "image/png"
    assert kept.prerequisite == case.item.prerequisites[0].id


def test_an_empty_clipboard_is_told(made, qtbot):
    received(made)
    page = roomed(made, CasesPage, qtbot)
    QGuiApplication.clipboard().clear()

    press(qtbot, Key.Key_V, CTRL)

    assert page.pane.notice.notice.what == "The clipboard holds no picture and no file."


def drop(page, held):
    how = (QPoint(200, 200), Qt.DropAction.CopyAction, held)
    by = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(*how, *by), QDropEvent(*how, *by)):
        QApplication.sendEvent(page, event)
