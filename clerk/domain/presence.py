"""How many of the staff must be there, each by name (行政许可法 34, 55)."""

from __future__ import annotations

from clerk.domain.case_input import must_be_filled
from clerk.domain.counter_objections import TooFewStaff

LEAST = 2


def must_be_enough(staff: tuple[str, ...]) -> None:
    """Refuse fewer than two different people.

    Raises:
        TooFewStaff: One alone, or the same one twice.
        InvalidInput: A name no paper can show.
    """
    if len({each for each in staff if each}) < max(LEAST, len(staff)):
        raise TooFewStaff(least=LEAST)
    must_be_filled("staff", {str(n): each for n, each in enumerate(staff, start=1)})
