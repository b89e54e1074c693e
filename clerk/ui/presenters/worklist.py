"""A work list: one queue at a time, or what a search found, with one case chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clerk.domain.identifiers import CaseId
from clerk.ui.presenters.case_rows import case_rows
from clerk.ui.presenters.open_case import today_of
from clerk.usecases.language import _
from clerk.usecases.names import queue_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError
    from clerk.ui.room import Room
    from clerk.ui.rows import QueueRow
    from clerk.usecases.lines import CaseLine, Queue


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistScreen:
    """The list as shown. ``searched`` is empty while a queue is shown."""

    queues: tuple[tuple[Queue, str], ...]
    queue: Queue
    rows: tuple[QueueRow, ...] = ()
    chosen: CaseId | None = None
    searched: str = ""

    @property
    def empty_text(self) -> str:
        """What stands there when there is nothing."""
        if self.searched:
            return _("Nothing found for “{text}”.").format(text=self.searched)
        return _("Nothing waits here.")


class Worklist:
    """Loads a queue and keeps one of its cases chosen.

    When the chosen case leaves the list, the one that takes its place is chosen:
    whoever works a queue off never reaches for the mouse.
    """

    def __init__(
        self,
        room: Room,
        queues: tuple[Queue, ...],
        *,
        show: Callable[[WorklistScreen], None],
        picked: Callable[[CaseId | None], None],
        otherwise: Callable[[ClerkError], None],
    ) -> None:
        self._room = room
        self._show = show
        self._picked = picked
        self._otherwise = otherwise
        self.screen = WorklistScreen(
            queues=tuple((each, queue_name(each)) for each in queues), queue=queues[0]
        )

    def load(self) -> None:
        """Read the list again."""
        asked = (self.screen.queue, self.screen.searched)

        def job() -> tuple[CaseLine, ...]:
            if asked[1]:
                return self._room.reading.search(asked[1])
            return self._room.reading.queue(asked[0])

        def then(lines: tuple[CaseLine, ...]) -> None:
            if asked == (self.screen.queue, self.screen.searched):
                self._loaded(lines)

        self._room.tasks.run(job, then=then, otherwise=self._otherwise)

    def choose_queue(self, queue: Queue) -> None:
        """Show another queue."""
        self.screen = replace(self.screen, queue=queue, searched="", chosen=None)
        self.load()

    def search(self, text: str) -> None:
        """Show what fits a text; an empty one goes back to the queue."""
        if text != self.screen.searched:
            self.screen = replace(self.screen, searched=text, chosen=None)
            self.load()

    def choose(self, case_id: CaseId) -> None:
        """Choose a case of the list."""
        if case_id != self.screen.chosen and case_id in {each.id for each in self.screen.rows}:
            self.screen = replace(self.screen, chosen=case_id)
            self._show(self.screen)
            self._picked(case_id)

    def aim(self, case_id: CaseId) -> None:
        """Have a case chosen by the next load, if it is in the list."""
        self.screen = replace(self.screen, chosen=case_id)

    def _loaded(self, lines: tuple[CaseLine, ...]) -> None:
        before = self.screen
        rows = case_rows(lines, today_of(self._room))
        chosen = _still_chosen(before, rows)
        self.screen = replace(before, rows=rows, chosen=chosen)
        self._show(self.screen)
        if chosen != before.chosen or chosen is None:
            self._picked(chosen)


def _still_chosen(before: WorklistScreen, rows: tuple[QueueRow, ...]) -> CaseId | None:
    ids = [each.id for each in rows]
    if before.chosen in ids:
        return before.chosen
    if not ids:
        return None
    old = [each.id for each in before.rows]
    place = old.index(before.chosen) if before.chosen in old else 0
    return CaseId(ids[min(place, len(ids) - 1)])
