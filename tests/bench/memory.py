"""How much memory a desk holds with its years behind it, after a morning of looking things up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

from clerk.domain.case_number import CaseNumber
from clerk.usecases.lines import Queue
from tests.bench.figures import Figure, resident_mib

GOAL_MIB = 180
SEARCHES = ("王", "张伟", "国志", "wl", "zh", "0042", "139", "建", "李", "文斌")


def measure(folder: Path, cases: int, numbers: list[CaseNumber]) -> Iterator[Figure]:
    """Look things up in the store of a folder, in a process of its own."""
    done = run(
        [sys.executable, "-m", "tests.bench.memory", str(folder), *numbers],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    before, after = map(float, done.stdout.split())
    yield Figure(
        name=f"memory, {cases:,} cases: store open, no window",
        value=after,
        unit="MiB",
        at_most=GOAL_MIB,
        against={"before opening MiB": before},
    )


def _look_up(folder: Path, numbers: list[str]) -> None:
    before = resident_mib()
    from tests.desk import open_test_desk  # noqa: PLC0415  what it brings in is part of the figure

    desk = open_test_desk(folder)
    reading = desk.room.reading
    for _ in range(10):
        for text in (*SEARCHES, *numbers):
            reading.search(text)
        for queue in Queue:
            reading.queue(queue)
        for number in numbers:
            case_id = reading.by_number(CaseNumber(number))
            if case_id:
                reading.case(case_id)
    print(before, resident_mib())
    desk.close()


if __name__ == "__main__":
    _look_up(Path(sys.argv[1]), sys.argv[2:])
