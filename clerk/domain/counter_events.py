"""The counter's further moves: commitments, reports upward, visits, hearings, fees, hand-overs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.event import Event
from clerk.domain.identifiers import PaperId
from clerk.domain.staff import StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentKept(Event):
    """Papers promised at acceptance came in (容缺补齐)."""

    prerequisites: tuple[PrerequisiteId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentBroken(Event):
    """What was promised did not come by ``deadline_on``: it counts as withdrawn (容缺逾期未补)."""

    prerequisites: tuple[PrerequisiteId, ...]
    deadline_on: date
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommittedOnNotice(Event):
    """The applicant was told the conditions and committed to them in writing (告知承诺).

    ``covers`` are the entries of the list the commitment stands for, ``signer`` who
    signed it, ``check_by`` the last day to look whether it is true.
    """

    covers: tuple[PrerequisiteId, ...]
    conditions: tuple[str, ...]
    liability: str
    basis: str
    signer: str
    committed_at: datetime
    check_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentChecked(Event):
    """At least two looked whether what was committed to is true (事后核查).

    An untrue one is answered by a decision of its own: mending in time, or taking the
    licence back (行政许可法 69).
    """

    staff: tuple[str, ...]
    is_true: bool
    findings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedUp(Event):
    """Opinion and all materials went to the higher authority (上报件, 行政许可法 35)."""

    authority: str
    opinion: str
    materials: tuple[str, ...]
    sent_on: date
    answer_expected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAnswered(Event):
    """The higher authority's answer came back; the applicant is told by ``tell_by``."""

    answer: str
    document: str
    received_on: date
    tell_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedToColleague(Event):
    """Another clerk answers for the case now, and knows what was promised (首问负责)."""

    to: StaffId
    promised: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialsMoved(Event):
    """Paper originals changed hands: from whom, to whom, which, how many (物料转移)."""

    sender: str
    receiver: str
    materials: tuple[str, ...]
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeNoticed(Event):
    """The applicant was told what to pay, by which legal basis (缴费通知, 行政许可法 58, 59).

    ``amount_fen`` is in fen (1/100 yuan): ``unit_price_fen`` times ``quantity``.
    """

    fee: int
    name: str
    basis: str
    standard: str
    unit_price_fen: int
    quantity: int
    amount_fen: int
    payee: str
    place: str
    code: str
    deadline_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FeePaid(Event):
    """A fee was paid; ``receipt`` is the number of the non-tax receipt (非税票据)."""

    fee: int
    amount_fen: int
    receipt: str
    paid_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitArranged(Event):
    """A visit to the site was arranged with at least two staff (现场勘查, 行政许可法 34, 55).

    ``departments`` go along on a joint visit (联合勘查); empty where one goes alone.
    """

    visit: int
    visit_at: datetime
    address: str
    staff: tuple[str, ...]
    purpose: str
    departments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitHeld(Event):
    """What the visit found, by whom, and whether the applicant was there."""

    visit: int
    held_at: datetime
    staff: tuple[str, ...]
    findings: str
    passed: bool
    applicant_present: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingNoticed(Event):
    """The right to a hearing was told, to be asked for by ``request_by`` (行政许可法 46, 47).

    Once it was asked for, a second one tells when and where, seven days before (48).
    """

    matter: str
    request_by: date
    held_at: datetime | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingRequested(Event):
    """Somebody asked for the hearing in time; it is held by ``hold_by`` (行政许可法 47)."""

    requested_by: str
    requested_on: date
    hold_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack(Event):
    """Application and materials went back to the applicant with the reason (退件).

    Not a decision on acceptance: the matter cannot be handled as it is, and may be
    applied for anew. ``review_at`` is where the applicant can have it looked at again.
    """

    reason: str
    basis: str
    materials: tuple[str, ...]
    review_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminated(Event):
    """The case was ended without a decision, with its reason and basis (终止办理)."""

    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCorrected(Event):
    """A numbered correction of an issued paper; the paper itself stays as it is (更正)."""

    paper_id: PaperId
    correction: int
    wrong: str
    right: str
    reason: str


COUNTER_KINDS: dict[str, type[Event]] = {
    "commitment_kept": CommitmentKept,
    "commitment_broken": CommitmentBroken,
    "committed_on_notice": CommittedOnNotice,
    "commitment_checked": CommitmentChecked,
    "reported_up": ReportedUp,
    "report_answered": ReportAnswered,
    "handed_to_colleague": HandedToColleague,
    "materials_moved": MaterialsMoved,
    "fee_noticed": FeeNoticed,
    "fee_paid": FeePaid,
    "visit_arranged": VisitArranged,
    "visit_held": VisitHeld,
    "hearing_noticed": HearingNoticed,
    "hearing_requested": HearingRequested,
    "given_back": GivenBack,
    "terminated": Terminated,
    "paper_corrected": PaperCorrected,
}
"""The journal's names for these."""
