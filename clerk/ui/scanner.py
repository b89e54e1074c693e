"""Catches scans wherever the keyboard is, so that a paper opens its case from any field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from clerk.ui.scan import LONGEST_GAP_MS, Rhythm, Verdict, is_document, is_ours
from clerk.ui.typed_place import TypedPlace
from clerk.ui.widgets.quiet_edit import QuietEdit

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
_ENABLED = Qt.InputMethodQuery.ImEnabled


class Scanner(QObject):
    """An event filter on the whole program.

    Only what the system sends is looked at: keys replayed from here pass, and so
    this never hears itself. A press sends a release too; releases of held keys go
    through and harm nobody. The first key of what may be a scan goes through where
    the text can be put back as it was; while keys come faster than hands type, no
    input method is let at them, for it would eat the letters.

    Signals:
        scanned(str): A code was read that belongs elsewhere than where the keyboard is.
    """

    scanned = Signal(str)

    def __init__(
        self, parent: QObject | None = None, *, claims: Callable[[str], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._rhythm: Rhythm[QKeyEvent] = Rhythm(claims or _belongs_elsewhere)
        self._place: TypedPlace | None = None
        self._is_quiet = False
        self._since = QElapsedTimer()
        self._since.start()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setTimerType(Qt.TimerType.PreciseTimer)
        self._rest.setInterval(LONGEST_GAP_MS + _GRACE_MS)
        self._rest.timeout.connect(lambda: self._obey(Verdict(replay=self._rhythm.rested())))

    def listen(self, app: QCoreApplication) -> None:
        """Listen to every key of the program from now on."""
        app.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more, and give back what is held."""
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
        self._obey(Verdict(replay=self._rhythm.rested()))

    @property
    def is_under_way(self) -> bool:
        """Whether keys have come that may be the beginning of a scan."""
        return self._rhythm.is_under_way

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            return event.spontaneous() and isinstance(event, QKeyEvent) and self.hears(event)
        return self._is_quiet and isinstance(event, QInputMethodQueryEvent) and _says_no(event)

    def hears(self, event: QKeyEvent) -> bool:
        """Hear one key press; return whether it is kept from the program for now."""
        if event.key() in _SILENT and not event.text():
            return False
        at_ms = event.timestamp() or self._since.elapsed()
        if event.key() in _ENDS and not event.modifiers() & _COMMANDS:
            return self._obey(self._rhythm.ended(at_ms))
        if _is_character(event):
            may_pass = TypedPlace.of(_target()) is not None
            typed = self._rhythm.typed(event.clone(), event.text(), at_ms, may_pass=may_pass)
            return self._obey(typed)
        return self._obey(Verdict(replay=self._rhythm.rested()))

    def _obey(self, verdict: Verdict[QKeyEvent]) -> bool:
        self._keep_quiet(quiet=self._rhythm.is_fast)
        if self._rhythm.is_under_way:
            self._rest.start()
        else:
            self._rest.stop()
        for event in verdict.replay:
            _give_back(event)
        if self._rhythm.is_under_way and not self._rhythm.is_fast:
            self._place = TypedPlace.of(_target())  # as it stands before the first key of all
        if verdict.scan:
            if self._place:
                self._place.take_back()
            self.scanned.emit(verdict.scan)
        return verdict.keep

    def _keep_quiet(self, *, quiet: bool) -> None:
        """Have the system ask again whether an input method is wanted."""
        if quiet != self._is_quiet:
            self._is_quiet = quiet
            QGuiApplication.inputMethod().update(_ENABLED)


def _belongs_elsewhere(text: str) -> bool:
    """Our papers open a case from anywhere; a document's number stays in a field for numbers."""
    if is_ours(text):
        return True
    return is_document(text) and not isinstance(QApplication.focusWidget(), QuietEdit)


def _says_no(event: QInputMethodQueryEvent) -> bool:
    if not event.queries() & _ENABLED:
        return False
    event.setValue(_ENABLED, False)
    event.accept()
    return event.queries() == _ENABLED


def _is_character(event: QKeyEvent) -> bool:
    return (
        event.text().isprintable()
        and len(event.text()) == 1
        and event.key() != Qt.Key.Key_Space
        and not event.modifiers() & _COMMANDS
        and not event.isAutoRepeat()
    )


def _target() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.focusWidget()


def _give_back(event: QKeyEvent) -> None:
    """Give a key to whoever has the focus, as if it had not been held."""
    target = _target()
    if target is not None:
        QCoreApplication.sendEvent(target, event)
