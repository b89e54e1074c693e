"""Which size each kind of paper is printed on, who signs it, and where a seal belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from clerk.domain.papers import PaperKind
from clerk.paper.styles import A4, A5, Format


class SealOf(Enum):
    """Whose seal a paper takes."""

    AGENCY = auto()
    NOBODY = auto()


_RECEIVED = ("applicant_signature", "signature_phone", "signature_time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One kind's sheet; ``signs`` are the labels of the lines somebody signs on.

    ``fits_a_roll`` says that it may be printed on an 80 mm roll instead.
    """

    form: Format
    seal: SealOf = SealOf.AGENCY
    signs: tuple[str, ...] = _RECEIVED
    fits_a_roll: bool = False


_VOUCHER = Layout(
    form=A5,
    signs=("submitter_signature", "signature_phone", "signature_time"),
    fits_a_roll=True,
)
_DECISION = Layout(form=A4)
_NOTICE = Layout(form=A5)

LAYOUTS: dict[PaperKind, Layout] = {
    PaperKind.MATERIAL_VOUCHER: _VOUCHER,
    PaperKind.ACCEPTANCE_NOTICE: _DECISION,
    PaperKind.COMMITMENT_ACCEPTANCE: _DECISION,
    PaperKind.ONE_TIME_NOTICE: _NOTICE,
    PaperKind.SUPPLEMENT_VOUCHER: _VOUCHER,
    PaperKind.DECLINE: _DECISION,
    PaperKind.PROCEDURE_NOTICE: _NOTICE,
    PaperKind.EXTENSION_NOTICE: _NOTICE,
    PaperKind.GRANT: _DECISION,
    PaperKind.REFUSAL: _DECISION,
    PaperKind.DELIVERY_RECEIPT: Layout(form=A4, signs=()),
}
"""A5 for what a counter hands out all day, A4 for what is filed."""
