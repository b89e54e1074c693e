from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from clerk.domain.catalogue import ApplicantKind, ItemKind
from clerk.domain.checklist import LineStatus
from clerk.domain.stages import Stage
from clerk.ui.pages.accept import AcceptPage
from clerk.ui.presenters.draft_keeper import DraftKeeper
from clerk.ui.widgets.file_intake import held_files
from clerk.usecases.draft import Draft
from clerk.usecases.lines import Queue
from tests import desk

Key = Qt.Key
FOOD = "SCJG-005"
PNG = b"\x89PNG\r\n\x1a\n and a picture's bytes"


@pytest.fixture
def counter(tmp_path):
    made = desk.make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def page(counter, qtbot):
    return open_page(counter, qtbot)


def open_page(counter, qtbot):
    page = AcceptPage(counter.room)
    qtbot.addWidget(page)
    page.resize(1270, 664)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.shown()
    return page


class Hands:
    """Types like a person: into whatever has the focus."""

    def __init__(self, qtbot):
        self.qtbot = qtbot

    def press(self, *keys):
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key)

    def write(self, text):
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.fixture
def hands(qtbot):
    return Hands(qtbot)


def choose(hands, text="spjyxkxb"):
    hands.press(Key.Key_F2)
    hands.write(text)
    hands.press(Key.Key_Return)


def answer_all(page, hands, digit=Key.Key_2):
    for _each in page.situations.rows:
        hands.press(digit, Key.Key_Return)


def write_applicant(hands, who=desk.RESTAURANT):
    hands.press(Key.Key_F6)
    for text in (
        who.document_number,
        who.phone,
        who.name,
        who.contact_name,
        who.contact_id,
    ):
        hands.write(text)
        hands.press(Key.Key_Return)


def ready(page, hands):
    choose(hands)
    answer_all(page, hands)
    write_applicant(hands)


def only_case(counter):
    (line,) = counter.room.reading.queue(Queue.ALL)
    return counter.room.reading.case(line.id)


def test_a_food_licence_is_accepted_with_the_keyboard_alone(page, counter, hands):
    ready(page, hands)
    assert page.table.rows.hasFocus()
    hands.press(Key.Key_A, Key.Key_F9)

    case = only_case(counter)
    assert (case.stage, case.applicant) == (Stage.ACCEPTED, desk.RESTAURANT)
    assert [title.split()[1] for title, _copies, _pdf in counter.tray.taken] == [
        "acceptance_notice"
    ]
    assert counter.announced[0] == frozenset({case.id})
    assert page.presenter.sheet.is_empty
    assert page.picker.edit.hasFocus()
    assert counter.room.reading.drafts() == ()


def test_what_is_missing_is_told_once_with_a_last_day(page, counter, hands):
    ready(page, hands)
    hands.press(Key.Key_A, Key.Key_N, Key.Key_F8)
    assert page.conclusion.notice_form.deadline.value() == "2026-11-30"
    hands.write("1207")
    hands.press(Key.Key_Return, Key.Key_Return)

    case = only_case(counter)
    assert case.stage is Stage.NOTIFIED
    assert case.notices[0].deadline_on.isoformat() == "2026-12-07"
    assert case.notices[0].wanting == ("1",)
    assert len(counter.tray.taken) == 1


def test_a_last_day_that_is_over_is_refused_in_its_field(page, counter, hands):
    ready(page, hands)
    hands.press(Key.Key_A, Key.Key_N, Key.Key_F8)
    hands.write("2026-11-20")
    hands.press(Key.Key_Return, Key.Key_Return)

    assert page.conclusion.notice_form.deadline.problem
    assert page.conclusion.notice_form.deadline.edit.hasFocus()
    assert counter.room.reading.queue(Queue.ALL) == ()


def test_it_is_declined_in_writing_and_a_lacking_reason_is_shown_where_it_lacks(
    page, counter, hands
):
    ready(page, hands)
    hands.press(Key.Key_F7, Key.Key_Return)
    hands.write("经营地不在本市")
    hands.press(Key.Key_Tab)
    hands.write("行政许可法第三十二条第一款第（二）项")
    page.conclusion.decline_form.give.click()
    assert page.conclusion.decline_form.authority.problem
    assert page.conclusion.decline_form.authority.edit.hasFocus()
    hands.write("邻市市场监督管理局")
    hands.press(Key.Key_Return, Key.Key_Return)

    case = only_case(counter)
    assert case.stage is Stage.DECLINED
    assert case.declined.authority == "邻市市场监督管理局"


def test_papers_are_taken_in_against_a_voucher(page, counter, hands, qtbot):
    ready(page, hands)
    hands.press(Key.Key_Y)
    qtbot.keyClick(page, Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)

    assert only_case(counter).stage is Stage.RECEIVED
    assert "material_voucher" in counter.tray.taken[0][0]


