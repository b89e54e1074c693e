"""Note that a fee was paid (缴费)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain import fees
from clerk.domain.text import tidy
from clerk.usecases.one_step import take_step

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.application import Done
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class PayFee:
    """Which fee (from 1), how much in fen, the number of its receipt, and when; all mandatory."""

    case_id: CaseId
    by: Staff
    fee: int
    amount_fen: int
    receipt: str
    paid_on: date


def pay_fee(wish: PayFee, counter: Counter) -> Done:
    """Note the payment, which is in full.

    Raises:
        WrongStage: It is not accepted, or over.
        FeeNotOpen, WrongAmount, InvalidInput, DayNotCome: See ``domain.fees.pay_fee``.
    """
    return take_step(
        wish,
        counter,
        lambda case, now: fees.pay_fee(
            case,
            wish.by,
            now,
            fee=wish.fee,
            amount_fen=wish.amount_fen,
            receipt=tidy(wish.receipt),
            paid_on=wish.paid_on,
        ),
    )
