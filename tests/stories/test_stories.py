"""The steps of the stories: each calls a use case on a real store, as the window does."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from clerk.domain import counter_objections as o
from clerk.domain.case import Case
from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.checklist import LineStatus, Mark, NotOnTheList, in_hand
from clerk.domain.events import DeclineGround, DeliveryWay
from clerk.domain.extensions import ExtendedBefore, LimitRunOut
from clerk.domain.objections import (
    AlreadyTold,
    ChecklistIncomplete,
    NothingMissing,
    ProcedureRuns,
    SameHand,
    SituationOpen,
    SubstanceChanged,
)
from clerk.domain.paper_rules import RULES
from clerk.domain.papers import Paper
from clerk.domain.refusals import ClerkError, InvalidInput
from clerk.domain.special_procedures import MayNotStopTheClock
from clerk.domain.stages import Stage, WrongStage
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.application import Application
from clerk.usecases.decline_case import DeclineCase, decline_case
from clerk.usecases.finish_at_once import FinishAtOnce, NotImmediate, finish_at_once
from clerk.usecases.hand_over import HandOver, hand_over
from clerk.usecases.keep_the_clock import Kept
from clerk.usecases.lines import Queue
from clerk.usecases.make_certificate import MakeCertificate, make_certificate
from clerk.usecases.print_paper import PrintPaper, print_paper
from clerk.usecases.review_case import ReviewCase, review_case
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.supplement_case import SupplementCase, supplement_case
from clerk.usecases.tell_once import TellOnce, tell_once
from clerk.usecases.trouble import PrinterTrouble, WrongPin
from clerk.usecases.withdraw_case import WithdrawCase, withdraw_case
from tests.desk import CHIEF, CLERK, PERSON, PINS, RESTAURANT, TestDesk, application, make_desk

scenarios(".")

APPLICANTS = {"好味来餐饮店": RESTAURANT, "王䶮": PERSON}
STAGES = {
    "待补正": Stage.NOTIFIED,
    "已受理": Stage.ACCEPTED,
    "待签批": Stage.REVIEWED,
    "退回窗口": Stage.RETURNED,
    "准予": Stage.GRANTED,
    "不予许可": Stage.REFUSED,
    "办结": Stage.CLOSED,
    "不予受理": Stage.DECLINED,
    "已撤回": Stage.WITHDRAWN,
    "已退件": Stage.GIVEN_BACK,
    "终止办理": Stage.TERMINATED,
}
REFUSALS = {
    "材料不齐": ChecklistIncomplete,
    "没有缺的材料": NothingMissing,
    "情形未答": SituationOpen,
    "不得停止计算期限": MayNotStopTheClock,
    "特别程序没有结束": ProcedureRuns,
    "已经延长过": ExtendedBefore,
    "期限已经届满": LimitRunOut,
    "已经告知过": AlreadyTold,
    "不在公布的清单上": NotOnTheList,
    "填写有误": InvalidInput,
    "不在这个环节": WrongStage,
    "不是即办件": NotImmediate,
    "受理的人不得签批": SameHand,
    "口令不对": WrongPin,
    "内容已变": SubstanceChanged,
    "打印机没有收下": PrinterTrouble,
    "期限未满": o.DeadlineStillRuns,
    "当初就该知道": o.ShouldHaveBeenKnown,
    "承诺的材料没有来": o.PromisesOutstanding,
    "有失信记录": o.BadCredit,
    "不实行告知承诺": o.NoCommitmentOnNotice,
    "上级还没有答复": o.StillReported,
    "没有法定收费": o.NoLegalFee,
    "金额不符": o.WrongAmount,
    "人数不够": o.TooFewStaff,
    "没有待核查的承诺": o.NothingToCheck,
    "要两个人审查": o.SecondReviewerNeeded,
    "听证日期不合": o.HearingDayUnfit,
}


@dataclass
class Window:
    """What lies on the counter: the application or its case, the last papers, the last answer."""

    desk: TestDesk
    application: Application | None = None
    case: Case | None = None
    papers: tuple[Paper, ...] = ()
    refusal: ClerkError | None = None
    seen: str = ""
    kept: Kept = field(default_factory=Kept)

    @property
    def opening(self):
        return self.case.id if self.case else self.application

    def do(self, usecase, wish, *more):
        """Ask for something; keep what became of it."""
        self.refusal = None
        try:
            done = usecase(wish, self.desk.open.counter, *more)
        except ClerkError as refusal:
            self.refusal = refusal
            return
        self.case, self.papers = done.case, done.papers or self.papers


@pytest.fixture
def window(tmp_path):
    window = Window(make_desk(tmp_path / "desk"))
    yield window
    window.desk.close()


@given("窗口已经开门")
def _open(window):
    assert window.desk.room.reading.queue(Queue.ALL) == ()


@given(parsers.re("(?P<who>.+)申请“(?P<name>.+)”，(材料齐全|缺 (?P<missing>\\d+) 份材料)"))
def _applies(window, who, name, missing):
    item = next(x.id for x in window.desk.room.reading.items() if x.name.zh == name)
    window.application = application(window.desk, item, APPLICANTS[who], int(missing or 0))


@given("情形还没有问")
def _not_asked(window):
    window.application = replace(window.application, answers={})


@given("窗口人员另外要求一份没有公布的材料")
def _asks_for_more(window):
    marks = {**window.application.marks, PrerequisiteId("99"): Mark(status=LineStatus.MISSING)}
    window.application = replace(window.application, marks=marks)


@given(parsers.re("(?P<who>.+)的“(?P<name>.+)”(已报首席代表|(?P<own>由首席代表自己受理并上报))"))
def _before_the_chief(window, who, name, own):
    _applies(window, who, name, None)
    by = CHIEF if own else CLERK
    window.do(accept_case, AcceptCase(opening=window.opening, by=by))
    _review(window)


@when("窗口人员受理")
def _accept(window):
    window.do(accept_case, AcceptCase(opening=window.opening, by=CLERK))


@when("窗口人员一次性告知")
def _tell_once(window):
    last_day = window.desk.clock().date() + timedelta(days=7)
    window.do(tell_once, TellOnce(opening=window.opening, by=CLERK, deadline_on=last_day))


@when("申请人补齐所缺材料")
def _supplement(window):
    window.desk.clock.on(days=1)
    wanting = [each.prerequisite for each in window.case.checklist.wanting()]
    marks = {each.id: in_hand(each) for each in wanting}
    window.do(supplement_case, SupplementCase(case_id=window.case.id, by=CLERK, marks=marks))


@when(parsers.re("窗口人员不予受理，请申请人到“(?P<authority>.*)”申请"))
def _decline(window, authority):
    wish = DeclineCase(
        opening=window.opening,
        by=CLERK,
        ground=DeclineGround.NOT_OUR_COMPETENCE,
        facts="申请经营的场所不在本市。",
        basis="行政许可法 32(2)",
        authority=authority,
    )
    window.do(decline_case, wish)


@when("申请人撤回")
def _withdraw(window):
    wish = WithdrawCase(case_id=window.case.id, by=CLERK, reason="另选他址，不办了。")
    window.do(withdraw_case, wish)


@when("窗口人员和首席代表当场办结")
def _finish(window):
    wish = FinishAtOnce(
        opening=window.opening,
        by=CLERK,
        chief=CHIEF,
        pin=PINS[CHIEF.id],
        examined="材料齐全，符合法定形式。",
        opinion="同意。",
        certificate_number="92349900MA00000001",
    )
    window.do(finish_at_once, wish)


@when("窗口人员再报首席代表")
def _review(window):
    wish = ReviewCase(case_id=window.case.id, by=CLERK, opinion="材料齐全，符合法定形式。")
    window.do(review_case, wish)


@when("窗口人员多收一份原件，再报首席代表")
def _take_one_more(window):
    window.seen = window.case.substance
    line, mark = next(iter(window.case.marks.items()))
    marks = {line: replace(mark, originals=mark.originals + 1)}
    window.do(supplement_case, SupplementCase(case_id=window.case.id, by=CLERK, marks=marks))
    _review(window)


def sign(window, decision, **other):
    wish = SignOff(
        case_id=window.case.id,
        by=CHIEF,
        pin=PINS[CHIEF.id],
        decision=decision,
        opinion="意见如上。",
        seen=window.case.substance,
    )
    window.do(sign_off, replace(wish, **other))


@when("首席代表准予许可")
def _grant(window):
    sign(window, Decision.GRANT)


@when("有人用错误的口令准予许可")
def _grant_with_a_wrong_pin(window):
    sign(window, Decision.GRANT, pin="000001")


@when("首席代表照先前看到的内容准予许可")
def _grant_what_was_seen_before(window):
    sign(window, Decision.GRANT, seen=window.seen)


@when("首席代表退回窗口")
def _return(window):
    sign(window, Decision.RETURN_TO_WINDOW)


@when(parsers.re("首席代表不予许可，(不说理由|理由是“(?P<reasons>.+)”)"))
def _refuse(window, reasons):
    facts, basis = "经现场核查，布局与申请材料不一致。", "食品安全法 35"
    sign(window, Decision.REFUSE, facts=facts, basis=basis, reasons=reasons or "")


@when("窗口人员制证")
def _make_certificate(window):
    wish = MakeCertificate(case_id=window.case.id, by=CLERK, number="JY23499001")
    window.do(make_certificate, wish)


@when("窗口人员送达")
def _hand_over(window):
    wish = HandOver(case_id=window.case.id, by=CLERK, way=DeliveryWay.DIRECT, received_by="欧阳𬍛")
    window.do(hand_over, wish)


@when("打印文书")
def _print(window):
    room = window.desk.room
    wish = PrintPaper(case_id=window.case.id, by=CLERK, paper=window.papers[0])
    window.do(print_paper, wish, room.drawer, window.desk.tray)


@when("打印机关着时打印文书")
def _print_while_off(window):
    window.desk.tray.is_off = True
    _print(window)
    window.desk.tray.is_off = False


@then(parsers.parse("办件状态是“{name}”"))
def _stands_at(window, name):
    kept = window.desk.room.reading.case(window.case.id)
    assert kept.stage is STAGES[name]
    if window.refusal is None:
        assert kept == window.case


@then(parsers.parse("被拒绝，因为“{why}”"))
def _refused(window, why):
    assert type(window.refusal) is REFUSALS[why]


@then("窗口没有留下任何办件")
def _nothing_left(window):
    assert window.desk.room.reading.queue(Queue.ALL) == ()


@then(parsers.parse("打印的是“{titles}”"))
def _printed(window, titles):
    assert window.refusal is None
    assert [RULES[each.kind].title.zh for each in window.papers] == titles.split("、")


@then("受理通知书写明承诺办结日期")
def _says_when(window):
    assert window.papers[0].due_on == window.case.due.on > window.desk.clock().date()


@then(parsers.parse("告知书写明全部 {count:d} 份所缺材料"))
def _holds_everything(window, count):
    names = [each.prerequisite.name.zh for each in window.case.checklist.wanting()]
    assert len(names) == count
    assert [each.name for each in window.papers[0].wanting] == names


@then("决定书写明救济途径")
def _says_where_to_turn(window):
    remedies = window.papers[0].remedies
    assert remedies.government == "云江市人民政府"
    assert remedies.court == "云江市云江区人民法院"


@then(parsers.parse("决定书写明“{text}”"))
def _says(window, text):
    assert text in {window.papers[0].authority, window.papers[0].reasons}


@then(parsers.parse("打印机出了 {count:d} 次纸，第 {last:d} 次注明补打"))
def _came_out(window, count, last):
    marks = [pdf.split()[0] for _, _, pdf in window.desk.tray.taken]
    assert len(marks) == count
    assert marks[last - 1] != b"0"
    assert all(each == b"0" for each in marks[: last - 1])


@then("打印机出了 1 次纸，没有注明补打")
def _came_out_as_the_first(window):
    assert [pdf.split()[0] for _, _, pdf in window.desk.tray.taken] == [b"0"]


@then(parsers.parse("文书一共打印 {count:d} 次"))
def _counted(window, count):
    record = window.desk.room.reading.case(window.case.id).paper(window.papers[0].id)
    assert (record.jobs, record.printed) == (count, count)
