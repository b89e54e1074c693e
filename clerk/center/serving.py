"""Running the registrar: one decides, a second stands by for when the first falls silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.center.lease import pulse, take_lease
from clerk.center.proving import Prover
from clerk.center.registrar import Registrar

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Seconds between looks into an empty inbox, and of silence before a standby takes over."""

    idle_s: float = 0.2
    silence_s: float = 10.0


def stand_by(
    engine: Engine,
    center: str,
    rhythm: Rhythm,
    *,
    now_s: Callable[[], float],
    wait: Callable[[float], bool],
) -> int | None:
    """Wait until nobody decides and take the lease; return its token, None when told to stop.

    Silence is measured by this machine's own steady clock (``now_s``), never by
    comparing clocks. ``wait`` sleeps so many seconds and says whether to go on.
    """
    seen, since = pulse(engine, center), now_s()
    while seen is not None and now_s() - since < rhythm.silence_s:
        if not wait(rhythm.silence_s / 10):
            return None
        latest = pulse(engine, center)
        if latest != seen:
            seen, since = latest, now_s()
    return take_lease(engine, center)


def serve(
    engine: Engine, center: str, token: int, rhythm: Rhythm, wait: Callable[[float], bool]
) -> int:
    """Decide until told to stop and return how many entries there were.

    Raises:
        Fenced: Another registrar took the lease.
    """
    registrar, done = Registrar(engine, center, token, Prover()), 0
    while True:
        amount = registrar.work()
        done += amount
        if not wait(0 if amount else rhythm.idle_s):
            return done
