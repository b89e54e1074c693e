"""The published working calendar as a file: read whole, or refused with everything wrong with it.

A due date is law for the applicant, so a calendar that could be read in two
ways is not taken: each day stands once, belongs to a named holiday, and a
make-up day is a Saturday or a Sunday.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from clerk.domain.calendar import SATURDAY, WorkCalendar
from clerk.domain.catalogue import Words
from clerk.domain.codec import canonical
from clerk.domain.refusals import InvalidInput, Problem
from clerk.usecases.findings import Findings
from clerk.usecases.json_fields import Fields, is_text, shown, tell_wrong_type
from clerk.usecases.strict_json import numbered, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMA = 1
FIRST_YEAR, LAST_YEAR = 1999, 2199
"""The State Council publishes its arrangement since 1999."""
VERSION = re.compile(r"[A-Z]{2,8}-(?P<year>[0-9]{4})\.(?P<edition>[0-9]{1,4})")
_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")


def read_calendar(raw: bytes) -> WorkCalendar:
    """Read a calendar.

    Raises:
        InvalidInput: There is something wrong with it; all problems, each with its place.
    """
    findings = Findings()
    fields = Fields.of(read_json(raw, findings), "", findings)
    fields.optional_text("$schema")
    fields.optional_text("source", longest=2_000)
    if fields.value("schema") != SCHEMA and fields.has("schema"):
        found = shown(str(fields.value("schema")))
        fields.problem("schema", "schema_unknown", found=found, known=SCHEMA)
    version = fields.text("version", longest=20, pattern=VERSION)
    days = _Days(_holidays(fields), findings)
    years = frozenset(_years(fields, days))
    fields.unknown("unknown_in_calendar")
    findings.refuse_problems()
    return WorkCalendar(
        version=version,
        years=years,
        days_off=frozenset(days.off),
        make_up_days=frozenset(days.make_up),
        names={**days.off, **days.make_up},
    )


def write_calendar(calendar: WorkCalendar) -> bytes:
    """Write a calendar so that :func:`read_calendar` reads the same."""
    years = {
        str(year): {
            "days_off": _by_holiday(calendar, calendar.days_off, year),
            "make_up_days": _by_holiday(calendar, calendar.make_up_days, year),
        }
        for year in calendar.years
    }
    document = {
        "schema": SCHEMA,
        "version": calendar.version,
        "holidays": {each.zh: each.en for each in calendar.names.values()},
        "years": years,
    }
    return canonical(document)


def is_newer(one: WorkCalendar, other: WorkCalendar) -> bool:
    """Whether a calendar was published after another: CN-2026.2 after CN-2026.1."""
    return _edition(one) > _edition(other)


def must_be_newer(found: WorkCalendar, held: WorkCalendar) -> WorkCalendar:
    """Return a calendar that may follow the one a desk goes by; the same one may come again.

    Raises:
        InvalidInput: It is older, or another one of the same name.
    """
    kind = ""
    if is_newer(held, found):
        kind = "calendar_older"
    elif found != held and not is_newer(found, held):
        kind = "calendar_differs"
    if kind:
        facts = {"found": found.version, "held": held.version}
        raise InvalidInput(problems=(Problem("version", kind, facts),))
    return found


def _edition(calendar: WorkCalendar) -> tuple[int, int]:
    match = VERSION.fullmatch(calendar.version)
    return (int(match["year"]), int(match["edition"])) if match else (0, 0)


def _by_holiday(calendar: WorkCalendar, days: frozenset[date], year: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for day in sorted(each for each in days if each.year == year):
        found.setdefault(calendar.names[day].zh, []).append(f"{day:%m-%d}")
    return found


@dataclass(slots=True)
class _Days:
    """The days read so far, each with its holiday."""

    holidays: Mapping[str, Words]
    findings: Findings
    off: dict[date, Words] = field(default_factory=dict)
    make_up: dict[date, Words] = field(default_factory=dict)

    def add(self, day: date, name: str, place: str, *, is_off: bool) -> None:
        if day in self.off or day in self.make_up:
            self.findings.problem(place, "day_twice", day=day.isoformat())
        elif not is_off and day.weekday() < SATURDAY:
            self.findings.problem(place, "make_up_on_a_weekday", day=day.isoformat())
        else:
            (self.off if is_off else self.make_up)[day] = self.holidays[name]


def _holidays(fields: Fields) -> dict[str, Words]:
    names = fields.record("holidays")
    return {each: Words(each, names.text(each)) for each in names.raw}


def _years(fields: Fields, days: _Days) -> Iterator[int]:
    published = fields.record("years")
    if published.is_readable and not published.raw:
        fields.problem("years", "no_year")
    for name in published.raw:
        if not _YEAR.fullmatch(name) or not FIRST_YEAR <= int(name) <= LAST_YEAR:
            published.problem(name, "not_a_year", text=shown(name))
            continue
        _read_year(int(name), published.record(name), days)
        yield int(name)


def _read_year(year: int, fields: Fields, days: _Days) -> None:
    for name, is_off in (("days_off", True), ("make_up_days", False)):
        listed = fields.record(name)
        for holiday in listed.raw:
            place = listed.place_of(holiday)
            if holiday not in days.holidays:
                days.findings.problem(place, "holiday_unknown", name=shown(holiday))
                continue
            for spot, day in _listed(year, listed.value(holiday), place, days.findings):
                days.add(day, holiday, spot, is_off=is_off)
        if is_off and listed.is_readable and not listed.raw:
            fields.problem(name, "year_without_holidays", year=year)


def _listed(
    year: int, values: object, place: str, findings: Findings
) -> Iterator[tuple[str, date]]:
    if not isinstance(values, list):
        tell_wrong_type(values, "list", place, findings)
        return
    for spot, each in numbered(values, place):
        if not is_text(each, spot, findings, longest=5):
            continue
        try:
            day = date.fromisoformat(f"{year}-{each}") if _DAY.fullmatch(each) else None
        except ValueError:
            day = None
        if day is None:
            findings.problem(spot, "not_a_day_of_the_year", text=shown(each), year=year)
        else:
            yield spot, day
