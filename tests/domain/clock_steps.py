"""The steps of the clock, for the machine that tries every step everywhere."""

from clerk.domain.extensions import Approval, extend
from clerk.domain.special_procedures import end_procedure, start_procedure
from clerk.domain.stages import Action
from tests.domain.small_item import CALENDAR, CLERK, NOW
from tests.domain.timed_item import plan

CLOCK_STEPS = {
    Action.START_PROCEDURE: lambda case: start_procedure(case, CLERK, NOW, plan()),
    Action.END_PROCEDURE: lambda case: end_procedure(
        case,
        CLERK,
        NOW,
        CALENDAR,
        procedure=len(case.procedures),
        ended_on=NOW.date(),
        result="检测合格。",
    ),
    Action.EXTEND: lambda case: extend(
        case,
        CLERK,
        NOW,
        CALENDAR,
        Approval(
            approver="郑明", approver_post="局长", approved_on=NOW.date(), reason="案情复杂。"
        ),
    ),
}
