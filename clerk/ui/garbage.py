"""Cyclic garbage is collected on the screen's thread, in idle moments.

Python collects wherever it happens to be, and would tear down a widget on the worker; and a full
collection of everything a program has read stops the hand for a tenth of a second. So it is done
here: never elsewhere, never the start's own modules again, the young often and the old seldom.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000
_YOUNG, _MIDDLE, _OLD = range(3)
_MIDDLE_AT, _OLD_AT = 10, 10  # collections of the younger before one of the older, as Python has it


class Garbage(QObject):
    """Looks once a second whether there is enough to collect."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._enough = gc.get_threshold()[0]
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def keep_what_stands(self) -> None:
        """Never look again at what the program has read so far: it stays until the end."""
        gc.freeze()

    def collect(self) -> int | None:
        """Collect the oldest generation that is full, and return which; none if none is."""
        young, middle, old = gc.get_count()
        if young <= self._enough:
            return None
        generation = _OLD if old > _OLD_AT else _MIDDLE if middle > _MIDDLE_AT else _YOUNG
        gc.collect(generation)
        return generation

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
