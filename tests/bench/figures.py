"""Figures beside their goals: what was measured, its unit, and the limit it is held against."""

from __future__ import annotations

import json
import math
import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "reportlab", "typst")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured value. ``against`` holds a ratio's parts, measured in the same run."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    against: dict[str, float] = field(default_factory=dict)

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is reached; None where there is no goal."""
        return None if self.at_most is None else self.value <= self.at_most

    def plain(self) -> dict[str, object]:
        """Return the figure as JSON values."""
        return {
            "name": self.name,
            "value": round(self.value, 4),
            "unit": self.unit,
            "goal": None if self.at_most is None else f"<= {self.at_most:g}",
            "against": {name: round(value, 4) for name, value in self.against.items()},
            "met": self.is_met,
        }


def ratio(
    name: str, part: tuple[str, float], whole: tuple[str, float], at_most: float | None
) -> Figure:
    """Return one value divided by another, keeping both."""
    return Figure(
        name=name,
        value=part[1] / whole[1],
        unit="x",
        at_most=at_most,
        against=dict([part, whole]),
    )


def timed(job: Callable[[], object]) -> float:
    """Do a job and return how many milliseconds it took."""
    began = perf_counter()
    job()
    return (perf_counter() - began) * 1000


def at_percent(times: Sequence[float], percent: float) -> float:
    """Return the value that ``percent`` of the times do not pass (nearest rank)."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def resident_mib() -> float:
    """Return how much memory this process holds now (RSS), where the system tells."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def machine() -> dict[str, object]:
    """Return what the figures depend on besides the program."""
    return {
        "measured_at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load_of_the_last_minutes": [round(each, 2) for each in os.getloadavg()],
        "memory_mib": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in LIBRARIES},
    }


def table(figures: Sequence[Figure]) -> str:
    """Return figures and goals side by side, for people."""
    words = {None: "", True: "met", False: "NOT MET"}
    rows = [("figure", "value", "unit", "goal", "", "measured against")]
    for each in figures:
        goal = "" if each.at_most is None else f"<= {each.at_most:g}"
        parts = ", ".join(f"{name} {value:.3f}" for name, value in each.against.items())
        rows.append((each.name, f"{each.value:,.3f}", each.unit, goal, words[each.is_met], parts))
    widths = [max(len(row[at]) for row in rows) for at in range(5)]
    return "\n".join(
        "  ".join(
            text.rjust(width) if at == 1 else text.ljust(width)
            for at, (text, width) in enumerate(zip(row, [*widths, 0], strict=True))
        ).rstrip()
        for row in rows
    )


def write_json(path: Path, figures: Sequence[Figure]) -> None:
    """Write figures and machine for programs."""
    content = {"machine": machine(), "figures": [each.plain() for each in figures]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((x.partition(":")[2].strip() for x in lines if x.startswith("model name")), "")
