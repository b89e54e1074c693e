from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from clerk.domain.checklist import LineStatus
from clerk.ui.rows import Chip, PageImage, QueueRow, StageStep, StepState, Tone
from clerk.ui.widgets.case_list import CaseList
from clerk.ui.widgets.checklist_delegate import columns
from clerk.ui.widgets.checklist_table import ChecklistTable
from clerk.ui.widgets.picture_view import PictureView
from clerk.ui.widgets.stage_track import StageTrack

QUEUE = tuple(QueueRow(id=f"c-{n}", title=f"Case {n}", detail="09:40") for n in range(1, 5))


def shown(widget: QWidget, qtbot, size=(640, 480)):
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


@pytest.fixture
def table(qtbot, gallery):
    made = shown(ChecklistTable(), qtbot)
    made.show_rows(gallery.ROWS)
    return made


@pytest.mark.parametrize(
    ("letter", "status"),
    [
        ("Y", LineStatus.IN_HAND),
        ("N", LineStatus.MISSING),
        ("X", LineStatus.NOT_GOOD),
        ("P", LineStatus.PROMISED),
        ("W", LineStatus.WAIVED),
    ],
)
def test_a_letter_asks_for_its_status_on_the_chosen_paper(table, qtbot, letter, status):
    qtbot.keyClick(table.rows, Qt.Key.Key_Down)

    with qtbot.waitSignal(table.mark_requested) as asked:
        qtbot.keyClicks(table.rows, letter.lower())

    assert asked.args == ["2", status]


def test_space_goes_through_the_choices_of_the_row(table, qtbot):
    with qtbot.waitSignal(table.mark_requested) as asked:
        qtbot.keyClick(table.rows, Qt.Key.Key_Space)

    assert asked.args == ["1", LineStatus.MISSING]


def test_a_row_without_choices_cannot_be_cycled(table, qtbot, gallery):
    table.show_rows(tuple(replace(each, choices=()) for each in gallery.ROWS))

    with qtbot.assertNotEmitted(table.mark_requested):
        qtbot.keyClick(table.rows, Qt.Key.Key_Space)


def test_a_wide_a_marks_everything_and_return_edits_and_the_question_mark_asks_why(table, qtbot):
    with qtbot.waitSignal(table.all_in_hand_requested):
        qtbot.keyClicks(table.rows, "a")
    with qtbot.waitSignal(table.edit_requested) as edited:
        qtbot.keyClick(table.rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.why_requested) as why:
        qtbot.keyClicks(table.rows, "?")

    assert (edited.args, why.args) == (["1"], ["1"])


def test_a_dossier_can_be_read_and_not_changed(qtbot, gallery):
    table = shown(ChecklistTable(read_only=True), qtbot)
    table.show_rows(gallery.ROWS)

    with qtbot.assertNotEmitted(table.mark_requested):
        qtbot.keyClicks(table.rows, "ynxpw")
        qtbot.keyClick(table.rows, Qt.Key.Key_Space)
    with qtbot.waitSignal(table.why_requested):
        qtbot.keyClicks(table.rows, "?")


def test_commands_with_control_are_not_letters(table, qtbot):
    with qtbot.assertNotEmitted(table.mark_requested):
        qtbot.keyClick(table.rows, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)


def test_a_click_on_the_status_changes_it_and_one_on_the_name_does_not(table, qtbot):
    row = table.rows.visualRect(table.rows.model().index(2))
    cells = columns(row)

    with qtbot.assertNotEmitted(table.mark_requested):
        qtbot.mouseClick(table.rows.viewport(), Qt.MouseButton.LeftButton, pos=cells.name.center())
    with qtbot.waitSignal(table.mark_requested) as asked:
        qtbot.mouseClick(table.rows.viewport(), Qt.MouseButton.LeftButton, pos=cells.chip.center())

    assert asked.args == ["3", LineStatus.MISSING]


def test_the_chosen_paper_stays_chosen_when_its_status_changes(table, gallery):
    table.select("5")
    chip = Chip(text="In hand", tone=Tone.GREEN, symbol="✓")
    table.show_rows(
        tuple(
            replace(each, status=LineStatus.IN_HAND, chip=chip) if each.id == "5" else each
            for each in gallery.ROWS
        )
    )

    assert table.current_id() == "5"
    assert table.shown_rows()[4].status is LineStatus.IN_HAND


