"""Which center and which window this is: what numbers and papers say of it."""

from __future__ import annotations

from dataclasses import dataclass

from clerk.domain.catalogue import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One window of one center.

    ``center`` is four digits, ``window`` three, ``incarnation`` one: it moves on
    when a store is restored or copied, so that no number is given twice.
    ``region_short`` opens every document number (文号). ``government`` reviews
    decisions and ``court`` hears suits (行政复议法 24, 行政诉讼法 45–46).
    """

    center: str
    window: str
    incarnation: int
    center_name: Words
    window_name: str
    region_short: str
    government: Words
    court: Words
    address: Words
    phone: str
    department_ids: tuple[str, ...] = ()
