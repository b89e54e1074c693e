"""Which window a case belongs to: one at a time, and only it may work on the case."""

from __future__ import annotations

from dataclasses import dataclass

from clerk.domain.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred(Event):
    """Its window gave the case to another one, saying what was promised (首问负责)."""

    to_window: str
    promised: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver(Event):
    """A chief took it from a window that cannot go on with it; only with the center's word."""

    from_window: str
    reason: str
