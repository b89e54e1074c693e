"""Papers (文书): what each kind must say before it may be issued.

A paper is a frozen set of facts, kept whole in the journal when it is issued,
so that every later copy says the same. Which facts a kind cannot do without is
declared once, in :data:`MANDATORY`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clerk.domain.case_number import CaseNumber
from clerk.domain.catalogue import Words
from clerk.domain.identifiers import PaperId
from clerk.domain.refusals import Refusal
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
    decided_at: datetime | None = None
    due_on: date | None = None
    due_is_provisional: bool = False
    due_amount: int | None = None
    due_unit: str = ""
    statutory_due_on: date | None = None
    statutory_amount: int | None = None
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


_COMMON = (
    "document_number",
    "case_number",
    "agency",
    "center",
    "phone",
    "handler",
    "applicant",
    "item",
)
_REASONED = ("facts", "basis", "remedies")

MANDATORY: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.MATERIAL_VOUCHER: (*_COMMON, "applicant_phone", "received_at", "lines"),
    PaperKind.ACCEPTANCE_NOTICE: (
        *_COMMON,
        "received_at",
        "accepted_at",
        "lines",
        "basis",
        "due_on",
        "statutory_due_on",
    ),
    PaperKind.ONE_TIME_NOTICE: (
        *_COMMON,
        "received_at",
        "wanting",
        "deadline_on",
        "consequence",
    ),
    PaperKind.DECLINE: (*_COMMON, *_REASONED, "ground", "received_at"),
    PaperKind.GRANT: (
        *_COMMON,
        "applicant_document",
        "received_at",
        "accepted_at",
        "decided_at",
        "basis",
        "opinion",
        "signer",
        "certificate_name",
    ),
    PaperKind.REFUSAL: (
        *_COMMON,
        *_REASONED,
        "applicant_document",
        "received_at",
        "accepted_at",
        "decided_at",
        "reasons",
        "signer",
    ),
    PaperKind.DELIVERY_RECEIPT: (*_COMMON, "delivery"),
}
"""Facts each kind cannot do without (行政许可法 32, 38; the forms in use at service centers)."""

COPIES: dict[PaperKind, int] = {
    PaperKind.MATERIAL_VOUCHER: 2,
    PaperKind.ACCEPTANCE_NOTICE: 2,
    PaperKind.ONE_TIME_NOTICE: 2,
    PaperKind.DECLINE: 2,
    PaperKind.GRANT: 3,
    PaperKind.REFUSAL: 3,
    PaperKind.DELIVERY_RECEIPT: 1,
}
"""How many copies are printed: one for the applicant, the rest for the file."""


TITLES: dict[PaperKind, Words] = {
    PaperKind.MATERIAL_VOUCHER: Words("材料接收凭证", "Material voucher"),
    PaperKind.ACCEPTANCE_NOTICE: Words("受理通知书", "Acceptance notice"),
    PaperKind.ONE_TIME_NOTICE: Words("补正材料一次性告知书", "One-time notice"),
    PaperKind.DECLINE: Words("不予受理决定书", "Decision not to accept"),
    PaperKind.GRANT: Words("准予行政许可决定书", "Decision to grant"),
    PaperKind.REFUSAL: Words("不予行政许可决定书", "Decision to refuse"),
    PaperKind.DELIVERY_RECEIPT: Words("送达回证", "Delivery receipt"),
}
"""What one paper calls another, in its own language."""


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
    lacking = tuple(name for name in MANDATORY[paper.kind] if not getattr(paper, name))
    if lacking:
        raise PaperIncomplete(kind=paper.kind, fields=lacking)
    return paper
