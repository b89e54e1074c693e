"""The accept page without a screen: one sheet, every change kept, the conclusion always live."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from clerk.domain.catalogue import AnswerId, ItemId, PrerequisiteId, SituationId
from clerk.domain.checklist import LineStatus, Mark, in_hand
from clerk.ui.messages import notice_of
from clerk.ui.presenters.accept_preview import Previewing, preview_of
from clerk.ui.presenters.accept_screen import screen_of
from clerk.ui.presenters.applicant_form import filled, problem_at, with_field
from clerk.ui.presenters.case_chief import chiefs_for, staff_row
from clerk.ui.presenters.checklist_rows import why_asked
from clerk.ui.presenters.conclusion import conclude
from clerk.ui.presenters.draft_keeper import DraftKeeper
from clerk.ui.presenters.explaining import explained_item
from clerk.ui.presenters.item_search import found_items, item_row
from clerk.ui.presenters.marking import FieldTrouble, LineForm, changed_mark, form_of, marked
from clerk.ui.presenters.open_case import today_of
from clerk.ui.presenters.sheet import Sheet
from clerk.ui.presenters.shown import reason, said
from clerk.ui.rows import ChiefAsk, ChiefMode, Notice, Tone
from clerk.usecases.language import _

if TYPE_CHECKING:
    from datetime import date

    from clerk.domain.applicant import Applicant
    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.refusals import ClerkError
    from clerk.domain.staff import Staff
    from clerk.ui.presenters.accept_screen import AcceptView
    from clerk.ui.presenters.conclusion import Conclusion
    from clerk.ui.presenters.explaining import Explained
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAnswer
    from clerk.usecases.draft import Draft
    from clerk.usecases.lines import ItemLine


class AcceptPresenter:
    """Holds the sheet, keeps it as a draft, and shows what follows from it.

    What becomes of the sheet is the matter of
    :class:`~clerk.ui.presenters.accept_issue.Issuing`.
    """

    def __init__(self, room: Room, view: AcceptView) -> None:
        self.room = room
        self.view = view
        self.preview = Previewing(room, view)
        self.keeper = DraftKeeper(room.counter, room.tasks, self.refused)
        self._items: tuple[ItemLine, ...] = ()
        self._staff: tuple[Staff, ...] = ()
        self._parked: dict[str, Draft] = {}
        self._waived: str = ""
        self.sheet = self._blank()

    @property
    def today(self) -> date:
        """The business day."""
        return self.room.counter.clock().date()

    @property
    def conclusion(self) -> Conclusion:
        """What can be done with the sheet as it stands."""
        return conclude(
            self.sheet, calendar=self.room.counter.calendar, today=self.today, chiefs=self.chiefs()
        )

    def start(self) -> None:
        """Load the list, the staff and what was left unfinished."""
        reading = self.room.reading
        self.room.tasks.run(reading.staff, then=self._staff_loaded, otherwise=self.refused)
        self.room.tasks.run(reading.items, then=self._items_loaded, otherwise=self.refused)
        self.room.tasks.run(reading.drafts, then=self._drafts_loaded, otherwise=self.refused)
        self.show()

    def show(self) -> None:
        """Show the sheet as it is."""
        items = {str(line.id): item_row(line) for line in self._items}
        parked = tuple(self._parked.values())
        self.view.show_screen(screen_of(self.sheet, self.conclusion, parked, items, self.today))
        if self.preview.want(preview_of(self.sheet, self.room, self.chiefs())):
            self.view.await_paper()

    def refused(self, trouble: ClerkError) -> None:
        """Say what stands in the way."""
        self.view.tell(notice_of(trouble))

    def chiefs(self) -> tuple[Staff, ...]:
        """Return who may sign for the item here: its department's chiefs, never the clerk."""
        department = self.sheet.item.department.id if self.sheet.item else None
        return chiefs_for(department, self._staff, self.room.person().id)

    def explained(self) -> tuple[Explained, ...]:
        """Explain the dates the case would get now; nothing before an item is chosen."""
        today = today_of(self.room)
        return explained_item(self.sheet.item, today) if self.sheet.item else ()

    # ------------------------------------------------------------------ item and situations

    def search(self, text: str) -> None:
        """Show the items that fit what is typed."""
        self.view.show_items(tuple(item_row(each) for each in found_items(self._items, text)))

    def choose_item(self, item_id: str) -> None:
        """Lay the sheet on an item's published list."""
        if self.sheet.item and self.sheet.item.id == item_id:
            self._go_to_first_question(self.sheet.item)
            return
        job = partial(self.room.reading.item, ItemId(item_id))
        self.room.tasks.run(job, then=self._item_loaded, otherwise=self.refused)

    def answer(self, situation: str, answer: str) -> None:
        """Note the applicant's answer; the list follows."""
        self.change(self.sheet.with_answer(SituationId(situation), AnswerId(answer)))

    # ------------------------------------------------------------------ applicant

    def set_field(self, name: str, value: str) -> None:
        """Note one of the applicant's fields as typed; a known number brings the rest."""
        if self.sheet.fields.get(name, "") == value:
            return
        self.change(replace(self.sheet, fields=with_field(self.sheet.fields, name, value)))
        if name == "document_number" and value and not self.check(name, value):
            job = partial(self.room.reading.applicants, value)
            self.room.tasks.run(job, then=self._applicants_found, otherwise=self.refused)

    def check(self, name: str, value: str) -> str:
        """Return what is wrong with a field's value, nothing if it is right."""
        problem = problem_at({**self.sheet.fields, name: value}, name, self.today)
        return reason(problem) if problem else ""

    # ------------------------------------------------------------------ checklist

    def mark(self, line_id: str, status: LineStatus) -> None:
        """Note how one paper stands; what needs more words opens its form."""
        line, item = self.sheet.line(line_id), self.sheet.item
        if line is None or item is None:
            return
        if status is LineStatus.WAIVED:
            self._ask_for_waiver(line_id, said(line.prerequisite.name))
            return
        mark = marked(line, status, item, self.room.counter.calendar, self.today)
        if isinstance(mark, str):
            self.view.tell(Notice(tone=Tone.AMBER, what=mark))
            return
        self._set_mark(line_id, mark)
        if status in {LineStatus.NOT_GOOD, LineStatus.PROMISED}:
            self.edit_line(line_id)

    def mark_all(self) -> None:
        """Note everything still to be looked at as handed in."""
        open_lines = [x for x in self.sheet.checklist.open() if x.required]
        self.change(
            self.sheet.with_marks({x.prerequisite.id: in_hand(x.prerequisite) for x in open_lines})
        )

    def why(self, line_id: str) -> None:
        """Say why a paper is asked for."""
        line, item = self.sheet.line(line_id), self.sheet.item
        if line and item:
            what = said(line.prerequisite.name)
            self.view.tell(Notice(tone=Tone.BLUE, what=what, then=why_asked(item, line)))

    def edit_line(self, line_id: str) -> None:
        """Open a line's counts and remarks."""
        if line := self.sheet.line(line_id):
            self.view.open_line(form_of(line, said(line.prerequisite.name)))

    def change_line(self, form: LineForm) -> None:
        """Take a line's form over, or say which field will not do."""
        line = self.sheet.line(form.line_id)
        if line is None:
            return
        mark = changed_mark(line, form, self.today)
        if isinstance(mark, FieldTrouble):
            self.view.open_line(form, (mark.field, mark.why))
            return
        self._set_mark(form.line_id, mark)
        self.view.close_forms()
        self.view.focus(f"line.{form.line_id}")

    def sign_waiver(self, answer: ChiefAnswer) -> None:
        """Take the chief's waiver of a paper, with its reason."""
        line_id = self._waived
        if not answer.opinion.strip():
            why = Notice(tone=Tone.RED, what=_("A waiver needs its reason."))
            self.view.refuse_chief(why)
            return
        mark = Mark(status=LineStatus.WAIVED, note=answer.opinion.strip(), waived_by=answer.chief)

        def waived(_done: None) -> None:
            self._set_mark(line_id, mark)
            self.view.close_chief()
            self.view.focus(f"line.{line_id}")

        job = partial(self.room.counter.pins.verify, answer.chief, answer.pin)
        self.room.tasks.run(
            job, then=waived, otherwise=lambda why: self.view.refuse_chief(notice_of(why))
        )

    # ------------------------------------------------------------------ drafts

    def park(self) -> None:
        """Put the sheet aside and be ready for the next; an empty page goes to what is parked."""
        if self.sheet.is_empty:
            if self._parked:
                self.view.focus("parked")
            return
        self._put_aside()
        self.begin_anew()
        self.view.toast(_("Parked. Next, please."))

    def resume(self, draft_id: str) -> None:
        """Take a parked sheet up again; what is on the page is put aside."""
        draft = self._parked.pop(draft_id, None)
        if draft is None:
            return
        if not self.sheet.is_empty:
            self._put_aside()
        self._take_up(draft)

    def begin_anew(self) -> None:
        """Clear the page, with the focus where the next applicant begins."""
        self.sheet = self._blank()
        self.view.close_forms()
        self.view.tell(None)
        self.search("")
        self.show()
        self.view.focus("item")

    # ------------------------------------------------------------------ inside

    def _blank(self) -> Sheet:
        counter = self.room.counter
        return Sheet(draft_id=counter.new_id(counter.clock()))

    def change(self, sheet: Sheet) -> None:
        """Put the next sheet on the page, and keep it."""
        if sheet == self.sheet:
            return
        self.sheet = sheet
        self.keeper.keep(sheet.draft(self.room.counter.clock()))
        self.show()

    def _set_mark(self, line_id: str, mark: Mark) -> None:
        self.view.tell(None)
        self.change(self.sheet.with_marks({PrerequisiteId(line_id): mark}))

    def _ask_for_waiver(self, line_id: str, name: str) -> None:
        self._waived = line_id
        self.view.ask_chief(
            ChiefAsk(
                title=_("Waive a paper"),
                subject=name,
                mode=ChiefMode.WAIVE,
                chiefs=tuple(staff_row(each) for each in self.chiefs()),
            )
        )

    def _put_aside(self) -> None:
        draft = self.sheet.draft(self.room.counter.clock(), parked=True)
        self._parked[draft.id] = draft
        self.keeper.keep(draft)

    def _take_up(self, draft: Draft) -> None:
        def load() -> ServiceItem | None:
            return self.room.reading.item(draft.item_id) if draft.item_id else None

        def show(item: ServiceItem | None) -> None:
            self.sheet = Sheet.of(draft, item)
            self.keeper.keep(self.sheet.draft(self.room.counter.clock()))
            self.search("")
            self.show()
            self.view.focus("checklist" if item else "item")

        self.room.tasks.run(load, then=show, otherwise=self.refused)

    def _go_to_first_question(self, item: ServiceItem) -> None:
        still_open = item.unanswered(self.sheet.answers)
        place = f"situation.{still_open[0].id}" if still_open else "applicant.document_number"
        self.view.focus(place)

    def _staff_loaded(self, staff: tuple[Staff, ...]) -> None:
        self._staff = staff
        self.show()

    def _items_loaded(self, items: tuple[ItemLine, ...]) -> None:
        self._items = items
        self.search("")

    def _drafts_loaded(self, drafts: tuple[Draft, ...]) -> None:
        begun = [each for each in drafts if not each.parked]
        self._parked = {each.id: each for each in drafts if each not in begun[:1]}
        if begun and self.sheet.is_empty:
            self._take_up(begun[0])
        else:
            self.show()

    def _item_loaded(self, item: ServiceItem) -> None:
        self.view.tell(None)
        self.change(self.sheet.with_item(item))
        self._go_to_first_question(item)

    def _applicants_found(self, found: tuple[Applicant, ...]) -> None:
        number = self.sheet.fields.get("document_number", "")
        known = next((each for each in found if each.document_number == number), None)
        if known is None:
            return
        fields = filled(self.sheet.fields, known)
        if fields != self.sheet.fields:
            self.change(replace(self.sheet, fields=fields))
            self.view.toast(_("{name} was here before. Filled in.").format(name=known.name))
