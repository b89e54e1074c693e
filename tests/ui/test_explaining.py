"""Why a day is the day it is: one key away on every page that shows a due date."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from clerk.ui import keys
from clerk.ui.pages.accept import AcceptPage
from clerk.ui.pages.cases import CasesPage
from clerk.ui.pages.sign_off import SignOffPage
from clerk.ui.widgets.explain_sheet import ExplainSheet
from tests import desk
from tests.ui.desk_steps import FOOD, before_the_chief, roomed

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def made(tmp_path):
    opened = desk.make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def sheet_of(page, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, ALT)
    return page.findChild(ExplainSheet)


@pytest.mark.parametrize("page_class", [CasesPage, SignOffPage])
def test_every_clock_of_a_case_is_explained_step_by_step(made, qtbot, page_class):
    case = before_the_chief(made)
    page = roomed(made, page_class, qtbot)
    if page_class is CasesPage:
        page.open_case(case.id)

    sheet = sheet_of(page, qtbot)

    promised = sheet.sections[0]
    assert promised.title == "Promised limit: 2026-11-30 Mon"
    assert promised.steps[0].startswith("2026-11-23 Mon: it begins")
    assert "2026-11-28 Sat to 2026-11-29 Sun: not counted, week-end." in promised.steps
    assert promised.steps[-2] == "2026-11-30 Mon: the limit of 5 working days ends, at the close of business."  # fmt: skip # noqa: E501
    sheet.close()


def test_the_key_that_opened_it_closes_it(made, qtbot):
    before_the_chief(made)
    page = roomed(made, SignOffPage, qtbot)
    sheet = sheet_of(page, qtbot)
    qtbot.waitUntil(sheet.isActiveWindow)

    with qtbot.waitSignal(sheet.accepted, timeout=1000):
        qtbot.keyClick(sheet, Qt.Key.Key_D, ALT)


def test_the_dates_of_a_case_to_be_accepted_are_explained_too(made, qtbot):
    page = AcceptPage(made.room)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.shown()
    nothing = sheet_of(page, qtbot)
    page.presenter.choose_item(FOOD)

    sheet = sheet_of(page, qtbot)

    assert nothing is None
    assert [each.title for each in sheet.sections] == [
        "Promised limit: 2026-11-30 Mon",
        "Limit of the law: 2026-12-07 Mon",
    ]
    sheet.close()


def test_f1_shows_the_key():
    everything = {entry for group in keys.sheet() for entry in group.entries}

    assert ("Why this day", "Alt D") in everything
