"""One open case: what it shows, what may be done with it, and the doing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from clerk.domain.refusals import InvalidInput
from clerk.domain.stages import Action, Stage
from clerk.ui.messages import notice_of
from clerk.ui.presenters.attaching import attach_job
from clerk.ui.presenters.case_changes import NOTHING_CHANGED
from clerk.ui.presenters.case_chief import ChiefAsking
from clerk.ui.presenters.case_edits import CaseEdits
from clerk.ui.presenters.case_screen import EDITS, CaseScreen, offers_of
from clerk.ui.presenters.case_steps import form_of, job_of
from clerk.ui.presenters.open_case import OpenCase, case_sheet, read_case, today_of
from clerk.ui.presenters.printing import print_all
from clerk.ui.presenters.shelf import Shelf
from clerk.ui.presenters.shown import said
from clerk.ui.rows import Notice, Tone
from clerk.usecases.language import _
from clerk.usecases.names import paper_name
from clerk.usecases.supplement_case import supplement_case

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clerk.domain.case import Case
    from clerk.domain.identifiers import CaseId
    from clerk.domain.refusals import ClerkError
    from clerk.ui.presenters.attaching import AttachedFiles
    from clerk.ui.presenters.file_source import TakenFile
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAnswer
    from clerk.usecases.application import Done

T = TypeVar("T")


class CaseView:
    """Opens a case and takes its steps.

    What is changed is collected (``edits``) until it is kept as one supplement
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
        self.opened: OpenCase | None = None
        self.screen = CaseScreen()
        self.chief = ChiefAsking(room, self)
        self.edits = CaseEdits(room, self)
        self.shelf = Shelf(room, self)

    def open(self, case_id: CaseId | None) -> None:
        """Show another case, or none."""
        self._wanted = case_id
        self.edits.changes = NOTHING_CHANGED
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
            self.edits.changes = NOTHING_CHANGED
            step = self._first_step(opened.case)
            form = form_of(step, opened, self._room) if step else None
            self.screen = replace(self.screen, form=form, is_form_asked=False)
        self.lay_out()
        if self._looks_first and not self.screen.preview.title:
            self.shelf.look_at_first()

    def lay_out(self) -> None:
        """Show the open case with what was changed and is not kept yet."""
        if self.opened is None:
            return
        case, changes = self.opened.case, self.edits.changes
        self.change(
            replace(
                self.screen,
                sheet=case_sheet(self.opened, today_of(self._room), changes),
                offers=offers_of(case, has_changes=bool(changes)),
                is_editable=any(map(case.allows, EDITS)),
                is_correctable=case.allows(Action.CORRECT),
                has_changes=bool(changes),
            )
        )

    def keep_changes(self) -> None:
        """Keep what was changed as one supplement, or one correction."""
        if wish := self.edits.wish():
            self._do(lambda: supplement_case(wish, self._room.counter), self._kept)

    def _kept(self, done: Done) -> None:
        self.edits.changes = NOTHING_CHANGED
        wanting = done.case.checklist.wanting()
        words = _("The changes are kept.")
        if wanting and done.case.stage is Stage.NOTIFIED:
            names = _("; ").join(said(each.prerequisite.name) for each in wanting)
            words = _("The supplement is kept. Still missing: {names}.").format(names=names)
        self._done(done, words)

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
            form = form_of(action, self.opened, self._room)
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
        if form is None or self.opened is None:
            return
        if unreadable := form.unreadable(today_of(self._room).on):
            self.trouble(InvalidInput(problems=unreadable))
        elif form.chief_subject:
            self.chief.ask(form.title, form.chief_subject, self._allowed)
        else:
            self._do(job_of(form, self.opened.case, self._room), self._stepped)

    def _allowed(self, answer: ChiefAnswer) -> None:
        form = self.screen.form
        if form and self.opened:
            self._do(job_of(form, self.opened.case, self._room, answer), self._stepped)

    def _stepped(self, done: Done) -> None:
        self.screen = replace(self.screen, form=None, chief=None, chief_notice=None)
        names = " · ".join(paper_name(each.kind) for each in done.papers)
        self._done(done, _("Done. {papers}").format(papers=names) if names else _("Done."))

    def attach(self, files: Sequence[TakenFile], line_id: str = "") -> None:
        """Add files to the dossier, for a line of the list if one is named."""
        if self.opened and files:
            job = attach_job(files, self.opened.case, line_id, self._room)
            self._do(job, self._attached)

    def _attached(self, attached: AttachedFiles) -> None:
        if attached.done:
            self._done(attached.done, attached.words)
        if attached.trouble:
            self.trouble(attached.trouble)
            refused = self.screen.notice
            if refused and attached.done:
                self.tell(replace(refused, then=f"{refused.then} {attached.words}".strip()))

    def tell(self, notice: Notice | None) -> None:
        """Say something on the page, or take it away."""
        self.change(replace(self.screen, notice=notice))

    def trouble(self, trouble: ClerkError) -> None:
        """Say what stands in the way, where it was asked for and at the fields where it can."""
        form = self.screen.form
        if form and isinstance(trouble, InvalidInput):
            form = form.complained(trouble.problems)
        self.screen = replace(self.screen, form=form, is_busy=False)
        if self.screen.chief:
            self.chief.refuse(trouble)
        else:
            self.tell(notice_of(trouble))

    def _do(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
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
