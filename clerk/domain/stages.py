"""The path of a case: its stages, and which action is allowed where.

The table here is the only one; ``clerk/README.md`` shows it, generated.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from clerk.domain.refusals import Refusal


class Stage(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"  # 已收件
    NOTIFIED = "notified"  # 待补正
    ACCEPTED = "accepted"  # 已受理
    REVIEWED = "reviewed"  # 待签批
    RETURNED = "returned"  # 退回窗口
    GRANTED = "granted"  # 准予，待制证
    REFUSED = "refused"  # 不予许可，待送达
    CERTIFIED = "certified"  # 待领取
    DELIVERED = "delivered"  # 已送达
    CLOSED = "closed"  # 办结
    DECLINED = "declined"  # 不予受理
    WITHDRAWN = "withdrawn"  # 已撤回
    TERMINATED = "terminated"  # 终止办理
    GIVEN_BACK = "given_back"  # 已退件


class Action(StrEnum):
    """What can be done to a case."""

    CORRECT = "correct"
    ISSUE_NOTICE = "issue_notice"
    SUPPLEMENT = "supplement"
    ACCEPT = "accept"
    DECLINE = "decline"
    REVIEW = "review"
    GRANT = "grant"
    REFUSE = "refuse"
    RETURN_TO_WINDOW = "return_to_window"
    MAKE_CERTIFICATE = "make_certificate"
    HAND_OVER = "hand_over"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    ATTACH = "attach"
    COMMIT_ON_NOTICE = "commit_on_notice"
    KEEP_COMMITMENT = "keep_commitment"
    BREAK_COMMITMENT = "break_commitment"
    CHECK_COMMITMENT = "check_commitment"
    START_PROCEDURE = "start_procedure"
    END_PROCEDURE = "end_procedure"
    EXTEND = "extend"
    ARRANGE_VISIT = "arrange_visit"
    HOLD_VISIT = "hold_visit"
    NOTICE_HEARING = "notice_hearing"
    REQUEST_HEARING = "request_hearing"
    ARRANGE_HEARING = "arrange_hearing"
    REPORT_UP = "report_up"
    ANSWER_REPORT = "answer_report"
    NOTICE_FEE = "notice_fee"
    PAY_FEE = "pay_fee"
    MOVE_MATERIALS = "move_materials"
    HAND_TO_COLLEAGUE = "hand_to_colleague"
    GIVE_BACK = "give_back"
    TERMINATE = "terminate"
    CORRECT_PAPER = "correct_paper"


FINISHED = frozenset(
    {Stage.CLOSED, Stage.DECLINED, Stage.WITHDRAWN, Stage.TERMINATED, Stage.GIVEN_BACK}
)
"""The path ends here."""
AFTERWARDS = frozenset({Action.CORRECT_PAPER, Action.CHECK_COMMITMENT})
"""What may still be done when the path is over: wrong papers and commitments outlive it."""

_UNDECIDED = frozenset({Stage.RECEIVED, Stage.NOTIFIED})
_IN_HAND = frozenset({Stage.ACCEPTED, Stage.REVIEWED, Stage.RETURNED})
_DECIDED = frozenset({Stage.GRANTED, Stage.REFUSED, Stage.CERTIFIED})

ALLOWED: dict[Action, frozenset[Stage]] = {
    Action.CORRECT: frozenset({Stage.RECEIVED, Stage.RETURNED}),
    Action.ISSUE_NOTICE: _UNDECIDED,
    Action.SUPPLEMENT: frozenset({Stage.NOTIFIED}),
    Action.ACCEPT: _UNDECIDED,
    Action.DECLINE: _UNDECIDED,
    Action.REVIEW: frozenset({Stage.ACCEPTED, Stage.RETURNED}),
    Action.GRANT: frozenset({Stage.REVIEWED}),
    Action.REFUSE: frozenset({Stage.REVIEWED}),
    Action.RETURN_TO_WINDOW: frozenset({Stage.REVIEWED}),
    Action.MAKE_CERTIFICATE: frozenset({Stage.GRANTED}),
    Action.HAND_OVER: frozenset({Stage.CERTIFIED, Stage.REFUSED}),
    Action.CLOSE: frozenset({Stage.DELIVERED}),
    Action.WITHDRAW: _UNDECIDED | _IN_HAND,
    Action.ATTACH: _UNDECIDED | frozenset({Stage.ACCEPTED, Stage.RETURNED}),
    Action.COMMIT_ON_NOTICE: _UNDECIDED,
    Action.KEEP_COMMITMENT: _IN_HAND,
    Action.BREAK_COMMITMENT: _IN_HAND,
    Action.CHECK_COMMITMENT: _DECIDED | frozenset({Stage.DELIVERED, Stage.CLOSED}),
    Action.START_PROCEDURE: _IN_HAND,
    Action.END_PROCEDURE: _IN_HAND,
    Action.EXTEND: _IN_HAND,
    Action.ARRANGE_VISIT: _IN_HAND,
    Action.HOLD_VISIT: _IN_HAND,
    Action.NOTICE_HEARING: _IN_HAND,
    Action.REQUEST_HEARING: _IN_HAND,
    Action.ARRANGE_HEARING: _IN_HAND,
    Action.REPORT_UP: frozenset({Stage.ACCEPTED, Stage.RETURNED}),
    Action.ANSWER_REPORT: _IN_HAND,
    Action.NOTICE_FEE: _IN_HAND | _DECIDED,
    Action.PAY_FEE: _IN_HAND | _DECIDED,
    Action.MOVE_MATERIALS: _UNDECIDED | _IN_HAND | _DECIDED,
    Action.HAND_TO_COLLEAGUE: _UNDECIDED | _IN_HAND | _DECIDED,
    Action.GIVE_BACK: _UNDECIDED,
    Action.TERMINATE: _IN_HAND,
    Action.CORRECT_PAPER: frozenset(Stage),
}


@dataclass(eq=False, kw_only=True)
class WrongStage(Refusal):
    """The action does not fit where the case stands."""

    action: Action
    stage: Stage


def is_allowed(action: Action, stage: Stage) -> bool:
    """Whether the path has this step."""
    return stage in ALLOWED[action]


def must_allow(action: Action, stage: Stage) -> None:
    """Refuse a step the path does not have.

    Raises:
        WrongStage: It was done before, or its turn has not come.
    """
    if not is_allowed(action, stage):
        raise WrongStage(action=action, stage=stage)
