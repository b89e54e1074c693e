"""The checklist as its table shows it: rows, chips, and how many are in which state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.checklist import LineStatus
from clerk.ui.presenters.shown import day_text, said
from clerk.ui.rows import ChecklistRow, Chip, Tone
from clerk.usecases.citations import basis_said
from clerk.usecases.language import _
from clerk.usecases.names import defect_name, status_name
from clerk.usecases.terms import rank_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from clerk.domain.catalogue import Prerequisite, ServiceItem
    from clerk.domain.checklist import Checklist, ChecklistLine


def shown_lines(checklist: Checklist) -> tuple[ChecklistLine, ...]:
    """Return what is or may be asked for, and what was handed in though it no longer is."""
    return tuple(
        each
        for each in checklist.lines
        if each.required is not False or each.mark.originals or each.mark.copies
    )


def checklist_rows(
    item: ServiceItem, checklist: Checklist, today: date, files: Callable[[str], int]
) -> tuple[ChecklistRow, ...]:
    """Return the table's rows; ``files`` tells how many pictures belong to a line."""
    return tuple(
        ChecklistRow(
            id=line.prerequisite.id,
            number=number,
            name=said(line.prerequisite.name),
            basis=_under_the_name(item, line, files(line.prerequisite.id)),
            form=form_text(line.prerequisite),
            status=line.mark.status,
            chip=line_chip(line, today),
            required=line.required,
            choices=choices_of(line.prerequisite),
        )
        for number, line in enumerate(shown_lines(checklist), start=1)
    )


def choices_of(prerequisite: Prerequisite) -> tuple[LineStatus, ...]:
    """Return what the space bar goes through; what is fetched here is never asked for."""
    if prerequisite.fetched_here:
        return (LineStatus.FETCHED, LineStatus.IN_HAND)
    return (LineStatus.IN_HAND, LineStatus.MISSING)


def form_text(prerequisite: Prerequisite) -> str:
    """Say how many originals and copies are asked for."""
    if prerequisite.fetched_here:
        return _("Fetched by the center")
    parts = []
    if prerequisite.originals:
        parts.append(_("original × {count}").format(count=prerequisite.originals))
    if prerequisite.copies:
        parts.append(_("copy × {count}").format(count=prerequisite.copies))
    return ", ".join(parts)


def line_chip(line: ChecklistLine, today: date) -> Chip:
    """Say where one paper stands: in words, a sign and a colour."""
    mark = line.mark
    if line.required is False:
        return Chip(text=_("Not required, kept"), tone=Tone.GREY)
    if line.required is None:
        return Chip(text=_("Answer the question"), tone=Tone.GREY, symbol="?")
    if line.is_short:
        wanting = line.originals_short + line.copies_short
        return Chip(text=_("{count} too few").format(count=wanting), tone=Tone.RED, symbol="✗")
    if mark.status is LineStatus.PROMISED and mark.promised_on:
        day = day_text(mark.promised_on, today)
        return Chip(text=_("Promised for {day}").format(day=day), tone=Tone.AMBER)
    if mark.status is LineStatus.NOT_GOOD and mark.defect:
        return Chip(text=defect_name(mark.defect), tone=Tone.RED, symbol="✗")
    tone, symbol = _LOOKS[mark.status]
    return Chip(text=status_name(mark.status), tone=tone, symbol=symbol)


def count_chips(checklist: Checklist) -> tuple[Chip, ...]:
    """Count the lines: in hand, promised, missing, to check; nothing is said of none."""
    lines = [each for each in checklist.lines if each.required is not False]
    wanting, open_lines = sum(x.is_wanting for x in lines), sum(x.is_open for x in lines)
    promised = len(checklist.promised())
    settled = len(lines) - wanting - open_lines - promised
    counted = (
        (settled, _("{count} in hand"), Tone.GREEN),
        (promised, _("{count} promised"), Tone.AMBER),
        (wanting, _("{count} missing"), Tone.RED),
        (open_lines, _("{count} to check"), Tone.GREY),
    )
    return tuple(Chip(text=t.format(count=n), tone=tone) for n, t, tone in counted if n)


def why_asked(item: ServiceItem, line: ChecklistLine) -> str:
    """Say why a paper is asked for: its basis and rank, its condition, who makes it."""
    asked = line.prerequisite
    basis = basis_said(asked.basis)
    original = "" if basis == asked.basis else f" ({asked.basis})"
    parts = [f"{rank_name(asked.basis_rank)} · {basis}{original}"]
    if asked.condition:
        question = said(item.situation(asked.condition.situation).question)
        parts.append(_("Because of: {question}").format(question=question))
    if asked.issuer:
        parts.append(_("Issued by {issuer}").format(issuer=asked.issuer))
    if asked.fetched_here:
        parts.append(_("The center looks it up itself; it may not be asked for."))
    return "  ".join(parts)


def _under_the_name(item: ServiceItem, line: ChecklistLine, files: int) -> str:
    asked, mark = line.prerequisite, line.mark
    parts = []
    if asked.fetched_here:
        parts.append(_("Held by the center, not asked for"))
    elif asked.condition and line.required is None:
        parts.append(said(item.situation(asked.condition.situation).question))
    elif asked.condition:
        parts.append(_("Situation: {text}").format(text=asked.condition.text))
    else:
        parts.append(f"{rank_name(asked.basis_rank)} · {basis_said(asked.basis)}")
    if line.is_short or mark.originals > asked.originals:
        parts.append(
            _("given: {originals} + {copies}").format(originals=mark.originals, copies=mark.copies)
        )
    if mark.note:
        parts.append(mark.note)
    if files:
        parts.append(_("files: {count}").format(count=files))
    return " · ".join(parts)


_LOOKS: dict[LineStatus, tuple[Tone, str]] = {
    LineStatus.TO_CHECK: (Tone.GREY, "○"),
    LineStatus.IN_HAND: (Tone.GREEN, "✓"),
    LineStatus.FETCHED: (Tone.BLUE, "✓"),
    LineStatus.MISSING: (Tone.RED, "✗"),
    LineStatus.NOT_GOOD: (Tone.RED, "✗"),
    LineStatus.PROMISED: (Tone.AMBER, ""),
    LineStatus.WAIVED: (Tone.VIOLET, "✓"),
    LineStatus.COMMITTED: (Tone.BLUE, "✓"),
}
