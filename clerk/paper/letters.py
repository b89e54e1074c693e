"""What each kind of paper says, in which order (行政许可法 32, 34, 38, 42, 44, 45).

A body runs from the addressee to the last remark. Title, codes, seal and signatures
are the same on all papers and stand in ``frame`` and ``closing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.paper.bodies import clock, collecting, decisions, ends, inside, intake, joint, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter


def body_of(letter: Letter) -> list[Block]:
    """Return the blocks of a paper's body."""
    return list(_BODIES[letter.paper.kind](letter))


_BODIES: dict[PaperKind, Callable[[Letter], Iterator[Block]]] = {
    PaperKind.MATERIAL_VOUCHER: intake.material_voucher,
    PaperKind.ACCEPTANCE_NOTICE: intake.acceptance_notice,
    PaperKind.COMMITMENT_ACCEPTANCE: intake.commitment_acceptance,
    PaperKind.ONE_TIME_NOTICE: intake.one_time_notice,
    PaperKind.SUPPLEMENT_VOUCHER: intake.supplement_voucher,
    PaperKind.DECLINE: intake.decline,
    PaperKind.PROCEDURE_NOTICE: clock.procedure_notice,
    PaperKind.EXTENSION_NOTICE: clock.extension_notice,
    PaperKind.GRANT: decisions.grant,
    PaperKind.REFUSAL: decisions.refusal,
    PaperKind.DELIVERY_RECEIPT: decisions.delivery_receipt,
    PaperKind.RETURN_NOTICE: ends.return_notice,
    PaperKind.TERMINATION: ends.termination,
    PaperKind.CORRECTION: ends.correction,
    PaperKind.COMMITMENT_LETTER: told.commitment_letter,
    PaperKind.COMMITMENT_ON_NOTICE: told.commitment_on_notice,
    PaperKind.HEARING_NOTICE: told.hearing_notice,
    PaperKind.FEE_NOTICE: told.fee_notice,
    PaperKind.VISIT_ARRANGEMENT: told.visit_arrangement,
    PaperKind.VISIT_RECORD: told.visit_record,
    PaperKind.COLLECTION_NOTICE: collecting.collection_notice,
    PaperKind.COLLECTION_REGISTER: collecting.collection_register,
    PaperKind.CIRCULATION_SLIP: inside.circulation_slip,
    PaperKind.TRANSFER_SLIP: inside.transfer_slip,
    PaperKind.JOINT_COPY: joint.joint_copy,
    PaperKind.JOINT_VISIT: joint.joint_visit,
    PaperKind.JOINT_OPINION: joint.joint_opinion,
}
