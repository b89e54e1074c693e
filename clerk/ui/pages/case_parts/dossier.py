"""The dossier of an open case: checklist, papers, files and history, with a picture beside."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from clerk.ui import keys, theme
from clerk.ui.pages.accept_parts.line_details import LineDetails
from clerk.ui.pages.case_parts.application_part import ApplicationPart
from clerk.ui.rows import QueueRow
from clerk.ui.widgets.action_button import ActionButton
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.ui.widgets.checklist_table import ChecklistTable
from clerk.ui.widgets.picture_view import PictureView
from clerk.ui.widgets.pill import PillRow
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.case_view import CaseView
    from clerk.ui.presenters.marking import LineForm
    from clerk.ui.presenters.open_case import CaseSheet

CHECKLIST, APPLICATION, PAPERS, FILES, HISTORY = range(5)


class Dossier(Card):
    """F4 goes through its parts. ``beside`` keeps the picture beside the checklist, too."""

    def __init__(
        self, view: CaseView, *, beside: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Dossier"))
        self._view = view
        self._beside = beside
        self._shown = ""
        self._is_showing = False
        self._line: tuple[LineForm | None, tuple[str, str]] = (None, ("", ""))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Parts of the case"))
        for _part in range(5):
            self.tabs.addTab("")
        self.counts = PillRow()
        self.checklist = ChecklistTable(read_only=beside)
        self.details = LineDetails()
        self.application = ApplicationPart(view.edits)
        self.papers = CaseList(name=_("Papers"))
        self.files = CaseList(name=_("Files"))
        self.history = CaseList(name=_("History"))
        self.picture = PictureView()
        self.reprint = ActionButton(_("Print again"), command=keys.Command.PRINT)
        self.save = ActionButton(command=keys.Command.SAVE_PDF)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        self._show_part(CHECKLIST)

    def show_screen(self, screen: CaseScreen) -> None:
        """Show the dossier of the case that is open."""
        if screen.sheet is None:
            return
        sheet = screen.sheet
        self._name_tabs(sheet)
        self._is_showing = True
        self.counts.show_chips(sheet.counts)
        self.checklist.show_rows(sheet.checklist)
        self.papers.show_rows(sheet.papers)
        self.files.show_rows(sheet.files)
        self.history.show_rows(_history_rows(sheet))
        self.application.show_screen(screen)
        self._is_showing = False
        self.reprint.set_available(bool(sheet.papers), _("No paper was issued yet."))
        self.save.set_available(bool(sheet.papers), _("No paper was issued yet."))
        self._show_line(screen.line, screen.line_trouble)
        preview = screen.preview
        if preview.pages:
            self.picture.show_pages(preview.title, preview.pages)
        else:
            self.picture.clear(preview.hint or _("Choose a paper or a file to see it here."))
        if sheet.id != self._shown:
            self._shown = sheet.id
            self._show_part(self.tabs.currentIndex())

    def line_for_files(self) -> str:
        """Return the line a file belongs to: the chosen one while the list is shown, else none."""
        return self.checklist.current_id() if self.tabs.currentIndex() == CHECKLIST else ""

    def _arrange(self) -> None:
        look = theme.current()
        papers = QWidget()
        column = QVBoxLayout(papers)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.papers, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reprint)
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        materials = QWidget()
        lines = QVBoxLayout(materials)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.checklist, 1)
        lines.addWidget(self.details)
        for part in (materials, self.application, papers, self.files, self.history):
            self._stack.addWidget(part)
        for each, words in (
            (self.papers, _("No paper was issued yet.")),
            (
                self.files,
                _("No file is in the dossier. Drop one here, paste it, or press {key}.").format(
                    key=keys.keycap_of(keys.Command.ATTACH)
                ),
            ),
        ):
            each.set_empty_text(words)
        self.set_left(self.tabs)
        self.set_right(self.counts)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self._stack, 3)
        row.addWidget(self.picture, 2)
        self.add(row, 1)

    def _connect(self) -> None:
        view, edits = self._view, self._view.edits
        self.tabs.currentChanged.connect(self._show_part)
        self.checklist.mark_requested.connect(edits.mark)
        self.checklist.edit_requested.connect(edits.edit_line)
        self.details.given.connect(edits.change_line)
        self.details.left.connect(edits.leave_line)
        self.checklist.why_requested.connect(edits.tell_why)
        self.checklist.all_in_hand_requested.connect(edits.mark_all_in_hand)
        self.checklist.selected.connect(partial(self._look, view.shelf.look_at_line))
        self.papers.selected.connect(partial(self._look, view.shelf.look_at_paper))
        self.files.selected.connect(partial(self._look, view.shelf.look_at_file))
        self.reprint.triggered.connect(lambda: view.shelf.reprint(self.papers.current_id()))
        self.save.triggered.connect(self._ask_where)
        keys.bind(self, keys.Command.NEXT_TAB, self._next_part)

    def _show_line(self, line: LineForm | None, trouble: tuple[str, str]) -> None:
        if (line, trouble) == self._line:
            return
        self._line = (line, trouble)
        if line:
            self.details.open_for(line, trouble)
        else:
            self.details.hide()
            self.checklist.setFocus()

    def _look(self, look: Callable[[str], None], row_id: str) -> None:
        if not self._is_showing:
            look(row_id)

    def _show_part(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.picture.setVisible(self._beside or place in (PAPERS, FILES))
        self.counts.setVisible(place == CHECKLIST)
        if place == PAPERS:
            self._view.shelf.look_at_paper(self.papers.current_id())
        elif place == FILES:
            self._view.shelf.look_at_file(self.files.current_id())

    def _next_part(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        parts = (self.checklist, self.application, self.papers, self.files, self.history)
        parts[self.tabs.currentIndex()].setFocus()

    def _name_tabs(self, sheet: CaseSheet) -> None:
        named = (
            (_("Materials {count}"), len(sheet.checklist)),
            (_("Application"), 0),
            (_("Papers {count}"), len(sheet.papers)),
            (_("Files {count}"), len(sheet.files)),
            (_("History {count}"), len(sheet.history)),
        )
        for place, (words, count) in enumerate(named):
            self.tabs.setTabText(place, words.format(count=count))

    def _ask_where(self) -> None:
        paper = self.papers.current_row()
        if paper is None:
            return
        suggested = f"{paper.title}-{paper.detail.split(' ')[0]}.pdf"
        target, _filter = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), suggested, _("PDF files (*.pdf)")
        )
        if target:
            self._view.shelf.save_paper(paper.id, Path(target))


def _history_rows(sheet: CaseSheet) -> tuple[QueueRow, ...]:
    return tuple(
        QueueRow(id=str(n), title=f"{each.at:%Y-%m-%d %H:%M}  {each.by}", detail=each.sentence)
        for n, each in enumerate(sheet.history)
    )
