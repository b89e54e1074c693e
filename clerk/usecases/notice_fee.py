"""Tell the applicant what to pay (缴费通知), where a law has a fee."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import fees
from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFee:
    """The fee: name, legal basis, standard, price in fen (1/100 yuan), quantity, payee, last day.

    ``place`` and ``code`` (of the non-tax payment system) may stay empty.
    """

    case_id: CaseId
    by: Staff
    name: str
    basis: str
    standard: str
    unit_price_fen: int
    quantity: int
    payee: str
    deadline_on: date
    place: str = ""
    code: str = ""


def notice_fee(wish: NoticeFee, counter: Counter) -> Done:
    """Note the charge and tell the applicant (行政许可法 58, 59).

    Raises:
        WrongStage: It is not accepted, or over.
        NoLegalFee: The published list has none for this item.
        InvalidInput, DayInThePast: See ``domain.fees.notice_fee``.
    """
    charge = fees.Charge(
        name=tidy(wish.name),
        basis=tidy(wish.basis),
        standard=tidy(wish.standard),
        unit_price_fen=wish.unit_price_fen,
        quantity=wish.quantity,
        payee=tidy(wish.payee),
        deadline_on=wish.deadline_on,
        place=tidy(wish.place),
        code=tidy(wish.code),
    )
    return take_step(
        wish,
        counter,
        lambda case, now: fees.notice_fee(case, wish.by, now, charge),
        PaperKind.FEE_NOTICE,
    )
