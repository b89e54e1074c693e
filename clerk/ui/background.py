"""The worker behind the screen.

The store has one writer, so there is one thread, and jobs wait their turn.
"""

from __future__ import annotations

from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from clerk.domain.refusals import ClerkError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class BackgroundTasks(QObject):
    """`Tasks` on one worker thread; answers come back by a queued signal."""

    _answered = Signal(object)

    def __init__(self, name: str = "clerk-store", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Callable[[], Callable[[], None]] | None] = SimpleQueue()
        self._is_open = True
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work, name=name)
        self._thread.start()

    def run(
        self,
        job: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[ClerkError], None],
    ) -> None:
        self._jobs.put(partial(_done, job, then, otherwise))

    def close(self) -> None:
        """Let the jobs already asked for finish; nobody is left to be told of them."""
        self._is_open = False
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._answered.emit(job())

    def _deliver(self, answer: Callable[[], None]) -> None:
        if self._is_open:
            answer()


def _done(
    job: Callable[[], T], then: Callable[[T], None], otherwise: Callable[[ClerkError], None]
) -> Callable[[], None]:
    """Do the job on the worker; return what is to be done on the screen's thread."""
    try:
        return partial(then, job())
    except ClerkError as trouble:
        return partial(otherwise, trouble)
    except BaseException as bug:  # noqa: BLE001 - not kept back: raised again where it is seen
        return partial(_raise, bug)


def _raise(bug: BaseException) -> None:
    raise bug
