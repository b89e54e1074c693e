"""A case in a list: what it is, whose it is, and how pressing it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.case_number import grouped
from clerk.domain.lights import Light, light_of
from clerk.domain.stages import FINISHED, Stage
from clerk.ui.rows import Chip, QueueRow, Tone
from clerk.usecases.language import _, current_language, ngettext
from clerk.usecases.names import stage_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.usecases.lines import CaseLine

_STAGE_TONES = {
    Stage.RECEIVED: Tone.VIOLET,
    Stage.GRANTED: Tone.BLUE,
    Stage.CERTIFIED: Tone.BLUE,
    Stage.REFUSED: Tone.VIOLET,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The day and the calendar lights are lit by."""

    on: date
    calendar: WorkCalendar


def case_rows(lines: Iterable[CaseLine], today: Today) -> tuple[QueueRow, ...]:
    """Show the lines of a work list."""
    return tuple(case_row(each, today) for each in lines)


def case_row(line: CaseLine, today: Today) -> QueueRow:
    """Show one line: item, applicant, number in its groups, and its light."""
    return QueueRow(
        id=line.id,
        title=line.item_name.in_language(current_language()),
        detail=f"{line.applicant}\n{grouped(line.number)}",
        chip=light_chip(line.stage, line.due_on, today),
    )


def chip_of(case: Case, today: Today) -> Chip:
    """Return the light of an open case, as its line in the list shows it."""
    return light_chip(case.stage, case.due.on if case.due else None, today)


def light_chip(stage: Stage, due_on: date | None, today: Today) -> Chip:
    """Return the light with its words; a colour alone never says anything."""
    light = light_of(stage, due_on, today.on, today.calendar)
    if light is Light.PAUSED:
        return Chip(text=_("Waits for applicant"), tone=Tone.GREY, symbol="‖")
    if light is Light.NONE or due_on is None:
        tone = Tone.GREY if stage in FINISHED else _STAGE_TONES.get(stage, Tone.GREY)
        return Chip(text=stage_name(stage), tone=tone)
    days = today.calendar.working_days_between(today.on, due_on)
    if light is Light.RED:
        late = max(1, -days)
        words = ngettext("{days} day late", "{days} days late", late)
        return Chip(text=words.format(days=late), tone=Tone.RED, symbol="!")
    if due_on == today.on:
        return Chip(text=_("Due today"), tone=Tone.AMBER)
    words = ngettext("{days} day left", "{days} days left", days)
    tone = Tone.AMBER if light is Light.YELLOW else Tone.GREEN
    return Chip(text=words.format(days=days), tone=tone)
