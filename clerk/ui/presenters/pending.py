"""What a case waits for besides its path: promises, an answer from above, a visit, a fee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.commitment import last_promised_day
from clerk.usecases.language import _
from clerk.usecases.names import in_yuan, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import StaffId


def pending_lines(case: Case, people: Mapping[StaffId, str]) -> tuple[str, ...]:
    """Say each in one line; a finished case waits for nothing but the check of a commitment."""
    lines = [] if case.is_finished else [*_hands(case, people), *_waits(case)]
    if case.commitment and case.checked_commitment is None:
        day = case.commitment.check_by.isoformat()
        lines.append(_("Commitment to be checked by {day}").format(day=day))
    return tuple(lines)


def _hands(case: Case, people: Mapping[StaffId, str]) -> Iterator[str]:
    if case.handed_on:
        name = people.get(case.in_charge, case.in_charge)
        yield _("In the hands of {name}. Promised: {promised}").format(
            name=name, promised=case.handed_on[-1].promised
        )


def _waits(case: Case) -> Iterator[str]:
    if day := last_promised_day(case):
        papers = listed(each.prerequisite.name.zh for each in case.checklist.promised())
        yield _("To follow by {day}: {papers}").format(day=day.isoformat(), papers=papers)
    if case.reported and not case.answered:
        yield _("With {authority} since {day}").format(
            authority=case.reported.authority, day=case.reported.sent_on.isoformat()
        )
    for visit in case.visits:
        if visit.held is None:
            staff = listed(visit.arranged.staff)
            yield _("Visit at {time}: {staff}").format(
                time=_minute(visit.arranged.visit_at), staff=staff
            )
    if case.hearing and case.hearing.held_at:
        yield _("Hearing at {time}, {place}").format(
            time=_minute(case.hearing.held_at), place=case.hearing.place
        )
    for fee in case.fees:
        if fee.paid is None:
            yield _("{amount} yuan to be paid by {day}").format(
                amount=in_yuan(fee.noticed.amount_fen), day=fee.noticed.deadline_on.isoformat()
            )


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
