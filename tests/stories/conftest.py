"""The steps of the stories about Art. 32 and the counter's further moves."""

import json
from dataclasses import replace
from datetime import timedelta

from pytest_bdd import given, parsers, then, when

from clerk import bootstrap
from clerk.cli.calendar import take_calendar
from clerk.domain.checklist import Defect, LineStatus, Mark, in_hand
from clerk.domain.clock_events import ClockKind
from clerk.domain.events import DeclineGround, DeliveryWay
from clerk.domain.extensions import Approval
from clerk.domain.limits import ProcedureKind
from clerk.domain.special_procedures import ProcedurePlan
from clerk.usecases.arrange_hearing import ArrangeHearing, arrange_hearing
from clerk.usecases.arrange_visit import ArrangeVisit, arrange_visit
from clerk.usecases.break_commitment import BreakCommitment, break_commitment
from clerk.usecases.check_commitment import CheckCommitment, check_commitment
from clerk.usecases.commit_on_notice import CommitOnNotice, commit_on_notice
from clerk.usecases.correct_paper import CorrectPaper, correct_paper
from clerk.usecases.decline_case import DeclineCase, decline_case
from clerk.usecases.end_procedure import EndProcedure, end_procedure
from clerk.usecases.extend_limit import ExtendLimit, extend_limit
from clerk.usecases.give_back import GiveBack, give_back
from clerk.usecases.hand_over import HandOver, hand_over
from clerk.usecases.hand_to_colleague import HandToColleague, hand_to_colleague
from clerk.usecases.history import history_of
from clerk.usecases.import_catalogue import ImportCatalogue, import_catalogue
from clerk.usecases.keep_commitment import KeepCommitment, keep_commitment
from clerk.usecases.keep_the_clock import keep_the_clock
from clerk.usecases.move_materials import MoveMaterials, move_materials
from clerk.usecases.note_report_answer import NoteReportAnswer, note_report_answer
from clerk.usecases.notice_fee import NoticeFee, notice_fee
from clerk.usecases.notice_hearing import NoticeHearing, notice_hearing
from clerk.usecases.pay_fee import PayFee, pay_fee
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.record_visit import RecordVisit, record_visit
from clerk.usecases.report_upward import ReportUpward, report_upward
from clerk.usecases.request_hearing import RequestHearing, request_hearing
from clerk.usecases.review_case import ReviewCase, review_case
from clerk.usecases.start_procedure import StartProcedure, start_procedure
from clerk.usecases.supplement_case import SupplementCase, supplement_case
from clerk.usecases.tell_once import TellOnce, tell_once
from clerk.usecases.terminate_case import TerminateCase, terminate_case
from tests.desk import CHIEF, CLERK, PINS, application

STAFF = {each.name: each for each in (CLERK, CHIEF)}
WAYS = {
    "留置送达": (DeliveryWay.LEFT, {"witness": "居委会 李四"}),
    "邮寄送达": (DeliveryWay.POST, {"tracking_number": "EMS0001"}),
    "委托代收": (DeliveryWay.PROXY, {"received_id": "341103198511120048"}),
    "公告送达": (DeliveryWay.PUBLIC_NOTICE, {}),
    "电子送达": (DeliveryWay.ELECTRONIC, {"place": "hwl@example.invalid"}),
}
LACKING = {
    "见证人": {"witness": ""},
    "邮件号码": {"tracking_number": ""},
    "身份证号": {"received_id": ""},
    "公告日期": {"announced_on": None},
    "地址": {"place": ""},
}


def today(window):
    return window.desk.clock().date()


def wish(kind, window, **fields):
    return kind(case_id=window.case.id, by=CLERK, **fields)


def supplement(window, marks):
    window.do(supplement_case, wish(SupplementCase, window, marks=marks))


def found_good(window):
    """The first line found in order that an applicant handed in."""
    return next(x for x in window.case.checklist.found_good() if x.mark.originals)


def decline(window, ground):
    window.do(
        decline_case,
        DeclineCase(
            opening=window.opening,
            by=CLERK,
            ground=ground,
            facts="申请的事项如申请书所述。",
            basis="行政许可法 32",
        ),
    )


