"""The worker behind the screen.

The store has one writer, so there is one thread, and jobs wait their turn.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from clerk.domain.refusals import ClerkError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

T = TypeVar("T")


class BackgroundTasks(QObject):
    """`Tasks` on one worker thread; answers come back by a queued signal."""

    _answered = Signal(object)

    def __init__(self, name: str = "clerk-store", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._is_open = True
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[ClerkError], None],
    ) -> None:
        future = self._worker.submit(job)
        future.add_done_callback(
            lambda done: self._answered.emit(partial(_settle, done, then, otherwise))
        )

    def close(self) -> None:
        """Let the jobs already asked for finish; nobody is left to be told of them."""
        self._is_open = False
        self._worker.shutdown(wait=True)

    def _deliver(self, answer: Callable[[], None]) -> None:
        if self._is_open:
            answer()


def _settle(
    done: Future[T], then: Callable[[T], None], otherwise: Callable[[ClerkError], None]
) -> None:
    try:
        answer = done.result()
    except ClerkError as trouble:
        otherwise(trouble)
        return
    then(answer)
