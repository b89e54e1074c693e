"""One case as it lies open on the screen: what every page with a case shows of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.case_number import grouped
from clerk.domain.clock_events import ClockKind
from clerk.domain.clocks import clock_of
from clerk.domain.stages import Stage
from clerk.ui.presenters.applicant_screen import applicant_screen, questions_of
from clerk.ui.presenters.case_changes import NOTHING_CHANGED
from clerk.ui.presenters.case_rows import Today, chip_of
from clerk.ui.presenters.checklist_rows import checklist_rows, count_chips
from clerk.ui.presenters.explaining import explained_case
from clerk.ui.presenters.pending import pending_lines
from clerk.ui.presenters.shown import said
from clerk.ui.presenters.stage_steps import stage_steps
from clerk.ui.rows import ChecklistRow, Chip, QueueRow, StageStep, Tone
from clerk.usecases.history import HistoryLine, history_of
from clerk.usecases.language import _, current_language, ngettext
from clerk.usecases.names import paper_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case
    from clerk.domain.event import Event
    from clerk.domain.events import Attachment
    from clerk.domain.identifiers import CaseId
    from clerk.domain.papers import PaperRecord
    from clerk.domain.staff import Staff, StaffId
    from clerk.ui.presenters.applicant_screen import ApplicantScreen, Question
    from clerk.ui.presenters.case_changes import Changes
    from clerk.ui.presenters.explaining import Explained
    from clerk.ui.room import Room

_KILO = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A case with its journal and the people of the desk, read in one go."""

    case: Case
    events: tuple[Event, ...]
    staff: tuple[Staff, ...]

    @property
    def people(self) -> dict[StaffId, str]:
        """Names by id."""
        return {each.id: each.name for each in self.staff}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """An open case, ready to be shown."""

    id: CaseId
    title: str
    detail: str
    chips: tuple[Chip, ...]
    steps: tuple[StageStep, ...]
    checklist: tuple[ChecklistRow, ...]
    applicant: ApplicantScreen
    questions: tuple[Question, ...]
    counts: tuple[Chip, ...]
    papers: tuple[QueueRow, ...]
    files: tuple[QueueRow, ...]
    history: tuple[HistoryLine, ...]
    clocks: tuple[Explained, ...]


def read_case(room: Room, case_id: CaseId) -> OpenCase:
    """Read everything a page shows of a case; to be called in a task.

    Raises:
        NoSuchCase: It is not held here.
    """
    reading = room.reading
    return OpenCase(
        case=reading.case(case_id), events=reading.history(case_id), staff=reading.staff()
    )


def today_of(room: Room) -> Today:
    """Return the day of the desk's clock with its calendar."""
    return Today(on=room.counter.clock().date(), calendar=room.counter.calendar)


def case_sheet(opened: OpenCase, today: Today, changes: Changes = NOTHING_CHANGED) -> CaseSheet:
    """Lay a case out, with what was changed and is not kept yet."""
    case, lines = opened.case, changes.checklist_of(opened.case)
    return CaseSheet(
        id=case.id,
        title=said(case.item.name),
        detail=_detail(opened, today),
        chips=(chip_of(case, today),),
        steps=stage_steps(case, opened.people),
        checklist=checklist_rows(case.item, lines, today.on, _files_of(case)),
        applicant=applicant_screen(changes.fields_of(case), case.item),
        questions=questions_of(case.item, changes.answers_of(case)),
        counts=count_chips(lines),
        papers=tuple(map(_paper_row, case.papers)),
        files=tuple(_file_row(n, each, case) for n, each in enumerate(case.attachments)),
        history=history_of(case, opened.events, opened.staff, current_language()),
        clocks=explained_case(case, today),
    )


def _detail(opened: OpenCase, today: Today) -> str:
    """Say whose it is, and under it how it stands; a review's opinion on a line of its own."""
    case = opened.case
    contact = case.applicant.contact_name
    standing = [case.applicant.phone, _standing(case, today)]
    if contact and contact != case.applicant.name:
        standing.insert(0, _("for them: {name}").format(name=contact))
    lines = [f"{grouped(case.number)} · {case.applicant.name}", " · ".join(standing)]
    if case.stage is Stage.REVIEWED and case.reviewed:
        lines.append(_("Opinion of the review: {opinion}").format(opinion=case.reviewed.opinion))
    lines += pending_lines(case, opened.people)
    return "\n".join(lines)


def _standing(case: Case, today: Today) -> str:
    if clock := clock_of(case, ClockKind.PROMISED, today.calendar, today.on):
        return _("accepted {day}, day {used}, due {due}").format(
            day=f"{case.accepted_at:%m-%d}", used=clock.used, due=f"{clock.due.on:%m-%d}"
        )
    if case.notices:
        last = case.notices[-1].deadline_on
        told = len(case.notices)
        words = ngettext("told once, last day {day}", "told {told} times, last day {day}", told)
        return words.format(told=told, day=last.isoformat())
    return _("received {at}").format(at=f"{case.received_at:%m-%d %H:%M}")


def _files_of(case: Case) -> Callable[[str], int]:
    counted = Counter(each.prerequisite for each in case.attachments if each.prerequisite)
    return lambda wanted: next((n for each, n in counted.items() if each == wanted), 0)


def _paper_row(paper: PaperRecord) -> QueueRow:
    detail = f"{paper.document_number} · {paper.issued_at:%m-%d %H:%M}"
    return QueueRow(
        id=paper.id, title=paper_name(paper.kind), detail=detail, chip=_print_chip(paper)
    )


def _print_chip(paper: PaperRecord) -> Chip:
    if any(each.is_unsure for each in paper.open_prints):
        return Chip(text=_("Did it come out?"), tone=Tone.AMBER, symbol="?")
    if paper.open_prints:
        return Chip(text=_("Printing"), tone=Tone.BLUE)
    if paper.failed:
        return Chip(text=_("Not printed"), tone=Tone.AMBER, symbol="!")
    if paper.printed > 1:
        return Chip(text=_("Reprinted × {count}").format(count=paper.printed - 1), tone=Tone.GREY)
    if paper.printed:
        return Chip(text=_("Printed"), tone=Tone.GREEN, symbol="✓")
    return Chip(text=_("Not printed yet"), tone=Tone.GREY)


def _file_row(number: int, file: Attachment, case: Case) -> QueueRow:
    line = said(case.item.prerequisite(file.prerequisite).name) if file.prerequisite else ""
    size = _("{size} kB").format(size=max(1, round(file.size / _KILO)))
    return QueueRow(id=str(number), title=file.name, detail=f"{line} · {size}" if line else size)
