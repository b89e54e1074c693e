"""Which size each kind of paper is printed on, who signs it, and where a seal belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from clerk.domain.papers import PaperKind
from clerk.paper.styles import A4, A5, Format


class SealOf(Enum):
    """Whose seal a paper takes."""

    AGENCY = auto()
    APPLICANT = auto()
    DEPARTMENT = auto()  # the other one, in a joint case
    NOBODY = auto()


_RECEIVED = ("applicant_signature", "signature_phone", "signature_time")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One kind's sheet; ``signs`` are the labels of the lines somebody signs on.

    ``fits_a_roll`` says that it may be printed on an 80 mm roll instead. ``copies`` is the entry of
    ``frame`` that tells who keeps them, where it is not applicant and agency.
    """

    form: Format
    seal: SealOf = SealOf.AGENCY
    signs: tuple[str, ...] = _RECEIVED
    fits_a_roll: bool = False
    copies: str = ""


_VOUCHER = Layout(
    form=A5,
    signs=("submitter_signature", "signature_phone", "signature_time"),
    fits_a_roll=True,
)
_DECISION = Layout(form=A4)
_NOTICE = Layout(form=A5)
_SHORT_NOTICE = Layout(form=A5, fits_a_roll=True)
_BETWEEN = "copies_departments"
_FILE = Layout(form=A4, seal=SealOf.NOBODY, signs=())
_PASSED_ON = ("department_signature", "signature_phone", "signature_time")

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
    PaperKind.RETURN_NOTICE: _NOTICE,
    PaperKind.TERMINATION: _DECISION,
    PaperKind.CORRECTION: _NOTICE,
    PaperKind.COMMITMENT_LETTER: Layout(
        form=A5,
        seal=SealOf.APPLICANT,
        signs=("applicant_signature", "signature_phone", "signed_on"),
    ),
    PaperKind.COMMITMENT_ON_NOTICE: Layout(form=A4),
    PaperKind.HEARING_NOTICE: _NOTICE,
    PaperKind.FEE_NOTICE: _SHORT_NOTICE,
    PaperKind.VISIT_ARRANGEMENT: _NOTICE,
    PaperKind.VISIT_RECORD: Layout(
        form=A4,
        seal=SealOf.NOBODY,
        signs=("visitor_signature", "second_visitor_signature", *_RECEIVED),
    ),
    PaperKind.COLLECTION_NOTICE: Layout(form=A5, fits_a_roll=True, copies="copies_applicant"),
    PaperKind.COLLECTION_REGISTER: _FILE,
    PaperKind.CIRCULATION_SLIP: _FILE,
    PaperKind.TRANSFER_SLIP: Layout(
        form=A5,
        seal=SealOf.NOBODY,
        signs=("sender_signature", "receiving_signature", "signature_time"),
        fits_a_roll=True,
        copies="copies_hands",
    ),
    PaperKind.JOINT_COPY: Layout(form=A4, signs=_PASSED_ON, copies=_BETWEEN),
    PaperKind.JOINT_VISIT: Layout(form=A5, signs=_PASSED_ON, copies=_BETWEEN),
    PaperKind.JOINT_OPINION: Layout(
        form=A5,
        seal=SealOf.DEPARTMENT,
        signs=("answering_signature", "signature_phone", "signed_on"),
        copies=_BETWEEN,
    ),
}
"""A5 for what a counter hands out all day, A4 for what is filed."""
