"""What happened to a case: the facts the journal keeps for ever.

Each class is one kind of event. ``by`` and ``at`` travel in the journal's
envelope, everything else is the body. A released kind is never changed, only
followed by a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from clerk.domain.applicant import Applicant
from clerk.domain.calendar import DueDate
from clerk.domain.case_number import CaseNumber
from clerk.domain.catalogue import AnswerId, ItemId, PrerequisiteId, SituationId
from clerk.domain.checklist import Mark
from clerk.domain.clock_events import CLOCK_KINDS
from clerk.domain.codec import Malformed, from_plain, to_plain
from clerk.domain.counter_events import COUNTER_KINDS
from clerk.domain.event import Event
from clerk.domain.identifiers import PaperId
from clerk.domain.ownership_events import TakenOver, Transferred
from clerk.domain.papers import Delivery, Paper
from clerk.domain.people_events import PEOPLE_KINDS
from clerk.domain.staff import StaffId


class DeclineGround(StrEnum):
    """Why an application is not accepted (行政许可法 32)."""

    NOT_NEEDED = "not_needed"  # 依法不需要取得行政许可 (1)
    NOT_OUR_COMPETENCE = "not_our_competence"  # 不属于本机关职权范围 (2)
    NOT_CORRECTED = "not_corrected"  # 未按期补正


class DeliveryWay(StrEnum):
    """How a paper reaches the applicant (送达方式)."""

    DIRECT = "direct"  # 直接送达
    LEFT = "left"  # 留置送达
    POST = "post"  # 邮寄送达
    PROXY = "proxy"  # 委托代收
    PUBLIC_NOTICE = "public_notice"  # 公告送达
    ELECTRONIC = "electronic"  # 电子送达


class PrintOutcome(StrEnum):
    """What became of a printing. ``UNKNOWN`` leaves it open until a person looked."""

    PRINTED = "printed"
    FAILED = "failed"  # nothing came out
    STUCK = "stuck"  # taken back from a printer that had begun: it may still come out of its memory
    UNKNOWN = "unknown"  # nobody can say whether it came out
    NOT_SEEN = "not_seen"  # a person looked and did not find it: it may still lie somewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A scanned or sent file, named by the SHA-256 of its content (hex); size in bytes."""

    sha256: str
    name: str
    media_type: str
    size: int
    prerequisite: PrerequisiteId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received(Event):
    """The window took the application in and gave it its number (收件)."""

    number: CaseNumber
    item_id: ItemId
    item_version: int
    item_digest: str
    applicant: Applicant
    answers: Mapping[SituationId, AnswerId]
    marks: Mapping[PrerequisiteId, Mark]
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """Something was put right on the spot (当场更正, 行政许可法 32(3)): only what changed."""

    applicant: Applicant | None = None
    answers: Mapping[SituationId, AnswerId] = field(default_factory=dict)
    marks: Mapping[PrerequisiteId, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeIssued(Event):
    """The applicant was told once what is missing (一次性告知, 行政许可法 32(4)).

    ``found_good`` are the lines found in order; they cannot be asked for later.
    ``time`` counts the notices of the case: every one after the first is a failing
    somebody answers for (行政许可法 72).
    """

    wanting: tuple[PrerequisiteId, ...]
    deadline_on: date
    found_good: tuple[PrerequisiteId, ...] = ()
    time: int = 1
    allowed_by: StaffId | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplemented(Event):
    """Further papers came in (补正)."""

    marks: Mapping[PrerequisiteId, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(Event):
    """The case was accepted and its clock started (受理, 行政许可法 32(5))."""

    due: DueDate
    statutory_due: DueDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Event):
    """The application was not accepted (不予受理, 行政许可法 32)."""

    ground: DeclineGround
    facts: str
    basis: str
    authority: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Event):
    """The papers were examined and put before the chief (审查, 行政许可法 34).

    ``second`` examined them too and agrees, where what they say had to be looked into.
    """

    opinion: str
    second: StaffId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted(Event):
    """The chief granted it (准予, 行政许可法 38). ``substance`` hashes what was on screen."""

    opinion: str
    substance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Event):
    """The chief refused it, with reasons (不予许可, 行政许可法 38)."""

    opinion: str
    facts: str
    reasons: str
    basis: str
    substance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned(Event):
    """The chief sent it back to the window, saying what to mend (退回窗口)."""

    opinion: str
    substance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateMade(Event):
    """The certificate is ready for collection (制证, 行政许可法 39, 44)."""

    name: str
    number: str
    valid_until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Event):
    """Decision and certificate reached the applicant (送达)."""

    delivery: Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Event):
    """Nothing is left to do (办结)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """The applicant took the application back (撤回)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached(Event):
    """A file was added to the dossier."""

    attachment: Attachment


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIssued(Event):
    """A paper was issued; from here on it says what it says."""

    paper: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintIntended(Event):
    """A printing was begun: number ``job`` of this paper.

    ``reprint`` counts the earlier ones that came out, or may have; from 1 on
    the sheet says so.
    """

    paper_id: PaperId
    job: int
    reprint: int = 0
    copies: int
    printer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFinished(Event):
    """What became of a printing."""

    paper_id: PaperId
    job: int
    outcome: PrintOutcome
    detail: str = ""


KINDS: dict[str, type[Event]] = {
    "received": Received,
    "corrected": Corrected,
    "notice_issued": NoticeIssued,
    "supplemented": Supplemented,
    "accepted": Accepted,
    "declined": Declined,
    "reviewed": Reviewed,
    "granted": Granted,
    "refused": Refused,
    "returned": Returned,
    "certificate_made": CertificateMade,
    "handed_over": HandedOver,
    "closed": Closed,
    "withdrawn": Withdrawn,
    "attached": Attached,
    "paper_issued": PaperIssued,
    "print_intended": PrintIntended,
    "print_finished": PrintFinished,
    **COUNTER_KINDS,
    "transferred": Transferred,
    "taken_over": TakenOver,
    **CLOCK_KINDS,
}
_ALL_KINDS = KINDS | PEOPLE_KINDS
_KIND_OF = {each: name for name, each in _ALL_KINDS.items()}
_ENVELOPE = frozenset({"by", "at"})


def kind_of(event: Event) -> str:
    """Return the journal's name for an event."""
    return _KIND_OF[type(event)]


def body_of(event: Event) -> dict[str, Any]:
    """Return an event's body as plain JSON values, without who and when."""
    body: dict[str, Any] = to_plain(event)
    for each in _ENVELOPE:
        del body[each]
    return body


def read_event(kind: str, body: Mapping[str, Any], by: str, at: str) -> Event:
    """Read an event back from its journal parts.

    Raises:
        Malformed: Unknown kind, or a body of another shape.
    """
    if kind not in _ALL_KINDS:
        raise Malformed(place="kind", reason=f"unknown kind {kind!r}")
    if not isinstance(body, dict):
        raise Malformed(place="body", reason="expected an object")
    return from_plain(_ALL_KINDS[kind], {**body, "by": by, "at": at}, kind)