def deliver(window, way, **changed):
    means, fields = WAYS[way]
    facts = {
        "received_by": "张三",
        "proxy_reason": "受送达人外出",
        "place": "云江市江滨路9号（虚构）",
        "announced_on": today(window) - timedelta(days=31),
    }
    window.do(hand_over, wish(HandOver, window, way=means, **{**facts, **fields, **changed}))


@given(parsers.re("好味来餐饮店申请“(?P<name>.+)”，承诺 (?P<days>\\d+) 天内补交一份材料"))
def _promises(window, name, days):
    item = next(x.id for x in window.desk.room.reading.items() if x.name.zh == name)
    applied = application(window.desk, item, missing=1)
    promise = Mark(
        status=LineStatus.PROMISED, promised_on=today(window) + timedelta(days=int(days))
    )
    marks = {
        line: promise if mark.status is LineStatus.MISSING else mark
        for line, mark in applied.marks.items()
    }
    window.application = replace(applied, marks=marks)


@given(parsers.parse("好味来餐饮店申请“{name}”，没有检测报告"))
def _has_no_report(window, name):
    item = next(x.id for x in window.desk.room.reading.items() if x.name.zh == name)
    applied = application(window.desk, item)
    reports = {x.id for x in window.desk.room.reading.item(item).prerequisites if x.by_commitment}
    kept = {line: mark for line, mark in applied.marks.items() if line not in reports}
    assert len(kept) < len(applied.marks)
    window.application = replace(applied, marks=kept)


@given("申请人有失信记录")
def _has_bad_credit(window):
    unreliable = replace(window.application.applicant, has_bad_credit=True)
    window.application = replace(window.application, applicant=unreliable)


@when("窗口人员收件")
def _receive(window):
    window.do(receive_case, ReceiveCase(application=window.application, by=CLERK))


@when(parsers.parse("过了 {days:d} 天"))
def _days_go_by(window, days):
    window.desk.clock.on(days=days)


@when(parsers.parse("申请人当场把联系电话更正为“{phone}”"))
def _correct_phone(window, phone):
    applicant = replace(window.case.applicant, phone=phone)
    window.do(supplement_case, wish(SupplementCase, window, marks={}, applicant=applicant))


@when("窗口人员因不需要取得许可而不予受理")
def _decline_not_needed(window):
    decline(window, DeclineGround.NOT_NEEDED)


@when("窗口人员因逾期未补正而不予受理")
def _decline_not_corrected(window):
    decline(window, DeclineGround.NOT_CORRECTED)


@when("申请人补来所缺材料中的一份")
def _supplement_one(window):
    first = window.case.checklist.wanting()[0].prerequisite
    supplement(window, {first.id: in_hand(first)})


@when("窗口人员把一份原先合格的材料改为有误")
def _find_fault(window):
    line = found_good(window)
    bad = replace(line.mark, status=LineStatus.NOT_GOOD, defect=Defect.WRONG)
    supplement(window, {line.prerequisite.id: bad})


@when("一份原先合格的材料过了有效期")
def _expires(window):
    line = found_good(window)
    bad = replace(line.mark, status=LineStatus.NOT_GOOD, defect=Defect.EXPIRED)
    supplement(window, {line.prerequisite.id: bad})


@when("首席代表同意再次告知")
def _tell_again(window):
    further = TellOnce(
        opening=window.opening,
        by=CLERK,
        deadline_on=today(window) + timedelta(days=7),
        chief=CHIEF.id,
        pin=PINS[CHIEF.id],
        reason="告知后情况有变。",
    )
    window.do(tell_once, further)


@when("申请人补交承诺的材料")
def _keep(window):
    promised = tuple(each.prerequisite.id for each in window.case.checklist.promised())
    window.do(keep_commitment, wish(KeepCommitment, window, prerequisites=promised))


@when("窗口人员登记逾期未补")
def _break(window):
    window.do(break_commitment, wish(BreakCommitment, window))


@when("申请人签署告知承诺书")
def _commit(window):
    window.do(commit_on_notice, CommitOnNotice(opening=window.opening, by=CLERK, signer="欧阳𬍛"))


