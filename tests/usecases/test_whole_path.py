"""The path of a case through the real store, from receipt to the closed file."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from clerk.domain.checklist import in_hand
from clerk.domain.events import DeliveryWay
from clerk.domain.objections import ChecklistIncomplete, SameHand, SubstanceChanged
from clerk.domain.papers import PaperKind
from clerk.domain.stages import Stage
from clerk.store import rows
from clerk.store.rebuild import rebuild_rows
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.finish_at_once import FinishAtOnce, finish_at_once
from clerk.usecases.hand_over import HandOver, hand_over
from clerk.usecases.lines import Queue
from clerk.usecases.make_certificate import MakeCertificate, make_certificate
from clerk.usecases.print_paper import PrintPaper, intend_print, print_paper
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.supplement_case import SupplementCase, supplement_case
from clerk.usecases.tell_once import TellOnce, tell_once
from clerk.usecases.trouble import PrinterTrouble, WrongPin
from tests.desk import CHIEF, CLERK, PERSON, PINS, application, make_desk

OF_PEOPLE = 4  # the founding, two people, the chief's letter


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


def test_a_food_licence_told_once_supplemented_signed_and_handed_over(desk):
    counter = desk.open.counter
    told = tell_once(
        TellOnce(
            opening=application(desk, "SCJG-005", missing=1),
            by=CLERK,
            deadline_on=desk.clock().date() + timedelta(days=7),
        ),
        counter,
    ).case
    assert told.stage is Stage.NOTIFIED

    with pytest.raises(ChecklistIncomplete):
        accept_case(AcceptCase(opening=told.id, by=CLERK), counter)

    wanting = told.checklist.wanting()[0].prerequisite
    desk.clock.on(days=1)
    supplement_case(
        SupplementCase(case_id=told.id, by=CLERK, marks={wanting.id: in_hand(wanting)}), counter
    )
    accepted = accept_case(
        AcceptCase(opening=told.id, by=CLERK, opinion="材料齐全，符合法定形式。"), counter
    )
    assert accepted.papers[0].kind is PaperKind.ACCEPTANCE_NOTICE
    assert accepted.papers[0].due_on == accepted.case.due.on

    with pytest.raises(WrongPin):
        sign_off(_grant(accepted.case, pin="000001"), counter)
    with pytest.raises(SubstanceChanged):
        sign_off(_grant(accepted.case, seen="0" * 64), counter)
    sign_off(_grant(accepted.case), counter)
    made = make_certificate(
        MakeCertificate(case_id=told.id, by=CLERK, number="JY23499001"), counter
    )
    assert made.papers[0].signer == CHIEF.name
    closed = hand_over(
        HandOver(case_id=told.id, by=CLERK, way=DeliveryWay.DIRECT, received_by="欧阳𬍛"), counter
    ).case
    assert closed.stage is Stage.CLOSED
    assert desk.room.reading.case(told.id) == closed
    assert desk.room.reading.queue(Queue.TO_DO) == ()


def test_an_immediate_item_goes_the_whole_way_at_once(desk):
    done = finish_at_once(_at_once(desk), desk.open.counter)

    assert done.case.stage is Stage.CLOSED
    assert [each.kind for each in done.papers] == [PaperKind.GRANT, PaperKind.DELIVERY_RECEIPT]


def test_the_hand_that_accepted_may_not_sign_off(desk):
    wish = _at_once(desk, by=CHIEF)

    with pytest.raises(SameHand):
        finish_at_once(wish, desk.open.counter)
    assert desk.room.reading.queue(Queue.ALL) == ()


def test_rows_thrown_away_are_rebuilt_equal_from_the_journal(desk):
    for _ in range(3):
        finish_at_once(_at_once(desk), desk.open.counter)
    accepted = accept_case(
        AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), desk.open.counter
    )
    wish = PrintPaper(case_id=accepted.case.id, by=CLERK, paper=accepted.papers[0])
    intend_print(wish, desk.open.counter, desk.tray)
    before = _shadows(desk)

    events = rebuild_rows(desk.open.store)

    assert events == 3 * 9 + 3 + 1 + OF_PEOPLE
    assert _shadows(desk) == before
    assert all(before.values())


def test_a_printing_is_journalled_before_and_after_and_a_second_one_is_a_reprint(desk):
    done = finish_at_once(_at_once(desk), desk.open.counter)
    wish = PrintPaper(case_id=done.case.id, by=CLERK, paper=done.papers[0])

    for _ in range(2):
        print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)
    desk.tray.is_off = True
    with pytest.raises(PrinterTrouble):
        print_paper(wish, desk.open.counter, desk.room.drawer, desk.tray)

    record = desk.room.reading.case(done.case.id).paper(done.papers[0].id)
    assert (record.jobs, record.printed, record.failed) == (3, 2, "gone")
    assert [each[2][:1] for each in desk.tray.taken] == [b"0", b"1"]
    assert desk.room.reading.paper(done.papers[0].id) == done.papers[0]


@pytest.mark.parametrize("text", ["王䶮", "䶮", "wy", "341103198511120048", "13900000000", "0048"])
def test_a_case_is_found_by_what_a_clerk_remembers(desk, text):
    number = finish_at_once(_at_once(desk), desk.open.counter).case.number

    if text == "0048":
        text = number[-4:]
    assert [each.number for each in desk.room.reading.search(text)] == [number]
    assert desk.room.reading.search("不在这里") == ()


def _at_once(desk, by=CLERK):
    return FinishAtOnce(
        opening=application(desk, "SCJG-004", PERSON),
        by=by,
        chief=CHIEF,
        pin=PINS[CHIEF.id],
        examined="材料齐全，符合法定形式。",
        opinion="同意。",
        certificate_number="92349900MA00000001",
    )


def _grant(case, pin=PINS[CHIEF.id], seen=None):
    return SignOff(
        case_id=case.id,
        by=CHIEF,
        pin=pin,
        decision=Decision.GRANT,
        opinion="同意发证。",
        seen=seen or case.substance,
    )


def _shadows(desk):
    with desk.open.store.connection.begin():
        return {
            table.name: sorted(map(str, desk.open.store.connection.execute(select(table))))
            for table in rows.SHADOWS
        }
