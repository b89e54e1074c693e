"""The words for each kind of problem a calendar file can have, beside those of any JSON file."""

from __future__ import annotations

from clerk.usecases.language import _


def calendar_sentences() -> dict[str, str]:
    """Say in one breath what is wrong, and what to do."""
    return {
        "no_year": _("The calendar holds no year. Get it again from its source."),
        "not_a_year": _("“{text}” is not a year a calendar can hold. Write it like 2026."),
        "year_without_holidays": _(
            "The year {year} has no holidays. Get it again from its source."
        ),
        "holiday_unknown": _(
            "{name} is not among the holidays this file names. Add it there, or correct it here."
        ),
        "not_a_day_of_the_year": _("“{text}” is no day of {year}. Write it like 10-01."),
        "day_twice": _("{day} stands in the calendar twice. Keep the right one."),
        "make_up_on_a_weekday": _(
            "{day} is no Saturday or Sunday, so it cannot be a make-up day. Correct it."
        ),
        "unknown_in_calendar": _(
            "The field {name} is not known to this program and is not kept. Nothing needs doing."
        ),
        "calendar_older": _(
            "The calendar {found} is older than {held}, which this desk goes by. Get the newer one."
        ),
        "calendar_differs": _(
            "The calendar {found} is not the same as the one of that name this desk goes by. "
            "Get one with a newer version."
        ),
    }
