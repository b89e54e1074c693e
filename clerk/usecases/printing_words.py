"""What is said about printers: why one does not print, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.usecases.language import _, current_language
from clerk.usecases.printers import Sheet, Sides, TestPage

if TYPE_CHECKING:
    from datetime import datetime

    from clerk.usecases import trouble
    from clerk.usecases.printers import PrintChoice, PrinterLine


def cause_words(cause: str) -> str:
    """Return why a paper was not printed, as part of a sentence; an unknown one as it stands."""
    return {
        "none": _("there is no printer"),
        "service": _("the print service of this PC does not answer"),
        "unknown": _("this PC does not know the printer"),
        "off": _("it is switched off or cannot be reached"),
        "gone": _("it is switched off or cannot be reached"),
        "paper": _("it is out of paper"),
        "jam": _("paper is jammed in it"),
        "open": _("its cover is open"),
        "ink": _("its toner or ink is used up"),
        "full": _("its output tray is full"),
        "paused": _("it is paused"),
        "rejecting": _("it takes no jobs at present"),
        "busy": _("an earlier job holds it up"),
        "fault": _("it has a fault"),
        "aborted": _("it broke the job off"),
        "canceled": _("somebody cancelled the job"),
        "driver": _("its driver is not installed right"),
        "format": _("it cannot print PDF"),
        "forbidden": _("it does not let this user print"),
        "refused": _("it did not take the job"),
        "slow": _("it did not say that it finished"),
        "forgotten": _("its queue lost sight of the job"),
        "folder": _("the folder cannot be written"),
        "undrawn": _("the paper could not be drawn"),
    }.get(cause, cause)


def remedy_words(cause: str) -> str:
    """Return what a clerk can do about a printer."""
    return {
        "off": _("Switch it on and look at its cable."),
        "gone": _("Switch it on and look at its cable."),
        "paper": _("Put paper in."),
        "jam": _("Take the jammed paper out."),
        "open": _("Close the cover."),
        "full": _("Take the sheets out of the tray."),
        "paused": _("Let it go on in the system's printer settings."),
    }.get(cause, _("Ask IT, or choose another printer on the Printers page."))


def trouble_words(error: trouble.PrinterTrouble) -> tuple[str, str]:
    """Say that nothing came out, why, and what to do."""
    if error.cause == "none":
        what = _("No printer is set up.")
    else:
        pattern = _("{printer} did not print: {cause}.")
        what = pattern.format(printer=error.printer, cause=cause_words(error.cause))
    kept = _("Then print it again from the case; the paper is kept.")
    return what, f"{remedy_words(error.cause)} {kept}"


def unsure_words(error: trouble.PrintUnsure) -> tuple[str, str]:
    """Say that nobody knows, and whom to ask."""
    pattern = _("Not known whether the paper came out of {printer}: {cause}.")
    return (
        pattern.format(printer=error.printer, cause=cause_words(error.cause)),
        _("Look at the printer, then answer on the Printers page."),
    )


def elsewhere_words(error: trouble.PrintedElsewhere) -> tuple[str, str]:
    """Say that the fallback took over."""
    pattern = _("{printer} did not print: {cause}.")
    return (
        pattern.format(printer=error.printer, cause=cause_words(error.cause)),
        _("It was printed on {other} instead.").format(other=error.other),
    )


def sides_name(sides: Sides) -> str:
    """Say on how many sides is printed."""
    return {
        Sides.ONE: _("One side"),
        Sides.LONG_EDGE: _("Both sides, like a book"),
        Sides.SHORT_EDGE: _("Both sides, like a pad"),
    }[sides]


def sheet_name(sheet: Sheet) -> str:
    """Say what is printed on."""
    return {
        Sheet.AS_DRAWN: _("As the paper is drawn, A4 or A5"),
        Sheet.A4: _("Always A4"),
    }[sheet]


def tray_name(tray: str) -> str:
    """Say a tray by its number; what a printer calls otherwise stands as it calls it."""
    kind, _dash, number = tray.rpartition("-")
    if kind == "tray" and number.isdigit():
        return _("Tray {n}").format(n=number)
    return tray or _("The printer decides")


def words_of_test_page(
    line: PrinterLine, choice: PrintChoice, *, at: datetime, place: str = ""
) -> TestPage:
    """Return what a test page on a printer says; its sides are those that were chosen."""
    lines = (
        _("Printer: {name}").format(name=line.name),
        _("Tray: {tray}").format(tray=tray_name(choice.tray)),
        sides_name(choice.sides),
        place,
        f"{at:%Y-%m-%d %H:%M}",
    )
    return TestPage(
        title=_("Test page"),
        lines=tuple(filter(None, lines)),
        language=current_language(),
        at=at,
        sides=1 if choice.sides is Sides.ONE else 2,
    )
