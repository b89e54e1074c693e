"""What every fact carries, about a case or about people: who did it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clerk.domain.staff import StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One fact: who did it, and when by the window's clock."""

    by: StaffId
    at: datetime
