"""What the law does by itself is signed by the window, and by nobody else."""

import pytest

from clerk.cli.inspection import inspect_desk
from clerk.domain.clock_events import ClockKind, WentOverdue
from clerk.domain.events import Withdrawn
from clerk.domain.staff import BY_LAW
from clerk.usecases.keep_the_clock import keep_the_clock
from clerk.usecases.receive_case import ReceiveCase, receive_case
from tests.desk import CLERK, application, make_desk


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
    wish = ReceiveCase(application=application(desk, "SCJG-005"), by=CLERK)
    desk.case = receive_case(wish, desk.open.counter).case
    return desk


def faults(desk):
    desk.close()
    return [each.fault for each in inspect_desk(desk.folder).findings]


def note(desk, event):
    """Write a fact as if a use case had allowed it."""
    with desk.open.counter.begin() as work:
        work.cases.save(work.cases.get(desk.case.id).after(event))
        work.commit()


def overdue(desk, by):
    return WentOverdue(
        by=by,
        at=desk.clock(),
        clock=ClockKind.TELLING,
        article="行政许可法 32(4)",
        due_on=desk.clock().date(),
    )


def test_what_the_law_did_while_nobody_was_signed_in_holds(desk):
    desk.clock.on(days=8)
    desk.open.counter.pins.sign_out()
    assert keep_the_clock(desk.open.counter).changed

    assert faults(desk) == []


def test_nobody_notes_in_their_own_name_what_only_the_law_does(desk):
    note(desk, overdue(desk, CLERK.id))

    assert faults(desk) == ["unknown_key"]


def test_nobody_does_in_the_laws_name_what_people_do(desk):
    note(desk, Withdrawn(by=BY_LAW, at=desk.clock(), reason="不办了。"))

    assert faults(desk) == ["others_key"]
