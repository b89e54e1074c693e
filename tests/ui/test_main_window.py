from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from clerk.bootstrap import Drawer, make_program
from clerk.domain.staff import StaffId
from clerk.ui.background import BackgroundTasks
from clerk.ui.chief_line import ChiefLine
from clerk.ui.keys import Command
from clerk.ui.main_window import MainWindow
from clerk.ui.page import Place
from clerk.ui.rows import ChiefMode, Notice, Tone
from clerk.ui.tasks import DirectTasks
from clerk.ui.widgets.action_button import ActionButton
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.trouble import NoSuchStaff, WrongPin
from tests.desk import CLERK, application, make_desk


class OnePage(QWidget):
    """A page that notes what it is told."""

    def __init__(self):
        super().__init__()
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Field")
        self.accept = ActionButton("Accept", command=Command.ACCEPT, parent=self)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.accept)
        self.told = []

    def shown(self):
        self.field.setFocus()

    def changed(self, case_ids):
        self.told.append(case_ids)


@pytest.fixture
def window(qtbot, gallery):
    def verify(who, pin):
        if who not in ("A0701", "A0702"):
            raise NoSuchStaff(wanted=who)
        if pin != "135790":
            raise WrongPin(tries_left=4)
        return replace(gallery.LI_MIN, number=who, id=StaffId(who))

    made = MainWindow(verify=verify, tasks=DirectTasks())
    made.furnish(
        tuple(Place(title=title, icon_name="circle-plus", make=OnePage) for title in ("One", "Two"))
    )
    made.sign_in.set_staff(gallery.PEOPLE)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def sign_in(window, qtbot, who="A0701", pin="135790"):
    window.sign_in.who.edit.setFocus()
    window.sign_in.who.edit.clear()
    window.sign_in.who.edit.insert(who)  # as an input method would
    qtbot.keyClick(window.sign_in.who.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(window.sign_in.pin.edit, pin)
    qtbot.keyClick(window.sign_in.pin.edit, Qt.Key.Key_Return)


def test_number_return_pin_return_open_the_desk(window, qtbot):
    with qtbot.waitSignal(window.signed_in):
        sign_in(window, qtbot)

    assert not window.is_locked
    assert window.desk.page_at(0).field.hasFocus()


def test_part_of_a_name_is_enough_to_find_oneself(window, qtbot):
    sign_in(window, qtbot, who="李")

    assert window.staff.number == "A0701"


def test_a_wrong_pin_is_told_and_may_be_typed_again(window, qtbot):
    sign_in(window, qtbot, pin="000000")

    assert window.is_locked
    assert "PIN" in window.sign_in.notice.notice.what
    assert window.sign_in.pin.value() == ""
    assert window.sign_in.pin.edit.hasFocus()


def test_nobody_is_let_in_without_a_pin(window, qtbot):
    sign_in(window, qtbot, pin="")

    assert window.is_locked
    assert window.sign_in.notice.notice.tone is Tone.BLUE


def test_f12_hides_everything_and_the_same_person_goes_on_where_they_were(window, qtbot):
    sign_in(window, qtbot)
    page = window.desk.page_at(0)
    qtbot.keyClicks(page.field, "half a na")

    qtbot.keySequence(window, "F12")
    assert not page.isVisible()
    assert window.sign_in.pin.edit.hasFocus()
    qtbot.keyClicks(window.sign_in.pin.edit, "135790")
    qtbot.keyClick(window.sign_in.pin.edit, Qt.Key.Key_Return)

    assert page.field.text() == "half a na"
    assert page.field.hasFocus()


def test_no_key_of_a_page_works_behind_the_lock(window, qtbot):
    sign_in(window, qtbot)
    window.lock()

    with qtbot.assertNotEmitted(window.desk.page_at(0).accept.triggered):
        qtbot.keySequence(window, "F9")
    with qtbot.assertNotEmitted(window.page_shown):
        qtbot.keySequence(window, "Ctrl+2")


def test_nothing_typed_on_a_page_can_be_read_behind_the_lock(window, qtbot):
    sign_in(window, qtbot)
    window.desk.page_at(0).field.setText("王䶮")
    window.bar.search.edit.setText("王䶮")
    window.lock()

    visible = [each for each in window.findChildren(QWidget) if each.isVisible()]
    texts = [each.text() for each in visible if isinstance(each, (QLabel, QLineEdit))]

    assert not any("王䶮" in each for each in texts)


def test_an_open_dialog_is_hidden_with_the_rest_and_comes_back(window, qtbot):
    sign_in(window, qtbot)
    dialog = QDialog(window)
    dialog.open()

    window.lock()

    assert not dialog.isVisible()
    sign_in(window, qtbot)
    assert dialog.isVisible()
    dialog.close()


def test_a_scan_is_heard_only_while_somebody_is_there(window, qtbot):
    with qtbot.assertNotEmitted(window.scanned):
        window.hear_scan("1" * 20)
    sign_in(window, qtbot)

    with qtbot.waitSignal(window.scanned) as told:
        window.hear_scan("1" * 20)

    assert told.args == ["1" * 20]


def test_control_and_a_digit_change_the_page(window, qtbot):
    sign_in(window, qtbot)

    with qtbot.waitSignal(window.page_shown) as told:
        qtbot.keySequence(window, "Ctrl+2")

    assert told.args == [1]
    assert window.desk.page_at(1).field.hasFocus()


def test_a_page_is_made_when_it_is_first_wanted_and_then_stays(qtbot):
    made = []

    def make():
        made.append(OnePage())
        return made[-1]

    window = MainWindow(verify=lambda _who, _pin: CLERK, tasks=DirectTasks())
    qtbot.addWidget(window)
    window.furnish(tuple(Place(title=x, icon_name="circle-plus", make=make) for x in "ABC"))
    assert made == []

    window.sign_in.signed_in.emit(CLERK)
    assert len(made) == 1
    window.show_page(2)
    window.show_page(0)
    window.show_page(2)

    assert len(made) == 2
    assert window.page is made[1]
    assert window.desk.make_next() is False  # the one that was lacking, and no other
    assert len(made) == 3


def test_pages_made_behind_the_sign_in_open_no_window_and_leave_the_keyboard_alone(
    tmp_path, qtbot, qapp
):
    desk = make_desk(tmp_path / "desk")
    tasks = BackgroundTasks()
    program = make_program(desk.open, Drawer(), desk.room.printers, tasks=tasks)
    qtbot.addWidget(program.window)
    program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)

    program.make_ready()
    qtbot.waitUntil(lambda: len(program.window.desk.made()) == 4)

    shown = [each for each in qapp.topLevelWidgets() if each.isVisible()]
    assert shown == [program.window]
    assert program.window.sign_in.who.edit.hasFocus()
    program.close()


