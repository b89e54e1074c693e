"""What the window is handed by whoever puts the program together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.ui.room import Picture
    from clerk.usecases.check_paper import PaperCheck
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Attachments, PaperDrawer, Reading
    from clerk.usecases.printers import Printers, TestPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the window is put together from.

    ``rest`` lets the store do what nobody should wait for; ``close`` closes it.
    """

    counter: Counter
    reading: Reading
    attachments: Attachments
    drawer: PaperDrawer
    printers: Printers
    render: Callable[[bytes, int, int], Picture]
    rest: Callable[[], None]
    close: Callable[[], None]
    check: Callable[[str], PaperCheck]
    test_page: Callable[[TestPage], bytes] | None = None
