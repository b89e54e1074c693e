"""Notices that nobody is at the desk any more, so that it locks itself (离座锁屏)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

LOCK_AFTER_MS = 10 * 60_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TabletMove,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Counts from the last key, wheel, pen or mouse; only what the system sends is a sign of life.

    Signals:
        rested: Nobody touched anything for as long as was given.
    """

    rested = Signal()

    def __init__(self, parent: QObject | None = None, *, after_ms: int = LOCK_AFTER_MS) -> None:
        super().__init__(parent)
        self._rest = QTimer(self, interval=after_ms, singleShot=True)
        self._rest.timeout.connect(self.rested)

    def watch(self, app: QCoreApplication) -> None:
        """Watch the whole program from now on."""
        app.installEventFilter(self)
        self._rest.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and event.spontaneous():
            self._rest.start()
        return False

    def stop(self) -> None:
        """Count no more."""
        self._rest.stop()
