"""What papers say of one matter each: a procedure, a fee, a visit, a hand-over of files.

A record here is the matter as it stands on paper: texts in the paper's language, days and
amounts bare. It repeats what the journal holds elsewhere on purpose, because a paper says the
same for ever, whatever becomes of the matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureOnPaper:
    """A special procedure as the applicant is told of it (特别程序, 行政许可法 45)."""

    name: str
    reason: str
    basis: str
    institution: str
    starts_on: date
    expected_until: date
    days: int
    stops_clock: bool
    fee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionOnPaper:
    """An extension of the limit: why, who approved it, and the days before and after it."""

    amount: int
    unit: str
    reason: str
    basis: str
    approver: str
    approver_post: str
    approved_on: date
    before_on: date
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentOnPaper:
    """Conditions told and committed to, and what follows where it was not true (告知承诺)."""

    basis: str
    conditions: tuple[str, ...]
    liability: str
    committed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingOnPaper:
    """The right to a hearing (听证, 行政许可法 46-48); time and place once they are fixed."""

    matter: str
    request_by: date
    held_at: datetime | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeOnPaper:
    """A legal fee; ``amount`` in figures and ``amount_capital`` in capital numerals (大写)."""

    name: str
    basis: str
    standard: str
    quantity: int
    amount: str
    amount_capital: str
    payee: str
    place: str
    code: str
    deadline_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitOnPaper:
    """A visit to the site: as arranged, and as found once it was held.

    ``outcome`` is ``passed`` or ``failed``; empty before.
    """

    visit_at: datetime
    address: str
    staff: tuple[str, ...]
    purpose: str
    findings: str = ""
    outcome: str = ""
    applicant_present: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferOnPaper:
    """Paper originals that change hands (物料转移)."""

    sender: str
    receiver: str
    materials: tuple[str, ...]
    pieces: int
    moved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JointOnPaper:
    """What the lead window asks of one department in a joint case (联合办理), or its answer.

    ``opinion`` is ``agree``, ``disagree`` or ``report_up``; empty while nobody answered.
    """

    department: str
    item: str
    asked: str
    answer_by: date
    materials: tuple[str, ...] = ()
    visit_at: datetime | None = None
    visit_place: str = ""
    opinion: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingOnPaper:
    """Why a case ends without a decision (终止办理), or papers go back (退件).

    ``reason`` is a text, ``not_corrected`` or ``not_kept``; ``review_at`` who looks at it again
    on request.
    """

    reason: str
    basis: str
    review_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionOnPaper:
    """A numbered correction of an issued paper (更正); the paper itself stays as it is."""

    title: str
    document_number: str
    number: int
    wrong: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOnPaper:
    """One step of a case on its circulation slip (流转单): who, with what opinion, and when.

    ``name`` is a step such as ``acceptance``; ``limit_on`` the day it is due. A step still to
    come has neither hand, opinion nor time: the slip leaves room to write them.
    """

    name: str
    by: str = ""
    opinion: str = ""
    at: datetime | None = None
    limit_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseOnPaper:
    """A time on a circulation slip that is not counted; without ``until`` it still runs."""

    name: str
    basis: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOnPaper:
    """One row of the collection register (领证登记): what lies ready, and who collected it."""

    case_number: str
    applicant: str
    certificate: str
    number: str
    collector: str = ""
    collector_id: str = ""
    collected_at: datetime | None = None
