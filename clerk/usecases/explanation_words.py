"""Every due date in words a clerk can read aloud: one sentence for each step to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.explanation import StepKind
from clerk.domain.limits import LimitUnit
from clerk.usecases.language import _, current_language, ngettext

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.explanation import Explanation, Step
    from clerk.domain.limits import Limit


def explained(explanation: Explanation) -> tuple[str, ...]:
    """Return the steps to a due date, one sentence each."""
    return tuple(map(say_step, explanation.steps))


def say_step(step: Step) -> str:
    """Say one step."""
    facts = {
        "day": day_name(step.first),
        "days": _span(step.first, step.last),
        "last": day_name(step.last),
        "name": step.name.in_language(current_language()),
        "amount": amount_words(step.amount, step.unit),
        "year": step.first.year,
    }
    return _sentence(step).format(**facts)


def limit_words(limit: Limit) -> str:
    """Say how long a limit is."""
    return amount_words(limit.amount, limit.unit)


def amount_words(amount: int, unit: LimitUnit) -> str:
    """Say so many days or months."""
    words = {
        LimitUnit.WORKING_DAYS: ngettext("{n} working day", "{n} working days", amount),
        LimitUnit.NATURAL_DAYS: ngettext("{n} natural day", "{n} natural days", amount),
        LimitUnit.MONTHS: ngettext("{n} month", "{n} months", amount),
    }
    return words[unit].format(n=amount)


def day_name(day: date) -> str:
    """Write a day with its weekday, which is what people check it by."""
    weekdays = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return f"{day.isoformat()} {weekdays[day.weekday()]}"


def _span(first: date, last: date) -> str:
    if first == last:
        return day_name(first)
    return _("{first} to {last}").format(first=day_name(first), last=day_name(last))


def _sentence(step: Step) -> str:
    return {
        StepKind.START: _("{day}: it begins; the first day is not counted (民法典 201)."),
        StepKind.SAME_DAY: _("{day}: done on the spot, on the same day."),
        StepKind.WEEKEND: _("{days}: not counted, week-end."),
        StepKind.HOLIDAY: _("{days}: not counted, {name}."),
        StepKind.MAKE_UP: _("{days}: counted, a make-up day worked for {name}."),
        StepKind.PAUSE: _("{days}: not counted, the clock stood still ({name}); {amount}."),
        StepKind.EXTENSION: _("{day}: the limit was extended by {amount} (行政许可法 42)."),
        StepKind.MOVED: _("{day}: the last day is a day off, so it ends on {last} (民法典 203)."),
        StepKind.END: _("{day}: the limit of {amount} ends, at the close of business."),
        StepKind.PROVISIONAL: _(
            "The days off of {year} are not published yet: the date is provisional and may move."
        ),
        StepKind.CALENDAR: _("Counted by the working calendar {name}."),
    }[step.kind]
