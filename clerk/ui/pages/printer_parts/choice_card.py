"""Where the chosen kind of paper goes, and what holds for all: fallback, folder, roll printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from clerk.ui import theme
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.text_field import ChoiceField, TextField
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.ui.presenters.printers import PrintersPresenter
    from clerk.ui.presenters.printers_screen import PrintersScreen


class ChoiceCard(Card):
    """Every change is kept at once."""

    def __init__(self, presenter: PrintersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._presenter = presenter
        self.printer = ChoiceField(_("Printer"))
        self.tray = ChoiceField(_("Paper tray"))
        self.sides = ChoiceField(_("Sides"))
        self.sheet = ChoiceField(_("Sheet"))
        self.fallback = ChoiceField(_("If a printer fails, print on"))
        self.folder = TextField(
            _("Folder for PDFs"), placeholder=_("Beside the data of this window")
        )
        self.pick_folder = ActionButton(_("Choose…"), kind=Kind.QUIET)
        self.roll = TextField(_("80 mm roll printer"), placeholder=_("Network address, or empty"))
        self._arrange()
        self.printer.changed.connect(presenter.send_to)
        self.tray.changed.connect(presenter.take_tray)
        self.sides.changed.connect(presenter.print_sides)
        self.sheet.changed.connect(presenter.print_on_sheet)
        self.fallback.changed.connect(presenter.fall_back_on)
        self.folder.edit.editingFinished.connect(self._folder_typed)
        self.roll.edit.editingFinished.connect(self._roll_typed)
        self.pick_folder.triggered.connect(self._pick_folder)
        self._folder = self._roll = ""

    def take_focus(self) -> None:
        """Begin with the printer."""
        self.printer.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_screen(self, screen: PrintersScreen) -> None:
        """Show the choice of one kind, and of all."""
        form = screen.form
        self.set_title(form.title)
        for field, choices, chosen in (
            (self.printer, form.printers, form.choice.printer),
            (self.tray, form.trays, form.choice.tray),
            (self.sides, form.sides, form.choice.sides.value),
            (self.sheet, form.sheets, form.choice.sheet.value),
            (self.fallback, screen.fallbacks, screen.fallback),
        ):
            field.set_choices(choices)
            field.choose(chosen)
        self.tray.setVisible(len(form.trays) > 1)
        self.sides.setVisible(len(form.sides) > 1)
        self.sheet.setVisible(len(form.sheets) > 1)
        self._folder, self._roll = screen.folder, screen.roll
        if not self.folder.edit.hasFocus():
            self.folder.set_value(screen.folder)
        if not self.roll.edit.hasFocus():
            self.roll.set_value(screen.roll)

    def _arrange(self) -> None:
        gap = theme.current().px(8)
        pair = QHBoxLayout()
        pair.setSpacing(gap)
        pair.addWidget(self.tray)
        pair.addWidget(self.sides)
        self.add(self.printer)
        self.add(pair)
        self.add(self.sheet)
        rest = QLabel(_("For all papers of this PC"))
        theme.set_role(rest, "heading")
        rest.setContentsMargins(0, theme.current().px(12), 0, 0)
        self.add(rest)
        self.add(self.fallback)
        folder = QHBoxLayout()
        folder.setSpacing(gap)
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.pick_folder, 0, Qt.AlignmentFlag.AlignBottom)
        self.pick_folder.setMaximumWidth(theme.current().px(110))
        self.add(folder)
        self.add(self.roll)

    def _folder_typed(self) -> None:
        if self.folder.value() != self._folder:
            self._presenter.keep_in(self.folder.value())

    def _roll_typed(self) -> None:
        if self.roll.value() != self._roll:
            self._presenter.roll_at(self.roll.value())

    def _pick_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder for PDFs"), self._folder)
        if chosen:
            self._presenter.keep_in(chosen)
