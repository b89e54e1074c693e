"""Papers (文书): their kinds, and the facts one carries.

A paper is a frozen set of facts, kept whole in the journal when it is issued,
so that every later copy says the same. Which facts a kind cannot do without is
declared once, in ``paper_rules.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clerk.domain.case_number import CaseNumber
from clerk.domain.identifiers import PaperId
from clerk.domain.paper_facts import (
    CertificateOnPaper,
    ChargeOnPaper,
    CommitmentOnPaper,
    CorrectionOnPaper,
    EndingOnPaper,
    ExtensionOnPaper,
    HearingOnPaper,
    JointOnPaper,
    PauseOnPaper,
    ProcedureOnPaper,
    StepOnPaper,
    TransferOnPaper,
    VisitOnPaper,
)
from clerk.domain.staff import StaffId


class PaperKind(StrEnum):
    """The papers the window prints."""

    MATERIAL_VOUCHER = "material_voucher"  # 材料接收凭证
    ACCEPTANCE_NOTICE = "acceptance_notice"  # 受理通知书
    ONE_TIME_NOTICE = "one_time_notice"  # 补正材料一次性告知书
    DECLINE = "decline"  # 不予受理决定书
    GRANT = "grant"  # 准予行政许可决定书
    REFUSAL = "refusal"  # 不予行政许可决定书
    DELIVERY_RECEIPT = "delivery_receipt"  # 送达回证
    SUPPLEMENT_VOUCHER = "supplement_voucher"  # 补正材料接收凭证
    COMMITMENT_ACCEPTANCE = "commitment_acceptance"  # 容缺受理通知书
    PROCEDURE_NOTICE = "procedure_notice"  # 特别程序告知书
    EXTENSION_NOTICE = "extension_notice"  # 延期通知书
    RETURN_NOTICE = "return_notice"  # 退件通知书
    COMMITMENT_LETTER = "commitment_letter"  # 容缺受理承诺书
    COMMITMENT_ON_NOTICE = "commitment_on_notice"  # 告知承诺书
    HEARING_NOTICE = "hearing_notice"  # 听证告知书
    TERMINATION = "termination"  # 终止办理决定书
    CORRECTION = "correction"  # 更正通知书
    COLLECTION_NOTICE = "collection_notice"  # 领证通知
    COLLECTION_REGISTER = "collection_register"  # 领证登记表
    FEE_NOTICE = "fee_notice"  # 缴费通知
    VISIT_ARRANGEMENT = "visit_arrangement"  # 现场勘查通知
    VISIT_RECORD = "visit_record"  # 现场勘查记录
    CIRCULATION_SLIP = "circulation_slip"  # 流转单
    TRANSFER_SLIP = "transfer_slip"  # 物料转移单
    JOINT_COPY = "joint_copy"  # 联合办理抄告单
    JOINT_VISIT = "joint_visit"  # 联合勘查通知
    JOINT_OPINION = "joint_opinion"  # 意见回复单


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One row of a material list.

    ``state`` is a :class:`~clerk.domain.checklist.LineStatus` value or
    ``short``; ``problem``, ``wanted`` and ``until`` are filled on notices.
    """

    number: int
    name: str
    source: str
    originals: int
    copies: int
    state: str
    problem: str = ""
    wanted: str = ""
    basis: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedies:
    """Where to turn against a decision (行政复议法 20, 24; 行政诉讼法 45, 46)."""

    government: str
    court: str
    reconsideration_days: int = 60
    suit_months: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How and to whom papers were handed over (送达).

    ``proxy_reason`` is why somebody else collects, why papers were left (留置) or why a
    public notice was needed. ``place`` is where, by post or electronically the
    address; ``tracking_number`` the post's. A ``witness`` saw them left; a public
    notice began on ``announced_on``.
    """

    way: str
    place: str
    received_by: str
    received_id: str
    received_at: datetime
    proxy_reason: str
    documents: tuple[str, ...]
    witness: str = ""
    tracking_number: str = ""
    announced_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The facts of one issued paper, in one language, as of its issue.

    Texts are already in ``language``; dates and codes are bare and laid out by
    the printer's room (``paper/``). Fields a kind does not use stay empty. Without a
    case number it is a preview: it can be looked at, never issued.
    ``code`` is what its QR says (:mod:`clerk.domain.paper_code`).
    """

    id: PaperId
    kind: PaperKind
    language: str
    document_number: str
    case_number: CaseNumber
    issued_at: datetime
    agency: str
    center: str
    window: str
    address: str
    phone: str
    handler: str
    applicant: str
    applicant_is_person: bool
    applicant_document: str
    applicant_phone: str
    contact: str
    item: str
    item_id: str
    item_version: int
    received_at: datetime | None = None
    accepted_at: datetime | None = None
    supplemented_at: datetime | None = None
    decided_at: datetime | None = None
    due_on: date | None = None
    due_is_provisional: bool = False
    due_amount: int | None = None
    due_unit: str = ""
    statutory_due_on: date | None = None
    statutory_amount: int | None = None
    statutory_unit: str = ""
    calendar: str = ""
    not_counted: tuple[str, ...] = ()
    lines: tuple[PaperLine, ...] = ()
    wanting: tuple[PaperLine, ...] = ()
    promised: tuple[PaperLine, ...] = ()
    basis: tuple[str, ...] = ()
    deadline_on: date | None = None
    consequence: str = ""
    ground: str = ""
    facts: str = ""
    reasons: str = ""
    authority: str = ""
    opinion: str = ""
    signer: str = ""
    signer_post: str = ""
    certificate_name: str = ""
    certificate_number: str = ""
    certificate_until: str = ""
    remedies: Remedies | None = None
    delivery: Delivery | None = None
    fee: str = ""
    code: str = ""
    procedure: ProcedureOnPaper | None = None
    extension: ExtensionOnPaper | None = None
    commitment: CommitmentOnPaper | None = None
    hearing: HearingOnPaper | None = None
    ending: EndingOnPaper | None = None
    correction: CorrectionOnPaper | None = None
    charge: ChargeOnPaper | None = None
    visit: VisitOnPaper | None = None
    transfer: TransferOnPaper | None = None
    joint: JointOnPaper | None = None
    certificates: tuple[CertificateOnPaper, ...] = ()
    steps: tuple[StepOnPaper, ...] = ()
    pauses: tuple[PauseOnPaper, ...] = ()

    @property
    def is_preview(self) -> bool:
        """Whether nothing was numbered for it, so that it proves nothing."""
        return not self.case_number


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPrint:
    """A printing of which nobody knows yet whether it came out.

    ``is_unsure`` once the printer was asked in vain; until then it may be
    printing this moment, or the program ended before it heard.
    """

    job: int
    printer: str
    by: StaffId
    at: datetime
    is_unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    """A paper issued in this case and how often it was sent to a printer and came out.

    ``lost`` counts the printings of which nothing came out; ``failed`` says
    why the last one did not.
    """

    id: PaperId
    kind: PaperKind
    document_number: str
    issued_at: datetime
    jobs: int = 0
    printed: int = 0
    lost: int = 0
    failed: str = ""
    open_prints: tuple[OpenPrint, ...] = ()

    @property
    def copies_about(self) -> int:
        """How many printings came out, or may have: the next one is that many-th reprint."""
        return self.jobs - self.lost
