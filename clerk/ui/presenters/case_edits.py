"""Putting an open case right: its checklist, its answers, its applicant, kept as one change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from clerk.domain.catalogue import AnswerId, SituationId
from clerk.domain.checklist import LineStatus, Mark, in_hand
from clerk.domain.stages import Action
from clerk.ui.presenters import marking
from clerk.ui.presenters.applicant_form import problem_at
from clerk.ui.presenters.case_changes import NOTHING_CHANGED, Changes
from clerk.ui.presenters.checklist_rows import why_asked
from clerk.ui.presenters.open_case import today_of
from clerk.ui.presenters.shown import reason, said
from clerk.ui.rows import Notice, Tone
from clerk.usecases.language import _
from clerk.usecases.supplement_case import SupplementCase

if TYPE_CHECKING:
    from clerk.domain.catalogue import PrerequisiteId
    from clerk.domain.checklist import ChecklistLine
    from clerk.ui.presenters.case_chief import ChiefAsking
    from clerk.ui.presenters.case_screen import CaseScreen
    from clerk.ui.presenters.marking import LineForm
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAnswer


class Desk(Protocol):
    """Where the open case lies while it is put right."""

    opened: OpenCase | None
    screen: CaseScreen
    chief: ChiefAsking

    def change(self, screen: CaseScreen) -> None:
        """Show this from now on."""

    def lay_out(self) -> None:
        """Show the case with what was changed."""

    def tell(self, notice: Notice | None) -> None:
        """Say something on the page."""


class CaseEdits:
    """Collects changes until they are kept as one supplement or one correction."""

    def __init__(self, room: Room, desk: Desk) -> None:
        self._room = room
        self._desk = desk
        self.changes = NOTHING_CHANGED

    def wish(self) -> SupplementCase | None:
        """Return the wish to keep what was changed, None if nothing was."""
        case = self._desk.opened.case if self._desk.opened else None
        if case is None or not self.changes:
            return None
        return SupplementCase(
            case_id=case.id,
            by=self._room.person(),
            marks=self.changes.marks,
            answers=self.changes.answers,
            applicant=self.changes.applicant_of(case),
        )

    def mark(self, line_id: str, status: LineStatus) -> None:
        """Mark a line; what needs more words opens its form, a waiver the chief's line."""
        line = self._editable_line(line_id)
        if line is None or self._desk.opened is None:
            return
        if status is LineStatus.WAIVED:
            name = said(line.prerequisite.name)
            self._desk.chief.ask(_("Waive a paper"), name, partial(self._waive, line))
            return
        today, item = today_of(self._room), self._desk.opened.case.item
        found = marking.marked(line, status, item, today.calendar, today.on)
        if isinstance(found, str):
            self._desk.tell(Notice(tone=Tone.AMBER, what=found))
            return
        self._set_marks({line.prerequisite.id: found})
        if status in {LineStatus.NOT_GOOD, LineStatus.PROMISED}:
            self.edit_line(line_id)

    def mark_all_in_hand(self) -> None:
        """Mark every line that is still wanting as handed in."""
        if self._desk.opened and self._desk.screen.is_editable:
            lines = self.changes.checklist_of(self._desk.opened.case).lines
            wanting = [x.prerequisite for x in lines if x.required and not x.is_settled]
            self._set_marks({each.id: in_hand(each) for each in wanting})

    def edit_line(self, line_id: str) -> None:
        """Open a line's counts and remarks."""
        if line := self._editable_line(line_id):
            form = marking.form_of(line, said(line.prerequisite.name))
            self._desk.change(replace(self._desk.screen, line=form, line_trouble=("", "")))

    def change_line(self, form: LineForm) -> None:
        """Take a line's details over, or say which field will not do."""
        line = self._line(form.line_id)
        if line is None:
            return
        found = marking.changed_mark(line, form, today_of(self._room).on)
        if isinstance(found, marking.FieldTrouble):
            trouble = (found.field, found.why)
            self._desk.change(replace(self._desk.screen, line=form, line_trouble=trouble))
        else:
            self.leave_line()
            self._set_marks({line.prerequisite.id: found})

    def leave_line(self) -> None:
        """Put a line's details away."""
        self._desk.change(replace(self._desk.screen, line=None, line_trouble=("", "")))

    def tell_why(self, line_id: str) -> None:
        """Say why a line of the list is asked for."""
        line = self._line(line_id)
        if line and self._desk.opened:
            why = why_asked(self._desk.opened.case.item, line)
            name = said(line.prerequisite.name)
            self._desk.tell(Notice(tone=Tone.BLUE, what=name, then=why))

    def answer(self, situation: str, answer: str) -> None:
        """Put an answer right; the list follows."""
        if opened := self._correctable():
            wanted = (SituationId(situation), AnswerId(answer))
            self._changed(self.changes.with_answer(*wanted, opened.case))

    def set_field(self, name: str, value: str) -> None:
        """Put one of the applicant's fields right."""
        if opened := self._correctable():
            self._changed(self.changes.with_field(name, value, opened.case))

    def check(self, name: str, value: str) -> str:
        """Return what is wrong with a field's value, nothing if it is right."""
        if self._desk.opened is None:
            return ""
        fields = {**self.changes.fields_of(self._desk.opened.case), name: value}
        problem = problem_at(fields, name, today_of(self._room).on)
        return reason(problem) if problem else ""

    def _waive(self, line: ChecklistLine, answer: ChiefAnswer) -> None:
        mark = Mark(status=LineStatus.WAIVED, note=answer.opinion, waived_by=answer.chief)

        def waived(_done: None) -> None:
            self._desk.chief.close()
            self._set_marks({line.prerequisite.id: mark})

        job = partial(self._room.counter.pins.verify, answer.chief, answer.pin)
        self._room.tasks.run(job, then=waived, otherwise=self._desk.chief.refuse)

    def _correctable(self) -> OpenCase | None:
        opened = self._desk.opened
        return opened if opened and opened.case.allows(Action.CORRECT) else None

    def _editable_line(self, line_id: str) -> ChecklistLine | None:
        return self._line(line_id) if self._desk.screen.is_editable else None

    def _line(self, line_id: str) -> ChecklistLine | None:
        opened = self._desk.opened
        lines = self.changes.checklist_of(opened.case).lines if opened else ()
        return next((each for each in lines if each.prerequisite.id == line_id), None)

    def _set_marks(self, marks: dict[PrerequisiteId, Mark]) -> None:
        if self._desk.opened:
            self._changed(self.changes.with_marks(marks, self._desk.opened.case))

    def _changed(self, changes: Changes) -> None:
        self.changes = changes
        self._desk.screen = replace(self._desk.screen, notice=None)
        self._desk.lay_out()
