"""``clerk``: opens the window; its words do what needs none.

The window is what is waited for: to open it nothing is read that only another command needs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import __version__, bootstrap, opening
from clerk.domain.refusals import ClerkError, InvalidInput
from clerk.usecases.language import _, system_language, use_language

if TYPE_CHECKING:
    from collections.abc import Sequence

REFUSED, USAGE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 misused."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    use_language(_asked_language(words) or system_language(), bootstrap.resources())
    chosen = _only_options(words) or _parser().parse_args(words)
    try:
        return int(chosen.run(chosen))
    except InvalidInput as refusal:
        _tell_problems(refusal)
    except ClerkError as trouble:
        _tell(trouble)
    return REFUSED


def _only_options(words: Sequence[str]) -> argparse.Namespace | None:
    """Read the options before any command; None when there is more to it, or something wrong."""
    try:
        chosen, rest = _options(exit_on_error=False).parse_known_args(words)
    except argparse.ArgumentError:
        return None
    return None if rest else chosen


def _options(*, exit_on_error: bool = True) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        prog="clerk", add_help=False, allow_abbrev=False, exit_on_error=exit_on_error
    )
    options.add_argument("--version", action="version", version=f"clerk {__version__}")
    options.add_argument("--lang", choices=("zh_CN", "en"), help=_("language, else the system's"))
    options.add_argument(
        "--desk",
        type=Path,
        default=_home(),
        metavar="FOLDER",
        help=_("folder of this window's store"),
    )
    options.set_defaults(run=_open_window)
    return options


def _parser() -> argparse.ArgumentParser:
    from clerk.cli import (  # noqa: PLC0415 - off the window's way
        calendar,
        catalogue,
        center,
        demo,
        paper,
        printers,
        staff,
        store,
        verify,
    )

    parser = argparse.ArgumentParser(
        prog="clerk",
        description=_("The window desk of a government service center."),
        parents=[_options()],
    )
    words = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    demo.add_to(words)
    catalogue.add_to(words)
    calendar.add_to(words)
    store.add_to(words)
    printers.add_to(words)
    center.add_to(words)
    paper.add_to(words)
    staff.add_to(words)
    verify.add_to(words)
    return parser


def _open_window(chosen: argparse.Namespace) -> int:
    return opening.run_window(chosen.desk)


def _asked_language(words: Sequence[str]) -> str:
    """Find ``--lang`` before anything is said, so that the help speaks it too."""
    for this, following in zip(words, [*words[1:], ""], strict=True):
        if this == "--lang":
            return following
        if this.startswith("--lang="):
            return this.partition("=")[2]
    return ""


def _home() -> Path:
    return Path.home() / ".local" / "share" / "clerk"


def _tell(trouble: ClerkError) -> None:
    from clerk.usecases.wording import say  # noqa: PLC0415 - only when something is in the way

    print(say(trouble), file=sys.stderr)


def _tell_problems(refusal: InvalidInput) -> None:
    from clerk.usecases.wording import say_problem  # noqa: PLC0415 - likewise

    for problem in refusal.problems:
        where = f"{problem.place}: " if problem.place else ""
        print(f"{where}{say_problem(problem)}", file=sys.stderr)