def test_an_immediate_item_is_finished_on_the_chiefs_line(page, counter, hands, qtbot):
    line = next(
        each
        for each in counter.room.reading.items()
        if each.kind is ItemKind.IMMEDIATE
        and "organisation" in counter.room.reading.item(each.id).applicants
    )
    choose(hands, line.id)
    answer_all(page, hands)
    write_applicant(hands)
    hands.press(Key.Key_A, Key.Key_F9)
    hands.write("证字〔2026〕第1号")
    hands.press(Key.Key_Return, Key.Key_Return, Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_1, Qt.KeyboardModifier.AltModifier)
    page.chief_line.pin.edit.setFocus()
    hands.write("000000")
    hands.press(Key.Key_Return)
    assert page.chief_line.isVisible()
    assert counter.room.reading.queue(Queue.ALL) == ()
    hands.write("246801")
    hands.press(Key.Key_Return)

    case = only_case(counter)
    assert case.stage is Stage.CLOSED
    assert case.certificate.number == "证字〔2026〕第1号"
    assert not page.chief_line.isVisible()
    assert len(counter.tray.taken) == 2


def test_a_known_document_number_fills_everything(page, hands):
    ready(page, hands)
    hands.press(Key.Key_A, Key.Key_F9)
    choose(hands)
    answer_all(page, hands)
    hands.write(desk.RESTAURANT.document_number)

    assert page.applicant.name.value() == desk.RESTAURANT.name
    assert page.applicant.phone.value() == desk.RESTAURANT.phone
    assert page.applicant.contact_id.value() == desk.RESTAURANT.contact_id


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (desk.RESTAURANT.document_number, ApplicantKind.ORGANISATION),
        (desk.PERSON.document_number, ApplicantKind.PERSON),
    ],
)
def test_a_scanned_document_goes_to_the_applicant_wherever_the_keyboard_was(page, number, kind):
    page.picker.take_focus()

    page.take_document(number)

    assert page.applicant.document_number.value() == number
    assert page.presenter.sheet.fields["kind"] == kind.value
    assert page.applicant.document_number.problem == ""


def test_accepting_too_early_says_why_and_leads_to_the_place(page, hands):
    choose(hands)
    answer_all(page, hands)
    hands.press(Key.Key_F6)
    hands.write("91341100MA2TE5T1X0")
    hands.press(Key.Key_Return)
    assert page.applicant.document_number.problem

    hands.press(Key.Key_F9)
    assert page.notice.notice is not None
    assert page.table.rows.hasFocus()
    hands.press(Key.Key_A, Key.Key_F9)
    assert page.applicant.document_number.edit.hasFocus()


def test_return_goes_through_the_fields_and_never_accepts(page, counter, hands):
    ready(page, hands)
    hands.press(Key.Key_A)
    hands.press(Key.Key_F6)
    for _each in range(8):
        hands.press(Key.Key_Return)

    assert counter.room.reading.queue(Queue.ALL) == ()


def test_what_is_typed_comes_back_after_the_program_ended_in_between(page, counter, hands, qtbot):
    ready(page, hands)
    hands.press(Key.Key_Y)
    before = page.presenter.sheet

    again = open_page(counter, qtbot)

    assert again.presenter.sheet == before
    assert again.applicant.name.value() == desk.RESTAURANT.name


def test_a_parked_draft_waits_and_is_taken_up_again(page, hands):
    ready(page, hands)
    before = page.presenter.sheet
    hands.press(Key.Key_F10)
    assert page.presenter.sheet.is_empty
    assert page.picker.edit.hasFocus()

    hands.press(Key.Key_F10)
    assert page.parked.hasFocus()
    hands.press(Key.Key_Down, Key.Key_Return)
    assert page.presenter.sheet == before
    assert page.parked_card.isHidden()


def test_what_the_center_holds_itself_is_not_asked_for(page, hands):
    ready(page, hands)
    fetched = next(x for x in page.table.shown_rows() if x.status is LineStatus.FETCHED)
    page.table.select(fetched.id)
    hands.press(Key.Key_N)

    assert page.notice.notice is not None
    assert page.presenter.sheet.line(fetched.id).mark.status is LineStatus.FETCHED


def test_a_paper_that_is_not_good_says_what_is_wrong_with_it(page, hands):
    ready(page, hands)
    hands.press(Key.Key_X)
    assert page.details.defect.box.hasFocus()
    page.details.defect.choose("other")
    hands.press(Key.Key_Tab, Key.Key_Return)
    assert page.details.note.problem
    hands.write("缺少签名")
    hands.press(Key.Key_Return)

    mark = page.presenter.sheet.line("1").mark
    assert (mark.status, mark.defect, mark.note) == (LineStatus.NOT_GOOD, "other", "缺少签名")
    assert page.table.rows.hasFocus()


