"""The accept page: one screen from greeting to paper, worked through by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from clerk.ui.chief_line import ChiefLine
from clerk.ui.keys import Command, bind
from clerk.ui.pages.accept_parts.cards import AcceptCards
from clerk.ui.pages.accept_parts.item_picker import fit_height
from clerk.ui.presenters.accept import AcceptPresenter
from clerk.ui.presenters.accept_files import SheetFiles
from clerk.ui.presenters.accept_issue import Issuing
from clerk.ui.presenters.applicant_form import scanned_document
from clerk.ui.rows import ChiefMode, Notice, Tone
from clerk.ui.widgets.explain_sheet import ExplainSheet
from clerk.ui.widgets.file_intake import DropPlace
from clerk.ui.widgets.toast import Toast
from clerk.usecases.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from clerk.ui.pages.accept_parts.issue_forms import IssueForm
    from clerk.ui.presenters.accept_issue import FinishForm
    from clerk.ui.presenters.accept_screen import AcceptScreen
    from clerk.ui.presenters.marking import LineForm
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAnswer, ChiefAsk, PageImage, QueueRow

_MOST_PARKED = 3
_REST_MS = 250


class AcceptPage(AcceptCards):
    """Five cards; keeps the promises of `AcceptView`."""

    icon_name = "circle-plus"

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Accept")
        self.presenter = AcceptPresenter(room, self)
        self.issuing = Issuing(self.presenter)
        self.dossier = SheetFiles(self.presenter)
        self._mode = ChiefMode.WAIVE
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.presenter.preview.draw)
        self.lay_out(self.presenter.check)
        self._listen()
        self.chief_line = ChiefLine(self)
        self.chief_line.signed.connect(self._signed)
        DropPlace(self).dropped.connect(self.files.take)
        self.presenter.start()

    def shown(self) -> None:
        """Be ready: the focus is where the next thing is typed."""
        if self.focusWidget() is None:
            self.picker.take_focus()

    def changed(self, _case_ids: frozenset[str]) -> None:
        """Nothing here shows a case that is received already."""

    # ------------------------------------------------------------------ AcceptView

    def show_items(self, rows: tuple[QueueRow, ...]) -> None:
        self.picker.show_found(rows)

    def show_screen(self, screen: AcceptScreen) -> None:
        if screen.item and not self.picker.edit.text():
            self.picker.show_chosen(screen.item)
        self.situations_card.setVisible(bool(screen.questions))
        self.situations.show_questions(screen.questions)
        self.applicant.show_screen(screen.applicant)
        self.table.show_rows(screen.rows)
        self.pills.show_chips(screen.pills)
        self.files.setEnabled(screen.item is not None)
        self.files.show_files(screen.files)
        self.conclusion.show_conclusion(screen.conclusion)
        self.preview_card.name_paper(screen.prints)
        self.parked.show_rows(screen.parked)
        fit_height(self.parked, _MOST_PARKED)
        self.parked_card.set_hint(str(len(screen.parked)))
        self.parked_card.setVisible(bool(screen.parked))

    def tell(self, notice: Notice | None) -> None:
        if notice is None:
            self.notice.clear()
        else:
            self.notice.tell(notice)

    def toast(self, text: str) -> None:
        Toast.say(self, text)

    def take_document(self, number: str) -> None:
        """Take in an applicant's number that was scanned, wherever the keyboard was."""
        for name, value in scanned_document(self.presenter.sheet.fields, number).items():
            self.presenter.set_field(name, value)
        self.focus("applicant.document_number")

    def focus(self, place: str) -> None:
        kind, _dot, name = place.partition(".")
        if kind == "item":
            self.picker.take_focus()
        elif kind == "situation":
            self.situations.take_focus(name)
        elif kind == "applicant":
            self.applicant.take_focus(name)
        elif kind == "parked":
            self.parked.setFocus(Qt.FocusReason.OtherFocusReason)
        elif kind == "decline":
            self.conclusion.decline_form.refuse(name, self._why())
        elif kind in {"line", "checklist"}:
            if kind == "line":
                self.table.select(name)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_line(self, form: LineForm, trouble: tuple[str, str] = ("", "")) -> None:
        self.details.open_for(form, trouble)

    def close_forms(self) -> None:
        self.details.hide()
        self.conclusion.close_forms()
        self.preview_card.show()
        self.preview_card.show_paper_again()

    def ask_chief(self, ask: ChiefAsk) -> None:
        self._mode = ask.mode
        self.chief_line.open_for(ask)

    def refuse_chief(self, notice: Notice) -> None:
        self.chief_line.refuse(notice)

    def close_chief(self) -> None:
        self.chief_line.close_line()

    def await_paper(self) -> None:
        self._rest.start()

    def show_paper(self, pages: tuple[PageImage, ...]) -> None:
        self.preview_card.show_paper(pages)

    def show_file(self, name: str, pages: tuple[PageImage, ...]) -> None:
        self.preview_card.show_file(name, pages)

    # ------------------------------------------------------------------ inside

    def _listen(self) -> None:
        page, issuing = self.presenter, self.issuing
        self.picker.searched.connect(page.search)
        self.picker.chosen.connect(page.choose_item)
        self.situations.answered.connect(page.answer)
        self.situations.left.connect(lambda: self.focus("applicant.document_number"))
        self.applicant.changed.connect(page.set_field)
        self.applicant.left.connect(lambda: self.focus("checklist"))
        self.table.mark_requested.connect(page.mark)
        self.table.all_in_hand_requested.connect(page.mark_all)
        self.table.why_requested.connect(page.why)
        self.table.edit_requested.connect(page.edit_line)
        self.details.given.connect(page.change_line)
        self.details.left.connect(lambda: self.focus("checklist"))
        self.files.added.connect(self._add_file)
        self.files.opened.connect(self.dossier.open)
        self.files.removed.connect(self._remove_file)
        self.files.failed.connect(lambda what: self.tell(Notice(tone=Tone.AMBER, what=what)))
        self.parked.opened.connect(page.resume)
        card = self.conclusion
        for button, slot in (
            (card.accept, self._accept),
            (card.notice, self._open_notice),
            (card.decline, self._open_decline),
            (card.receive, issuing.receive),
        ):
            button.triggered.connect(slot)
            button.refused.connect(lambda _why, ask=slot: ask())
        card.explain.clicked.connect(self._explain)
        card.left.connect(self.preview_card.show)
        card.park.triggered.connect(page.park)
        card.notice_form.given.connect(self._tell_once)
        card.decline_form.given.connect(issuing.decline)
        card.finish_form.given.connect(self._finish)
        bind(self, Command.ITEM, self.picker.take_focus)
        bind(self, Command.APPLICANT, lambda: self.focus("applicant.document_number"))

    def _accept(self) -> None:
        if not self.presenter.conclusion.is_immediate:
            self.issuing.accept()
        elif self.issuing.may_accept():
            self._open_form(self.conclusion.finish_form)
            self.conclusion.finish_form.open_with(_("The papers are complete and true to form."))

    def _explain(self) -> None:
        if sections := self.presenter.explained():
            ExplainSheet(sections, self.window()).open()

    def _open_form(self, form: IssueForm) -> None:
        self.tell(None)
        self.conclusion.open_form(form)
        self.preview_card.setVisible(form is not self.conclusion.decline_form)

    def _open_notice(self) -> None:
        if self.issuing.may_tell_once():
            self._open_form(self.conclusion.notice_form)
            self.conclusion.notice_form.open_with(self.issuing.usual_deadline())

    def _open_decline(self) -> None:
        if self.issuing.may_decline():
            self._open_form(self.conclusion.decline_form)
            self.conclusion.decline_form.open_blank()

    def _tell_once(self, deadline: str) -> None:
        if why := self.issuing.tell_once(deadline):
            self.conclusion.notice_form.refuse(why)

    def _finish(self, form: FinishForm) -> None:
        if lacking := self.issuing.ask_to_finish(form):
            self.conclusion.finish_form.refuse(lacking, _("This must be filled in."))

    def _signed(self, answer: ChiefAnswer) -> None:
        if self._mode is ChiefMode.WAIVE:
            self.presenter.sign_waiver(answer)
        else:
            self.issuing.finish(answer)

    def _add_file(self, name: str, source: Path | bytes) -> None:
        self.dossier.add(name, source, self.table.current_id())

    def _remove_file(self, file_id: str) -> None:
        self.dossier.remove(file_id)
        self.preview_card.show_paper_again()
        self.files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _why(self) -> str:
        told = self.notice.notice
        return f"{told.what} {told.then}".strip() if told else ""
