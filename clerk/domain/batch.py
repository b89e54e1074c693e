"""Which cases a chief may sign many at a time: simple ones, decided on the spot, nothing open.

A batch saves typing a PIN, not looking: each case still gets its own signature on
its own substance, and whatever asks for a second look is left out and says why.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.checklist import LineStatus
from clerk.domain.stages import Stage

if TYPE_CHECKING:
    from clerk.domain.case import Case


class OpenPoint(StrEnum):
    """Why a case is to be looked at by itself."""

    NOT_BEFORE_THE_CHIEF = "not_before_the_chief"
    NOT_IMMEDIATE = "not_immediate"  # 承诺件: reviewed over days, so read before signing
    INCOMPLETE = "incomplete"
    PROMISED = "promised"  # a paper is still to come (容缺受理)
    WAIVED = "waived"
    TOLD = "told"  # something was missing before (一次性告知)
    PROCEDURE = "procedure"  # a special procedure was held
    CORRECTED = "corrected"  # a paper of the case was corrected


def open_points(case: Case) -> tuple[OpenPoint, ...]:
    """Return everything that keeps a case out of a batch; empty for a simple one."""
    statuses = {each.mark.status for each in case.checklist.lines}
    found = {
        OpenPoint.NOT_BEFORE_THE_CHIEF: case.stage is not Stage.REVIEWED,
        OpenPoint.NOT_IMMEDIATE: not case.item.is_immediate,
        OpenPoint.INCOMPLETE: not case.checklist.is_complete,
        OpenPoint.PROMISED: bool(case.checklist.promised()),
        OpenPoint.WAIVED: LineStatus.WAIVED in statuses,
        OpenPoint.TOLD: bool(case.notices),
        OpenPoint.PROCEDURE: bool(case.procedures),
        OpenPoint.CORRECTED: bool(case.corrections),
    }
    return tuple(point for point, is_so in found.items() if is_so)