@when(parsers.re("“(?P<staff>.+)”核查承诺，结果(?P<result>属实|不实)"))
def _check(window, staff, result):
    check = wish(
        CheckCommitment,
        window,
        staff=tuple(staff.split("、")),
        is_true=result == "属实",
        findings="到场查看，情况如实记录。",
    )
    window.do(check_commitment, check)


@when(parsers.parse("窗口人员与“{name}”共同审查，报首席代表"))
def _review_together(window, name):
    second = STAFF[name].id
    review = wish(ReviewCase, window, opinion="材料属实。", second=second, second_pin=PINS[second])
    window.do(review_case, review)


@when(parsers.parse("窗口人员退件，理由是“{reason}”"))
def _give_back(window, reason):
    back = GiveBack(
        opening=window.opening,
        by=CLERK,
        reason=reason,
        basis="市场主体登记管理条例 19",
        review_at="政务服务中心业务科",
    )
    window.do(give_back, back)


@when(parsers.parse("窗口人员连同全部材料上报“{authority}”"))
def _report(window, authority):
    window.do(report_upward, wish(ReportUpward, window, authority=authority, opinion="拟同意。"))


@when(parsers.parse("上级答复“{answer}”"))
def _answer(window, answer):
    note = wish(
        NoteReportAnswer, window, answer=answer, document="批〔2026〕5号", received_on=today(window)
    )
    window.do(note_report_answer, note)


@when(parsers.parse("窗口人员终止办理，理由是“{reason}”"))
def _terminate(window, reason):
    window.do(terminate_case, wish(TerminateCase, window, reason=reason, basis="行政许可法 70"))


@when(parsers.re("窗口人员把办件移交“(?P<name>.+)”，(没有写明已承诺的内容|已承诺“(?P<said>.+)”)"))
def _hand_on(window, name, said):
    to = STAFF[name].id
    window.do(hand_to_colleague, wish(HandToColleague, window, to=to, promised=said or ""))


@when(parsers.parse("窗口人员通知缴费 {yuan:d} 元"))
def _notice_fee(window, yuan):
    fee = wish(
        NoticeFee,
        window,
        name="登记费",
        basis="不动产登记收费标准",
        standard=f"{yuan}元/件",
        unit_price_fen=yuan * 100,
        quantity=1,
        payee="云江市财政局（虚构）",
        deadline_on=today(window) + timedelta(days=10),
    )
    window.do(notice_fee, fee)


@when(parsers.parse("申请人缴费 {yuan:d} 元"))
def _pay(window, yuan):
    paid = wish(
        PayFee, window, fee=1, amount_fen=yuan * 100, receipt="财票0001", paid_on=today(window)
    )
    window.do(pay_fee, paid)


@when(parsers.re("窗口人员安排“(?P<staff>[^”]+)”(会同“(?P<others>.+)”)?去现场勘查"))
def _arrange_visit(window, staff, others):
    visit = wish(
        ArrangeVisit,
        window,
        visit_at=window.desk.clock() + timedelta(days=1),
        address="云江市江滨路9号（虚构）",
        staff=tuple(staff.split("、")),
        purpose="核查经营场所布局",
        departments=(others,) if others else (),
    )
    window.do(arrange_visit, visit)


@when(parsers.parse("“{staff}”记录现场勘查"))
def _record_visit(window, staff):
    record = wish(
        RecordVisit,
        window,
        visit=1,
        held_at=window.desk.clock() - timedelta(days=1),
        staff=tuple(staff.split("、")),
        findings="布局与图纸一致。",
        passed=True,
        applicant_present="欧阳𬍛",
    )
    window.do(record_visit, record)


@when("窗口人员告知听证权利")
def _tell_of_hearing(window):
    window.do(notice_hearing, wish(NoticeHearing, window, matter="拟作出的食品经营许可"))


@when("申请人申请听证")
def _ask_for_hearing(window):
    asked = wish(RequestHearing, window, requested_by="好味来餐饮店", requested_on=today(window))
    window.do(request_hearing, asked)


@when(parsers.parse("窗口人员定于 {days:d} 天后听证"))
def _arrange_hearing(window, days):
    held_at = window.desk.clock() + timedelta(days=days)
    window.do(arrange_hearing, wish(ArrangeHearing, window, held_at=held_at, place="三楼听证室"))


