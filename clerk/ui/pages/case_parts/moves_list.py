"""The further moves of a case under each other, each with its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from clerk.domain.stages import Action
from clerk.ui.keys import MOVE_KEYS
from clerk.ui.rows import Chip, QueueRow, Tone
from clerk.ui.widgets.case_list import CaseList
from clerk.usecases.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from clerk.ui.presenters.case_screen import Offer

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class MovesList(CaseList):
    """Arrows and Return, or a move's letter. Escape gives the usual steps back.

    Signals:
        taken(str): The action that was chosen.
        left: Escape.
    """

    taken = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=_("More moves"))
        self.opened.connect(self.taken)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show these moves."""
        self.show_rows(
            tuple(
                QueueRow(
                    id=each.action,
                    title=each.label,
                    chip=Chip(text=MOVE_KEYS[each.action], tone=Tone.GREY),
                )
                for each in offers
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        shown = {MOVE_KEYS[Action(each.id)]: each.id for each in self.shown_rows()}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif typed in shown and not event.modifiers() & _COMMANDS:
            self.taken.emit(shown[typed])
        else:
            super().keyPressEvent(event)
