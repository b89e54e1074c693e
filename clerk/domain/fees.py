"""Fees: only where law or administrative regulation has one, by its published standard.

No fee for the form, none the list does not name (行政许可法 58, 59). Money is in fen,
whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.capital_numerals import LARGEST_FEN
from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_events import FeeNoticed, FeePaid
from clerk.domain.counter_objections import DayNotCome, FeeNotOpen, NoLegalFee, WrongAmount
from clerk.domain.objections import DayInThePast
from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.stages import Action, must_allow

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """What is asked for: ``quantity`` times ``unit_price_fen`` (1/100 yuan), by which rule.

    ``payee``, ``place`` and ``code`` say to whom, where and under which code of the
    non-tax system it is paid; ``place`` and ``code`` may be empty.
    """

    name: str
    basis: str
    standard: str
    unit_price_fen: int
    quantity: int
    payee: str
    deadline_on: date
    place: str = ""
    code: str = ""

    @property
    def amount_fen(self) -> int:
        """What is to be paid in all."""
        return self.unit_price_fen * self.quantity


def notice_fee(case: Case, by: Staff, at: datetime, charge: Charge) -> Case:
    """Tell the applicant what to pay and by which legal basis (缴费通知).

    Raises:
        WrongStage: It is not accepted, or over.
        NoLegalFee: The published list has none for this item.
        InvalidInput: A text is missing, or the amount is none.
        DayInThePast: The last day is over already.
    """
    must_allow(Action.NOTICE_FEE, case.stage)
    if not case.item.fee_charged:
        raise NoLegalFee(item=case.item.name.zh)
    texts = ("name", "basis", "standard", "payee")
    must_be_filled("fee", {each: getattr(charge, each) for each in texts})
    for each in ("unit_price_fen", "quantity", "amount_fen"):
        if not 0 < getattr(charge, each) <= LARGEST_FEN:
            raise InvalidInput(problems=(Problem(f"fee.{each}", "no_amount"),))
    if charge.deadline_on < at.date():
        raise DayInThePast(day=charge.deadline_on)
    event = FeeNoticed(
        by=by.id,
        at=at,
        fee=len(case.fees) + 1,
        name=charge.name,
        basis=charge.basis,
        standard=charge.standard,
        unit_price_fen=charge.unit_price_fen,
        quantity=charge.quantity,
        amount_fen=charge.amount_fen,
        payee=charge.payee,
        place=charge.place,
        code=charge.code,
        deadline_on=charge.deadline_on,
    )
    return case.after(event)


def pay_fee(
    case: Case,
    by: Staff,
    at: datetime,
    *,
    fee: int,
    amount_fen: int,
    receipt: str,
    paid_on: date,
) -> Case:
    """Note that a fee was paid, in full, with the number of its receipt.

    Raises:
        WrongStage: It is not accepted, or over.
        FeeNotOpen: It was not asked for, or is paid.
        WrongAmount: It is not what was asked for.
        InvalidInput: The receipt's number is not given.
        DayNotCome: It would have been paid in the future.
    """
    must_allow(Action.PAY_FEE, case.stage)
    asked = {x.noticed.fee: x.noticed.amount_fen for x in case.fees if x.paid is None}
    if fee not in asked:
        raise FeeNotOpen(fee=fee)
    if amount_fen != asked[fee]:
        raise WrongAmount(asked_fen=asked[fee], paid_fen=amount_fen)
    must_be_filled("fee", {"receipt": receipt})
    if paid_on > at.date():
        raise DayNotCome(day=paid_on)
    event = FeePaid(
        by=by.id, at=at, fee=fee, amount_fen=amount_fen, receipt=receipt, paid_on=paid_on
    )
    return case.after(event)