@when(parsers.parse("“{sender}”把 {pieces:d} 件原件移交“{receiver}”"))
def _move(window, sender, pieces, receiver):
    names = tuple(each.prerequisite.name.zh for each in window.case.checklist.received())
    move = wish(
        MoveMaterials, window, sender=sender, receiver=receiver, materials=names, pieces=pieces
    )
    window.do(move_materials, move)


@when(parsers.re("窗口人员“(?P<way>[^”]+)”(，没有写明“(?P<lacking>.+)”)?"))
def _deliver(window, way, lacking):
    deliver(window, way, **(LACKING[lacking] if lacking else {}))


@when("窗口人员今天公告送达")
def _announce_today(window):
    deliver(window, "公告送达", announced_on=today(window))


@when(parsers.parse("窗口人员把文书中的“{wrong}”更正为“{right}”"))
def _correct_paper(window, wrong, right):
    paper = window.case.papers[0].id
    correction = wish(
        CorrectPaper, window, paper_id=paper, wrong=wrong, right=right, reason="录入有误"
    )
    window.do(correct_paper, correction)


@then(parsers.parse("办件的联系电话是“{phone}”"))
def _phone_is(window, phone):
    assert window.desk.room.reading.case(window.case.id).applicant.phone == phone


@then(parsers.parse("还缺 {count:d} 份材料"))
def _still_missing(window, count):
    assert len(window.case.checklist.wanting()) == count


@then(parsers.parse("一共告知 {count:d} 次"))
def _told_so_often(window, count):
    assert window.refusal is None
    assert [each.time for each in window.case.notices] == list(range(1, count + 1))


@then(parsers.re("承诺核查的结果是(?P<result>属实|不实)"))
def _was_checked(window, result):
    assert window.case.checked_commitment.is_true == (result == "属实")


@then(parsers.parse("办件由“{name}”负责"))
def _in_charge(window, name):
    line = window.desk.room.reading.search(window.case.number)[0]
    assert window.case.in_charge == line.in_charge == STAFF[name].id


@then(parsers.parse("第 {fee:d} 笔费用已缴"))
def _is_paid(window, fee):
    assert window.case.fees[fee - 1].paid.receipt == "财票0001"


@then(parsers.parse("第 {visit:d} 次勘查有记录"))
def _is_recorded(window, visit):
    assert window.case.visits[visit - 1].held.staff == ("林晓", "周衡")


@then(parsers.parse("第 {visit:d} 次勘查会同“{department}”"))
def _goes_along(window, visit, department):
    assert window.case.visits[visit - 1].arranged.departments == (department,)


@then(parsers.parse("听证定于 {days:d} 天后"))
def _hearing_is_held(window, days):
    assert window.case.hearing.held_at == window.desk.clock() + timedelta(days=days)


@then(parsers.parse("移交记录是“{sender}”交“{receiver}”{pieces:d} 件"))
def _was_moved(window, sender, receiver, pieces):
    moved = window.case.moved[-1]
    assert (moved.sender, moved.receiver, moved.pieces) == (sender, receiver, pieces)


@then(parsers.re("领证登记有“(?P<number>.+?)”，(还没有人领取|领取人是“(?P<who>.+)”)"))
def _in_the_register(window, number, who):
    (line,) = window.desk.room.reading.certificates(number)
    assert (line.number, line.holder) == (number, window.case.applicant.name)
    assert line.received_by == (who or "")


@then(parsers.parse("文书有 {count:d} 次更正，原件不变"))
def _corrected(window, count):
    case = window.desk.room.reading.case(window.case.id)
    assert [each.correction for each in case.corrections] == list(range(1, count + 1))
    paper = window.desk.room.reading.paper(case.papers[0].id)
    assert paper.applicant == case.applicant.name


PROCEDURES = {
    "检测": ProcedureKind.TESTING,
    "专家评审": ProcedureKind.EXPERT_REVIEW,
    "现场勘查": ProcedureKind.SITE_VISIT,
    "公示": ProcedureKind.PUBLIC_NOTICE,
    "征求意见": ProcedureKind.CONSULTATION,
    "集体讨论": ProcedureKind.COLLECTIVE_DISCUSSION,
    "整改": ProcedureKind.RECTIFICATION,
}
CLOCKS = {
    "承诺时限": ClockKind.PROMISED,
    "法定时限": ClockKind.STATUTORY,
    "制证时限": ClockKind.CERTIFICATE,
}


