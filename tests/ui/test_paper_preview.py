"""The paper that will print, drawn beside the conclusion while one types."""

from dataclasses import replace

import pytest

from clerk import bootstrap
from clerk.domain.checklist import LineStatus
from clerk.paper.viewing import view
from clerk.ui.pages.accept import AcceptPage
from clerk.ui.presenters.applicant_form import fields_from
from clerk.usecases.lines import Queue
from tests import desk
from tests.ui.desk_steps import FOOD


@pytest.fixture
def made(tmp_path):
    opened = desk.make_desk(tmp_path / "desk")
    yield opened
    opened.close()


class Drawn(bootstrap.Drawer):
    """The real drawer, which remembers what it drew."""

    def __init__(self):
        super().__init__()
        self.papers = []

    def draw(self, paper, *, reprint=0):
        self.papers.append(paper)
        return super().draw(paper, reprint=reprint)


def open_page(made, qtbot):
    drawer = Drawn()
    page = AcceptPage(replace(made.room, drawer=drawer, render=view))
    qtbot.addWidget(page)
    page.resize(1270, 664)
    with qtbot.waitExposed(page):
        page.show()
    return page, drawer


def fill(page, made, missing=0):
    sheet = desk.application(made, FOOD, missing=missing)
    presenter = page.presenter
    presenter.choose_item(FOOD)
    for question, answer in sheet.answers.items():
        presenter.answer(question, answer)
    presenter.change(presenter.sheet.with_marks(sheet.marks))
    presenter.set_field("name", desk.RESTAURANT.name)


def settled(page, qtbot):
    qtbot.waitUntil(lambda: not page.presenter.preview.want(page.presenter.preview.wanted))


def test_the_real_paper_is_drawn_once_typing_rests_and_takes_no_number(made, qtbot):
    page, drawer = open_page(made, qtbot)
    fill(page, made)
    at_once = list(drawer.papers)

    settled(page, qtbot)

    paper = drawer.papers[-1]
    assert at_once == []
    assert len(drawer.papers) == 1
    assert page.preview_card.paper.page_count == 1
    assert paper.is_preview
    assert (paper.kind, paper.applicant) == ("acceptance_notice", desk.RESTAURANT.name)
    assert paper.due_on is not None
    assert made.room.reading.queue(Queue.ALL) == ()


def test_the_first_real_paper_after_many_previews_has_the_first_number(made, qtbot):
    page, drawer = open_page(made, qtbot)
    fill(page, made)
    settled(page, qtbot)
    for name, value in fields_from(desk.RESTAURANT).items():
        page.presenter.set_field(name, value)
    settled(page, qtbot)

    page.issuing.accept()

    case = made.room.reading.queue(Queue.ALL)[0]
    issued = made.room.reading.case(case.id).papers[0]
    assert len(drawer.papers) >= 2
    assert issued.document_number.endswith("-0001号")


def test_a_missing_paper_makes_it_the_one_time_notice(made, qtbot):
    page, drawer = open_page(made, qtbot)
    fill(page, made, missing=1)

    settled(page, qtbot)

    notice = drawer.papers[-1]
    assert notice.kind == "one_time_notice"
    assert [each.state for each in notice.wanting] == [LineStatus.MISSING]
    assert page.preview_card.accessibleName() == "Prints: Notice of what is missing"


def test_an_immediate_item_shows_its_decision_with_the_signer(made, qtbot):
    page, drawer = open_page(made, qtbot)
    page.presenter.choose_item("SCJG-001")

    settled(page, qtbot)

    assert (drawer.papers[-1].kind, drawer.papers[-1].signer) == ("grant", desk.CHIEF.name)


def test_nothing_prints_while_no_item_is_chosen(made, qtbot):
    page, drawer = open_page(made, qtbot)
    fill(page, made)
    settled(page, qtbot)

    page.presenter.begin_anew()
    settled(page, qtbot)

    assert page.preview_card.paper.page_count == 0
    assert page.preview_card.accessibleName() == "Nothing prints yet"
    assert len(drawer.papers) == 1


class Waiting:
    """Tasks whose answers come when the test says so."""

    def __init__(self):
        self.jobs = []

    def run(self, job, *, then, **_otherwise):
        self.jobs.append((job, then))


def test_while_one_is_drawn_only_the_newest_waits(made, qtbot):
    page, drawer = open_page(made, qtbot)
    fill(page, made)
    settled(page, qtbot)
    preview, tasks = page.presenter.preview, Waiting()
    preview.room = replace(preview.room, tasks=tasks)
    for name in ("甲", "乙", "丙"):
        page.presenter.set_field("name", name)
        preview.draw()

    while tasks.jobs:
        job, then = tasks.jobs.pop(0)
        then(job())

    assert [each.applicant for each in drawer.papers[1:]] == ["甲", "丙"]
