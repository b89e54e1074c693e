"""Ready-made steps of a case at a test desk, for pages that begin in the middle of the path."""

from dataclasses import replace
from datetime import timedelta

from clerk.domain.case import Case
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.tell_once import TellOnce, tell_once
from tests import desk

FOOD = "SCJG-005"


def roomed(made, page_class, qtbot, *, person=desk.CLERK, **changes):
    """Open a page on the desk, told of every change as the main window does."""
    pages = []
    room = replace(
        made.room,
        person=lambda: person,
        announce=lambda ids: [each.changed(ids) for each in pages],
        **changes,
    )
    page = page_class(room)
    pages.append(page)
    qtbot.addWidget(page)
    page.resize(1270, 664)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.shown()
    return page


def received(made) -> Case:
    """Take an application in."""
    wish = ReceiveCase(application=desk.application(made, FOOD), by=desk.CLERK)
    return receive_case(wish, made.room.counter).case


def told_once(made, missing=1) -> Case:
    """Tell an applicant once what is missing."""
    wish = TellOnce(
        opening=desk.application(made, FOOD, missing=missing),
        by=desk.CLERK,
        deadline_on=(made.clock() + timedelta(days=5)).date(),
    )
    return tell_once(wish, made.room.counter).case


def stored(made, case) -> Case:
    """Read a case again from the store."""
    return made.room.reading.case(case.id)


def before_the_chief(made, by=desk.CLERK) -> Case:
    """Accept a case and put it before the chief."""
    opening = desk.application(made, FOOD)
    wish = AcceptCase(opening=opening, by=by, opinion="in order")
    return accept_case(wish, made.room.counter).case


def granted(made) -> Case:
    """Let the chief grant a case."""
    case = before_the_chief(made)
    wish = SignOff(
        case_id=case.id,
        by=desk.CHIEF,
        pin=desk.PINS[desk.CHIEF.id],
        decision=Decision.GRANT,
        opinion="agreed",
        seen=case.substance,
    )
    return sign_off(wish, made.room.counter).case
