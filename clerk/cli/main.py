"""``clerk``: opens the window; its words do what needs none."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import __version__, bootstrap
from clerk.cli import catalogue, demo, printers, store
from clerk.domain.refusals import ClerkError, InvalidInput
from clerk.usecases.language import _, system_language, use_language

if TYPE_CHECKING:
    from collections.abc import Sequence

REFUSED, USAGE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 misused."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    use_language(_asked_language(words) or system_language(), bootstrap.resources())
    chosen = _parser().parse_args(words)
    try:
        return int(chosen.run(chosen))
    except InvalidInput as refusal:
        _tell_problems(refusal)
    except ClerkError as trouble:
        _tell(trouble)
    return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clerk", description=_("The window desk of a government service center.")
    )
    parser.add_argument("--version", action="version", version=f"clerk {__version__}")
    parser.add_argument("--lang", choices=("zh_CN", "en"), help=_("language, else the system's"))
    parser.add_argument(
        "--desk",
        type=Path,
        default=_home(),
        metavar="FOLDER",
        help=_("folder of this window's store"),
    )
    parser.set_defaults(run=_open_window)
    words = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    demo.add_to(words)
    catalogue.add_to(words)
    store.add_to(words)
    printers.add_to(words)
    return parser


def _open_window(chosen: argparse.Namespace) -> int:
    return bootstrap.run_window(chosen.desk)


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
