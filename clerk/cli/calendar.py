"""``clerk calendar``: when a limit ends and why, and the days the state works."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.domain.case_number import grouped
from clerk.domain.codec import to_plain
from clerk.domain.explanation import explain
from clerk.domain.limits import Limit, LimitUnit
from clerk.usecases.explanation_words import explained, say_step
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.explanation import Explanation
    from clerk.usecases.keep_the_clock import Moved

_UNITS = {
    "working": LimitUnit.WORKING_DAYS,
    "natural": LimitUnit.NATURAL_DAYS,
    "months": LimitUnit.MONTHS,
}
_MOST = 3_660


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk calendar``."""
    calendar = words.add_parser("calendar", help=_("when a limit ends, and the working days"))
    verbs = calendar.add_subparsers(required=True, metavar=_("COMMAND"))
    due = verbs.add_parser("due", help=_("tell when a limit ends, step by step"))
    due.add_argument(
        "--from", dest="start", type=_day, required=True, metavar=_("DAY"), help=_("its first day")
    )
    due.add_argument(
        "--days", type=_amount, required=True, metavar="N", help=_("how many of the unit")
    )
    due.add_argument("--unit", choices=tuple(_UNITS), default="working")
    due.add_argument("--json", action="store_true")
    due.set_defaults(run=_due)
    take = verbs.add_parser("import", help=_("go by a newer calendar, and move the open cases"))
    take.add_argument("file", type=Path)
    take.set_defaults(run=_import)
    show = verbs.add_parser("show", help=_("tell which years are published"))
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_show)


def _due(chosen: argparse.Namespace) -> int:
    calendar = calendar_of(chosen.desk)
    limit = Limit(amount=chosen.days, unit=_UNITS[chosen.unit])
    found = explain(calendar, chosen.start, limit)
    if chosen.json:
        print(json.dumps(_plain(found), ensure_ascii=False, indent=1))
        return 0
    print(found.due.on.isoformat())
    for line in explained(found):
        print(f"  {line}")
    return 0


def _plain(found: Explanation) -> dict[str, object]:
    return {
        "due_on": found.due.on.isoformat(),
        "provisional": found.due.is_provisional,
        "calendar": found.due.calendar,
        "steps": [{**to_plain(each), "says": say_step(each)} for each in found.steps],
    }


def _import(chosen: argparse.Namespace) -> int:
    try:
        raw = chosen.file.read_bytes()
    except OSError as error:
        said = _("{file} cannot be read: {why}.")
        print(said.format(file=chosen.file, why=error.strerror), file=sys.stderr)
        return 1
    opened = bootstrap.open_desk(chosen.desk)
    try:
        moved = take_calendar(opened, raw)
        calendar = opened.store.calendar.version
    finally:
        opened.store.close()
    for each in moved:
        print(f"{grouped(each.number)}\t{each.before.on}\t{each.due.on}")
    print(
        _("This desk goes by {calendar}; {n} cases moved.").format(calendar=calendar, n=len(moved))
    )
    return 0


def _show(chosen: argparse.Namespace) -> int:
    calendar = calendar_of(chosen.desk)
    years = sorted(calendar.years)
    if chosen.json:
        plain = {
            "calendar": calendar.version,
            "years": years,
            "days_off": [each.isoformat() for each in sorted(calendar.days_off)],
            "make_up_days": [each.isoformat() for each in sorted(calendar.make_up_days)],
        }
        print(json.dumps(plain, indent=1))
        return 0
    said = _("{calendar}: {first} to {last}, {off} days off, {worked} make-up days.")
    print(
        said.format(
            calendar=calendar.version,
            first=years[0],
            last=years[-1],
            off=len(calendar.days_off),
            worked=len(calendar.make_up_days),
        )
    )
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        said = _("{text} is no day; write it like 2026-11-23")
        raise argparse.ArgumentTypeError(said.format(text=text)) from error


def _amount(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text[:6]) > _MOST:
        raise argparse.ArgumentTypeError(_("write a number from 0 to {most}").format(most=_MOST))
    return int(text)


def calendar_of(folder: Path) -> WorkCalendar:
    """Return the calendar a desk goes by; without a desk, the one that comes with the program."""
    from clerk.store.desk_store import FILE  # noqa: PLC0415 - SQLAlchemy only here
    from clerk.store.held_calendar import calendar_held_in  # noqa: PLC0415 - likewise
    from clerk.usecases.calendar_file import is_newer  # noqa: PLC0415 - likewise

    shipped, held = bootstrap.shipped_calendar(), calendar_held_in(folder / FILE)
    return held if held and is_newer(held, shipped) else shipped


def take_calendar(opened: bootstrap.OpenDesk, raw: bytes) -> tuple[Moved, ...]:
    """Go by the calendar of a file, and return the cases it moved.

    Raises:
        InvalidInput: The file has problems, or is older than what the desk goes by.
    """
    from clerk.usecases.calendar_file import (  # noqa: PLC0415 - only when a calendar comes
        must_be_newer,
        read_calendar,
    )
    from clerk.usecases.keep_the_clock import change_calendar  # noqa: PLC0415 - likewise

    calendar = must_be_newer(read_calendar(raw), opened.counter.calendar)
    opened.store.calendar = calendar
    return change_calendar(calendar, opened.counter)
