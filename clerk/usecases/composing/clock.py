"""Papers of the clock: special procedures and extensions (行政许可法 42, 45)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.paper_facts import ExtensionOnPaper, ProcedureOnPaper

if TYPE_CHECKING:
    from clerk.usecases.composing.matter import Facts, Matter

_EXTENDED_BY = "行政许可法 第四十二条"


def procedure_notice(matter: Matter) -> Facts:
    """Tell of the special procedure that began last, before it stops the clock."""
    started = matter.case.procedures[-1].started
    told = ProcedureOnPaper(
        name=started.name,
        reason=started.reason,
        basis=started.basis,
        institution=started.institution,
        starts_on=started.starts_on,
        expected_until=started.expected_until,
        days=(started.expected_until - started.starts_on).days + 1,
        stops_clock=started.stops_clock,
        fee=started.fee,
    )
    return {"procedure": told}


def extension_notice(matter: Matter) -> Facts:
    """Tell of the extension: why, by whose leave, and the day it is due by now."""
    extended = matter.case.extended
    assert extended  # noqa: S101 - issued in the same breath as the event
    told = ExtensionOnPaper(
        amount=extended.amount,
        unit=extended.unit,
        reason=extended.reason,
        basis=_EXTENDED_BY,
        approver=extended.approver,
        approver_post=extended.approver_post,
        approved_on=extended.approved_on,
        before_on=extended.before.on,
        due_on=extended.due.on,
    )
    return {"extension": told, "due_is_provisional": extended.due.is_provisional}
