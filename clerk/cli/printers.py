"""``clerk printers``: what this PC can print on, and a test page; works beside an open window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.usecases.language import _
from clerk.usecases.printers import QUEUE, PrintChoice, PrinterLine
from clerk.usecases.printing_words import cause_words, words_of_test_page
from clerk.usecases.trouble import PrinterTrouble

if TYPE_CHECKING:
    import argparse


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk printers``."""
    printers = words.add_parser(
        "printers", help=_("show the printers of this PC, print a test page")
    )
    verbs = printers.add_subparsers(required=True, metavar=_("COMMAND"))
    listing = verbs.add_parser("list", help=_("list the printers and how they stand"))
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)
    test = verbs.add_parser("test", help=_("print a test page and wait until it is out"))
    test.add_argument("name")
    test.set_defaults(run=_test)


def _list(chosen: argparse.Namespace) -> int:
    lines = bootstrap.printers_of(chosen.desk).seen()
    if chosen.json:
        print(json.dumps([_brief(each) for each in lines], ensure_ascii=False, indent=1))
        return 0
    for each in lines:
        stands = cause_words(each.cause) if each.cause else _("Ready")
        print(f"{each.name}\t{stands}\t{each.place}")
    return 0


def _test(chosen: argparse.Namespace) -> int:
    """Print the test page.

    Raises:
        PrinterTrouble, PrintUnsure: It did not come out, or nobody knows.
    """
    printers = bootstrap.printers_of(chosen.desk)
    found = {each.name: each for each in printers.seen()}
    line = found.get(chosen.name)
    if line is None:
        raise PrinterTrouble(printer=chosen.name, cause="unknown")
    choice = PrintChoice(printer=line.id)
    page = words_of_test_page(line, choice, at=bootstrap.now())
    pdf = bootstrap.Drawer().test_page(page)
    printers.one(choice).print(pdf, title=page.title, copies=1)
    print(_("The test page came out of {name}.").format(name=line.name))
    return 0


def _brief(line: PrinterLine) -> dict[str, object]:
    return {
        "name": line.name,
        "system": line.id.startswith(QUEUE),
        "usual": line.is_usual,
        "cause": line.cause,
        "place": line.place,
        "sides": list(line.sides),
        "trays": list(line.trays),
    }
