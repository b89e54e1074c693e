"""One page, drawn by the paper room and by typst in turns of twenty; warm, and in a new process.

Cold is from the first import to the PDF in hand; the start of Python itself is in neither.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from subprocess import run
from time import perf_counter

from clerk import bootstrap
from clerk.domain.case_number import NumberParts, compose
from clerk.domain.papers import Paper, PaperKind
from tests.bench.figures import Figure, at_percent, ratio, timed
from tests.paper.specimens import specimen

BLOCK = 20
WARM_UP = 3
HANDS = ("ours", "typst")


def measure(folder: Path, times: int, cold_times: int) -> Iterator[Figure]:
    """Draw the voucher of another case each time."""
    warm: dict[str, list[float]] = {hand: [] for hand in HANDS}
    pages: dict[str, bytes] = {}
    draws = {hand: _drawer(hand) for hand in HANDS}
    for block in range(0, times, BLOCK):
        for hand, draw in draws.items():
            for at in range(WARM_UP + BLOCK):
                paper = _voucher(block + at + 1)
                began = perf_counter()
                pages[hand] = draw(paper)
                if at >= WARM_UP:  # the other hand had the processor's caches
                    warm[hand].append((perf_counter() - began) * 1000)
    cold: dict[str, list[float]] = {hand: [] for hand in HANDS}
    for _ in range(cold_times):
        for hand in HANDS:
            cold[hand].append(_cold(hand, folder))
    for hand in HANDS:
        yield Figure(name=f"paper, {hand}: size", value=len(pages[hand]) / 1024, unit="KiB")
    yield from _told("warm", warm, 10)
    yield from _told("cold", cold, 120)


def _told(name: str, times: dict[str, list[float]], goal: float) -> Iterator[Figure]:
    ours, typst = (at_percent(times[hand], 50) for hand in HANDS)
    yield Figure(name=f"paper {name} p50", value=ours, unit="ms", at_most=goal)
    yield Figure(name=f"paper {name} p99", value=at_percent(times["ours"], 99), unit="ms")
    yield ratio(f"paper {name} p50: beside typst", ("ours ms", ours), ("typst ms", typst), None)


def _voucher(sequence: int) -> Paper:
    parts = NumberParts(
        center="3499", window="007", incarnation=1, day=date(2026, 11, 23), sequence=sequence
    )
    return specimen(
        PaperKind.MATERIAL_VOUCHER,
        case_number=compose(parts),
        document_number=f"云市监收〔2026〕A07-{sequence:04d}号",
    )


def _drawer(hand: str) -> Callable[[Paper], bytes]:
    if hand == "ours":
        from clerk.paper.room import PaperRoom  # noqa: PLC0415  a cold start counts its import

        return PaperRoom(bootstrap.resources()).draw
    from tests.bench.second_hand import SecondHand  # noqa: PLC0415  likewise

    return SecondHand(bootstrap.resources()).draw


def _cold(hand: str, folder: Path) -> float:
    out = folder / f"{hand}.pdf"
    done = run(
        [sys.executable, "-m", "tests.bench.papers", hand, str(out)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return float(done.stdout)


def _draw_once(hand: str, out: str) -> None:
    paper = _voucher(1)
    drawn: list[bytes] = []
    print(timed(lambda: drawn.append(_drawer(hand)(paper))))
    Path(out).write_bytes(drawn[0])


if __name__ == "__main__":
    _draw_once(*sys.argv[1:])
