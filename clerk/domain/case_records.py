"""What a case keeps of things that begin on one day and end on another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.domain.clock_events import ProcedureEnded, ProcedureStarted
    from clerk.domain.counter_events import FeeNoticed, FeePaid, VisitArranged, VisitHeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One special procedure of a case: how it began and, once it is over, how it ended."""

    started: ProcedureStarted
    ended: ProcedureEnded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit to the site: as arranged and, once held, as found."""

    arranged: VisitArranged
    held: VisitHeld | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """One legal fee: as told and, once paid, as paid."""

    noticed: FeeNoticed
    paid: FeePaid | None = None
