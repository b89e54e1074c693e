"""The papers and files of an open case: looked at in place, printed again, saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from clerk.ui.presenters.case_screen import Preview
from clerk.ui.presenters.pictures import drawn_paper, pages_of
from clerk.ui.presenters.printing import print_all
from clerk.ui.rows import Notice, PageImage, Tone
from clerk.usecases.application import Done
from clerk.usecases.language import _
from clerk.usecases.names import paper_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from clerk.domain.case import Case
    from clerk.domain.papers import Paper, PaperRecord
    from clerk.domain.refusals import ClerkError
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room


class Table(Protocol):
    """Where the open case lies, and where what is taken from the shelf is shown."""

    opened: OpenCase | None
    screen: CaseScreen

    def change(self, screen: CaseScreen) -> None:
        """Show this from now on."""

    def tell(self, notice: Notice | None) -> None:
        """Say something on the page."""

    def trouble(self, trouble: ClerkError) -> None:
        """Say what stands in the way."""


class Shelf:
    """What lies in the dossier of the case that is open."""

    def __init__(self, room: Room, view: Table) -> None:
        self._room = room
        self._view = view

    def look_at_paper(self, paper_id: str) -> None:
        """Show an issued paper as it was printed."""
        case, paper = self._find(paper_id)
        if case and paper:
            self._look(
                case, paper_name(paper.kind), lambda: drawn_paper(paper.id, case, self._room)
            )

    def look_at_file(self, number: str) -> None:
        """Show a file of the dossier, by its place in the list."""
        case = self._case()
        if case and number.isdigit() and int(number) < len(case.attachments):
            file = case.attachments[int(number)]
            self._look(case, file.name, lambda: self._room.attachments.get(file.sha256))

    def look_at_first(self) -> None:
        """Show the first file, or without files the paper issued last."""
        case = self._case()
        if case and case.attachments:
            self.look_at_file("0")
        elif case and case.papers:
            self.look_at_paper(case.papers[-1].id)

    def look_at_line(self, line_id: str) -> None:
        """Show the first file of a line of the list; without one, whatever is shown stays."""
        case = self._case()
        for number, each in enumerate(case.attachments if case else ()):
            if each.prerequisite == line_id:
                self.look_at_file(str(number))
                return

    def reprint(self, paper_id: str) -> None:
        """Print a paper again; it says that it is a reprint."""
        case, found = self._find(paper_id)
        if case is None or found is None:
            return

        def then(paper: Paper) -> None:
            words = _("Sent to the printer: {paper}.").format(paper=paper_name(paper.kind))
            self._view.tell(Notice(tone=Tone.GREEN, what=words))
            print_all(self._room, Done(case=case, papers=(paper,)), self._view.trouble)

        self._room.tasks.run(
            lambda: self._room.reading.paper(found.id), then=then, otherwise=self._view.trouble
        )

    def save_paper(self, paper_id: str, target: Path) -> None:
        """Write a paper as a PDF file."""
        case, found = self._find(paper_id)
        if case is None or found is None:
            return

        def job() -> Notice:
            pdf = drawn_paper(found.id, case, self._room)
            try:
                target.write_bytes(pdf)
            except OSError:
                return _not_saved(target)
            return Notice(tone=Tone.GREEN, what=_("Saved as {file}.").format(file=target.name))

        self._room.tasks.run(job, then=self._view.tell, otherwise=self._view.trouble)

    def _look(self, case: Case, title: str, content: Callable[[], bytes]) -> None:
        view = self._view

        def then(pages: tuple[PageImage, ...]) -> None:
            if view.opened and view.opened.case.id == case.id:
                hint = "" if pages else _("This cannot be shown here.")
                preview = Preview(title=title, pages=pages, hint=hint)
                view.change(replace(view.screen, preview=preview))

        self._room.tasks.run(
            lambda: pages_of(content(), self._room), then=then, otherwise=view.trouble
        )

    def _case(self) -> Case | None:
        return self._view.opened.case if self._view.opened else None

    def _find(self, paper_id: str) -> tuple[Case | None, PaperRecord | None]:
        case = self._case()
        papers = case.papers if case else ()
        return case, next((each for each in papers if each.id == paper_id), None)


def _not_saved(target: Path) -> Notice:
    return Notice(
        tone=Tone.AMBER,
        what=_("{file} could not be written.").format(file=target.name),
        then=_("Choose another folder."),
    )
