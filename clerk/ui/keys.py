"""Every key of the desk, in one table: shortcuts, key-caps and the F1 sheet come from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from clerk.domain.stages import Action
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Command(StrEnum):
    """What a key can ask for."""

    HELP = "help"
    ITEM = "item"
    APPLICANT = "applicant"
    DECLINE = "decline"
    NOTICE = "notice"
    ACCEPT = "accept"
    PARK = "park"
    RECEIVE = "receive"
    ADD_FILE = "add_file"
    PASTE_FILE = "paste_file"
    LOCK = "lock"
    SEARCH = "search"
    PAGE_1 = "page_1"
    PAGE_2 = "page_2"
    PAGE_3 = "page_3"
    PAGE_4 = "page_4"
    PAGE_5 = "page_5"
    REFRESH = "refresh"
    PRINT = "print"
    DECIDE_1 = "decide_1"
    DECIDE_2 = "decide_2"
    DECIDE_3 = "decide_3"
    SIGN = "sign"
    KEEP = "keep"
    REVIEW = "review"
    MAKE = "make"
    HAND_OVER = "hand_over"
    WITHDRAW = "withdraw"
    ATTACH = "attach"
    MORE_MOVES = "more_moves"
    SAVE_PDF = "save_pdf"
    EXPLAIN = "explain"
    NEXT_QUEUE = "next_queue"
    NEXT_TAB = "next_tab"
    BACK = "back"
    CAME_OUT = "came_out"
    PRINT_AGAIN = "print_again"
    TEST_PAGE = "test_page"
    MARK_CYCLE = "mark_cycle"
    MARK_IN_HAND = "mark_in_hand"
    MARK_MISSING = "mark_missing"
    MARK_NOT_GOOD = "mark_not_good"
    MARK_PROMISED = "mark_promised"
    MARK_WAIVED = "mark_waived"
    MARK_ALL = "mark_all"
    MARK_WHY = "mark_why"
    MARK_EDIT = "mark_edit"


KEYS: dict[Command, str] = {
    Command.HELP: "F1",
    Command.ITEM: "F2",
    Command.REFRESH: "F5",
    Command.APPLICANT: "F6",
    Command.DECLINE: "F7",
    Command.NOTICE: "F8",
    Command.ACCEPT: "F9",
    Command.PARK: "F10",
    Command.RECEIVE: "Shift+F9",
    Command.ADD_FILE: "Ctrl+O",
    Command.PASTE_FILE: "Ctrl+V",
    Command.LOCK: "F12",
    Command.SEARCH: "Ctrl+K",
    Command.PRINT: "Ctrl+P",
    Command.PAGE_1: "Ctrl+1",
    Command.PAGE_2: "Ctrl+2",
    Command.PAGE_3: "Ctrl+3",
    Command.PAGE_4: "Ctrl+4",
    Command.PAGE_5: "Ctrl+5",
    Command.DECIDE_1: "Alt+1",
    Command.DECIDE_2: "Alt+2",
    Command.DECIDE_3: "Alt+3",
    Command.SIGN: "Ctrl+Return",
    Command.KEEP: "Alt+S",
    Command.REVIEW: "Alt+R",
    Command.MAKE: "Alt+M",
    Command.HAND_OVER: "Alt+H",
    Command.WITHDRAW: "Alt+W",
    Command.ATTACH: "Alt+A",
    Command.MORE_MOVES: "Alt+O",
    Command.SAVE_PDF: "Ctrl+S",
    Command.EXPLAIN: "Alt+D",
    Command.NEXT_QUEUE: "F3",
    Command.NEXT_TAB: "F4",
    Command.BACK: "Esc",
    Command.CAME_OUT: "Alt+Y",
    Command.PRINT_AGAIN: "Alt+N",
    Command.TEST_PAGE: "Alt+T",
    Command.MARK_CYCLE: "Space",
    Command.MARK_IN_HAND: "Y",
    Command.MARK_MISSING: "N",
    Command.MARK_NOT_GOOD: "X",
    Command.MARK_PROMISED: "P",
    Command.MARK_WAIVED: "W",
    Command.MARK_ALL: "A",
    Command.MARK_WHY: "?",
    Command.MARK_EDIT: "Return",
}
"""Letters and the space bar belong to the checklist and work while it has the focus."""
MOVE_KEYS: dict[Action, str] = {
    Action.COMMIT_ON_NOTICE: "C",
    Action.KEEP_COMMITMENT: "K",
    Action.BREAK_COMMITMENT: "B",
    Action.CHECK_COMMITMENT: "Z",
    Action.START_PROCEDURE: "S",
    Action.END_PROCEDURE: "D",
    Action.EXTEND: "E",
    Action.ARRANGE_VISIT: "V",
    Action.HOLD_VISIT: "R",
    Action.NOTICE_HEARING: "H",
    Action.REQUEST_HEARING: "Q",
    Action.ARRANGE_HEARING: "L",
    Action.REPORT_UP: "U",
    Action.ANSWER_REPORT: "A",
    Action.NOTICE_FEE: "F",
    Action.PAY_FEE: "P",
    Action.MOVE_MATERIALS: "M",
    Action.HAND_TO_COLLEAGUE: "O",
    Action.CORRECT_PAPER: "X",
    Action.GIVE_BACK: "G",
    Action.TERMINATE: "T",
}
"""Letters of the further moves; they work while the list of moves is open and has the focus."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """One block of the key sheet: pairs of what is done and which key does it."""

    title: str
    entries: tuple[tuple[str, str], ...]


def names() -> dict[Command, str]:
    """Return what each command is called, in the language of now."""
    return {
        Command.HELP: _("Show the keys"),
        Command.ITEM: _("Choose the item"),
        Command.APPLICANT: _("Applicant"),
        Command.DECLINE: _("Decline"),
        Command.NOTICE: _("One-time notice"),
        Command.ACCEPT: _("Accept and print"),
        Command.PARK: _("Park the draft, call the next"),
        Command.RECEIVE: _("Take in, print the voucher"),
        Command.ADD_FILE: _("Add a file"),
        Command.PASTE_FILE: _("Paste a picture or file"),
        Command.LOCK: _("Lock"),
        Command.SEARCH: _("Search or scan"),
        Command.PAGE_1: _("First page"),
        Command.PAGE_2: _("Second page"),
        Command.PAGE_3: _("Third page"),
        Command.PAGE_4: _("Fourth page"),
        Command.PAGE_5: _("Fifth page"),
        Command.REFRESH: _("Load again"),
        Command.PRINT: _("Print"),
        Command.DECIDE_1: _("First decision"),
        Command.DECIDE_2: _("Second decision"),
        Command.DECIDE_3: _("Third decision"),
        Command.SIGN: _("Sign"),
        Command.KEEP: _("Keep the changes"),
        Command.REVIEW: _("Put before the chief"),
        Command.MAKE: _("Make the certificate"),
        Command.HAND_OVER: _("Hand over"),
        Command.WITHDRAW: _("Withdraw"),
        Command.ATTACH: _("Attach a file"),
        Command.MORE_MOVES: _("More moves"),
        Command.SAVE_PDF: _("Save as PDF"),
        Command.EXPLAIN: _("Why this day"),
        Command.NEXT_QUEUE: _("Next list"),
        Command.NEXT_TAB: _("Next part of the case"),
        Command.BACK: _("Back"),
        Command.CAME_OUT: _("It came out"),
        Command.PRINT_AGAIN: _("Not there, print again"),
        Command.TEST_PAGE: _("Print a test page"),
        Command.MARK_CYCLE: _("Next status"),
        Command.MARK_IN_HAND: _("In hand"),
        Command.MARK_MISSING: _("Missing"),
        Command.MARK_NOT_GOOD: _("Not good"),
        Command.MARK_PROMISED: _("Promised for later"),
        Command.MARK_WAIVED: _("Waived by the chief"),
        Command.MARK_ALL: _("All in hand"),
        Command.MARK_WHY: _("Why is this asked"),
        Command.MARK_EDIT: _("Counts and remarks"),
    }


def sheet() -> tuple[KeyGroup, ...]:
    """Return the whole table in the order the F1 sheet shows it."""
    from clerk.usecases.names import action_name  # noqa: PLC0415 - the rules' words; off the first frame

    everywhere = (
        Command.HELP,
        Command.SEARCH,
        Command.REFRESH,
        Command.PRINT,
        Command.EXPLAIN,
        Command.LOCK,
    )
    pages = (Command.PAGE_1, Command.PAGE_2, Command.PAGE_3, Command.PAGE_4, Command.PAGE_5)
    accept = (
        Command.ITEM,
        Command.APPLICANT,
        Command.ACCEPT,
        Command.NOTICE,
        Command.DECLINE,
        Command.PARK,
        Command.RECEIVE,
        Command.ADD_FILE,
        Command.PASTE_FILE,
    )
    sign = (Command.DECIDE_1, Command.DECIDE_2, Command.DECIDE_3, Command.SIGN)
    case = (
        Command.NEXT_QUEUE,
        Command.NEXT_TAB,
        Command.KEEP,
        Command.REVIEW,
        Command.MAKE,
        Command.HAND_OVER,
        Command.WITHDRAW,
        Command.ATTACH,
        Command.MORE_MOVES,
        Command.SAVE_PDF,
        Command.BACK,
    )
    printers = (Command.TEST_PAGE, Command.CAME_OUT, Command.PRINT_AGAIN)
    checklist = tuple(each for each in Command if each.startswith("mark_"))
    return (
        _group(_("Everywhere"), everywhere),
        _group(_("Accept"), accept),
        _group(_("Checklist"), checklist),
        _group(_("Sign-off"), sign),
        _group(_("Cases"), case),
        KeyGroup(
            _("Cases, after {key}").format(key=keycap_of(Command.MORE_MOVES)),
            tuple((action_name(each), key) for each, key in MOVE_KEYS.items()),
        ),
        _group(_("Printers"), printers),
        _group(_("Pages"), pages),
    )


def name_of(command: Command) -> str:
    """Return what the command is called."""
    return names()[command]


def keycap_of(command: Command) -> str:
    """Return its key as printed on the controls: ``F9``, ``Ctrl K``, ``Ctrl ↵``."""
    keys = KEYS[command]
    if keys == "Space":
        return _("Space")
    return keys.replace("Return", "↵").replace("+", " ")


def sequence_of(command: Command) -> QKeySequence:
    """Return its key as Qt wants it."""
    return QKeySequence.fromString(KEYS[command], QKeySequence.SequenceFormat.PortableText)


def bind(owner: QWidget, command: Command, slot: Callable[[], object]) -> QShortcut:
    """Give a widget the command's key; it works while the widget is visible and enabled."""
    shortcut = QShortcut(sequence_of(command), owner)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(slot)
    return shortcut


def _group(title: str, commands: tuple[Command, ...]) -> KeyGroup:
    called = names()
    return KeyGroup(title, tuple((called[each], keycap_of(each)) for each in commands))
