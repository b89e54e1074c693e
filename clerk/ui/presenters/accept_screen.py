"""What the accept page shows, as one frozen value, and what a presenter asks of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clerk.domain.catalogue import ApplicantKind
from clerk.domain.identity import DocumentKind
from clerk.domain.papers import PaperKind
from clerk.ui.presenters.applicant_form import DOCUMENTS, applicant_of
from clerk.ui.presenters.checklist_rows import checklist_rows, count_chips
from clerk.ui.presenters.shown import said
from clerk.ui.rows import ChecklistRow, Chip, QueueRow, Tone
from clerk.usecases.language import _
from clerk.usecases.names import paper_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from clerk.ui.presenters.conclusion import Conclusion
    from clerk.ui.presenters.marking import LineForm
    from clerk.ui.presenters.sheet import Sheet
    from clerk.ui.rows import ChiefAsk, Notice, PageImage
    from clerk.usecases.draft import Draft

Choices = tuple[tuple[str, str], ...]
"""Pairs of an id and what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One situation and the answer given so far."""

    id: str
    text: str
    choices: Choices
    answer: str | None


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
    kinds: Choices
    documents: Choices
    number_label: str
    name_label: str
    fields: Mapping[str, str]
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
    kind = ApplicantKind(sheet.fields["kind"])
    is_person = kind is ApplicantKind.PERSON
    document = DocumentKind(sheet.fields["document_kind"])
    rows = checklist_rows(sheet.item, sheet.checklist, today, sheet.files_of) if sheet.item else ()
    return AcceptScreen(
        item=items.get(sheet.item.id) if sheet.item else None,
        questions=_questions(sheet),
        kinds=_kinds(sheet),
        documents=tuple((each.value, _short(each)) for each in DOCUMENTS[kind]),
        number_label=document_name(document),
        name_label=_("Name") if is_person else _("Name of the organisation"),
        fields=sheet.fields,
        rows=rows,
        pills=count_chips(sheet.checklist),
        files=_files(sheet),
        conclusion=conclusion,
        sketch=_sketch(sheet, conclusion),
        parked=tuple(_parked(each, items) for each in parked),
    )


def document_name(kind: DocumentKind) -> str:
    """Return what a kind of document is called."""
    return {
        DocumentKind.RESIDENT_ID: _("Identity number"),
        DocumentKind.CREDIT_CODE: _("Credit code"),
        DocumentKind.PASSPORT: _("Passport"),
        DocumentKind.OTHER: _("Other document"),
    }[kind]


def _short(kind: DocumentKind) -> str:
    return _("Code") if kind is DocumentKind.CREDIT_CODE else document_name(kind)


def _kinds(sheet: Sheet) -> Choices:
    names = (
        (ApplicantKind.ORGANISATION, _("Organisation")),
        (ApplicantKind.PERSON, _("Person")),
    )
    allowed = sheet.item.applicants if sheet.item else frozenset(ApplicantKind)
    return tuple((each.value, text) for each, text in names if each in allowed)


def _questions(sheet: Sheet) -> tuple[Question, ...]:
    if sheet.item is None:
        return ()
    return tuple(
        Question(
            id=each.id,
            text=said(each.question),
            choices=tuple((x.id, said(x.label)) for x in each.answers),
            answer=sheet.answers.get(each.id),
        )
        for each in sheet.item.situations
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