def test_the_first_frame_is_told_once(qtbot):
    window = MainWindow(verify=lambda _who, _pin: CLERK, tasks=DirectTasks())
    qtbot.addWidget(window)
    told = []
    window.painted.connect(lambda: told.append(1))

    with qtbot.waitSignal(window.painted):
        window.show()
    window.grab()

    assert told == [1]


def test_the_same_key_reaches_only_the_page_on_show(window, qtbot):
    sign_in(window, qtbot)
    window.show_page(1)

    with (
        qtbot.assertNotEmitted(window.desk.page_at(0).accept.triggered),
        qtbot.waitSignal(window.desk.page_at(1).accept.triggered),
    ):
        qtbot.keySequence(window, "F9")


def test_every_page_is_told_once_what_changed(window):
    pages = [window.desk.page_at(each) for each in range(2)]

    window.announce(frozenset({"c-1"}))

    assert [page.told for page in pages] == [[frozenset({"c-1"})]] * 2


def test_what_waits_is_said_and_not_only_drawn(window):
    window.set_waiting(1, 3)

    assert "3 waiting" in window.desk.rail[1].accessibleName()


def test_control_k_searches_and_escape_comes_back(window, qtbot):
    sign_in(window, qtbot)

    qtbot.keySequence(window, "Ctrl+K")
    assert window.bar.search.edit.hasFocus()
    qtbot.keyClick(window.bar.search.edit, Qt.Key.Key_Escape)

    assert window.desk.page_at(0).field.hasFocus()


def test_f1_opens_the_table_of_keys(window, qtbot):
    sign_in(window, qtbot)

    qtbot.keySequence(window, "F1")

    dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()


def test_the_window_fits_the_usual_screen_of_a_counter(window):
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768


def test_whatever_takes_the_keyboard_has_a_name(qtbot, gallery):
    window = gallery.made_window()
    qtbot.addWidget(window)
    ChiefLine(window.desk.page_at(0)).open_for(gallery.ASK)

    def is_named(widget):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        return bool(widget.accessibleName() or text)

    nameless = [
        type(each).__name__
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.objectName() != "qt_scrollarea_viewport"
        and each.focusProxy() is None
        and not is_named(each)
    ]
    assert sorted(set(nameless)) == []


@pytest.fixture
def line(window, qtbot, gallery):
    sign_in(window, qtbot)
    made = ChiefLine(window.desk.page_at(0))
    made.open_for(gallery.ASK)
    return made


def test_the_chief_decides_and_signs_by_keyboard_alone(line, qtbot):
    qtbot.keySequence(line, "Alt+1")
    line.pin.edit.setFocus()
    qtbot.keyClicks(line.pin.edit, "246802")

    with qtbot.waitSignal(line.signed) as told:
        qtbot.keySequence(line, "Ctrl+Return")

    answer = told.args[0]
    assert (answer.decision, answer.chief, answer.pin) == ("grant", "s-3", "246802")
    assert answer.opinion == "材料齐全，符合法定条件，同意。"


