"""What bar and status line say of the place, the day and the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.messages import notice_of
from clerk.ui.rows import Chip, Tone
from clerk.usecases.language import _, current_language
from clerk.usecases.printing_words import cause_words

if TYPE_CHECKING:
    from clerk.domain.refusals import ClerkError
    from clerk.ui.main_window import MainWindow
    from clerk.ui.tasks import Tasks
    from clerk.usecases.counter import Counter
    from clerk.usecases.printers import PrinterLine, Printers


class Signs:
    """Keeps them right. The printers are asked through ``tasks``: the system may be slow."""

    def __init__(
        self, counter: Counter, printers: Printers, window: MainWindow, tasks: Tasks
    ) -> None:
        self._counter = counter
        self._printers = printers
        self._window = window
        self._tasks = tasks

    def show_place(self) -> None:
        """Say where this window stands, and where its papers go."""
        desk = self._counter.desk
        self._window.bar.show_department(desk.center_name.in_language(current_language()))
        self._window.bar.show_sync(Chip(text=_("This desk only"), tone=Tone.GREY, dot=True))
        self.show_printer()
        self.show_day()

    def show_day(self) -> None:
        """Say day and time, and whether the center works."""
        now = self._counter.clock()
        works = self._counter.calendar.is_working(now.date())
        kind = _("working day") if works else _("day off")
        weekday = _weekdays()[now.weekday()]
        self._window.line.show_day(f"{now:%Y-%m-%d} {weekday} {now:%H:%M} ({kind})")

    def show_printer(self) -> None:
        """Say which printer papers go to, and what is the matter with it."""
        self._tasks.run(self._printers.usual, then=self._name_printer, otherwise=self._refused)

    def _name_printer(self, printer: PrinterLine) -> None:
        if printer.cause:
            said = _("Printer {name}: {cause}").format(
                name=printer.name, cause=cause_words(printer.cause)
            )
        else:
            said = _("Printer {name}").format(name=printer.name)
        self._window.line.show_printer(said, in_order=not printer.cause)

    def _refused(self, trouble: ClerkError) -> None:
        self._window.tell(notice_of(trouble))


def _weekdays() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
