"""Files laid on the sheet: kept by their content at once, shown in place, taken off again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.checklist import in_hand
from clerk.ui.presenters.checklist_rows import shown_lines
from clerk.ui.presenters.file_source import content_of
from clerk.ui.presenters.pictures import pages_of
from clerk.usecases.attach_file import keep_file

if TYPE_CHECKING:
    from pathlib import Path

    from clerk.domain.events import Attachment
    from clerk.ui.presenters.accept import AcceptPresenter
    from clerk.ui.rows import PageImage


class SheetFiles:
    """The files of the sheet on the accept page."""

    def __init__(self, page: AcceptPresenter) -> None:
        self._page = page

    def add(self, name: str, source: Path | bytes, line_id: str = "") -> None:
        """Keep a file for a line of the list, or for the case where no line is chosen."""
        line = PrerequisiteId(line_id) if line_id and self._page.sheet.line(line_id) else None

        def job() -> Attachment:
            return keep_file(name, content_of(source), line, self._page.room.attachments)

        self._page.room.tasks.run(job, then=self._kept, otherwise=self._page.refused)

    def open(self, file_id: str) -> None:
        """Show a file in place."""
        kept = self._find(file_id)
        if kept is None:
            return

        def show(pages: tuple[PageImage, ...]) -> None:
            self._page.view.show_file(kept.name, pages)

        self._page.room.tasks.run(
            lambda: pages_of(self._page.room.attachments.get(kept.sha256), self._page.room),
            then=show,
            otherwise=self._page.refused,
        )

    def remove(self, file_id: str) -> None:
        """Take a file off the sheet again."""
        gone = self._find(file_id)
        rest = tuple(each for each in self._page.sheet.attachments if each != gone)
        self._page.change(replace(self._page.sheet, attachments=rest))

    def _kept(self, kept: Attachment) -> None:
        same = (kept.sha256, kept.prerequisite)
        if same not in {(x.sha256, x.prerequisite) for x in self._page.sheet.attachments}:
            sheet = replace(self._page.sheet, attachments=(*self._page.sheet.attachments, kept))
            line = sheet.line(kept.prerequisite or "")
            if line and line in shown_lines(sheet.checklist) and line.is_open and line.required:
                sheet = sheet.with_marks({line.prerequisite.id: in_hand(line.prerequisite)})
            self._page.change(sheet)
        self.open(f"{kept.sha256}.{kept.prerequisite or ''}")

    def _find(self, file_id: str) -> Attachment | None:
        sha256, _dot, line = file_id.partition(".")
        wanted = (sha256, line or None)
        files = self._page.sheet.attachments
        return next((x for x in files if (x.sha256, x.prerequisite) == wanted), None)
