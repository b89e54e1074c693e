"""From the call of the program to its first frame, and to its first use, beside a bare window.

The two take turns; each is a new process on files the system has read before. The screen is Qt's
offscreen one, so no window system is in the figures.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

from tests.bench.figures import Figure, at_percent, ratio
from tests.bench.memory import GOAL_MIB

GOAL = 1.5
LONGEST_S = 300
MOMENTS = {"frame": "first frame", "usable": "usable"}


def measure(folder: Path, cases: int, times: int) -> Iterator[Figure]:
    """Start the desk in a folder; nobody else may have it open."""
    which = {"bare": "bare", "desk": str(folder)}
    found: dict[str, list[dict[str, float]]] = {name: [] for name in which}
    for _ in range(times + 1):
        for name, argument in which.items():
            found[name].append(_start(argument))
    for moment, words in MOMENTS.items():
        desk, bare = (
            at_percent([each[moment] for each in found[name][1:]], 50) for name in ("desk", "bare")
        )
        name = f"start, {cases:,} cases: {words}"
        yield Figure(name=f"{name} p50", value=desk, unit="ms")
        yield ratio(
            f"{name}: against a bare window", ("desk ms", desk), ("bare window ms", bare), GOAL
        )

    desk, bare = (
        at_percent([each["memory"] for each in found[name][1:]], 50) for name in ("desk", "bare")
    )
    yield Figure(
        name=f"memory, {cases:,} cases: the window just opened",
        value=desk,
        unit="MiB",
        at_most=GOAL_MIB,
        against={"bare window MiB": bare},
    )


def _start(argument: str) -> dict[str, float]:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    began = time.monotonic()
    done = run(
        [sys.executable, "-m", "tests.bench.started", argument],
        capture_output=True,
        encoding="utf-8",
        env=surroundings,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    instants = json.loads(done.stdout.splitlines()[-1])
    return {moment: (instants[moment] - began) * 1000 for moment in MOMENTS} | {
        "memory": instants["memory"]
    }
