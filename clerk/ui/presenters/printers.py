"""The printers page: where each kind of paper goes, how the printers stand, what did not come out.

Every choice is kept at once; there is nothing to save and nothing to forget.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.ui.messages import notice_of
from clerk.ui.presenters import printers_screen as shown
from clerk.ui.presenters.printers_screen import ALL_KINDS, PrintersScreen
from clerk.ui.presenters.printing import print_all
from clerk.ui.rows import Notice, Tone
from clerk.usecases.application import Done
from clerk.usecases.language import _, current_language
from clerk.usecases.open_prints import (
    SettlePrint,
    open_prints,
    remembered,
    settle_print,
    settle_remembered,
    withdraw_print,
)
from clerk.usecases.printers import PrintChoice, Sheet, Sides
from clerk.usecases.printing_words import remedy_words, words_of_test_page
from clerk.usecases.trouble import PrinterTrouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError
    from clerk.ui.room import Room
    from clerk.usecases.open_prints import OpenPrintLine
    from clerk.usecases.printers import PrinterLine, PrintSettings


class PrintersPresenter:
    """Shows one screen; every change makes the next."""

    def __init__(self, room: Room, show: Callable[[PrintersScreen], None]) -> None:
        self.screen = PrintersScreen()
        self._room = room
        self._show = show
        self._began_at = room.counter.clock()
        self._chosen = ALL_KINDS
        self._lines: tuple[PrinterLine, ...] = ()
        self._asked: tuple[OpenPrintLine, ...] = ()

    def look_again(self) -> None:
        """Ask the system how its printers stand."""
        self._change(is_looking=True)
        self._room.print_tasks.run(
            self._room.printers.seen, then=self._found, otherwise=self.trouble
        )

    def ask_after_start(self) -> None:
        """Ask the printers about what the last run left open, then show what they forgot."""
        room = self._room
        lines = partial(open_prints, room.reading, before=self._began_at)

        def recall(asked: tuple[OpenPrintLine, ...]) -> None:
            job = partial(remembered, asked, room.printers)
            room.print_tasks.run(job, then=note, otherwise=self.trouble)

        def note(known: tuple[OpenPrintLine, ...]) -> None:
            job = partial(settle_remembered, known, room.counter)
            room.tasks.run(job, then=lambda _none: self.ask_again(), otherwise=self.trouble)

        room.tasks.run(lines, then=recall, otherwise=self.trouble)

    def ask_again(self) -> None:
        """Read what is to be asked."""
        lines = partial(open_prints, self._room.reading, before=self._began_at)
        self._room.tasks.run(lines, then=self._asks, otherwise=self.trouble)

    def choose_kind(self, kind: str) -> None:
        """Show where this kind goes."""
        if kind and kind != self._chosen:
            self._chosen = kind
            self._settled()

    def send_to(self, printer: str) -> None:
        """Let the chosen kind go to a printer; its trays and sides are its own."""
        self._keep_choice(PrintChoice(printer=printer))

    def take_tray(self, tray: str) -> None:
        """Let the chosen kind be printed from a tray."""
        self._keep_choice(replace(self.screen.form.choice, tray=tray))

    def print_sides(self, sides: str) -> None:
        """Let the chosen kind be printed on one side or on both."""
        self._keep_choice(replace(self.screen.form.choice, sides=Sides(sides)))

    def print_on_sheet(self, sheet: str) -> None:
        """Let the chosen kind be printed on the sheet it was drawn for, or always on A4."""
        self._keep_choice(replace(self.screen.form.choice, sheet=Sheet(sheet)))

    def fall_back_on(self, printer: str) -> None:
        """Choose who takes over when a printer fails."""
        self._keep(replace(self._settings, fallback=printer))

    def keep_in(self, folder: str) -> None:
        """Choose where PDFs go; nothing means beside the store."""
        self._keep(replace(self._settings, folder=folder.strip()))
        self.look_again()

    def roll_at(self, address: str) -> None:
        """Say where the roll printer listens; nothing means there is none."""
        self._keep(replace(self._settings, roll=address.strip()))
        self.look_again()

    def print_test_page(self, printer: str) -> None:
        """Print the test page on a printer, as all papers would be printed there."""
        room, line = self._room, next((x for x in self._lines if x.id == printer), None)
        if line is None or room.test_page is None:
            return
        usual = self._settings.usual
        choice = usual if usual.printer == printer else PrintChoice(printer=printer)
        desk, draw = room.counter.desk, room.test_page
        place = f"{desk.center_name.in_language(current_language())} · {desk.window_name}"
        page = words_of_test_page(line, choice, at=room.counter.clock(), place=place)

        def job() -> None:
            room.printers.one(choice).print(draw(page), title=page.title, copies=1)

        said = _("The test page came out of {name}.").format(name=line.name)
        going = _("Printing a test page on {name}…").format(name=line.name)
        self.tell(Notice(tone=Tone.BLUE, what=going))
        room.print_tasks.run(
            job,
            then=lambda _none: self.tell(Notice(tone=Tone.GREEN, what=said)),
            otherwise=self._test_failed,
        )

    def came_out(self, key: str) -> None:
        """Note that the person found the paper at the printer."""
        self._settle(key, is_there=True, then=lambda _line: None)

    def print_again(self, key: str) -> None:
        """Note that it is not there, take the old job back, and print anew."""
        self._settle(key, is_there=False, then=self._print_anew)

    def tell(self, notice: Notice | None) -> None:
        """Say something on the page."""
        self._change(notice=notice)

    def trouble(self, trouble: ClerkError) -> None:
        """Say what stands in the way."""
        self._change(notice=notice_of(trouble), is_looking=False)

    @property
    def _settings(self) -> PrintSettings:
        return self._room.printers.settings

    def _keep_choice(self, choice: PrintChoice) -> None:
        settings = self._settings
        if self._chosen == ALL_KINDS:
            self._keep(replace(settings, usual=choice))
            return
        by_kind = {**settings.by_kind, PaperKind(self._chosen): choice}
        if not choice.printer:
            del by_kind[PaperKind(self._chosen)]
        self._keep(replace(settings, by_kind=by_kind))

    def _keep(self, settings: PrintSettings) -> None:
        """Keep the settings: a small file, written at once."""
        job = partial(self._room.printers.keep, settings)
        self._room.print_tasks.run(job, then=lambda _none: self._settled(), otherwise=self.trouble)

    def _found(self, lines: tuple[PrinterLine, ...]) -> None:
        self._lines = lines
        self._settled(is_looking=False)

    def _settled(self, **changes: object) -> None:
        """Show the settings as they are now."""
        settings, lines = self._settings, self._lines
        none = ("", _("None"))
        self._change(
            kinds=shown.kind_rows(settings, lines),
            form=shown.form_for(self._chosen, settings, lines),
            fallbacks=(none, *shown.printer_choices(lines, settings.fallback)),
            fallback=settings.fallback,
            folder=settings.folder,
            roll=settings.roll,
            printers=shown.printer_rows(lines),
            **changes,
        )

    def _asks(self, lines: tuple[OpenPrintLine, ...]) -> None:
        self._asked = lines
        self._change(asked=shown.asked_rows(lines))

    def _settle(self, key: str, *, is_there: bool, then: Callable[[OpenPrintLine], None]) -> None:
        line = next((each for each in self._asked if each.key == key), None)
        if line is None:
            return
        wish = SettlePrint(line=line, by=self._room.person(), is_there=is_there)

        def settled(done: Done) -> None:
            self._room.announce(frozenset({done.case.id}))
            self.ask_again()
            then(line)

        job = partial(settle_print, wish, self._room.counter)
        self._room.tasks.run(job, then=settled, otherwise=self.trouble)

    def _print_anew(self, line: OpenPrintLine) -> None:
        room = self._room

        def found() -> Done:
            paper = room.reading.paper(line.paper.id)
            return Done(case=room.reading.case(line.case_id), papers=(paper,))

        def read(_none: object) -> None:
            room.tasks.run(found, then=send, otherwise=self.trouble)

        def send(done: Done) -> None:
            print_all(room, done, self.trouble)

        take_back = partial(withdraw_print, line, room.printers)
        room.print_tasks.run(take_back, then=read, otherwise=self.trouble)

    def _test_failed(self, trouble: ClerkError) -> None:
        """Say why; unlike a paper, a test page is not kept anywhere."""
        notice = notice_of(trouble)
        if isinstance(trouble, PrinterTrouble):
            notice = replace(notice, then=remedy_words(trouble.cause))
        self.tell(notice)

    def _change(self, **changes: object) -> None:
        self.screen = replace(self.screen, **changes)  # type: ignore[arg-type]  # its own fields
        self._show(self.screen)