def test_fewer_than_asked_for_is_too_few(page, hands):
    ready(page, hands)
    hands.press(Key.Key_A, Key.Key_Return)
    hands.write("0")
    hands.press(Key.Key_Return, Key.Key_Return, Key.Key_Return)

    assert page.presenter.sheet.checklist.wanting()[0].originals_short == 1


def test_the_chief_waives_a_paper_with_a_reason_and_the_right_pin(page, hands):
    ready(page, hands)
    hands.press(Key.Key_W)
    hands.write("已由部门核验")
    page.chief_line.pin.edit.setFocus()
    hands.write("111111")
    hands.press(Key.Key_Return)
    assert page.presenter.sheet.line("1").mark.status is LineStatus.TO_CHECK
    hands.write("246801")
    hands.press(Key.Key_Return)

    mark = page.presenter.sheet.line("1").mark
    assert (mark.status, mark.note, mark.waived_by) == (
        LineStatus.WAIVED,
        "已由部门核验",
        desk.CHIEF.id,
    )


def test_a_file_is_kept_for_its_line_and_marks_it_handed_in(page, counter, hands, tmp_path):
    ready(page, hands)
    scan = tmp_path / "申请书.png"
    scan.write_bytes(PNG)
    dropped = QMimeData()
    dropped.setUrls([scan.as_uri()])
    assert page.files.take(held_files(dropped, "dropped.png"))

    (kept,) = page.presenter.sheet.attachments
    assert (kept.name, kept.prerequisite) == ("申请书.png", "1")
    assert counter.room.attachments.get(kept.sha256) == PNG
    assert page.presenter.sheet.line("1").mark.status is LineStatus.IN_HAND


def test_a_picture_is_pasted_from_the_clipboard(page, hands, qtbot):
    ready(page, hands)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QApplication.clipboard().setImage(image)
    qtbot.keyClick(page.table.rows, Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert page.presenter.sheet.attachments[0].media_type == "image/png"


def test_a_file_that_is_no_paper_is_refused_and_nothing_is_lost(page, hands, tmp_path):
    ready(page, hands)
    page.dossier.add("program.exe", b"MZ and more")
    assert page.notice.notice is not None
    page.dossier.add("gone.png", Path(tmp_path / "gone.png"))

    assert "gone.png" in page.notice.notice.what
    assert page.presenter.sheet.attachments == ()


def test_a_printer_that_is_off_costs_no_case(page, counter, hands):
    ready(page, hands)
    counter.tray.is_off = True
    hands.press(Key.Key_A, Key.Key_F9)

    assert only_case(counter).stage is Stage.ACCEPTED
    assert page.notice.notice is not None
    assert page.presenter.sheet.is_empty


def test_why_a_paper_is_asked_for_is_one_key_away(page, hands):
    ready(page, hands)
    hands.press(Key.Key_Question)

    basis = page.presenter.sheet.item.prerequisites[0].basis
    assert basis in page.notice.notice.then


@pytest.mark.parametrize("words", ["spjyxk", "食品经营许可（新办）", FOOD, "食品安全自查"])
def test_an_item_is_found_by_what_one_knows_of_it(page, hands, words):
    hands.press(Key.Key_F2)
    hands.write(words)

    assert FOOD in [each.id for each in page.picker.list.shown_rows()]


def test_while_a_draft_is_being_written_only_the_newest_state_waits(counter):
    room, jobs, kept = counter.room, [], []

    class Later:
        def run(self, job, *, then, otherwise):  # noqa: ARG002 - the promise of Tasks
            jobs.append((job, then))

    keeper = DraftKeeper(room.counter, Later(), kept.append)
    for name in ("王", "王䶮", "王䶮䶮"):
        keeper.keep(Draft(id="draft-1", touched_at=counter.clock(), fields={"name": name}))
    while jobs:
        job, then = jobs.pop(0)
        then(job())
        kept.append(room.reading.drafts()[0].fields["name"])

    assert kept == ["王", "王䶮䶮"]


def test_a_paper_may_follow_by_a_promised_day_where_the_list_allows_it(page, counter, hands):
    ready(page, hands)
    line = next(x for x in page.presenter.sheet.checklist.lines if x.prerequisite.deferrable)
    hands.press(Key.Key_A)
    page.table.select(line.prerequisite.id)
    hands.press(Key.Key_P)
    assert page.details.promised_on.value() == "2026-11-30"
    hands.write("1201")
    hands.press(Key.Key_Return, Key.Key_Return)
    hands.press(Key.Key_F9)
    assert counter.room.reading.queue(Queue.ALL) == ()
    hands.press(Key.Key_Return)
    hands.write("2026.11.27")
    hands.press(Key.Key_Return, Key.Key_Return)
    hands.press(Key.Key_F9)

    mark = only_case(counter).marks[line.prerequisite.id]
    assert (mark.status, mark.promised_on.isoformat()) == (LineStatus.PROMISED, "2026-11-27")
