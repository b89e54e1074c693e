"""What a hand feels: from a key to its picture, and from a scan to the open case.

    python -m tests.bench.hands FOLDER NUMBER...

The real window on a real store, offscreen, with its worker; somebody is signed in. A key is timed
from its arrival to the end of the next painting; a scan from its Return to the painted case.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import run
from time import perf_counter

from clerk.domain.case_number import CaseNumber
from tests.bench.figures import Figure, at_percent

KEY_GOAL_MS, SCAN_GOAL_MS, HELD_GOAL_MS = 16.0, 10.0, 50.0
LINES = 30
KEYS = 400
_ITEM, _MODEL = "BENCH-030", ("ZJ.json", "ZJ-001")
_LONGEST_S = 20
_GAP_MS = 5


def measure(folder: Path, cases: int, numbers: list[CaseNumber]) -> Iterator[Figure]:
    """Work the window on the store of a folder, in a process of its own."""
    done = run(
        [sys.executable, "-m", "tests.bench.hands", str(folder), *numbers],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    times: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    at = f"hands, {cases:,} cases"
    for name, percent, goal in (
        (f"a key in the checklist of {LINES} lines to its picture", 95, KEY_GOAL_MS),
        ("a letter in the applicant's name to its picture", 95, KEY_GOAL_MS),
        ("a scan's Return to the painted case", 99, SCAN_GOAL_MS),
        ("the screen's thread held at one go", 100, HELD_GOAL_MS),
    ):
        yield Figure(
            name=f"{at}: {name}, p{percent}",
            value=at_percent(times[name.partition(" of ")[0]], percent),
            unit="ms",
            at_most=goal,
            against={"p50": at_percent(times[name.partition(" of ")[0]], 50)},
        )


def _work(folder: Path, numbers: list[str]) -> dict[str, list[float]]:
    from tests.bench.hand_at_window import HandAtWindow  # noqa: PLC0415  Qt only in this process

    with tempfile.TemporaryDirectory() as papers:
        hand = HandAtWindow(folder, Path(papers), _long_item())
        try:
            hand.choose(_ITEM, LINES)
            letters = itertools.islice(itertools.cycle("haoweilai"), KEYS)
            return {
                "a key in the checklist": [hand.mark(n % LINES) for n in range(KEYS)],
                "a letter in the applicant's name to its picture": hand.write(letters),
                "a scan's Return to the painted case": [hand.scan(each) for each in numbers],
                "the screen's thread held at one go": hand.held,
            }
        finally:
            hand.close()


def _long_item() -> bytes:
    """Return a list with one item that asks for many papers."""
    from clerk.bootstrap import resources  # noqa: PLC0415  likewise

    file, model = _MODEL
    content = json.loads((resources() / "catalogue" / file).read_text("utf-8"))
    item = next(each for each in content["items"] if each["id"] == model)
    papers = itertools.islice(itertools.cycle(item["materials"]), LINES)
    item |= {"id": _ITEM, "situations": []}
    item["materials"] = [
        {k: v for k, v in each.items() if k != "required_if"}
        | {"required": True, "name_zh": f"{each['name_zh']}（{n}）"}
        for n, each in enumerate(papers, 1)
    ]
    content["items"] = [item]
    return json.dumps(content, ensure_ascii=False).encode()


def until(holds: Callable[[], bool], turn: Callable[[], None]) -> float:
    """Turn until something holds; return how many milliseconds that took."""
    began = perf_counter()
    while not holds():
        if perf_counter() - began > _LONGEST_S:
            raise TimeoutError
        turn()
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    print(json.dumps(_work(Path(sys.argv[1]), sys.argv[2:])))
