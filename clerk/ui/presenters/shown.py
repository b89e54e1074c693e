"""Values of the trade as the screen writes them, in the language of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.usecases.language import _, current_language
from clerk.usecases.wording import say_problem

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.catalogue import Words
    from clerk.domain.refusals import Problem


def said(words: Words) -> str:
    """Return the text in the language of the screen."""
    return words.in_language(current_language())


def day_text(day: date, today: date) -> str:
    """Write a day for reading; the year only where it is not this one."""
    if day.year == today.year:
        return _("{month}/{day}").format(month=day.month, day=day.day)
    return day.isoformat()


def reason(problem: Problem) -> str:
    """Say what is wrong with a field and what to do."""
    return str(say_problem(problem))
