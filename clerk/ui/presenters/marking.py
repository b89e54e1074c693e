"""What a key on the checklist does to a line, and what still has to be said for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.checklist import ChecklistLine, Defect, LineStatus, Mark, in_hand
from clerk.domain.limits import Limit, LimitUnit
from clerk.domain.text import narrow, tidy
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.catalogue import ServiceItem

USUAL_DAYS = Limit(amount=5, unit=LimitUnit.WORKING_DAYS)
"""How long an applicant usually gets for what is missing."""
_COUNT_LARGEST = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class LineForm:
    """One line's details as typed: counts, what is wrong, a remark, a promise's day."""

    line_id: str
    title: str
    originals: str
    copies: str
    defect: str
    note: str
    promised_on: str
    is_not_good: bool
    is_promised: bool


@dataclass(frozen=True, slots=True)
class FieldTrouble:
    """Why a field of a form cannot be taken, and which one."""

    field: str
    why: str


def form_of(line: ChecklistLine, title: str) -> LineForm:
    """Return the form that changes a line."""
    mark = line.mark
    return LineForm(
        line_id=line.prerequisite.id,
        title=title,
        originals=str(mark.originals),
        copies=str(mark.copies),
        defect=mark.defect or Defect.WRONG,
        note=mark.note,
        promised_on=mark.promised_on.isoformat() if mark.promised_on else "",
        is_not_good=mark.status is LineStatus.NOT_GOOD,
        is_promised=mark.status is LineStatus.PROMISED,
    )


def marked(
    line: ChecklistLine, status: LineStatus, item: ServiceItem, calendar: WorkCalendar, today: date
) -> Mark | str:
    """Return the mark a key sets, or the reason why it may not."""
    if objection := _objection(line, status):
        return objection
    asked, before = line.prerequisite, line.mark
    if status is LineStatus.PROMISED:
        latest = calendar.due_on(today, item.promised).on
        return Mark(status=status, promised_on=min(latest, usual_day(calendar, today)))
    if status is LineStatus.IN_HAND:
        return in_hand(asked)
    if status is LineStatus.NOT_GOOD:
        given = before if before.originals or before.copies else in_hand(asked)
        return replace(given, status=status, defect=Defect.WRONG, promised_on=None)
    return Mark(status=status)


def _objection(line: ChecklistLine, status: LineStatus) -> str:
    asked = line.prerequisite
    if asked.fetched_here and status in {LineStatus.MISSING, LineStatus.PROMISED}:
        return _("The center holds this paper itself. It may not be asked of the applicant.")
    if status is LineStatus.FETCHED and not asked.fetched_here:
        return _("The center cannot look this paper up. Mark it as it was handed in.")
    if status is LineStatus.PROMISED and not asked.deferrable:
        return _("The list does not let this paper follow later. Mark it as missing.")
    return ""


def usual_day(calendar: WorkCalendar, today: date) -> date:
    """Return the last day applicants are usually given."""
    return calendar.due_on(today, USUAL_DAYS).on


def changed_mark(line: ChecklistLine, form: LineForm, today: date) -> Mark | FieldTrouble:
    """Return the mark the form makes, or which field will not do."""
    originals, copies = _count(form.originals), _count(form.copies)
    if originals is None or copies is None:
        wrong = "originals" if originals is None else "copies"
        return FieldTrouble(wrong, _("Write a number from 0 to 99."))
    mark = replace(line.mark, note=tidy(form.note), originals=originals, copies=copies)
    if form.is_promised:
        return _promised(mark, form, today)
    if form.is_not_good and form.defect == Defect.OTHER and not mark.note:
        return FieldTrouble("note", _("Say what is wrong with it."))
    if form.is_not_good:
        return replace(mark, defect=Defect(form.defect))
    if mark.status in {LineStatus.TO_CHECK, LineStatus.MISSING} and (originals or copies):
        return replace(mark, status=LineStatus.IN_HAND)
    return mark


def _promised(mark: Mark, form: LineForm, today: date) -> Mark | FieldTrouble:
    day = read_day(form.promised_on, today)
    if day is None or day < today:
        return FieldTrouble("promised_on", _("Write a day from today on, such as 2026-11-30."))
    return replace(mark, promised_on=day)


def read_day(text: str, today: date) -> date | None:
    """Read a typed day: ``2026-11-30``, ``20261130``, ``11-30`` or ``1130`` (the next such day)."""
    parts = [each for each in re.split(r"[-./年月日]", narrow(text)) if each]
    digits = "".join(parts if len(parts) == 1 else (each.zfill(2) for each in parts))
    if not (digits.isascii() and digits.isdigit()):
        return None
    try:
        if len(digits) == len("YYYYMMDD"):
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if len(digits) == len("MMDD"):
            day = date(today.year, int(digits[:2]), int(digits[2:]))
            return day if day >= today else day.replace(year=today.year + 1)
    except ValueError:
        return None
    return None


def _count(text: str) -> int | None:
    plain = narrow(text) or "0"
    if not (plain.isascii() and plain.isdigit()) or len(plain) > len(str(_COUNT_LARGEST)):
        return None
    return int(plain)
