"""What each kind of paper is called and numbered by, in how many copies, and what it must say.

The facts a kind cannot do without are declared here once and checked by machine: a paper that
lacks one is not issued (行政许可法 32, 38, 42, 45; the forms in use at service centers).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clerk.domain.catalogue import Words
from clerk.domain.papers import Paper, PaperKind
from clerk.domain.refusals import Refusal

_COMMON = (
    *("document_number", "case_number", "agency", "center", "phone", "handler"),
    *("applicant", "item"),
)
_REASONED = ("facts", "basis", "remedies")
_ACCEPTED = ("received_at", "accepted_at")
_DUE = (*_ACCEPTED, "lines", "basis", "due_on", "statutory_due_on")


@dataclass(frozen=True, slots=True)
class PaperRule:
    """One kind of paper.

    ``nature`` is its part of the document number (文书性质). ``copies`` are printed: one for the
    applicant, the rest for the file. ``must`` names facts, with a dot those of a matter; of a list,
    every entry must have it.
    """

    title: Words
    nature: str
    copies: int
    must: tuple[str, ...]


RULES: dict[PaperKind, PaperRule] = {
    PaperKind.MATERIAL_VOUCHER: PaperRule(
        Words("材料接收凭证", "Material voucher"),
        "收",
        2,
        (*_COMMON, "applicant_phone", "received_at", "lines"),
    ),
    PaperKind.ACCEPTANCE_NOTICE: PaperRule(
        Words("受理通知书", "Acceptance notice"), "受", 2, (*_COMMON, *_DUE)
    ),
    PaperKind.COMMITMENT_ACCEPTANCE: PaperRule(
        Words("容缺受理通知书", "Acceptance with commitment"),
        "容",
        2,
        (*_COMMON, *_DUE, "promised", "promised.until", "consequence"),
    ),
    PaperKind.ONE_TIME_NOTICE: PaperRule(
        Words("补正材料一次性告知书", "One-time notice"),
        "补",
        2,
        (*_COMMON, "received_at", "wanting", "deadline_on", "consequence"),
    ),
    PaperKind.SUPPLEMENT_VOUCHER: PaperRule(
        Words("补正材料接收凭证", "Supplement voucher"),
        "补收",
        2,
        (*_COMMON, "applicant_phone", "received_at", "supplemented_at", "lines"),
    ),
    PaperKind.DECLINE: PaperRule(
        Words("不予受理决定书", "Decision not to accept"),
        "不受",
        2,
        (*_COMMON, *_REASONED, "ground", "received_at"),
    ),
    PaperKind.PROCEDURE_NOTICE: PaperRule(
        Words("特别程序告知书", "Notice of a special procedure"),
        "特",
        2,
        (
            *(*_COMMON, *_ACCEPTED, "procedure.name", "procedure.reason", "procedure.basis"),
            *("procedure.institution", "procedure.starts_on", "procedure.expected_until"),
        ),
    ),
    PaperKind.EXTENSION_NOTICE: PaperRule(
        Words("延期通知书", "Notice of extension"),
        "延",
        2,
        (
            *(*_COMMON, *_ACCEPTED, "extension.amount", "extension.reason", "extension.basis"),
            *("extension.approver", "extension.approver_post", "extension.approved_on"),
            *("extension.before_on", "extension.due_on"),
        ),
    ),
    PaperKind.GRANT: PaperRule(
        Words("准予行政许可决定书", "Decision to grant"),
        "准",
        3,
        (
            *(*_COMMON, *_ACCEPTED, "applicant_document", "decided_at", "basis", "opinion"),
            *("signer", "certificate_name"),
        ),
    ),
    PaperKind.REFUSAL: PaperRule(
        Words("不予行政许可决定书", "Decision to refuse"),
        "不许",
        3,
        (
            *(*_COMMON, *_REASONED, *_ACCEPTED, "applicant_document", "decided_at", "reasons"),
            "signer",
        ),
    ),
    PaperKind.DELIVERY_RECEIPT: PaperRule(
        Words("送达回证", "Delivery receipt"), "送", 1, (*_COMMON, "delivery")
    ),
    PaperKind.RETURN_NOTICE: PaperRule(
        Words("退件通知书", "Return notice"),
        "退",
        2,
        (*_COMMON, "received_at", "ending.reason", "ending.basis", "ending.review_at"),
    ),
    PaperKind.COMMITMENT_LETTER: PaperRule(
        Words("容缺受理承诺书", "Letter of commitment"),
        "诺",
        2,
        (*_COMMON, "applicant_document", "promised", "promised.until", "consequence"),
    ),
    PaperKind.COMMITMENT_ON_NOTICE: PaperRule(
        Words("告知承诺书", "Commitment on notice"),
        "告",
        2,
        (
            *(*_COMMON, "applicant_document", "commitment.basis"),
            *("commitment.conditions", "commitment.liability", "commitment.committed_at"),
        ),
    ),
    PaperKind.HEARING_NOTICE: PaperRule(
        Words("听证告知书", "Hearing notice"),
        "听",
        2,
        (*_COMMON, "received_at", "hearing.matter", "hearing.request_by"),
    ),
    PaperKind.TERMINATION: PaperRule(
        Words("终止办理决定书", "Decision to end the case"),
        "终",
        2,
        (*_COMMON, *_ACCEPTED, "ending.reason", "ending.basis", "remedies"),
    ),
    PaperKind.CORRECTION: PaperRule(
        Words("更正通知书", "Correction"),
        "更",
        2,
        (
            *(*_COMMON, "correction.title", "correction.document_number", "correction.number"),
            *("correction.wrong", "correction.right", "correction.reason"),
        ),
    ),
    PaperKind.COLLECTION_NOTICE: PaperRule(
        Words("领证通知", "Collection notice"),
        "领",
        1,
        (*_COMMON, "certificate_name", "certificate_number", "address", "deadline_on"),
    ),
    PaperKind.COLLECTION_REGISTER: PaperRule(
        Words("领证登记表", "Collection register"),
        "登",
        1,
        (
            *("document_number", "case_number", "agency", "center", "phone", "handler"),
            *("certificates", "certificates.case_number", "certificates.applicant"),
            *("certificates.certificate", "certificates.number"),
        ),
    ),
    PaperKind.FEE_NOTICE: PaperRule(
        Words("缴费通知", "Fee notice"),
        "缴",
        2,
        (
            *(*_COMMON, "charge.name", "charge.basis", "charge.standard", "charge.quantity"),
            *("charge.amount", "charge.amount_capital", "charge.payee"),
            "charge.deadline_on",
        ),
    ),
    PaperKind.VISIT_ARRANGEMENT: PaperRule(
        Words("现场勘查通知", "Visit arrangement"),
        "勘",
        2,
        (*_COMMON, "visit.visit_at", "visit.address", "visit.staff", "visit.purpose"),
    ),
    PaperKind.VISIT_RECORD: PaperRule(
        Words("现场勘查记录", "Visit record"),
        "录",
        2,
        (
            *(*_COMMON, "visit.visit_at", "visit.address", "visit.staff", "visit.findings"),
            "visit.outcome",
        ),
    ),
    PaperKind.CIRCULATION_SLIP: PaperRule(
        Words("流转单", "Circulation slip"),
        "流",
        1,
        (*_COMMON, "received_at", "steps", "steps.name"),
    ),
    PaperKind.TRANSFER_SLIP: PaperRule(
        Words("物料转移单", "Transfer slip"),
        "移",
        2,
        (
            *(*_COMMON, "transfer.sender", "transfer.receiver", "transfer.materials"),
            *("transfer.pieces", "transfer.moved_at"),
        ),
    ),
    PaperKind.JOINT_COPY: PaperRule(
        Words("联合办理抄告单", "Joint handling slip"),
        "抄",
        2,
        (
            *(*_COMMON, "received_at", "joint.department", "joint.item", "joint.asked"),
            *("joint.answer_by", "joint.materials"),
        ),
    ),
    PaperKind.JOINT_VISIT: PaperRule(
        Words("联合勘查通知", "Joint visit notice"),
        "联勘",
        2,
        (*_COMMON, "joint.department", "joint.visit_at", "joint.visit_place", "joint.asked"),
    ),
    PaperKind.JOINT_OPINION: PaperRule(
        Words("意见回复单", "Reply with opinion"),
        "复",
        2,
        (*_COMMON, "joint.department", "joint.item", "joint.asked", "joint.answer_by"),
    ),
}
"""The rule of every kind; titles are what one paper calls another, in its own language."""


@dataclass(eq=False, kw_only=True)
class PaperIncomplete(Refusal):
    """A paper lacks facts it must carry, so it is not issued."""

    kind: PaperKind
    fields: tuple[str, ...]


def must_be_complete(paper: Paper) -> Paper:
    """Return the paper if it says all its kind must say.

    Raises:
        PaperIncomplete: Mandatory facts are missing; all are named.
    """
    lacking = tuple(name for name in RULES[paper.kind].must if not _says(paper, name))
    if lacking:
        raise PaperIncomplete(kind=paper.kind, fields=lacking)
    return paper


def facts_named(paper: Paper, name: str) -> Iterator[Any]:
    """Return the fact or facts a rule names: of a list, one each entry."""
    first, _, rest = name.partition(".")
    found = getattr(paper, first)
    if not rest:
        yield found
        return
    for each in found if isinstance(found, tuple) else (found,):
        yield None if each is None else getattr(each, rest)


def _says(paper: Paper, name: str) -> bool:
    return all(facts_named(paper, name))
