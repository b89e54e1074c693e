"""The published working calendar, read from ``resources/calendar``."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.calendar import WorkCalendar

if TYPE_CHECKING:
    from pathlib import Path


def read_calendar(path: Path) -> WorkCalendar:
    """Read the calendar: for each published year its days off and its make-up days."""
    content = json.loads(path.read_text("utf-8"))
    years = content["years"]
    return WorkCalendar(
        version=content["version"],
        years=frozenset(int(year) for year in years),
        days_off=_days(years, "days_off"),
        make_up_days=_days(years, "make_up_days"),
    )


def _days(years: dict[str, dict[str, list[str]]], key: str) -> frozenset[date]:
    return frozenset(
        date.fromisoformat(f"{year}-{day}") for year, each in years.items() for day in each[key]
    )