def begin_procedure(window, name, *, stops_clock):
    plan = ProcedurePlan(
        kind=PROCEDURES[name],
        name=name,
        stops_clock=stops_clock,
        reason="依法需要。",
        institution="虚构检测中心",
        starts_on=today(window),
        expected_until=today(window) + timedelta(days=7),
        staff=(CLERK.name, CHIEF.name),
    )
    window.do(start_procedure, wish(StartProcedure, window, plan=plan))


@given(parsers.parse("“{name}”规定逾期不补正视为撤回，依据“{basis}”"))
def _rule_of_withdrawal(window, name, basis):
    file = bootstrap.resources() / "catalogue" / "SCJG.json"
    published = json.loads(file.read_text("utf-8"))
    (item,) = [each for each in published["items"] if each["name_zh"] == name]
    item["clock"] = {"basis": basis, "consequence": "deemed_withdrawn"}
    raw = json.dumps(published, ensure_ascii=False).encode()
    import_catalogue(ImportCatalogue(raw=raw), begin=window.desk.open.counter.begin)


@when("窗口开门")
def _keeps_the_clock(window):
    window.kept = keep_the_clock(window.desk.open.counter)
    window.case = window.desk.room.reading.case(window.case.id)


@when(parsers.parse("窗口人员启动“{name}”，停止计算期限"))
def _stops_the_clock(window, name):
    begin_procedure(window, name, stops_clock=True)


@when(parsers.parse("窗口人员启动“{name}”，只作记录"))
def _only_records(window, name):
    begin_procedure(window, name, stops_clock=False)


@when("窗口人员结束特别程序")
def _ends_the_procedure(window):
    number = len(window.case.procedures)
    fields = {"procedure": number, "ended_on": today(window), "result": "合格。"}
    window.do(end_procedure, wish(EndProcedure, window, **fields))


@when("局长批准延长期限")
def _extends(window):
    approval = Approval(
        approver="郑明", approver_post="局长", approved_on=today(window), reason="案情复杂。"
    )
    window.do(extend_limit, wish(ExtendLimit, window, approval=approval))


@when(parsers.parse("放假安排公布，“{day}”放假"))
def _publishes(window, day):
    file = bootstrap.resources() / "calendar" / "china.json"
    document = json.loads(file.read_text("utf-8"))
    year, month_and_day = day.split("-", 1)
    document["version"] = f"CN-{year}.1"
    off = {"元旦": ["01-01", month_and_day]}
    document["years"][year] = {"days_off": off, "make_up_days": {}}
    take_calendar(window.desk.open, json.dumps(document, ensure_ascii=False).encode())
    window.case = window.desk.room.reading.case(window.case.id)


@then("时钟没有改变办件")
def _nothing_lapsed(window):
    assert not window.kept.changed


@then(parsers.parse("自“{day}”起视为受理，依据“{article}”"))
def _deemed_accepted(window, day, article):
    deemed = window.case.deemed
    assert (deemed.since.date().isoformat(), deemed.article) == (day, article)


@then(parsers.parse("“{clock}”已于“{day}”届满，依据“{article}”"))
def _overdue(window, clock, day, article):
    told = [(x.clock, x.due_on.isoformat(), x.article) for x in window.case.overdue]
    assert (CLOCKS[clock], day, article) in told


@then(parsers.parse("承诺办结日期是“{day}”"))
def _promised_for(window, day):
    assert (window.case.due.on.isoformat(), window.case.due.is_provisional) == (day, False)


@then(parsers.parse("承诺办结日期“{day}”是暂定的"))
def _provisional(window, day):
    assert (window.case.due.on.isoformat(), window.case.due.is_provisional) == (day, True)


@then("两个日期都留在办件里")
def _both_kept(window):
    (event,) = window.case.recomputed
    assert event.before.on < event.due.on == window.case.due.on


@then(parsers.parse("办件经过最后写明“{text}”"))
def _history_says(window, text):
    reading = window.desk.room.reading
    events = reading.history(window.case.id)
    *_others, last = history_of(window.case, events, reading.staff(), "zh_CN")
    assert text in last.sentence
