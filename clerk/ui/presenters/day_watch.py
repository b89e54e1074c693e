"""The desk's eye on the day: at the start and at each new one, the law's clock is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.messages import notice_of
from clerk.ui.rows import Notice, Tone
from clerk.usecases.keep_the_clock import Kept, keep_the_clock
from clerk.usecases.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from clerk.ui.room import Room


class DayWatch:
    """Keeps the clock once a day, on the worker; says so only when something changed."""

    def __init__(self, room: Room, tell: Callable[[Notice], None]) -> None:
        self._room = room
        self._tell = tell
        self._kept_on: date | None = None

    def look(self) -> None:
        """Keep the clock if this day's was not kept yet; called every minute."""
        today = self._room.counter.clock().date()
        if today == self._kept_on:
            return
        self._kept_on = today
        self._room.tasks.run(
            lambda: keep_the_clock(self._room.counter),
            then=self._kept,
            otherwise=lambda trouble: self._tell(notice_of(trouble)),
        )

    def _kept(self, kept: Kept) -> None:
        if not kept.changed:
            return
        self._room.announce(kept.changed)
        then = _("The history of each says which and why.")
        self._tell(Notice(tone=Tone.AMBER, what=_what(kept), then=then))


def _what(kept: Kept) -> str:
    said = []
    if count := len(kept.lapsed):
        words = ngettext("A limit ran out in {n} case.", "A limit ran out in {n} cases.", count)
        said.append(words.format(n=count))
    if count := len(kept.moved):
        words = ngettext(
            "The new working calendar moved {n} case.",
            "The new working calendar moved {n} cases.",
            count,
        )
        said.append(words.format(n=count))
    return " ".join(said)
