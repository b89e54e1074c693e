"""From the call of the program to its first frame, and to its first use, beside a bare window.

They take turns; each is a new process on files the system has read before, with the byte code of
the program written as an installation does. The screen is Qt's offscreen one, so no window system
is in the figures. The bare window is the least PySide6 can show: a main window with one field, in
no style, language or font of its own.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

from tests.bench.figures import Figure, at_percent, ratio
from tests.bench.memory import GOAL_MIB
from tests.desk import CLERK, PINS

GOAL = 1.5
LONGEST_S = 300
MOMENTS = {"frame": "first frame", "ready": "the sign-in names its people and takes keys"}

Start = dict[str, float]


def measure(folder: Path, cases: int, times: int) -> Iterator[Figure]:
    """Start the desk in a folder; nobody else may have it open."""
    ways = {
        "bare": ("bare",),
        "typed": ("typed", str(folder), CLERK.number, PINS[CLERK.id]),
        "known": ("known", str(folder), CLERK.number, PINS[CLERK.id]),
    }
    found: dict[str, list[Start]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as byte_code:
        for _ in range(times + 1):
            for name, words in ways.items():
                found[name].append(_start(words, byte_code))
    yield from _told(f"start, {cases:,} cases", found)
    yield Figure(
        name=f"memory, {cases:,} cases: the window just opened",
        value=_middle(found["known"], "memory"),
        unit="MiB",
        at_most=GOAL_MIB,
        against={"bare window MiB": _middle(found["bare"], "memory")},
    )


def _told(name: str, found: dict[str, list[Start]]) -> Iterator[Figure]:
    for moment, words in MOMENTS.items():
        desk, bare = _middle(found["typed"], moment), _middle(found["bare"], moment)
        yield Figure(name=f"{name}: {words}, p50", value=desk, unit="ms")
        yield ratio(
            f"{name}: {words}, against a bare window", ("desk", desk), ("bare window", bare), GOAL
        )
    yield ratio(
        f"{name}: processor time to the first frame, against a bare window",
        ("desk ms", _middle(found["typed"], "processor")),
        ("bare window ms", _middle(found["bare"], "processor")),
        GOAL,
    )
    yield Figure(
        name=f"{name}: Return behind the PIN to the accept page with a key taken, p50",
        value=_middle(found["typed"], "after return"),
        unit="ms",
    )
    yield Figure(
        name=f"{name}: call to the accept page with a key taken, somebody signed in, p50",
        value=_middle(found["known"], "at work"),
        unit="ms",
    )


def _middle(starts: list[Start], moment: str) -> float:
    """Return the median, without the first start, which wrote the byte code."""
    return at_percent([each[moment] for each in starts[1:]], 50)


def _start(words: tuple[str, ...], byte_code: str) -> Start:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": byte_code}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    done = run(
        [sys.executable, "-m", "tests.bench.started", *words],
        capture_output=True,
        encoding="utf-8",
        env=surroundings,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode or not done.stdout:
        raise RuntimeError(done.stderr)
    told = json.loads(done.stdout.splitlines()[-1])
    page_mib = os.sysconf("SC_PAGE_SIZE") / 2**20
    start = {
        "memory": told.pop("resident pages") * page_mib,
        "processor": told.pop("processor to frame") * 1000,
    }
    start |= {moment: (at - began) * 1000 for moment, at in told.items()}
    if "typed" in start:
        start["after return"] = start["at work"] - start["typed"]
    return start
