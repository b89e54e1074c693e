"""What the accept page shows, as one frozen value, and what a presenter asks of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clerk.domain.papers import PaperKind
from clerk.ui.presenters.applicant_form import applicant_of
from clerk.ui.presenters.applicant_screen import applicant_screen, questions_of
from clerk.ui.presenters.checklist_rows import checklist_rows, count_chips
from clerk.ui.presenters.shown import said
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
class PaperSketch:
    """The paper that will print, in a few lines; the real one is drawn when it is issued."""

    title: str
    size: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptScreen:
    """Everything on the page that follows from the sheet."""

    item: QueueRow | None
    questions: tuple[Question, ...]
    applicant: ApplicantScreen
    rows: tuple[ChecklistRow, ...]
    pills: tuple[Chip, ...]
    files: tuple[QueueRow, ...]
    conclusion: Conclusion
    sketch: PaperSketch | None
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
        sketch=_sketch(sheet, conclusion),
        parked=tuple(_parked(each, items) for each in parked),
    )


def _files(sheet: Sheet) -> tuple[QueueRow, ...]:
    return tuple(
        QueueRow(id=f"{each.sha256}.{each.prerequisite or ''}", title=each.name)
        for each in sheet.attachments
    )


def _sketch(sheet: Sheet, conclusion: Conclusion) -> PaperSketch | None:
    if sheet.item is None:
        return None
    who, item = applicant_of(sheet.fields).name or "…", said(sheet.item.name)
    wanting = sheet.checklist.wanting()
    if wanting:
        lines = (
            _("{name}:").format(name=who),
            _("Your application for {item} was examined.").format(item=item),
            _("The following is still missing; please bring it all at once:"),
            *(f"{n}. {said(x.prerequisite.name)}" for n, x in enumerate(wanting, start=1)),
        )
        return PaperSketch(title=paper_name(PaperKind.ONE_TIME_NOTICE), size="A5", lines=lines)
    if conclusion.is_immediate:
        lines = (
            _("{name}:").format(name=who),
            item,
            *(f"{name}: {value}" for name, value in conclusion.facts[2:]),
            sheet.item.result,
        )
        return PaperSketch(title=paper_name(PaperKind.GRANT), size="A4", lines=lines)
    given = (*sheet.checklist.received(), *sheet.checklist.fetched())
    lines = (
        _("{name}:").format(name=who),
        item,
        *(f"{name}: {value}" for name, value in conclusion.facts),
        *(f"{n}. {said(x.prerequisite.name)}" for n, x in enumerate(given, start=1)),
    )
    return PaperSketch(title=paper_name(PaperKind.ACCEPTANCE_NOTICE), size="A5", lines=lines)


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
