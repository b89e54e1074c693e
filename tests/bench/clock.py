"""The law's clock: due dates of many open cases reckoned, and moved on the disk by a new calendar.

The rules alone are measured on a hundred thousand cases, as many as a city has open; the disk on
fewer, because it does the same for each: read the journal, reckon, sign, write the rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from clerk import bootstrap
from clerk.cli.calendar import take_calendar
from clerk.domain.lapses import lapsed, recomputed
from clerk.domain.lights import pressing_of
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.calendar_file import read_calendar
from clerk.usecases.keep_the_clock import keep_the_clock
from tests.bench.figures import Figure, timed
from tests.desk import CLERK, application, make_desk
from tests.domain.timed_item import accepted_on, at

OPEN = 100_000
_DAYS = 200
_ITEM = "SCJG-007"


def measure(folder: Path, cases: int) -> Iterator[Figure]:
    """Reckon in memory, then move real cases of a real desk."""
    yield from _rules()
    yield from _disk(folder, cases)


def _rules() -> Iterator[Figure]:
    shipped, later = bootstrap.shipped_calendar(), read_calendar(_next_year())
    first = date(2026, 6, 1)
    days = ((first + timedelta(days=n)).isoformat() for n in range(_DAYS))
    cases = tuple(accepted_on(day, calendar=shipped) for day in days)
    now = at("2026-12-18")
    moved = sum(recomputed(each, now, later) is not each for each in cases)

    def all_of(step: object) -> None:
        for number in range(OPEN):
            step(cases[number % _DAYS])

    reckoning = timed(lambda: all_of(lambda each: recomputed(each, now, later)))
    yield Figure(
        name=f"due dates of {OPEN:,} open cases by a new calendar, rules alone",
        value=reckoning / 1000,
        unit="s",
        against={"moved of each hundred": 100 * moved / len(cases)},
    )
    lapsing = timed(lambda: all_of(lambda each: lapsed(each, now, shipped)))
    yield Figure(name=f"what the law did to {OPEN:,} open cases", value=lapsing / 1000, unit="s")
    pressing = timed(lambda: all_of(lambda each: pressing_of(each, shipped)))
    yield Figure(
        name="what presses in one case, for its row", value=1000 * pressing / OPEN, unit="us"
    )


def _disk(folder: Path, count: int) -> Iterator[Figure]:
    desk = make_desk(folder / "clock")
    keep_the_clock(desk.open.counter)
    desk.clock.on(days=35)  # 28 December: everything promised is provisional
    wish = AcceptCase(opening=application(desk, _ITEM), by=CLERK)
    for _ in range(count):
        accept_case(wish, desk.open.counter)
    moved: list[object] = []
    took = timed(lambda: moved.extend(take_calendar(desk.open, _next_year())))
    assert len(moved) == count
    again = timed(lambda: keep_the_clock(desk.open.counter))
    desk.close()
    yield Figure(
        name="one open case moved by a new calendar, written and signed",
        value=took / count,
        unit="ms",
        against={"cases": count, "minutes for 100,000": took / count * OPEN / 60_000},
    )
    yield Figure(name="the clock kept when nothing is due", value=again, unit="ms", at_most=20)


def _next_year() -> bytes:
    """Publish an invented year after the shipped ones."""
    file = bootstrap.resources() / "calendar" / "china.json"
    document = json.loads(file.read_text("utf-8"))
    document["version"] = "CN-2027.1"
    off = {"元旦": ["01-01"], "春节": ["02-05", "02-08", "02-09", "02-10", "02-11"]}
    document["years"]["2027"] = {"days_off": off, "make_up_days": {"春节": ["02-13"]}}
    return json.dumps(document, ensure_ascii=False).encode()
