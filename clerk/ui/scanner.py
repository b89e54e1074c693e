"""Catches scans wherever the keyboard is, so that a paper opens its case from any field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from clerk.ui.scan import LONGEST_GAP_MS, Rhythm, Verdict, is_ours

if TYPE_CHECKING:
    from collections.abc import Callable

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_GRACE_MS = 20  # the system's own delivery, on top of the longest gap


class Scanner(QObject):
    """An event filter on the whole program.

    Only what the system sends is looked at: keys replayed from here pass, and so
    this never hears itself. A press sends a release too; releases of held keys go
    through and harm nobody.

    Signals:
        scanned(str): One of our codes was read.
    """

    scanned = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, claims: Callable[[str], bool] = is_ours
    ) -> None:
        super().__init__(parent)
        self._rhythm: Rhythm[QKeyEvent] = Rhythm(claims)
        self._since = QElapsedTimer()
        self._since.start()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setTimerType(Qt.TimerType.PreciseTimer)
        self._rest.setInterval(LONGEST_GAP_MS + _GRACE_MS)
        self._rest.timeout.connect(lambda: _replay(self._rhythm.rested()))

    def listen(self, app: QCoreApplication) -> None:
        """Listen to every key of the program from now on."""
        app.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more, and give back what is held."""
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
        self._rest.stop()
        _replay(self._rhythm.rested())

    @property
    def is_holding(self) -> bool:
        """Whether keys wait to be told from a scan."""
        return self._rhythm.is_holding

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not event.spontaneous():
            return False
        return isinstance(event, QKeyEvent) and self.hears(event)

    def hears(self, event: QKeyEvent) -> bool:
        """Hear one key press; return whether it is kept from the program for now."""
        if event.key() in _SILENT and not event.text():
            return False
        at_ms = event.timestamp() or self._since.elapsed()
        if event.key() in _ENDS and not event.modifiers() & _COMMANDS:
            return self._obey(self._rhythm.ended(at_ms))
        if _is_character(event):
            return self._obey(self._rhythm.typed(event.clone(), event.text(), at_ms))
        return self._obey(Verdict(replay=self._rhythm.rested()))

    def _obey(self, verdict: Verdict[QKeyEvent]) -> bool:
        _replay(verdict.replay)
        if verdict.scan:
            self.scanned.emit(verdict.scan)
        if self._rhythm.is_holding:
            self._rest.start()
        else:
            self._rest.stop()
        return verdict.keep


def _is_character(event: QKeyEvent) -> bool:
    return (
        event.text().isprintable()
        and len(event.text()) == 1
        and event.key() != Qt.Key.Key_Space
        and not event.modifiers() & _COMMANDS
        and not event.isAutoRepeat()
    )


def _replay(held: tuple[QKeyEvent, ...]) -> None:
    """Give the keys to whoever has the focus, as if nothing had been held."""
    for event in held:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        if target is not None:
            QCoreApplication.sendEvent(target, event)
