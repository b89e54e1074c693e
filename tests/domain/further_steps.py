"""One attempt at each of the counter's further moves, for tests of the rules alone."""

from dataclasses import replace
from datetime import date, timedelta

from clerk.domain.commitment import (
    break_commitment,
    check_commitment,
    commit_on_notice,
    keep_commitment,
)
from clerk.domain.correction import correct_paper
from clerk.domain.ending import give_back, terminate
from clerk.domain.fees import Charge, notice_fee, pay_fee
from clerk.domain.hands import hand_to_colleague, move_materials
from clerk.domain.hearing import arrange_hearing, notice_hearing, request_hearing
from clerk.domain.identifiers import PaperId
from clerk.domain.reporting import answer_report, report_up
from clerk.domain.stages import Action
from clerk.domain.visiting import arrange_visit, hold_visit
from tests.domain.small_item import CALENDAR, CHIEF, CLERK, NOW, PHOTO

TWO = ("林晓", "周衡")
CHARGE = Charge(
    name="登记费",
    basis="《虚构收费规定》第二条",
    standard="80元/件",
    unit_price_fen=80_00,
    quantity=2,
    payee="云江市财政局（虚构）",
    deadline_on=date(2026, 12, 7),
)


def kept(case, at=NOW):
    return keep_commitment(case, CLERK, at, (PHOTO,))


def broken(case, at=NOW):
    return break_commitment(case, CLERK, at)


def committed(case, at=NOW, signer="王䶮"):
    return commit_on_notice(case, CLERK, at, signer=signer, calendar=CALENDAR)


def checked(case, at=NOW, **other):
    facts = {"staff": TWO, "is_true": True, "findings": "与承诺一致。"}
    return check_commitment(case, CLERK, at, **{**facts, **other})


def reported(case, at=NOW, **other):
    facts = {"authority": "省虚构厅", "opinion": "拟同意，请审核。"}
    return report_up(case, CLERK, at, **{**facts, **other})


def answered(case, at=NOW, **other):
    facts = {
        "answer": "同意。",
        "document": "虚审〔2026〕5号",
        "received_on": at.date(),
        "calendar": CALENDAR,
    }
    return answer_report(case, CLERK, at, **{**facts, **other})


def visit_arranged(case, at=NOW, **other):
    facts = {
        "visit_at": at + timedelta(days=1),
        "address": "云江市江滨路9号（虚构）",
        "staff": TWO,
        "purpose": "核查场所布局",
    }
    return arrange_visit(case, CLERK, at, **{**facts, **other})


def visited(case, at=NOW, **other):
    facts = {
        "visit": 1,
        "held_at": at,
        "staff": TWO,
        "findings": "布局与图纸一致。",
        "passed": True,
        "applicant_present": "王䶮",
    }
    return hold_visit(case, CLERK, at, **{**facts, **other})


def hearing_told(case, at=NOW, matter="拟作出的许可"):
    return notice_hearing(case, CLERK, at, matter=matter, calendar=CALENDAR)


def hearing_asked(case, at=NOW, **other):
    facts = {"requested_by": "邻居甲", "requested_on": at.date(), "calendar": CALENDAR}
    return request_hearing(case, CLERK, at, **{**facts, **other})


def hearing_arranged(case, at=NOW, **other):
    facts = {"held_at": at + timedelta(days=14), "place": "三楼听证室", "calendar": CALENDAR}
    return arrange_hearing(case, CLERK, at, **{**facts, **other})


def fee_told(case, at=NOW, **other):
    return notice_fee(case, CLERK, at, replace(CHARGE, **other))


def fee_paid(case, at=NOW, **other):
    facts = {"fee": 1, "amount_fen": 160_00, "receipt": "皖财0001", "paid_on": at.date()}
    return pay_fee(case, CLERK, at, **{**facts, **other})


def handed_on(case, at=NOW, to=CHIEF, promised="周五前电话回复"):
    return hand_to_colleague(case, CLERK, at, to=to, promised=promised)


def moved(case, at=NOW, **other):
    facts = {"sender": "林晓", "receiver": "周衡", "materials": ("申请表",), "pieces": 1}
    return move_materials(case, CLERK, at, **{**facts, **other})


def given_back(case, at=NOW, **other):
    facts = {"reason": "材料主体与申请人不一致。", "basis": "条例 9", "review_at": "业务科"}
    return give_back(case, CLERK, at, **{**facts, **other})


def terminated(case, at=NOW, **other):
    facts = {"reason": "申请人已注销。", "basis": "行政许可法 70"}
    return terminate(case, CLERK, at, **{**facts, **other})


def paper_corrected(case, at=NOW, **other):
    first = case.papers[0].id if case.papers else PaperId("none")
    facts = {"paper_id": first, "wrong": "王龑", "right": "王䶮", "reason": "录入有误"}
    return correct_paper(case, CLERK, at, **{**facts, **other})


FURTHER_STEPS = {
    Action.KEEP_COMMITMENT: kept,
    Action.BREAK_COMMITMENT: broken,
    Action.COMMIT_ON_NOTICE: committed,
    Action.CHECK_COMMITMENT: checked,
    Action.REPORT_UP: reported,
    Action.ANSWER_REPORT: answered,
    Action.ARRANGE_VISIT: visit_arranged,
    Action.HOLD_VISIT: visited,
    Action.NOTICE_HEARING: hearing_told,
    Action.REQUEST_HEARING: hearing_asked,
    Action.ARRANGE_HEARING: hearing_arranged,
    Action.NOTICE_FEE: fee_told,
    Action.PAY_FEE: fee_paid,
    Action.HAND_TO_COLLEAGUE: handed_on,
    Action.MOVE_MATERIALS: moved,
    Action.GIVE_BACK: given_back,
    Action.TERMINATE: terminated,
    Action.CORRECT_PAPER: paper_corrected,
}
