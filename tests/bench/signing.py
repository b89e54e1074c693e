"""Signatures: a sign-off, a batch, a PIN; and a journal walked, beside Ed25519 alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from clerk.cli.inspection import inspect_desk
from clerk.store.ed25519 import OpenKey, verifies
from clerk.store.sealed_key import sealed, unsealed
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.sign_many import SignMany, sign_many
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from tests.bench.figures import Figure, at_percent, ratio, timed
from tests.desk import CHIEF, CLERK, PERSON, PINS, TestDesk, application, make_desk

BATCH = 50
_UNLOCKS = 9
_DIGEST = bytes(32)


def measure(folder: Path, journal: int) -> Iterator[Figure]:
    """Measure with a journal of so many entries."""
    desk = make_desk(folder / "signing")
    yield _unlock()
    key = OpenKey.new()
    signature = key.sign(_DIGEST)
    raw_ms = timed(lambda: [verifies(key.key, _DIGEST, signature) for _ in range(1_000)]) / 1_000
    yield Figure(name="verify one signature", value=raw_ms, unit="ms")
    yield _sign_off(desk)
    yield _batch(desk)
    _fill(desk, journal)
    desk.close()
    yield from _walked(folder / "signing", raw_ms)


def _unlock() -> Figure:
    box = sealed(OpenKey.new(), "135790", owner="x", secret=b"s")
    took = [timed(lambda: unsealed(box, "135790", owner="x", secret=b"s")) for _ in range(_UNLOCKS)]
    return Figure(name="PIN unlock, p50", value=at_percent(took, 50), unit="ms", at_most=300)


def _sign_off(desk: TestDesk) -> Figure:
    took = []
    for case in _before_the_chief(desk, BATCH, "SCJG-005"):
        wish = SignOff(
            case_id=case.id,
            by=CHIEF,
            pin=PINS[CHIEF.id],
            decision=Decision.GRANT,
            opinion="同意。",
            seen=case.substance,
        )
        took.append(timed(lambda wish=wish: sign_off(wish, desk.open.counter)))
    return Figure(
        name="sign-off without the PIN's cost, p50", value=at_percent(took, 50), unit="ms"
    )


def _batch(desk: TestDesk) -> Figure:
    cases = _before_the_chief(desk, BATCH, "SCJG-004", PERSON)
    wish = SignMany(
        by=CHIEF,
        pin=PINS[CHIEF.id],
        opinion="同意。",
        seen={case.id: case.substance for case in cases},
    )
    signed = []
    took = timed(lambda: signed.append(sign_many(wish, desk.open.counter)))
    assert len(signed[0].done) == BATCH
    return Figure(name="batch of 50 without the PIN's cost", value=took, unit="ms")


def _before_the_chief(desk: TestDesk, count: int, item: str, *applicant):
    opening = application(desk, item, *applicant)
    wish = AcceptCase(opening=opening, by=CLERK, opinion="齐全。")
    return [accept_case(wish, desk.open.counter).case for _ in range(count)]


def _fill(desk: TestDesk, journal: int) -> None:
    opening = application(desk, "SCJG-005")
    wish = AcceptCase(opening=opening, by=CLERK, opinion="齐全。")
    while desk.open.store.head.sequence <= journal:
        accept_case(wish, desk.open.counter)
        desk.open.store.rest()


def _walked(folder: Path, raw_ms: float) -> Iterator[Figure]:
    began = perf_counter()
    inspection = inspect_desk(folder)
    seconds = perf_counter() - began
    assert inspection.holds
    per_entry = seconds * 1000 / inspection.entries
    yield Figure(
        name=f"verify a journal of {inspection.entries:,}",
        value=1000 / per_entry,
        unit="events/s",
        against={"seconds": seconds},
    )
    parts = ("entry ms", per_entry), ("Ed25519 ms", raw_ms)
    yield ratio("verify: one entry against Ed25519 alone", *parts, at_most=None)
