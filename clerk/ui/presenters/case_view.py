"""One open case: what it shows, what may be done with it, and the doing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.domain.checklist import Checklist, LineStatus, Mark
from clerk.domain.refusals import InvalidInput
from clerk.domain.stages import Action
from clerk.ui.messages import notice_of
from clerk.ui.presenters import marking
from clerk.ui.presenters.case_forms import form_of, job_of
from clerk.ui.presenters.case_screen import EDITS, CaseScreen, offers_of
from clerk.ui.presenters.checklist_rows import why_asked
from clerk.ui.presenters.open_case import OpenCase, case_sheet, read_case, today_of
from clerk.ui.presenters.printing import print_all
from clerk.ui.presenters.shelf import Shelf
from clerk.ui.presenters.shown import said
from clerk.ui.rows import Notice, Tone
from clerk.usecases.attach_file import AttachFile, attach_file
from clerk.usecases.language import _
from clerk.usecases.names import paper_name
from clerk.usecases.supplement_case import SupplementCase, supplement_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.case import Case
    from clerk.domain.catalogue import PrerequisiteId
    from clerk.domain.checklist import ChecklistLine
    from clerk.domain.identifiers import CaseId
    from clerk.domain.refusals import ClerkError
    from clerk.ui.presenters.marking import LineForm
    from clerk.ui.room import Room
    from clerk.usecases.application import Done


class CaseView:
    """Opens a case and takes its steps.

    Marks on the checklist are collected until they are kept as one supplement
    or correction; until then no other step is taken, so that nothing is decided
    on a list that is not the stored one. ``first_step`` names the form that
    opens with a case; ``looks_first`` shows its first file, or its last paper, at once.
    """

    def __init__(
        self,
        room: Room,
        show: Callable[[CaseScreen], None],
        first_step: Callable[[Case], Action | None] = lambda _case: None,
        *,
        looks_first: bool = False,
    ) -> None:
        self._room = room
        self._show = show
        self._first_step = first_step
        self._looks_first = looks_first
        self._wanted: CaseId | None = None
        self._marks: dict[PrerequisiteId, Mark] = {}
        self.opened: OpenCase | None = None
        self.screen = CaseScreen()
        self.shelf = Shelf(room, self)

    def open(self, case_id: CaseId | None) -> None:
        """Show another case, or none."""
        self._wanted = case_id
        self._marks = {}
        self.opened = None
        self.change(CaseScreen(notice=self.screen.notice))
        if case_id is not None:
            self.reload()

    def reload(self) -> None:
        """Read the open case again, keeping what is typed and not yet kept."""
        wanted = self._wanted
        if wanted is None:
            return

        def then(opened: OpenCase) -> None:
            if wanted == self._wanted:
                self._arrived(opened)

        self._room.tasks.run(
            lambda: read_case(self._room, wanted), then=then, otherwise=self.trouble
        )

    def changed(self, case_ids: frozenset[CaseId]) -> None:
        """Read the open case again if it is one of these."""
        if self._wanted in case_ids:
            self.reload()

    def _arrived(self, opened: OpenCase) -> None:
        moved = self.opened is None or self.opened.case.stage is not opened.case.stage
        self.opened = opened
        if moved:
            self._marks = {}
            step = self._first_step(opened.case)
            form = form_of(step, opened.case, self._room) if step else None
            self.screen = replace(self.screen, form=form, is_form_asked=False)
        self._lay_out()
        if self._looks_first and not self.screen.preview.title:
            self.shelf.look_at_first()

    def _lay_out(self) -> None:
        if self.opened is None:
            return
        case = self.opened.case
        self.change(
            replace(
                self.screen,
                sheet=case_sheet(self.opened, today_of(self._room), self._checklist(case)),
                offers=offers_of(case, has_changes=bool(self._marks)),
                is_editable=any(map(case.allows, EDITS)),
                has_changes=bool(self._marks),
            )
        )

    def _checklist(self, case: Case) -> Checklist:
        return Checklist.of(case.item, case.answers, {**case.marks, **self._marks})

    def mark(self, line_id: str, status: LineStatus) -> None:
        """Mark a line; it is kept with the other changes."""
        if self.opened is None or not self.screen.is_editable:
            return
        line = self._line(line_id)
        if line is None:
            return
        today = today_of(self._room)
        if status is LineStatus.WAIVED:
            found: Mark | str = _("Only the chief can waive a paper, on the accept page.")
        else:
            item = self.opened.case.item
            found = marking.marked(line, status, item, today.calendar, today.on)
        self._marked(line.prerequisite.id, found)

    def edit_line(self, line_id: str) -> None:
        """Open a line's counts and remarks."""
        line = self._line(line_id)
        if line and self.screen.is_editable:
            form = marking.form_of(line, said(line.prerequisite.name))
            self.change(replace(self.screen, line=form, line_trouble=("", "")))

    def change_line(self, form: LineForm) -> None:
        """Take a line's details over, or say which field will not do."""
        line = self._line(form.line_id)
        if line is None:
            return
        found = marking.changed_mark(line, form, today_of(self._room).on)
        if isinstance(found, marking.FieldTrouble):
            trouble = (found.field, found.why)
            self.change(replace(self.screen, line=form, line_trouble=trouble))
        else:
            self.leave_line()
            self._marked(line.prerequisite.id, found)

    def leave_line(self) -> None:
        """Put a line's details away."""
        self.change(replace(self.screen, line=None, line_trouble=("", "")))

    def _line(self, line_id: str) -> ChecklistLine | None:
        lines = self._checklist(self.opened.case).lines if self.opened else ()
        return next((each for each in lines if each.prerequisite.id == line_id), None)

    def tell_why(self, line_id: str) -> None:
        """Say why a line of the list is asked for."""
        line = self._line(line_id)
        if line and self.opened:
            why = why_asked(self.opened.case.item, line)
            self.tell(Notice(tone=Tone.BLUE, what=said(line.prerequisite.name), then=why))

    def mark_all_in_hand(self) -> None:
        """Mark every line that is still wanting as handed in."""
        if self.opened is None or not self.screen.is_editable:
            return
        for line in self._checklist(self.opened.case).lines:
            if not line.is_settled and line.required:
                self.mark(line.prerequisite.id, LineStatus.IN_HAND)

    def _marked(self, line_id: PrerequisiteId, found: Mark | str) -> None:
        if isinstance(found, str):
            self.change(replace(self.screen, notice=Notice(tone=Tone.AMBER, what=found)))
            return
        self._marks[line_id] = found
        self.screen = replace(self.screen, notice=None)
        self._lay_out()

    def keep_changes(self) -> None:
        """Keep the marks as one supplement, or one correction."""
        if self.opened is None or not self._marks:
            return
        wish = SupplementCase(
            case_id=self.opened.case.id, by=self._room.person(), marks=dict(self._marks)
        )
        self._do(lambda: supplement_case(wish, self._room.counter), self._kept)

    def _kept(self, done: Done) -> None:
        self._marks = {}
        self._done(done, _("The changes are kept."))

    def begin(self, action: Action) -> None:
        """Open the form of a step, or take it where nothing is asked."""
        offer = next((each for each in self.screen.offers if each.action is action), None)
        if self.opened is None or offer is None:
            return
        if offer.why_not:
            self.change(replace(self.screen, notice=Notice(tone=Tone.AMBER, what=offer.why_not)))
        elif action in EDITS:
            self.keep_changes()
        elif action is not Action.ATTACH:
            form = form_of(action, self.opened.case, self._room)
            self.change(replace(self.screen, form=form, is_form_asked=True, notice=None))

    def fill(self, name: str, value: str) -> None:
        """Note what was typed into a field of the form."""
        if self.screen.form:
            self.change(replace(self.screen, form=self.screen.form.filled(name, value)))

    def cancel(self) -> None:
        """Put the form away."""
        self.change(replace(self.screen, form=None, notice=None))

    def submit(self) -> None:
        """Take the step with what the form says."""
        form = self.screen.form
        if form and self.opened:
            self._do(job_of(form, self.opened.case, self._room), self._stepped)

    def _stepped(self, done: Done) -> None:
        self.screen = replace(self.screen, form=None)
        names = " · ".join(paper_name(each.kind) for each in done.papers)
        self._done(done, _("Done. {papers}").format(papers=names) if names else _("Done."))

    def attach(self, name: str, content: bytes, line_id: str = "") -> None:
        """Add a file to the dossier, for a line of the list if one is named."""
        if self.opened is None:
            return
        case = self.opened.case
        line = next((x.id for x in case.item.prerequisites if x.id == line_id), None)
        wish = AttachFile(
            case_id=case.id, by=self._room.person(), name=name, content=content, prerequisite=line
        )
        room = self._room
        self._do(
            lambda: attach_file(wish, room.counter, room.attachments),
            lambda done: self._done(done, _("The file is in the dossier.")),
        )

    def tell(self, notice: Notice | None) -> None:
        """Say something on the page, or take it away."""
        self.change(replace(self.screen, notice=notice))

    def trouble(self, trouble: ClerkError) -> None:
        """Say what stands in the way, at the fields where it can."""
        form = self.screen.form
        if form and isinstance(trouble, InvalidInput):
            form = form.complained(trouble.problems)
        self.change(replace(self.screen, form=form, notice=notice_of(trouble), is_busy=False))

    def _do(self, job: Callable[[], Done], then: Callable[[Done], None]) -> None:
        if self.screen.is_busy:
            return
        self.change(replace(self.screen, is_busy=True, notice=None))
        self._room.tasks.run(job, then=then, otherwise=self.trouble)

    def _done(self, done: Done, words: str) -> None:
        self.screen = replace(
            self.screen, is_busy=False, notice=Notice(tone=Tone.GREEN, what=words)
        )
        self._room.announce(frozenset({done.case.id}))
        print_all(self._room, done, self.trouble)

    def change(self, screen: CaseScreen) -> None:
        """Show this from now on."""
        self.screen = screen
        self._show(screen)