def test_the_chosen_paper_stays_chosen_when_others_come_and_go(table, gallery):
    table.select("5")

    table.show_rows(gallery.ROWS[2:])

    assert table.current_id() == "5"


def test_a_long_name_is_wrapped_and_makes_its_row_taller(table, gallery, qtbot):
    long = replace(gallery.ROWS[0], name="建设工程竣工验收" * 12)
    table.show_rows((long, *gallery.ROWS[1:]))
    model = table.rows.model()

    qtbot.waitUntil(
        lambda: (
            table.rows.visualRect(model.index(0)).height()
            > 1.5 * table.rows.visualRect(model.index(1)).height()
        )
    )


def test_a_screen_reader_hears_number_name_and_status(table):
    said = table.rows.model().index(4).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.startswith("5. 从业人员健康证明, 缺")


def test_return_opens_a_case_and_the_arrows_choose_it(qtbot):
    cases = shown(CaseList(name="Queue"), qtbot)
    cases.show_rows(QUEUE)

    qtbot.keyClick(cases, Qt.Key.Key_Down)
    with qtbot.waitSignal(cases.opened) as opened:
        qtbot.keyClick(cases, Qt.Key.Key_Return)

    assert opened.args == ["c-2"]


def test_a_chosen_case_that_left_the_queue_hands_its_place_on(qtbot):
    cases = shown(CaseList(), qtbot)
    cases.show_rows(QUEUE)
    cases.select("c-2")

    cases.show_rows((QUEUE[0], *QUEUE[2:]))

    assert cases.current_id() == "c-3"


def test_an_empty_queue_has_nothing_chosen(qtbot):
    cases = shown(CaseList(), qtbot)
    cases.show_rows(QUEUE)

    cases.show_rows(())

    assert cases.current_id() == ""


def test_space_ticks_where_ticking_is_meant(qtbot):
    cases = shown(CaseList(), qtbot)
    cases.show_rows(QUEUE)
    cases.set_checkable(True)

    qtbot.keyClick(cases, Qt.Key.Key_Space)
    qtbot.keyClick(cases, Qt.Key.Key_Down)
    qtbot.keyClick(cases, Qt.Key.Key_Space)
    assert cases.checked_ids() == ("c-1", "c-2")
    cases.show_rows(QUEUE[1:])

    assert cases.checked_ids() == ("c-2",)


def test_the_track_says_what_is_done_and_what_is_now(qtbot):
    track = shown(StageTrack(), qtbot)

    track.show_steps(
        (
            StageStep(label="Accept", detail="", state=StepState.DONE),
            StageStep(label="Sign", detail="waits", state=StepState.NOW),
        )
    )

    assert track.accessibleName() == "Accept done; Sign now waits"


def page(colour: str, width=40, height=60) -> PageImage:
    ink = QColor(colour)
    pixel = bytes((ink.red(), ink.green(), ink.blue()))
    return PageImage(width=width, height=height, rgb=pixel * (width * height))


def test_page_down_turns_the_page(qtbot):
    view = shown(PictureView(), qtbot)
    view.show_pages("plan", (page("#c00000"), page("#00c000")))

    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)

    assert view.place == 1
    middle = view.grab().toImage().pixelColor(view.rect().center() - QPoint(0, 20))
    assert middle.name() == "#00c000"


def test_the_picture_is_drawn_with_the_colours_it_has(qtbot):
    view = shown(PictureView(), qtbot)

    view.show_pages("plan", (page("#12a4ff", width=41),))

    middle = view.grab().toImage().pixelColor(view.rect().center() - QPoint(0, 20))
    assert middle.name() == "#12a4ff"


def test_coming_closer_and_back_ends_at_the_whole_page(qtbot):
    view = shown(PictureView(), qtbot)
    view.show_pages("plan", (page("#c00000"),))
    whole = view._sheet.size()

    qtbot.keyClicks(view, "+")
    assert view._sheet.width() > whole.width()
    qtbot.keyClicks(view, "---")

    assert view._sheet.size() == whole
