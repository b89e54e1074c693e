"""A day on which every one of the counter's further moves is made, by the use cases themselves."""

from datetime import timedelta

from clerk.domain.checklist import LineStatus, Mark
from clerk.domain.events import DeliveryWay
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.arrange_hearing import ArrangeHearing, arrange_hearing
from clerk.usecases.arrange_visit import ArrangeVisit, arrange_visit
from clerk.usecases.break_commitment import BreakCommitment, break_commitment
from clerk.usecases.check_commitment import CheckCommitment, check_commitment
from clerk.usecases.commit_on_notice import CommitOnNotice, commit_on_notice
from clerk.usecases.correct_paper import CorrectPaper, correct_paper
from clerk.usecases.finish_at_once import FinishAtOnce, finish_at_once
from clerk.usecases.give_back import GiveBack, give_back
from clerk.usecases.hand_over import HandOver, hand_over
from clerk.usecases.hand_to_colleague import HandToColleague, hand_to_colleague
from clerk.usecases.keep_commitment import KeepCommitment, keep_commitment
from clerk.usecases.make_certificate import MakeCertificate, make_certificate
from clerk.usecases.move_materials import MoveMaterials, move_materials
from clerk.usecases.note_report_answer import NoteReportAnswer, note_report_answer
from clerk.usecases.notice_fee import NoticeFee, notice_fee
from clerk.usecases.notice_hearing import NoticeHearing, notice_hearing
from clerk.usecases.pay_fee import PayFee, pay_fee
from clerk.usecases.record_visit import RecordVisit, record_visit
from clerk.usecases.report_upward import ReportUpward, report_upward
from clerk.usecases.request_hearing import RequestHearing, request_hearing
from clerk.usecases.review_case import ReviewCase, review_case
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.terminate_case import TerminateCase, terminate_case
from tests.desk import CHIEF, CLERK, PINS, TestDesk, application

TWO = (CLERK.name, CHIEF.name)
FEE = 550_00


def make_every_further_move(desk: TestDesk) -> None:
    """Bring cases through all of them; the desk holds the lists of SCJG, BDC and XF."""
    through_every_turn(desk)
    on_a_commitment_that_was_checked(desk)
    to_every_other_end(desk)


def through_every_turn(desk: TestDesk):
    """One case with a promise, a report, a visit, a hearing, a fee and two corrections."""
    case = accepted_with_a_promise(desk)
    counter, now = desk.open.counter, desk.clock()
    who = {"case_id": case.id, "by": CLERK}
    promised = tuple(each.prerequisite.id for each in case.checklist.promised())
    hand_to_colleague(HandToColleague(**who, to=CHIEF.id, promised="周五前电话回复"), counter)
    keep_commitment(KeepCommitment(**who, prerequisites=promised), counter)
    names = tuple(each.prerequisite.name.zh for each in case.checklist.received())
    move_materials(
        MoveMaterials(**who, sender=TWO[0], receiver=TWO[1], materials=names, pieces=3), counter
    )
    up = ReportUpward(**who, authority="省主管部门（虚构）", opinion="拟同意，请审核。")
    report_upward(up, counter)
    visit = ArrangeVisit(
        **who,
        visit_at=now + timedelta(hours=3),
        address="云江市江滨路9号（虚构）",
        staff=TWO,
        purpose="核查现场布局",
        departments=("市消防救援支队",),
    )
    arrange_visit(visit, counter)
    notice_hearing(NoticeHearing(**who, matter="拟作出的许可"), counter)
    desk.clock.on(days=1)
    back_and_heard(desk, who)
    return decided_and_posted(desk, who)


def accepted_with_a_promise(desk: TestDesk):
    applied = application(desk, "BDC-002")
    item = desk.room.reading.item(applied.item_id)
    line = next(
        x
        for x in reversed(item.prerequisites)
        if x.deferrable and item.requires(x, applied.answers) and x.id in applied.marks
    )
    promise = Mark(status=LineStatus.PROMISED, promised_on=desk.clock().date() + timedelta(days=1))
    applied.marks[line.id] = promise
    return accept_case(AcceptCase(opening=applied, by=CLERK), desk.open.counter).case


