import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerk.bootstrap import Drawer
from clerk.domain.stages import Stage
from clerk.paper.viewing import view
from clerk.ui.pages.hand_over import HandOverPage
from clerk.usecases.make_certificate import MakeCertificate, make_certificate
from tests import desk
from tests.ui.desk_steps import granted, roomed

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(tmp_path):
    opened = desk.make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def certified(made):
    wish = MakeCertificate(case_id=granted(made).id, by=desk.CLERK, number="JY-1")
    return make_certificate(wish, made.room.counter).case


def stored(made, case):
    return made.room.reading.case(case.id)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def printed(made):
    return [title.split()[1] for title, _copies, _pdf in made.tray.taken]


def test_the_certificate_is_noted_and_the_decision_printed_by_keyboard(made, qtbot):
    case = granted(made)
    page = roomed(made, HandOverPage, qtbot)

    press(qtbot, Key.Key_F3)
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "JY-2026-7")
    press(qtbot, Key.Key_Return, CTRL)

    assert stored(made, case).certificate.number == "JY-2026-7"
    assert printed(made) == ["grant"]
    assert page.presenter.list.screen.rows == ()


def test_the_collector_is_the_contact_and_ctrl_return_hands_over_and_closes(made, qtbot):
    case = certified(made)
    page = roomed(made, HandOverPage, qtbot)
    shown = page.presenter.case.screen.form.values()

    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return, CTRL)

    assert shown["received_by"] == desk.RESTAURANT.contact_name
    assert shown["received_id"] == desk.RESTAURANT.contact_id
    after = stored(made, case)
    assert after.stage is Stage.CLOSED
    assert after.handed_over.delivery.received_by == desk.RESTAURANT.contact_name
    assert printed(made) == ["delivery_receipt"]


def test_a_proxy_without_a_reason_is_complained_of_at_the_field(made, qtbot):
    case = certified(made)
    page = roomed(made, HandOverPage, qtbot)

    page.presenter.case.fill("way", "proxy")
    page.presenter.case.submit()

    assert page.steps.form.fields.controls["proxy_reason"].problem
    assert stored(made, case).stage is Stage.CERTIFIED


def test_an_identity_number_with_a_wrong_digit_hands_nothing_over(made, qtbot):
    case = certified(made)
    page = roomed(made, HandOverPage, qtbot)

    page.presenter.case.fill("received_id", "341102199003071234")
    page.presenter.case.submit()

    assert page.steps.form.fields.controls["received_id"].problem
    assert stored(made, case).stage is Stage.CERTIFIED


def test_going_through_the_list_leaves_the_focus_in_the_list(made, qtbot):
    certified(made)
    second = certified(made)
    page = roomed(made, HandOverPage, qtbot)

    press(qtbot, Key.Key_Down)

    assert page.presenter.case.screen.sheet.id == second.id
    assert page.list.cases.hasFocus()


def test_the_decision_to_be_handed_over_is_seen_beside_the_form(made, qtbot):
    certified(made)
    page = roomed(made, HandOverPage, qtbot, render=view, drawer=Drawer())

    preview = page.presenter.case.screen.preview

    assert preview.title == "Decision to grant"
    assert preview.pages
