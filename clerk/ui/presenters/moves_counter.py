"""The forms of the counter's rarer moves: reports upward, fees, hand-overs, ends, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.identifiers import PaperId
from clerk.domain.staff import StaffId
from clerk.domain.stages import Action
from clerk.ui.presenters.form import FieldKind, Form, Given, Step, asked, form
from clerk.ui.presenters.marking import usual_day
from clerk.ui.presenters.shown import said
from clerk.usecases.correct_paper import CorrectPaper, correct_paper
from clerk.usecases.give_back import GiveBack, give_back
from clerk.usecases.hand_to_colleague import HandToColleague, hand_to_colleague
from clerk.usecases.language import _
from clerk.usecases.move_materials import MoveMaterials, move_materials
from clerk.usecases.names import paper_name
from clerk.usecases.note_report_answer import NoteReportAnswer, note_report_answer
from clerk.usecases.notice_fee import NoticeFee, notice_fee
from clerk.usecases.pay_fee import PayFee, pay_fee
from clerk.usecases.report_upward import ReportUpward, report_upward
from clerk.usecases.terminate_case import TerminateCase, terminate_case

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.domain.case_records import Fee
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.usecases.application import Done

_FEN = 100


def _report_form(_opened: OpenCase, _room: Room) -> Form:
    return form(
        Action.REPORT_UP,
        _("Report upward"),
        asked("report.authority"),
        asked("report.opinion", FieldKind.NOTE),
        asked(
            "report.answer_expected_on",
            FieldKind.DAY,
            label=_("Answer expected on (may be empty)"),
            is_optional=True,
        ),
    )


def _report(given: Given, case: Case, room: Room) -> Done:
    wish = ReportUpward(
        case_id=case.id,
        by=room.person(),
        authority=given["authority"],
        opinion=given["opinion"],
        answer_expected_on=given.day_or_none("answer_expected_on"),
    )
    return report_upward(wish, room.counter)


def _answer_form(_opened: OpenCase, room: Room) -> Form:
    return form(
        Action.ANSWER_REPORT,
        _("Note the answer"),
        asked("report.answer", FieldKind.NOTE),
        asked("report.document"),
        asked("report.received_on", FieldKind.DAY, label=_("Came on"), value=_today(room)),
    )


def _answer(given: Given, case: Case, room: Room) -> Done:
    wish = NoteReportAnswer(
        case_id=case.id,
        by=room.person(),
        answer=given["answer"],
        document=given["document"],
        received_on=given.day("received_on"),
    )
    return note_report_answer(wish, room.counter)


def _fee_form(opened: OpenCase, room: Room) -> Form:
    case = opened.case
    last = usual_day(room.counter.calendar, room.counter.clock().date())
    return form(
        Action.NOTICE_FEE,
        _("Tell the fee"),
        asked("fee.name", value=case.item.fee),
        asked("fee.basis"),
        asked("fee.standard"),
        asked("fee.unit_price_fen", FieldKind.MONEY, label=_("Price of one, in yuan")),
        asked("fee.quantity", FieldKind.COUNT, value="1"),
        asked("fee.payee"),
        asked("fee.deadline_on", FieldKind.DAY, label=_("Last day"), value=last.isoformat()),
        asked("fee.place", label=_("Where to pay (may be empty)")),
        asked("fee.code", label=_("Payment code (may be empty)")),
    )


def _tell_fee(given: Given, case: Case, room: Room) -> Done:
    wish = NoticeFee(
        case_id=case.id,
        by=room.person(),
        name=given["name"],
        basis=given["basis"],
        standard=given["standard"],
        unit_price_fen=given.fen("unit_price_fen"),
        quantity=given.count("quantity"),
        payee=given["payee"],
        deadline_on=given.day("deadline_on"),
        place=given["place"],
        code=given["code"],
    )
    return notice_fee(wish, room.counter)


def _payment_form(opened: OpenCase, room: Room) -> Form:
    case = opened.case
    fee = _open_fee(case)
    amount = fee.noticed.amount_fen if fee else 0
    return form(
        Action.PAY_FEE,
        _("Note the payment"),
        asked(
            "fee.amount_fen",
            FieldKind.MONEY,
            label=_("Amount in yuan"),
            value=f"{amount // _FEN}.{amount % _FEN:02d}",
        ),
        asked("fee.receipt"),
        asked("fee.paid_on", FieldKind.DAY, label=_("Paid on"), value=_today(room)),
    )


def _pay(given: Given, case: Case, room: Room) -> Done:
    fee = _open_fee(case)
    assert fee  # noqa: S101 - the move is offered only while a fee is open
    wish = PayFee(
        case_id=case.id,
        by=room.person(),
        fee=fee.noticed.fee,
        amount_fen=given.fen("amount_fen"),
        receipt=given["receipt"],
        paid_on=given.day("paid_on"),
    )
    return pay_fee(wish, room.counter)


def _open_fee(case: Case) -> Fee | None:
    return next((each for each in case.fees if each.paid is None), None)


def _materials_form(opened: OpenCase, room: Room) -> Form:
    case = opened.case
    names = [said(each.prerequisite.name) for each in case.checklist.received()]
    return form(
        Action.MOVE_MATERIALS,
        _("Pass on"),
        asked("transfer.sender", value=room.person().name),
        asked("transfer.receiver"),
        asked("transfer.materials", FieldKind.NOTE, value="\n".join(names)),
        asked("transfer.pieces", FieldKind.COUNT, value=str(len(names))),
    )


def _move(given: Given, case: Case, room: Room) -> Done:
    wish = MoveMaterials(
        case_id=case.id,
        by=room.person(),
        sender=given["sender"],
        receiver=given["receiver"],
        materials=tuple(filter(None, map(str.strip, given["materials"].splitlines()))),
        pieces=given.count("pieces"),
    )
    return move_materials(wish, room.counter)


def _colleague_form(opened: OpenCase, room: Room) -> Form:
    me = room.person().id
    others = [each for each in opened.staff if each.id != me]
    return form(
        Action.HAND_TO_COLLEAGUE,
        _("Hand over to them"),
        asked(
            "colleague.to",
            FieldKind.CHOICE,
            label=_("To whom"),
            value=others[0].id if others else "",
            choices=tuple((each.id, f"{each.name} · {each.post}") for each in others),
        ),
        asked("colleague.promised", FieldKind.NOTE),
    )


def _hand(given: Given, case: Case, room: Room) -> Done:
    wish = HandToColleague(
        case_id=case.id,
        by=room.person(),
        to=StaffId(given["to"]),
        promised=given["promised"],
    )
    return hand_to_colleague(wish, room.counter)


def _give_back_form(_opened: OpenCase, room: Room) -> Form:
    return form(
        Action.GIVE_BACK,
        _("Give everything back"),
        asked("return.reason", FieldKind.NOTE),
        asked("return.basis"),
        asked("return.review_at", value=said(room.counter.desk.government)),
    )


def _give_back(given: Given, case: Case, room: Room) -> Done:
    wish = GiveBack(
        opening=case.id,
        by=room.person(),
        reason=given["reason"],
        basis=given["basis"],
        review_at=given["review_at"],
    )
    return give_back(wish, room.counter)


def _terminate_form(_opened: OpenCase, _room: Room) -> Form:
    return form(
        Action.TERMINATE,
        _("End without a decision"),
        asked("termination.reason", FieldKind.NOTE),
        asked("termination.basis"),
    )


def _terminate(given: Given, case: Case, room: Room) -> Done:
    wish = TerminateCase(
        case_id=case.id, by=room.person(), reason=given["reason"], basis=given["basis"]
    )
    return terminate_case(wish, room.counter)


def _correction_form(opened: OpenCase, _room: Room) -> Form:
    case = opened.case
    papers = tuple((x.id, f"{paper_name(x.kind)} {x.document_number}") for x in case.papers)
    return form(
        Action.CORRECT_PAPER,
        _("Note the correction"),
        asked(
            "correction.paper_id",
            FieldKind.CHOICE,
            label=_("Which paper"),
            value=papers[-1][0],
            choices=papers,
        ),
        asked("correction.wrong"),
        asked("correction.right"),
        asked("correction.reason", FieldKind.NOTE),
    )


def _correct(given: Given, case: Case, room: Room) -> Done:
    wish = CorrectPaper(
        case_id=case.id,
        by=room.person(),
        paper_id=PaperId(given["paper_id"]),
        wrong=given["wrong"],
        right=given["right"],
        reason=given["reason"],
    )
    return correct_paper(wish, room.counter)


def _today(room: Room) -> str:
    return room.counter.clock().date().isoformat()


MOVES: dict[Action, Step] = {
    Action.REPORT_UP: Step(_report_form, _report, lambda case: case.reported is None),
    Action.ANSWER_REPORT: Step(
        _answer_form,
        _answer,
        lambda case: case.reported is not None and case.answered is None,
    ),
    Action.NOTICE_FEE: Step(_fee_form, _tell_fee, lambda case: case.item.fee_charged),
    Action.PAY_FEE: Step(_payment_form, _pay, lambda case: _open_fee(case) is not None),
    Action.MOVE_MATERIALS: Step(_materials_form, _move),
    Action.HAND_TO_COLLEAGUE: Step(_colleague_form, _hand),
    Action.CORRECT_PAPER: Step(_correction_form, _correct, lambda case: bool(case.papers)),
    Action.GIVE_BACK: Step(_give_back_form, _give_back),
    Action.TERMINATE: Step(_terminate_form, _terminate),
}
"""In the order they are offered."""