def test_nothing_is_signed_without_a_decision_or_a_pin(line, qtbot):
    with qtbot.assertNotEmitted(line.signed):
        qtbot.keySequence(line, "Ctrl+Return")
        assert line.notice.notice.what == "Choose a decision."
        qtbot.keySequence(line, "Alt+1")
        qtbot.keySequence(line, "Ctrl+Return")

    assert line.notice.notice.what == "Enter the PIN to sign."
    assert line.pin.edit.hasFocus()


def test_a_refusal_needs_its_reasons(line, qtbot):
    qtbot.keySequence(line, "Alt+2")
    line.opinion.set_value(" ")
    line.pin.edit.setText("246802")

    with qtbot.assertNotEmitted(line.signed):
        qtbot.keySequence(line, "Ctrl+Return")

    assert line.notice.notice.what == "Write the reason."


def test_nothing_is_signed_twice_while_the_first_is_on_its_way(line, qtbot):
    signed = []
    line.signed.connect(signed.append)
    qtbot.keySequence(line, "Alt+1")
    line.pin.edit.setText("246802")

    qtbot.keySequence(line, "Ctrl+Return")
    qtbot.keySequence(line, "Ctrl+Return")

    assert len(signed) == 1


def test_a_wrong_pin_keeps_the_decision_and_the_words(line, qtbot):
    qtbot.keySequence(line, "Alt+1")
    line.pin.edit.setText("000000")
    qtbot.keySequence(line, "Ctrl+Return")

    line.refuse(Notice(tone=Tone.RED, what="The PIN is not right."))

    assert line.decisions.value() == "grant"
    assert line.pin.value() == ""
    assert line.pin.edit.hasFocus()


def test_the_page_behind_rests_while_the_chief_decides(line, window, qtbot):
    page = window.desk.page_at(0)

    with qtbot.assertNotEmitted(page.accept.triggered):
        qtbot.keySequence(window, "F9")
    qtbot.keyClick(line.pin.edit, Qt.Key.Key_Escape)

    assert page.accept.isEnabled()
    assert page.field.hasFocus()
    with qtbot.waitSignal(page.accept.triggered):
        qtbot.keySequence(window, "F9")


def test_tab_stays_with_the_chief(line, window, qtbot):
    for _turn in range(20):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert line.isAncestorOf(window.focusWidget())


def test_a_waiver_asks_for_its_reason_and_no_decision(line, qtbot, gallery):
    line.open_for(replace(gallery.ASK, mode=ChiefMode.WAIVE, decisions=(), opinions=()))
    line.pin.edit.setText("246802")

    with qtbot.assertNotEmitted(line.signed):
        qtbot.keySequence(line, "Ctrl+Return")
    line.opinion.set_value("The copy is in the archive.")
    with qtbot.waitSignal(line.signed) as told:
        qtbot.keySequence(line, "Ctrl+Return")

    assert (told.args[0].decision, told.args[0].opinion) == ("", "The copy is in the archive.")


def test_a_pin_is_in_no_text_made_of_the_answer(line, qtbot):
    qtbot.keySequence(line, "Alt+1")
    line.pin.edit.setText("246802")

    with qtbot.waitSignal(line.signed) as told:
        qtbot.keySequence(line, "Ctrl+Return")

    assert "246802" not in repr(told.args[0])


def test_what_can_wait_is_done_once_after_somebody_came_to_work(tmp_path, qtbot):
    desk = make_desk(tmp_path / "desk")
    program = make_program(desk.open, Drawer(), desk.room.printers, tasks=DirectTasks())
    qtbot.addWidget(program.window)
    done = []

    program.when_at_work(lambda: done.append("warm"))
    assert done == []
    program.let_in(CLERK)
    program.window.lock()
    program.let_in(CLERK)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)

    assert done == ["warm"]
    program.close()


def test_a_scanned_square_code_opens_its_case_and_says_what_the_paper_is_worth(tmp_path, qtbot):
    desk = make_desk(tmp_path / "desk")
    wish = ReceiveCase(application=application(desk, "SCJG-005"), by=CLERK)
    done = receive_case(wish, desk.open.counter)
    program = make_program(desk.open, Drawer(), desk.room.printers, tasks=DirectTasks())
    qtbot.addWidget(program.window)
    program.window.show()
    program.let_in(CLERK)

    code = done.papers[0].code
    program.window.hear_scan(code)

    notice = program.window.desk.notice
    assert notice.isVisible()
    assert "Genuine" in said_by(notice)
    assert done.papers[0].document_number in said_by(notice)
    assert program.cases.presenter.case.opened.case.id == done.case.id

    program.window.hear_scan(code[:-1] + ("1" if code[-1] != "1" else "2"))
    assert "Not ours" in said_by(notice)
    program.close()


def said_by(notice):
    return " ".join(each.text() for each in notice.findChildren(QLabel))
