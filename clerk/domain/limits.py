"""Time limits, and what the law lets happen to them: starts, extensions, pauses, silence.

Each rule is published with its item, because special laws differ from the
licensing law in all of them. What an item leaves out is what 行政许可法 says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LimitUnit(StrEnum):
    """In what a limit is counted (行政许可法 82: working days unless a law says otherwise)."""

    WORKING_DAYS = "working_days"
    NATURAL_DAYS = "natural_days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A time limit: ``amount`` of ``unit``; zero means the same day (当场办结)."""

    amount: int
    unit: LimitUnit


TO_TELL = Limit(amount=5, unit=LimitUnit.WORKING_DAYS)
"""From receipt to the one notice (行政许可法 32(4))."""
TO_DELIVER = Limit(amount=10, unit=LimitUnit.WORKING_DAYS)
"""From the decision to the certificate (行政许可法 44)."""
TO_CORRECT = Limit(amount=30, unit=LimitUnit.WORKING_DAYS)
"""What is reasonable at most for an applicant, where no rule of the item says more."""


class ClockStart(StrEnum):
    """What starts an item's clock."""

    RECEIPT = "receipt"  # 收到申请
    ACCEPTANCE = "acceptance"  # 受理
    FULL_MATERIALS = "full_materials"  # 收到全部有效文件
    VISIT_PASSED = "visit_passed"  # 现场核查合格
    WINDOW_CLOSED = "window_closed"  # 申请期结束（教师资格）


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """By how much a limit may be extended, how often, and who approves it (行政许可法 42)."""

    amount: int
    unit: LimitUnit
    approver: str
    text: str
    times: int = 1

    @property
    def limit(self) -> Limit:
        """What one extension adds."""
        return Limit(amount=self.amount, unit=self.unit)


class ProcedureKind(StrEnum):
    """Special procedures: the eight of 行政许可法 45 stop the clock, others not by themselves."""

    HEARING = "hearing"  # 听证
    TENDER = "tender"  # 招标
    AUCTION = "auction"  # 拍卖
    INSPECTION = "inspection"  # 检验
    TESTING = "testing"  # 检测
    QUARANTINE = "quarantine"  # 检疫
    APPRAISAL = "appraisal"  # 鉴定
    EXPERT_REVIEW = "expert_review"  # 专家评审
    SITE_VISIT = "site_visit"  # 现场勘查
    PUBLIC_NOTICE = "public_notice"  # 公示
    CONSULTATION = "consultation"  # 征求意见
    COLLECTIVE_DISCUSSION = "collective_discussion"  # 集体讨论
    RECTIFICATION = "rectification"  # 申请人整改
    OTHER = "other"


STOPS_BY_LAW = frozenset(
    {
        ProcedureKind.HEARING,
        ProcedureKind.TENDER,
        ProcedureKind.AUCTION,
        ProcedureKind.INSPECTION,
        ProcedureKind.TESTING,
        ProcedureKind.QUARANTINE,
        ProcedureKind.APPRAISAL,
        ProcedureKind.EXPERT_REVIEW,
    }
)
"""The eight of 行政许可法 45, for every item."""
ARTICLE_45 = "行政许可法 45"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialProcedure:
    """A procedure the list names for its item.

    ``stops_clock`` is True only where the list says that its time is not counted
    (不计入); ``most`` caps what is not counted, as for a commissioned assessment.
    """

    name: str
    kind: ProcedureKind
    stops_clock: bool
    basis: str = ""
    most: Limit | None = None


class Silence(StrEnum):
    """What the law makes of an authority that says nothing until the limit is over."""

    NONE = "none"
    DEEMED_ACCEPTED = "deemed_accepted"  # 视为受理
    DEEMED_RENEWED = "deemed_renewed"  # 视为准予延续


class Consequence(StrEnum):
    """What becomes of an application whose applicant lets the correction deadline pass."""

    NONE = "none"
    DEEMED_WITHDRAWN = "deemed_withdrawn"  # 视为撤回申请
    NEW_APPLICATION = "new_application"  # 退回材料，再来是新的申请


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """How long an applicant has at most for what is missing, and what follows if it stays away.

    ``basis`` names the rule; without one there is no consequence (依法行政).
    """

    most: Limit = TO_CORRECT
    consequence: Consequence = Consequence.NONE
    basis: str = ""


REASONABLE = Correction()
"""A reasonable time, and no consequence but what a decision says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRules:
    """What an item's own law says about its clocks beside the two limits of the decision.

    ``telling`` runs from receipt to the one notice, ``delivery`` from the decision to
    the certificate. ``window_closes`` are the published last days of a seasonal window.
    ``warning_days`` before the end the light turns yellow.
    """

    telling: Limit = TO_TELL
    telling_article: str = "行政许可法 32(4)"
    silence: Silence = Silence.DEEMED_ACCEPTED
    correction: Correction = REASONABLE
    delivery: Limit = TO_DELIVER
    window_closes: tuple[date, ...] = ()
    warning_days: int = 1


LICENSING_LAW = ClockRules()
"""What 行政许可法 says where an item's own law says nothing."""
