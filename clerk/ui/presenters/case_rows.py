"""A case in a list: what it is, whose it is, and how pressing it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.case_number import grouped
from clerk.domain.lights import Light, pressing_of
from clerk.domain.stages import FINISHED, Stage
from clerk.ui.rows import Chip, QueueRow, Tone
from clerk.usecases.language import _, current_language, ngettext
from clerk.usecases.names import stage_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.lights import Pressing
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
        chip=light_chip(line.stage, line.pressing, today),
    )


def chip_of(case: Case, today: Today) -> Chip:
    """Return the light of an open case, as its line in the list shows it."""
    return light_chip(case.stage, pressing_of(case, today.calendar), today)


def light_chip(stage: Stage, pressing: Pressing, today: Today) -> Chip:
    """Return the light with its words; a colour alone never says anything."""
    light = pressing.light(today.on)
    if pressing.is_paused:
        return _paused(pressing, light)
    if light is Light.NONE:
        tone = Tone.GREY if stage in FINISHED else _STAGE_TONES.get(stage, Tone.GREY)
        return Chip(text=stage_name(stage), tone=tone)
    days = today.calendar.working_days_between(today.on, pressing.on)
    if light is Light.RED:
        late = max(1, -days)
        words = ngettext("{days} day late", "{days} days late", late)
        return Chip(text=words.format(days=late), tone=Tone.RED, symbol="!")
    if pressing.on == today.on:
        return Chip(text=_("Due today"), tone=Tone.AMBER)
    words = ngettext("{days} day left", "{days} days left", days)
    tone = Tone.AMBER if light is Light.YELLOW else Tone.GREEN
    return Chip(text=words.format(days=days), tone=tone)


def _paused(pressing: Pressing, light: Light) -> Chip:
    if light is Light.YELLOW:
        return Chip(text=_("The pause is over"), tone=Tone.AMBER, symbol="‖")
    waits = _("Waits for applicant") if pressing.clock is None else _("Clock stopped")
    return Chip(text=waits, tone=Tone.GREY, symbol="‖")