def back_and_heard(desk: TestDesk, who):
    counter, now = desk.open.counter, desk.clock()
    note_report_answer(
        NoteReportAnswer(**who, answer="同意。", document="批〔2026〕5号", received_on=now.date()),
        counter,
    )
    record = RecordVisit(
        **who,
        visit=1,
        held_at=now - timedelta(hours=20),
        staff=TWO,
        findings="布局与图纸一致。",
        passed=True,
        applicant_present="欧阳𬍛",
    )
    record_visit(record, counter)
    request_hearing(
        RequestHearing(**who, requested_by="邻居甲（虚构）", requested_on=now.date()), counter
    )
    arrange_hearing(
        ArrangeHearing(**who, held_at=now + timedelta(days=14), place="三楼听证室"), counter
    )
    fee = NoticeFee(
        **who,
        name="不动产登记费",
        basis="不动产登记收费标准",
        standard="非住宅550元/件",
        unit_price_fen=FEE,
        quantity=1,
        payee="云江市财政局（虚构）",
        deadline_on=now.date() + timedelta(days=10),
    )
    notice_fee(fee, counter)
    pay_fee(PayFee(**who, fee=1, amount_fen=FEE, receipt="财票0001", paid_on=now.date()), counter)


def decided_and_posted(desk: TestDesk, who):
    counter = desk.open.counter
    review = ReviewCase(**who, opinion="属实。", second=CHIEF.id, second_pin=PINS[CHIEF.id])
    case = review_case(review, counter).case
    sign = SignOff(
        case_id=case.id,
        by=CHIEF,
        pin=PINS[CHIEF.id],
        decision=Decision.GRANT,
        opinion="同意。",
        seen=case.substance,
    )
    sign_off(sign, counter)
    made = make_certificate(MakeCertificate(**who, number="云江不动产证明0001"), counter)
    posted = HandOver(
        **who,
        way=DeliveryWay.POST,
        received_by="欧阳𬍛",
        place="云江市江滨路9号（虚构）",
        tracking_number="EMS0001",
    )
    hand_over(posted, counter)
    wrong = CorrectPaper(
        **who, paper_id=made.papers[0].id, wrong="江滨路9号", right="江滨路19号", reason="录入有误"
    )
    correct_paper(wrong, counter)
    return correct_paper(wrong, counter).case


def on_a_commitment_that_was_checked(desk: TestDesk):
    """A venue licensed on the spot on its commitment, and looked at three days later."""
    counter = desk.open.counter
    commit = CommitOnNotice(opening=application(desk, "XF-001"), by=CLERK, signer="欧阳𬍛")
    case = commit_on_notice(commit, counter).case
    at_once = FinishAtOnce(
        opening=case.id,
        by=CLERK,
        chief=CHIEF,
        pin=PINS[CHIEF.id],
        examined="材料齐全，承诺书已签署。",
        opinion="同意。",
        certificate_number="云消安许字〔2026〕第0001号",
    )
    finish_at_once(at_once, counter)
    desk.clock.on(days=3)
    check = CheckCommitment(
        case_id=case.id, by=CLERK, staff=TWO, is_true=True, findings="与承诺一致。"
    )
    return check_commitment(check, counter).case


def to_every_other_end(desk: TestDesk):
    """Given back, terminated, and withdrawn because a promise was broken."""
    counter = desk.open.counter
    back = GiveBack(
        opening=application(desk, "SCJG-005"),
        by=CLERK,
        reason="经营者与申请人不是同一人。",
        basis="食品经营许可和备案管理办法",
        review_at="政务服务中心业务科",
    )
    ended = [give_back(back, counter).case]
    accepted = accept_case(AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), counter)
    over = TerminateCase(
        case_id=accepted.case.id, by=CLERK, reason="申请人已注销。", basis="行政许可法 70"
    )
    ended.append(terminate_case(over, counter).case)
    waiting = accepted_with_a_promise(desk)
    desk.clock.on(days=2)
    ended.append(break_commitment(BreakCommitment(case_id=waiting.id, by=CLERK), counter).case)
    return ended
