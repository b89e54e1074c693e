"""An opinion in words, with phrases to start from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from clerk.ui import theme
from clerk.ui.widgets.text_field import NoteField
from clerk.usecases.language import _


class OpinionField(NoteField):
    """Phrases replace what stands there only if nobody wrote anything else.

    Signals:
        phrase_chosen(str): One of the phrases was taken.
    """

    phrase_chosen = Signal(str)

    def __init__(self, label: str = "", *, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(label or _("Opinion"), lines=lines, parent=parent)
        self._phrases: tuple[str, ...] = ()
        self._menu = QMenu(self)
        self._button = QToolButton(self)
        self._button.setText(_("Phrases") + " ▾")
        self._button.setToolTip(_("Phrases in use"))
        self._button.setAccessibleName(_("Phrases in use"))
        self._button.setMenu(self._menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.hide()
        theme.set_role(self._button, "label")
        self.put_beside_label(self._button)

    def show_phrases(self, phrases: tuple[str, ...]) -> None:
        """Offer these."""
        self._phrases = phrases
        self._menu.clear()
        for phrase in phrases:
            self._menu.addAction(phrase).triggered.connect(partial(self._take, phrase))
        self._button.setVisible(bool(phrases))

    def _take(self, phrase: str, _checked: bool = False) -> None:  # noqa: FBT002 Qt's slot
        written = self.value().strip()
        replaces = not written or written in self._phrases
        self.set_value(phrase if replaces else f"{written}\n{phrase}")
        self.changed.emit(self.value())
        self.phrase_chosen.emit(phrase)
        self.edit.setFocus()
