"""Looking up: what a clerk types, the lists that stand on the screen, one case opened by number."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial

from clerk.usecases.lines import Queue
from tests.bench.figures import Figure, at_percent, timed
from tests.bench.past import Past
from tests.desk import TestDesk

FLAT = 2.0  # times the same look-up in a thousand cases
INFIX = "two characters inside a name"
INFIX_GOAL_MS = 5.0
_COUNT_SHARE = 5  # the lists are read this many times less often than searches

Times = dict[str, list[float]]


def look_up(desk: TestDesk, past: Past, times: int) -> tuple[Times, dict[str, float]]:
    """Time every look-up; also return how many lines each showed, as a rule."""
    dice = random.Random(7)  # noqa: S311  the same questions in every run
    reading, found, shown = desk.room.reading, {}, {}
    names = _names(desk, dice, times)
    numbers = [past.number(dice.randrange(past.count)) for _ in range(times)]
    questions: dict[str, list[str]] = {
        "a whole number": numbers,
        "last six digits": [each[-6:] for each in numbers],
        "how a name begins": [each[:2] for each in names],
        INFIX: [each[1:3] for each in names],
        "initials": [each for _, each in zip(names, _initials(dice), strict=False)],
    }
    for name, texts in questions.items():
        found[name] = [timed(partial(reading.search, text)) for text in texts]
        shown[name] = at_percent([len(reading.search(text)) for text in texts[:50]], 50)
    typed = {
        "applicants, one character typed": [each[:1] for each in names],
        "applicants, three digits of a phone": ["139"] * times,
    }
    for name, texts in typed.items():
        found[name] = [timed(partial(reading.applicants, text)) for text in texts]
    for name, job in _lists(desk).items():
        found[name] = [timed(job) for _ in range(max(20, times // _COUNT_SHARE))]
    found["open a case by number"] = [
        timed(lambda number=each: reading.case(reading.by_number(number))) for each in numbers
    ]
    return found, shown


def told(sizes: dict[int, tuple[Times, dict[str, float]]]) -> Iterator[Figure]:
    """Tell each look-up at each size, and whether the largest store is as quick as the least."""
    least, largest = min(sizes), max(sizes)
    for name in sizes[least][0]:
        for size, (times, shown) in sizes.items():
            goal = INFIX_GOAL_MS if name == INFIX else None
            lines = {"lines": shown[name]} if name in shown else {}
            at = f"look up, {size:,} cases: {name}"
            yield Figure(
                name=f"{at}, p50", value=at_percent(times[name], 50), unit="ms", against=lines
            )
            yield Figure(
                name=f"{at}, p99", value=at_percent(times[name], 99), unit="ms", at_most=goal
            )
        before, after = (at_percent(sizes[each][0][name], 50) for each in (least, largest))
        yield Figure(
            name=f"look up, flat: {name}",
            value=after / before,
            unit="x",
            at_most=FLAT,
            against={f"{largest:,} ms": after, f"{least:,} ms": before} | _lines(name, sizes),
        )


def _lines(name: str, sizes: dict[int, tuple[Times, dict[str, float]]]) -> dict[str, float]:
    """More lines take longer to show, so a search tells how many it found where."""
    return {f"{at:,} lines": shown[name] for at, (_, shown) in sizes.items() if name in shown}


def _names(desk: TestDesk, dice: random.Random, times: int) -> list[str]:
    """Return names of three characters as they come in the store, the common ones oftener."""
    connection = desk.open.store.connection
    with connection.begin():
        last = connection.exec_driver_sql("SELECT max(row) FROM case_").scalar()
        names: list[str] = []
        while len(names) < times:
            found = connection.exec_driver_sql(
                "SELECT applicant FROM case_ WHERE row = ?", (dice.randrange(1, last + 1),)
            ).scalar()
            if found and len(found) == 3:
                names.append(found)
    return names


def _initials(dice: random.Random) -> Iterator[str]:
    while True:
        yield dice.choice("wlzcyhx") + dice.choice("wlzcyhxjmg")


def _lists(desk: TestDesk) -> dict[str, Callable[[], object]]:
    reading, today = desk.room.reading, desk.clock().date()
    return {
        "worklist, what is due": lambda: reading.queue(Queue.TO_DO),
        "worklist, before the chief": lambda: reading.queue(Queue.TO_SIGN),
        "worklist, all, newest first": lambda: reading.queue(Queue.ALL),
        "the counts of the status line": lambda: reading.counts(today),
    }
