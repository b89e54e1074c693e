"""Measures the program beside its goals and beside what this machine can do at best.

    python3 packaging/dev.py bench [--quick] [--json FILE] [--only NAME]

Nothing is asserted: a goal that is missed is told. ``--quick`` leaves out the million cases.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clerk.domain.case_number import CaseNumber
from tests.bench import (
    accepting,
    clock,
    hands,
    lookups,
    memory,
    papers,
    rebuilding,
    signing,
    starting,
)
from tests.bench.figures import Figure, table, write_json
from tests.bench.past import Past
from tests.bench.store_of_years import make_store

PARTS = ("accept", "paper", "sign", "clock", "years")


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How much is measured. ``rebuilt_at`` is the size whose journal is replayed."""

    sizes: tuple[int, ...]
    rebuilt_at: int
    accepts: int
    papers: int
    moved: int
    cold_papers: int
    lookups: int
    starts: int
    walked: int


FULL = Extent(
    sizes=(1_000, 100_000, 1_000_000),
    rebuilt_at=445_000,  # a million entries
    accepts=2_000,
    papers=200,
    moved=2_000,
    cold_papers=9,
    lookups=500,
    starts=9,
    walked=100_000,
)
QUICK = Extent(
    sizes=(1_000, 100_000),
    rebuilt_at=10_000,
    accepts=400,
    papers=60,
    moved=200,
    cold_papers=5,
    lookups=200,
    starts=5,
    walked=10_000,
)


def main(arguments: list[str]) -> int:
    """Measure, and tell figures and goals side by side."""
    asked = _asked(arguments)
    extent = QUICK if asked.quick else FULL
    figures: list[Figure] = []
    folder = Path(tempfile.mkdtemp(prefix="clerk-bench-", dir=asked.dir))
    try:
        for figure in _measured(tuple(asked.only or PARTS), extent, folder):
            figures.append(figure)
            _say(f"{figure.name}: {figure.value:,.3f} {figure.unit}")
            if asked.json:
                write_json(asked.json, figures)
    finally:
        shutil.rmtree(folder)
    print(table(figures))
    return 0


def _measured(parts: tuple[str, ...], extent: Extent, folder: Path) -> Iterator[Figure]:
    if "accept" in parts:
        yield from accepting.measure(folder, extent.accepts)
    if "paper" in parts:
        yield from papers.measure(folder, extent.papers, extent.cold_papers)
    if "sign" in parts:
        yield from signing.measure(folder, extent.walked)
    if "clock" in parts:
        yield from clock.measure(folder, extent.moved)
    if "years" in parts:
        yield from _years(extent, folder)


def _years(extent: Extent, folder: Path) -> Iterator[Figure]:
    """Grow one store; starting is measured at both ends, and a copy is left to be rebuilt."""
    place, copy = folder / "years", folder / "rebuilt"
    desk, past = make_store(place)
    found = {}
    for size in sorted({*extent.sizes, extent.rebuilt_at}):
        began = time.monotonic()
        past.grow_to(size)
        _say(f"{size:,} cases stand after {time.monotonic() - began:.0f} s")
        if size in extent.sizes:
            found[size] = lookups.look_up(desk, past, extent.lookups)
        desk.close()
        if size == extent.rebuilt_at:
            shutil.copytree(place, copy)
        if size in (min(extent.sizes), max(extent.sizes)):
            yield from starting.measure(place, size, extent.starts)
            yield from hands.measure(place, size, _some_numbers(past, extent.lookups))
        desk = past.go_on()
    desk.close()
    yield from memory.measure(place, past.count, _some_numbers(past, 100))
    yield from lookups.told(found)
    yield from rebuilding.measure(copy)


def _some_numbers(past: Past, count: int) -> list[CaseNumber]:
    return [past.number(at) for at in range(0, past.count, max(past.count // count, 1))]


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Figures beside their goals.")
    parser.add_argument("--quick", action="store_true", help="leave out the million cases")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument(
        "--only", action="append", choices=PARTS, metavar="PART", help=f"one of {', '.join(PARTS)}"
    )
    parser.add_argument("--dir", type=Path, help="where the stores are made; its disk is measured")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
