"""Keeps what is being typed: every change, but only its newest state when many come at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError
    from clerk.ui.tasks import Tasks
    from clerk.usecases.counter import Counter
    from clerk.usecases.draft import Draft


class DraftKeeper:
    """Writes one draft at a time; while one is being written only the newest one waits.

    Jobs run in the order they were asked for, so a draft that became a case is
    not written again once :meth:`hold` was called.
    """

    def __init__(
        self, counter: Counter, tasks: Tasks, otherwise: Callable[[ClerkError], None]
    ) -> None:
        self._counter = counter
        self._tasks = tasks
        self._otherwise = otherwise
        self._waiting: dict[str, Draft] = {}
        self._is_writing = False
        self._is_held = False

    def keep(self, draft: Draft) -> None:
        """Keep a draft as it is now."""
        self._waiting[draft.id] = draft
        self._next()

    def hold(self) -> None:
        """Write nothing for now: what is typed is becoming a case."""
        self._is_held = True

    def go_on(self, *, without: str = "") -> None:
        """Write again; a draft that became a case is left out."""
        self._is_held = False
        self._waiting.pop(without, None)
        self._next()

    def forget(self, draft_id: str) -> None:
        """Drop a draft that was given up."""
        self._waiting.pop(draft_id, None)

        def job() -> None:
            with self._counter.begin() as work:
                work.drafts.forget(draft_id)
                work.commit()

        self._tasks.run(job, then=lambda _done: None, otherwise=self._otherwise)

    def _next(self) -> None:
        if self._is_writing or self._is_held or not self._waiting:
            return
        draft = self._waiting.pop(next(iter(self._waiting)))
        self._is_writing = True

        def job() -> None:
            with self._counter.begin() as work:
                work.drafts.keep(draft)
                work.commit()

        self._tasks.run(job, then=self._written, otherwise=self._failed)

    def _written(self, _done: None) -> None:
        self._is_writing = False
        self._next()

    def _failed(self, trouble: ClerkError) -> None:
        self._is_writing = False
        self._otherwise(trouble)
        self._next()
