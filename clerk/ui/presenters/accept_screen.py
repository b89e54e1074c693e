"""What the accept page shows, as one frozen value, and what a presenter asks of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clerk.ui.presenters.accept_preview import paper_of
from clerk.ui.presenters.applicant_screen import applicant_screen, questions_of
from clerk.ui.presenters.checklist_rows import checklist_rows, count_chips
from clerk.ui.rows import ChecklistRow, Chip, QueueRow, Tone
from clerk.usecases.language import _
from clerk.usecases.names import paper_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from clerk.ui.presenters.applicant_screen import ApplicantScreen, Question
    from clerk.ui.presenters.conclusion import Conclusion
    from clerk.ui.presenters.marking import LineForm
    from clerk.ui.presenters.sheet import Sheet
    from clerk.ui.rows import ChiefAsk, Notice, PageImage
    from clerk.usecases.draft import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptScreen:
    """Everything on the page that follows from the sheet; ``prints`` names the paper it ends in."""

    item: QueueRow | None
    questions: tuple[Question, ...]
    applicant: ApplicantScreen
    rows: tuple[ChecklistRow, ...]
    pills: tuple[Chip, ...]
    files: tuple[QueueRow, ...]
    conclusion: Conclusion
    prints: str
    parked: tuple[QueueRow, ...]


class AcceptView(Protocol):
    """What the presenter asks of the page. Places are dotted: ``applicant.phone``, ``line.3``."""

    def show_items(self, rows: tuple[QueueRow, ...]) -> None:
        """Show what the search found."""

    def show_screen(self, screen: AcceptScreen) -> None:
        """Show the sheet as it is now."""

    def tell(self, notice: Notice | None) -> None:
        """Say what stands in the way, or clear it."""

    def toast(self, text: str) -> None:
        """Say a word in passing."""

    def focus(self, place: str) -> None:
        """Put the focus where something is to be typed or mended."""

    def open_line(self, form: LineForm, trouble: tuple[str, str] = ("", "")) -> None:
        """Open a line's details; ``trouble`` is a field and what is wrong with it."""

    def close_forms(self) -> None:
        """Close whatever form is open."""

    def ask_chief(self, ask: ChiefAsk) -> None:
        """Open the chief's line."""

    def refuse_chief(self, notice: Notice) -> None:
        """Say why the chief's line was not taken."""

    def close_chief(self) -> None:
        """Close the chief's line."""

    def await_paper(self) -> None:
        """Another paper would print now; ask for it once typing has rested."""

    def show_paper(self, pages: tuple[PageImage, ...]) -> None:
        """Show the paper that will print, as drawn."""

    def show_file(self, name: str, pages: tuple[PageImage, ...]) -> None:
        """Show a file of the dossier."""


def screen_of(
    sheet: Sheet,
    conclusion: Conclusion,
    parked: Sequence[Draft],
    items: Mapping[str, QueueRow],
    today: date,
) -> AcceptScreen:
    """Lay a sheet out for the page."""
    rows = checklist_rows(sheet.item, sheet.checklist, today, sheet.files_of) if sheet.item else ()
    return AcceptScreen(
        item=items.get(sheet.item.id) if sheet.item else None,
        questions=questions_of(sheet.item, sheet.answers),
        applicant=applicant_screen(sheet.fields, sheet.item),
        rows=rows,
        pills=count_chips(sheet.checklist),
        files=_files(sheet),
        conclusion=conclusion,
        prints=paper_name(kind) if (kind := paper_of(sheet)) else "",
        parked=tuple(_parked(each, items) for each in parked),
    )


def _files(sheet: Sheet) -> tuple[QueueRow, ...]:
    return tuple(
        QueueRow(id=f"{each.sha256}.{each.prerequisite or ''}", title=each.name)
        for each in sheet.attachments
    )


def _parked(draft: Draft, items: Mapping[str, QueueRow]) -> QueueRow:
    chosen = items.get(draft.item_id or "")
    item = chosen.title if chosen else _("No item yet")
    who = draft.fields.get("name") or draft.fields.get("document_number") or _("Nobody yet")
    return QueueRow(
        id=draft.id,
        title=who,
        detail=f"{item} · {draft.touched_at:%H:%M}",
        chip=Chip(text=_("Parked"), tone=Tone.GREY),
    )
