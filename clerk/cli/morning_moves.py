"""Cases of the sample morning that took one of the counter's further moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from clerk.cli import sample
from clerk.domain.checklist import LineStatus, Mark
from clerk.domain.limits import Limit, LimitUnit
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.arrange_visit import ArrangeVisit, arrange_visit
from clerk.usecases.commit_on_notice import CommitOnNotice, commit_on_notice
from clerk.usecases.finish_at_once import FinishAtOnce, finish_at_once
from clerk.usecases.give_back import GiveBack, give_back
from clerk.usecases.hand_to_colleague import HandToColleague, hand_to_colleague
from clerk.usecases.notice_fee import NoticeFee, notice_fee
from clerk.usecases.report_upward import ReportUpward, report_upward

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.domain.catalogue import ServiceItem
    from clerk.usecases.application import Application
    from clerk.usecases.counter import Counter

TWO = (sample.CLERK.name, sample.CHIEF.name)


def accepted(applied: Application, counter: Counter) -> Case:
    """Accept an application and go on with it."""
    return accept_case(AcceptCase(opening=applied, by=sample.CLERK), counter).case


def promised(applied: Application, item: ServiceItem, counter: Counter) -> None:
    """Accept it although one paper follows, promised for tomorrow (容缺受理)."""
    line = next(x for x in reversed(item.prerequisites) if x.deferrable and x.id in applied.marks)
    tomorrow = counter.clock().date() + timedelta(days=1)
    promise = Mark(status=LineStatus.PROMISED, promised_on=tomorrow)
    accepted(replace(applied, marks={**applied.marks, line.id: promise}), counter)


def reported(applied: Application, counter: Counter) -> None:
    """Send it up to the province, whose answer has not come (上报件)."""
    wish = ReportUpward(
        case_id=accepted(applied, counter).id,
        by=sample.CLERK,
        authority="省药品监督管理局",
        opinion="经初审，材料齐全，拟同意，请审核。",
        answer_expected_on=counter.clock().date() + timedelta(days=10),
    )
    report_upward(wish, counter)


def to_be_visited(applied: Application, counter: Counter) -> None:
    """Arrange a visit to the site for the next working day's afternoon (现场勘查)."""
    now, one_day = counter.clock(), Limit(amount=1, unit=LimitUnit.WORKING_DAYS)
    visit_on = counter.calendar.due_on(now.date(), one_day).on
    wish = ArrangeVisit(
        case_id=accepted(applied, counter).id,
        by=sample.CLERK,
        visit_at=datetime.combine(visit_on, time(14, 30), now.tzinfo),
        address=applied.applicant.address,
        staff=TWO,
        purpose="核查经营场所布局与图纸是否一致",
    )
    arrange_visit(wish, counter)


def handed_on(applied: Application, counter: Counter) -> None:
    """Hand it to a colleague with what was promised (首问负责)."""
    wish = HandToColleague(
        case_id=accepted(applied, counter).id,
        by=sample.CLERK,
        to=sample.CHIEF.id,
        promised="周五前电话告知现场核查时间。",
    )
    hand_to_colleague(wish, counter)


def given_back(applied: Application, counter: Counter) -> None:
    """Give it back: the matter cannot be handled as it is (退件)."""
    wish = GiveBack(
        opening=applied,
        by=sample.CLERK,
        reason="申请书上的经营者与提交人不是同一人，且无委托书。",
        basis="市场主体登记管理条例 第十六条",
        review_at="政务服务中心业务科",
    )
    give_back(wish, counter)


def fee_told(applied: Application, counter: Counter) -> None:
    """Tell the applicant the legal fee (缴费通知)."""
    wish = NoticeFee(
        case_id=accepted(applied, counter).id,
        by=sample.CLERK,
        name="不动产登记费",
        basis="不动产登记收费标准",
        standard="非住宅550元/件",
        unit_price_fen=550_00,
        quantity=1,
        payee="云江市财政局",
        deadline_on=counter.clock().date() + timedelta(days=10),
    )
    notice_fee(wish, counter)


def committed(applied: Application, number: str, counter: Counter) -> None:
    """License it on the spot on a commitment that is yet to be checked (告知承诺)."""
    signer = applied.applicant.contact_name or applied.applicant.name
    wish = CommitOnNotice(opening=applied, by=sample.CLERK, signer=signer)
    case = commit_on_notice(wish, counter).case
    at_once = FinishAtOnce(
        opening=case.id,
        by=sample.CLERK,
        chief=sample.CHIEF,
        pin=sample.PINS[sample.CHIEF.id],
        examined="材料齐全，告知承诺书已签署。",
        opinion="同意。",
        certificate_number=number,
    )
    finish_at_once(at_once, counter)
