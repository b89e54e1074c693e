"""The conclusion, always live: what can be done now, why not, by when, for how much, who signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.ui.presenters.applicant_form import applicant_of, first_problem
from clerk.ui.presenters.item_search import limit_text
from clerk.ui.presenters.shown import day_text, reason, said
from clerk.ui.rows import Chip, Tone
from clerk.usecases.citations import fee_said
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from clerk.domain.calendar import DueDate, WorkCalendar
    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.checklist import ChecklistLine
    from clerk.domain.staff import Staff
    from clerk.ui.presenters.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurdle:
    """What stands in the way of an action, and the place on the page where it can be mended."""

    why: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What can be done with the sheet as it stands. An action without a hurdle is possible."""

    chip: Chip
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    accept: Hurdle | None = None
    notice: Hurdle | None = None
    decline: Hurdle | None = None
    receive: Hurdle | None = None
    is_immediate: bool = False


def conclude(
    sheet: Sheet, *, calendar: WorkCalendar, today: date, chiefs: Sequence[Staff]
) -> Conclusion:
    """Draw the conclusion from what stands on the page."""
    if sheet.item is None:
        first = Hurdle(why=_("No item is chosen yet. Choose the item first."), place="item")
        chip = Chip(text=_("Choose the item first"), tone=Tone.GREY)
        return Conclusion(chip=chip, accept=first, notice=first, decline=first, receive=first)
    who = _applicant_hurdle(sheet, today)
    question, open_, wanting = _question(sheet), _open(sheet), _wanting(sheet)
    late = _promised_too_late(sheet, calendar, today)
    accept = question or open_ or wanting or late or who
    return Conclusion(
        chip=_chip(sheet, accept, question),
        lead=_("If all is well now:") if accept else _("Accepted now:"),
        facts=_facts(sheet.item, calendar, today, chiefs),
        accept=accept,
        notice=question or open_ or (who if wanting else _nothing_missing()),
        decline=who,
        receive=_nothing_given(sheet) or who,
        is_immediate=sheet.item.is_immediate,
    )


def _chip(sheet: Sheet, accept: Hurdle | None, question: Hurdle | None) -> Chip:
    if accept is None:
        immediate = sheet.item is not None and sheet.item.is_immediate
        text = _("Can be finished at once") if immediate else _("Can be accepted")
        return Chip(text=text, tone=Tone.GREEN, symbol="✓")
    if question:
        return Chip(text=_("Questions are open"), tone=Tone.AMBER)
    wanting, open_lines = len(sheet.checklist.wanting()), len(sheet.checklist.open())
    parts = []
    if wanting:
        parts.append(_("{count} missing").format(count=wanting))
    if open_lines:
        parts.append(_("{count} to check").format(count=open_lines))
    if parts:
        text = _("Not yet: {what}").format(what=_(", ").join(parts))
        return Chip(text=text, tone=Tone.RED if wanting else Tone.AMBER)
    if accept.place.startswith("applicant"):
        return Chip(text=_("The applicant is not complete"), tone=Tone.AMBER)
    return Chip(text=_("Not yet: a promise comes too late"), tone=Tone.RED)


def _facts(
    item: ServiceItem, calendar: WorkCalendar, today: date, chiefs: Sequence[Staff]
) -> tuple[tuple[str, str], ...]:
    promised = calendar.due_on(today, item.promised)
    statutory = calendar.due_on(today, item.statutory)
    signer = chiefs[0].post or chiefs[0].name if chiefs else _("nobody here may sign")
    promised_text = _due_text(promised, today)
    if item.promised.amount:
        promised_text += _(" ({limit})").format(limit=limit_text(item.promised))
    return (
        (_("Decided by"), promised_text),
        (_("By law"), _due_text(statutory, today)),
        (_("Signs"), signer),
        (_("Fee"), fee_said(item.fee) or _("none")),
    )


def _due_text(due: DueDate, today: date) -> str:
    if due.on == today:
        return _("today")
    text = day_text(due.on, today)
    return _("{day}, provisional").format(day=text) if due.is_provisional else text


def _question(sheet: Sheet) -> Hurdle | None:
    open_questions = sheet.item.unanswered(sheet.answers) if sheet.item else ()
    if not open_questions:
        return None
    first = open_questions[0]
    why = _("A question is not answered yet: {question}").format(question=said(first.question))
    return Hurdle(why=why, place=f"situation.{first.id}")


def _open(sheet: Sheet) -> Hurdle | None:
    return _lines_hurdle(sheet.checklist.open(), _("Not looked at yet: {names}."))


def _wanting(sheet: Sheet) -> Hurdle | None:
    return _lines_hurdle(sheet.checklist.wanting(), _("Missing or not good: {names}."))


def _promised_too_late(sheet: Sheet, calendar: WorkCalendar, today: date) -> Hurdle | None:
    assert sheet.item  # noqa: S101 - asked for first
    due = calendar.due_on(today, sheet.item.promised).on
    late = tuple(
        each
        for each in sheet.checklist.promised()
        if each.mark.promised_on and each.mark.promised_on > due
    )
    words = _("Promised for after the case's own day: {names}. Agree on an earlier day.")
    return _lines_hurdle(late, words)


def _lines_hurdle(lines: tuple[ChecklistLine, ...], words: str) -> Hurdle | None:
    if not lines:
        return None
    names = _("; ").join(said(each.prerequisite.name) for each in lines)
    return Hurdle(why=words.format(names=names), place=f"line.{lines[0].prerequisite.id}")


def _nothing_missing() -> Hurdle:
    return Hurdle(why=_("Nothing is missing. The case must be accepted."), place="checklist")


def _nothing_given(sheet: Sheet) -> Hurdle | None:
    if sheet.checklist.received():
        return None
    why = _("Nothing was handed in yet, so there is nothing to give a voucher for.")
    return Hurdle(why=why, place="checklist")


def _applicant_hurdle(sheet: Sheet, today: date) -> Hurdle | None:
    assert sheet.item  # noqa: S101 - asked for first
    applicant = applicant_of(sheet.fields)
    if applicant.kind not in sheet.item.applicants:
        why = _("This item is not for this kind of applicant. Choose the other kind.")
        return Hurdle(why=why, place="applicant.kind")
    problem = first_problem(sheet.fields, today)
    return Hurdle(why=reason(problem), place=problem.place) if problem else None
