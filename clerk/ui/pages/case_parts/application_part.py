"""The application of an open case: who applies, and what they answered; put right in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from clerk.ui import theme
from clerk.ui.keys import Command, keycap_of
from clerk.ui.pages.accept_parts.applicant_fields import ApplicantFields
from clerk.ui.pages.accept_parts.situations import Situations
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.ui.presenters.case_edits import CaseEdits
    from clerk.ui.presenters.case_screen import CaseScreen


class ApplicationPart(QScrollArea):
    """The accept page's fields and questions, open to change while the case may be corrected."""

    def __init__(self, edits: CaseEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.applicant = ApplicantFields(edits.check)
        self.situations = Situations()
        self._asked = QLabel(_("Situations"))
        theme.set_role(self._asked, "heading")
        self._why = QLabel()
        self._why.setWordWrap(True)
        theme.set_role(self._why, "small")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.current().px(8), 0)
        column.setSpacing(theme.current().px(12))
        for part in (self._why, self.applicant, self._asked, self.situations):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.applicant.document_number)
        self.applicant.changed.connect(edits.set_field)
        self.applicant.left.connect(self._go_to_questions)
        self.situations.answered.connect(edits.answer)

    def show_screen(self, screen: CaseScreen) -> None:
        """Show the application as it stands, changed or kept."""
        if screen.sheet is None:
            return
        self.applicant.show_screen(screen.sheet.applicant)
        self.situations.show_questions(screen.sheet.questions)
        self._asked.setVisible(bool(screen.sheet.questions))
        for part in (self.applicant, self.situations):
            part.setEnabled(screen.is_correctable)
        self._why.setText(
            _("Put right what was noted wrongly; {key} keeps it as one correction.").format(
                key=keycap_of(Command.KEEP)
            )
            if screen.is_correctable
            else _("As it was taken in. It can be corrected before acceptance, or once returned.")
        )

    def _go_to_questions(self) -> None:
        if first := self.situations.first():
            first.setFocus(Qt.FocusReason.TabFocusReason)
