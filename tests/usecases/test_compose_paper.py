"""What each kind of paper takes from a case, as it stands after what the paper tells of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from clerk import bootstrap
from clerk.domain.calendar import DueDate
from clerk.domain.case import Case
from clerk.domain.checklist import LineStatus, Mark, in_hand
from clerk.domain.clock_events import (
    DeemedAccepted,
    DeemedWithdrawn,
    Extended,
    ProcedureEnded,
    ProcedureKind,
    ProcedureStarted,
)
from clerk.domain.counter_events import (
    CommitmentKept,
    FeeNoticed,
    HearingNoticed,
    MaterialsMoved,
    PaperCorrected,
    Terminated,
    VisitArranged,
    VisitHeld,
)
from clerk.domain.event import Event
from clerk.domain.events import NoticeIssued, Supplemented
from clerk.domain.limits import LimitUnit
from clerk.domain.paper_facts import JointOnPaper
from clerk.domain.paper_rules import RULES, PaperIncomplete
from clerk.domain.papers import Paper, PaperKind
from clerk.paper.room import PaperRoom
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.compose_paper import issue_paper
from clerk.usecases.composing.matter import NOTHING_BESIDES, Besides
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from tests.desk import BEIJING, CHIEF, CLERK, MORNING, PINS, TestDesk, application, make_desk

DUE = DueDate(on=date(2026, 12, 15), is_provisional=False, calendar="cn")
WHO = {"by": CLERK.id, "at": MORNING}
VISIT = VisitArranged(
    **WHO,
    visit=1,
    visit_at=datetime(2026, 11, 26, 9, 30, tzinfo=BEIJING),
    address="江滨路88号",
    staff=("林晓", "周衡"),
    purpose="布局",
)
PROCEDURE = ProcedureStarted(
    **WHO,
    procedure=1,
    kind=ProcedureKind.EXPERT_REVIEW,
    name="专家评审",
    stops_clock=True,
    reason="新工艺",
    basis="行政许可法 第四十五条",
    institution="专家委员会",
    starts_on=date(2026, 11, 24),
    expected_until=date(2026, 12, 3),
)


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def room() -> PaperRoom:
    return PaperRoom(bootstrap.resources())


def received(desk: TestDesk, missing: int = 0) -> Case:
    wish = ReceiveCase(application=application(desk, "SCJG-005", missing=missing), by=CLERK)
    return receive_case(wish, desk.open.counter).case


def accepted(desk: TestDesk) -> Case:
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK, opinion="材料齐全。")
    return accept_case(wish, desk.open.counter).case


def issued(
    desk: TestDesk, kind: PaperKind, case: Case, *events: Event, besides: Besides = NOTHING_BESIDES
) -> Paper:
    """Issue a paper after some events, and leave the store as it was."""
    for event in events:
        case = case.after(event)
    counter = desk.open.counter
    with counter.begin() as work:
        _case, paper = issue_paper(
            kind, case, by=CLERK, now=MORNING, work=work, counter=counter, besides=besides
        )
    return paper


def test_a_supplement_voucher_lists_what_came_now_and_what_is_still_missing(desk, room):
    case = received(desk, missing=2)
    first, second = case.checklist.wanting()
    told = NoticeIssued(
        **WHO,
        wanting=(first.prerequisite.id, second.prerequisite.id),
        deadline_on=date(2026, 12, 1),
    )
    came = Supplemented(**WHO, marks={first.prerequisite.id: in_hand(first.prerequisite)})

    paper = issued(desk, PaperKind.SUPPLEMENT_VOUCHER, case, told, came)

    assert [each.name for each in paper.lines] == [first.prerequisite.name.zh]
    assert [each.name for each in paper.wanting] == [second.prerequisite.name.zh]
    assert paper.supplemented_at == MORNING
    assert room.draw(paper)


def test_what_was_promised_and_came_is_on_a_supplement_voucher_too(desk):
    case = promised(desk)
    (line,) = case.checklist.promised()

    paper = issued(
        desk,
        PaperKind.SUPPLEMENT_VOUCHER,
        case,
        CommitmentKept(**WHO, prerequisites=(line.prerequisite.id,)),
    )

    assert [each.name for each in paper.lines] == [line.prerequisite.name.zh]
    assert paper.wanting == ()


def test_accepting_with_a_promise_issues_the_notice_that_says_so(desk, room):
    case = promised(desk)
    (record, *_others) = [x for x in case.papers if x.kind is PaperKind.COMMITMENT_ACCEPTANCE]

    paper = desk.room.reading.paper(record.id)
    letter = issued(desk, PaperKind.COMMITMENT_LETTER, case)

    assert [each.until for each in paper.promised] == [MORNING.date() + timedelta(days=1)]
    assert letter.promised == paper.promised
    assert room.draw(letter)


def promised(desk: TestDesk) -> Case:
    """Accept a case with one paper to follow."""
    opening = application(desk, "SCJG-005")
    item = desk.room.reading.item(opening.item_id)
    later = next(x for x in item.prerequisites if x.deferrable and x.id in opening.marks)
    mark = Mark(status=LineStatus.PROMISED, promised_on=MORNING.date() + timedelta(days=1))
    opening = replace(opening, marks={**opening.marks, later.id: mark})
    return accept_case(AcceptCase(opening=opening, by=CLERK), desk.open.counter).case


def test_a_procedure_notice_counts_both_its_first_and_its_last_day(desk, room):
    paper = issued(desk, PaperKind.PROCEDURE_NOTICE, accepted(desk), PROCEDURE)

    assert paper.procedure
    assert paper.procedure.days == 10
    assert paper.procedure.stops_clock
    assert room.draw(paper)


def test_an_extension_notice_tells_the_day_before_and_the_day_after(desk, room):
    case = accepted(desk)
    extended = Extended(
        **WHO,
        amount=10,
        unit=LimitUnit.WORKING_DAYS,
        reason="案情复杂",
        approver="郑明远",
        approver_post="局长",
        approved_on=date(2026, 11, 30),
        before=case.due,
        due=DUE,
        statutory_due=DUE,
    )

    paper = issued(desk, PaperKind.EXTENSION_NOTICE, case, extended)

    assert paper.extension
    assert (paper.extension.before_on, paper.extension.due_on) == (case.due.on, DUE.on)
    assert room.draw(paper)


def test_what_was_accepted_by_silence_counts_from_its_receipt(desk):
    case = received(desk)
    deemed = DeemedAccepted(**WHO, article="32(4)", since=MORNING, due=DUE, statutory_due=DUE)

    paper = issued(desk, PaperKind.PROCEDURE_NOTICE, case, deemed, PROCEDURE)

    assert paper.accepted_at == case.received_at


def test_a_fee_is_told_in_figures_and_in_capital_numerals(desk, room):
    fee = FeeNoticed(
        **WHO,
        fee=1,
        name="检验费",
        basis="特种设备安全法 第40条",
        standard="每台600元",
        unit_price_fen=60_000,
        quantity=2,
        amount_fen=120_000,
        payee="财政专户",
        place="一楼",
        code="3411",
        deadline_on=date(2026, 12, 4),
    )

    paper = issued(desk, PaperKind.FEE_NOTICE, accepted(desk), fee)

    assert paper.charge
    assert (paper.charge.amount, paper.charge.amount_capital) == ("1,200.00", "壹仟贰佰元整")
    assert room.draw(paper)


def test_a_visit_is_told_before_and_recorded_after(desk, room):
    case = accepted(desk)
    held = VisitHeld(
        **WHO,
        visit=1,
        held_at=VISIT.visit_at + timedelta(minutes=5),
        staff=VISIT.staff,
        findings="布局一致。",
        passed=False,
        applicant_present="欧阳𬍛",
    )

    told = issued(desk, PaperKind.VISIT_ARRANGEMENT, case, VISIT)
    recorded = issued(desk, PaperKind.VISIT_RECORD, case, VISIT, held)

    assert told.visit
    assert recorded.visit
    assert told.visit.visit_at == VISIT.visit_at
    assert recorded.visit.visit_at == held.held_at
    assert (told.visit.outcome, recorded.visit.outcome) == ("", "failed")
    assert all(map(room.draw, (told, recorded)))


def test_a_hearing_notice_tells_until_when_to_ask(desk, room):
    noticed = HearingNoticed(
        **WHO, matter="相邻利益", request_by=date(2026, 11, 30), held_at=None, place=""
    )

    paper = issued(desk, PaperKind.HEARING_NOTICE, accepted(desk), noticed)

    assert paper.hearing
    assert paper.hearing.request_by == noticed.request_by
    assert room.draw(paper)


def test_a_termination_names_its_basis_and_where_to_turn(desk, room):
    ended = Terminated(**WHO, reason="申请人已注销", basis="某办法 第21条")

    paper = issued(desk, PaperKind.TERMINATION, accepted(desk), ended)

    assert paper.ending
    assert (paper.ending.reason, paper.ending.basis) == ("申请人已注销", "某办法 第21条")
    assert paper.remedies
    assert paper.remedies.reconsideration_days == 60
    assert room.draw(paper)


def test_a_return_says_that_the_law_deems_it_withdrawn(desk, room):
    deemed = DeemedWithdrawn(**WHO, article="第三十二条", deadline_on=date(2026, 12, 1))

    paper = issued(desk, PaperKind.RETURN_NOTICE, received(desk), deemed)

    assert paper.ending
    assert (paper.ending.reason, paper.ending.basis) == ("not_corrected", "第三十二条")
    assert "0999-1234567" in paper.ending.review_at
    assert room.draw(paper)


def test_a_correction_names_the_paper_it_corrects(desk, room):
    case = accepted(desk)
    (notice,) = case.papers
    corrected = PaperCorrected(
        **WHO, paper_id=notice.id, correction=1, wrong="甲", right="乙", reason="笔误"
    )

    paper = issued(desk, PaperKind.CORRECTION, case, corrected)

    assert paper.correction
    assert paper.correction.title == "受理通知书"
    assert paper.correction.document_number == notice.document_number
    assert room.draw(paper)


def test_a_transfer_slip_lists_what_changes_hands(desk, room):
    moved = MaterialsMoved(**WHO, sender="窗口", receiver="科室", materials=("申请书",), pieces=1)

    paper = issued(desk, PaperKind.TRANSFER_SLIP, accepted(desk), moved)

    assert paper.transfer
    assert paper.transfer.materials == ("申请书",)
    assert room.draw(paper)


def test_a_circulation_slip_has_every_step_done_or_to_come_and_what_stopped_the_clock(desk, room):
    ended = ProcedureEnded(
        **WHO,
        procedure=1,
        ended_on=date(2026, 12, 1),
        result="通过",
        due=DUE,
        statutory_due=DUE,
    )

    paper = issued(desk, PaperKind.CIRCULATION_SLIP, accepted(desk), PROCEDURE, ended)

    steps = {each.name: each for each in paper.steps}
    assert list(steps) == [
        "receipt",
        "acceptance",
        "review",
        "decision",
        "certificate",
        "delivery",
    ]
    assert steps["review"].opinion == "材料齐全。"
    assert steps["acceptance"].limit_on == date(2026, 11, 30)
    assert (steps["decision"].by, steps["decision"].at) == ("", None)
    assert [(each.since, each.until) for each in paper.pauses] == [
        (PROCEDURE.starts_on, ended.ended_on)
    ]
    assert room.draw(paper)


def certified(desk: TestDesk) -> Case:
    """Grant a case and make its certificate."""
    case = accepted(desk)
    desk.clock.on(minutes=5)
    wish = SignOff(
        case_id=case.id,
        by=CHIEF,
        pin=PINS[CHIEF.id],
        decision=Decision.GRANT,
        opinion="同意。",
        seen=case.substance,
    )
    granted = sign_off(wish, desk.open.counter).case
    return granted.make_certificate(CLERK, MORNING, number="JY1", valid_until="2031年")


def test_certificates_of_several_cases_stand_in_one_register(desk, room):
    first, second = certified(desk), certified(desk)

    told = issued(desk, PaperKind.COLLECTION_NOTICE, first)
    register = issued(desk, PaperKind.COLLECTION_REGISTER, first, besides=Besides(cases=(second,)))

    assert told.certificate_number == "JY1"
    assert told.deadline_on == date(2026, 12, 7)
    assert [each.case_number for each in register.certificates] == [first.number, second.number]
    assert all(map(room.draw, (told, register)))


@pytest.mark.parametrize("kind", [PaperKind.JOINT_COPY, PaperKind.JOINT_OPINION])
def test_a_joint_paper_says_what_the_lead_asks(desk, room, kind):
    asked = JointOnPaper(
        department="消防救援支队",
        item="消防检查",
        asked="审查",
        answer_by=date(2026, 11, 30),
        materials=("平面图",),
    )

    paper = issued(desk, kind, accepted(desk), besides=Besides(joint=asked))

    assert paper.joint == asked
    assert room.draw(paper)


def test_a_joint_paper_without_what_is_asked_is_not_issued(desk):
    with pytest.raises(PaperIncomplete) as refusal:
        issued(desk, PaperKind.JOINT_COPY, accepted(desk))

    assert "joint.department" in refusal.value.fields


def test_no_two_kinds_share_a_series():
    natures = [rule.nature for rule in RULES.values()]

    assert len(set(natures)) == len(natures) == len(PaperKind)


def test_numbers_have_no_gap_although_issuing_was_given_up(desk):
    case, counter = accepted(desk), desk.open.counter
    first = case.papers[0].document_number

    given_up = [issued(desk, PaperKind.ACCEPTANCE_NOTICE, case) for _ in range(3)]
    second = accepted(desk).papers[0].document_number
    desk.clock.at = datetime(2027, 1, 4, 9, 0, tzinfo=BEIJING)
    next_year = (
        accept_case(AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), counter)
        .papers[0]
        .document_number
    )

    assert first == "云市监受〔2026〕007-0001号"
    assert {each.document_number for each in given_up} == {second}
    assert second == "云市监受〔2026〕007-0002号"
    assert next_year == "云市监受〔2027〕007-0001号"


def test_the_year_of_a_number_is_the_year_in_beijing(desk):
    case = accepted(desk)
    new_year = datetime.fromisoformat("2026-12-31T16:30:00+00:00")  # half past midnight there

    counter = desk.open.counter
    with counter.begin() as work:
        _case, paper = issue_paper(
            PaperKind.ACCEPTANCE_NOTICE, case, by=CLERK, now=new_year, work=work, counter=counter
        )

    assert paper.document_number.startswith("云市监受〔2027〕")
