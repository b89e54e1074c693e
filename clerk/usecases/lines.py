"""What lists show: one frozen line for each case or item, and the day's counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from clerk.domain.case_number import CaseNumber
    from clerk.domain.catalogue import ItemId, ItemKind, Words
    from clerk.domain.identifiers import CaseId
    from clerk.domain.lights import Pressing
    from clerk.domain.limits import Limit
    from clerk.domain.stages import Stage


class Queue(StrEnum):
    """The lists people work from."""

    TO_DO = "to_do"  # everything not finished, by what is due
    TO_SIGN = "to_sign"  # before the chief
    TO_HAND_OVER = "to_hand_over"  # certificate or refusal waits for the applicant
    TO_MAKE = "to_make"  # granted, the certificate is not made yet
    RETURNED = "returned"  # sent back to the window
    WITH_APPLICANT = "with_applicant"  # told once, waiting
    FINISHED_TODAY = "finished_today"
    ALL = "all"  # newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One case in a list. ``in_charge`` is the id of who answers for it now (首问负责)."""

    id: CaseId
    number: CaseNumber
    item_id: ItemId
    item_name: Words
    item_kind: ItemKind
    applicant: str
    stage: Stage
    received_at: datetime
    received_by: str
    in_charge: str
    due_on: date | None
    due_is_provisional: bool
    deadline_on: date | None
    pressing: Pressing
    finished_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLine:
    """One entry of the certificate register (领证登记); empty where nobody collected it yet.

    ``way`` is a :class:`~clerk.domain.events.DeliveryWay` value.
    """

    case_id: CaseId
    case_number: CaseNumber
    name: str
    number: str
    valid_until: str
    holder: str
    document: str
    made_at: datetime
    received_by: str
    received_id: str
    received_at: datetime | None
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item in the choice of items. ``initials`` are the pinyin initials of its name."""

    id: ItemId
    code: str
    name: Words
    department: Words
    kind: ItemKind
    promised: Limit
    statutory: Limit
    fee: str
    initials: str
    materials: tuple[str, ...]
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCounts:
    """What the status line and the rail's badges count."""

    accepted_today: int
    immediate_today: int
    due_soon: int
    overdue: int
    to_sign: int
    to_hand_over: int
