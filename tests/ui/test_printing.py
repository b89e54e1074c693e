"""A paper's way to the printer of its kind, and to the next one when nothing came out there."""

import pytest

from clerk.domain.events import PrintFinished, PrintOutcome
from clerk.ui.presenters.printing import print_all
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.trouble import PrintedElsewhere, PrinterTrouble, PrintUnsure
from tests.desk import CLERK, PaperTray, Trays, application, make_desk


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.fixture
def done(desk):
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK)
    return accept_case(wish, desk.open.counter)


@pytest.fixture
def fallback(desk):
    other = PaperTray(name="other")
    desk.room = type(desk.room)(
        **{name: getattr(desk.room, name) for name in desk.room.__slots__}
        | {"printers": Trays((desk.tray, other))}
    )
    return other


def printed(desk, done):
    told = []
    print_all(desk.room, done, told.append)
    return told


def outcomes(desk, done):
    events = desk.room.reading.history(done.case.id)
    return [each.outcome for each in events if isinstance(each, PrintFinished)]


def test_nothing_is_said_when_all_goes_well(desk, done):
    assert printed(desk, done) == []
    assert outcomes(desk, done) == [PrintOutcome.PRINTED]


def test_the_fallback_takes_over_and_that_is_said(desk, done, fallback):
    desk.tray.is_off = True

    (told,) = printed(desk, done)

    assert isinstance(told, PrintedElsewhere)
    assert (told.printer, told.cause, told.other) == ("tray", "gone", "other")
    assert outcomes(desk, done) == [PrintOutcome.FAILED, PrintOutcome.PRINTED]
    assert [pdf[:1] for _title, _copies, pdf in fallback.taken] == [b"0"]


def test_when_both_fail_the_last_trouble_is_told(desk, done, fallback):
    desk.tray.is_off = fallback.is_off = True

    (told,) = printed(desk, done)

    assert isinstance(told, PrinterTrouble)
    assert told.printer == "other"


def test_a_roll_gets_strips_and_a_sheet_fed_printer_sheets(desk, done, fallback):
    fallback.on_roll, desk.tray.is_off = True, True

    printed(desk, done)

    ((_title, _copies, drawn),) = fallback.taken
    assert drawn.startswith(b"0 strip of ")


def test_what_may_have_come_out_is_not_printed_again_by_itself(desk, done, fallback):
    desk.tray.is_silent = True

    (told,) = printed(desk, done)

    assert isinstance(told, PrintUnsure)
    assert fallback.taken == []
    assert outcomes(desk, done) == [PrintOutcome.UNKNOWN]
