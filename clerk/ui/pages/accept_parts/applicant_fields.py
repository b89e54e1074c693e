"""Card three: who applies, and who stands at the window for them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from clerk.ui import theme
from clerk.ui.presenters.applicant_form import ORDER, YES
from clerk.ui.widgets.id_edit import IdEdit
from clerk.ui.widgets.text_field import ChoiceField, TextField
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QObject

    from clerk.ui.presenters.applicant_screen import ApplicantScreen


class ApplicantFields(QWidget):
    """The applicant's fields; Return goes on to the next one.

    Signals:
        changed(str, str): A field's name and its text as typed.
        left: Return in the last field.
    """

    changed = Signal(str, str)
    left = Signal()

    def __init__(self, check: Callable[[str, str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self.kind = ChoiceField(_("Applicant is"))
        self.document_kind = ChoiceField(_("Document"))
        self.document_number = IdEdit(_("Number"), check=self._checks("document_number"))
        self.name = TextField(_("Name"))
        self.contact_name = TextField(_("At the window"))
        self.contact_id = IdEdit(_("Their identity number"), check=self._checks("contact_id"))
        self.phone = IdEdit(_("Phone"), check=self._checks("phone"))
        self.credit = ChoiceField(_("Credit"), (("", _("Good")), (YES, _("Bad"))))
        self._fields: dict[str, ChoiceField | IdEdit | TextField] = {
            "kind": self.kind,
            "document_kind": self.document_kind,
            "document_number": self.document_number,
            "name": self.name,
            "contact_name": self.contact_name,
            "contact_id": self.contact_id,
            "phone": self.phone,
            "has_bad_credit": self.credit,
        }
        self._kind_shown = ""
        self._arrange()
        self._listen()

    def show_screen(self, screen: ApplicantScreen) -> None:
        """Show the fields; one that already says the same keeps its cursor."""
        for box, choices in ((self.kind, screen.kinds), (self.document_kind, screen.documents)):
            if box.property("choices") != choices:
                box.setProperty("choices", choices)
                box.set_choices(choices)
        self.document_number.set_label(screen.number_label)
        self.name.set_label(screen.name_label)
        for name, field in self._fields.items():
            text = screen.fields.get(name, "")
            if isinstance(field, ChoiceField):
                field.choose(text)
            elif field.value() != text:
                field.set_value(text)
                field.set_problem("")
        if screen.fields["document_kind"] != self._kind_shown:
            self._kind_shown = screen.fields["document_kind"]
            self.document_number.set_check(self._checks("document_number"))

    def take_focus(self, name: str) -> None:
        """Put the focus on one field and say what is wrong with it."""
        field = self._fields.get(name, self.document_number)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, IdEdit | TextField):
            field.edit.selectAll()
            field.set_problem(self._check(name, field.value()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == event.Type.KeyPress and watched in (
            self.kind.box,
            self.document_kind.box,
        ):
            key = getattr(event, "key")()  # noqa: B009 - the filter's event is a key event here
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.focusNextPrevChild(True)
                return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.current().px(5))
        grid.setVerticalSpacing(theme.current().px(8))
        places = {
            "kind": (0, 0, 8),
            "document_kind": (0, 8, 6),
            "document_number": (0, 14, 12),
            "phone": (0, 26, 8),
            "name": (1, 0, 10),
            "contact_name": (1, 10, 6),
            "contact_id": (1, 16, 12),
            "has_bad_credit": (1, 28, 6),
        }
        for name, (row, column, span) in places.items():
            grid.addWidget(self._fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(34):
            grid.setColumnStretch(column, 1)

    def _listen(self) -> None:
        for name, field in self._fields.items():
            field.changed.connect(lambda text, of=name: self.changed.emit(of, text))
        order = [self._fields[each] for each in ORDER]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(_control(before), _control(after))
            if isinstance(before, IdEdit | TextField):
                before.entered.connect(lambda to=after: to.setFocus(Qt.FocusReason.TabFocusReason))
        QWidget.setTabOrder(self.contact_id.edit, self.credit.box)
        self.contact_id.entered.connect(self.left)
        self.kind.box.installEventFilter(self)
        self.document_kind.box.installEventFilter(self)

    def _checks(self, name: str) -> Callable[[str], str]:
        return lambda text: self._check(name, text)


def _control(field: ChoiceField | IdEdit | TextField) -> QWidget:
    return field.box if isinstance(field, ChoiceField) else field.edit
