"""The one door for people who develop: sets everything up, then does what was asked.

    python3 packaging/dev.py demo          look at the program
    python3 packaging/dev.py test          everything that must hold
    python3 packaging/dev.py check --fix   the same, mending what can be mended

Needs Python 3.11 and nothing else; what is missing it fetches, once. See packaging/README.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  an older Python must still be able to read this line
    sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")

import argparse

import environment
import machine
from telling import Trouble

ROOT = Path(__file__).resolve().parent.parent

COMMANDS = {
    "demo": "open a throw-away desk in the middle of a morning (arguments: see `demo --help`)",
    "test": "all checks and all tests (arguments go to pytest)",
    "check": "the same; --fix mends formatting and what ruff can mend",
    "bench": "measure, beside the goals (--json FILE)",
    "screens": "draw every page in both languages, and every paper (--out DIR)",
    "lock": "renew packaging/constraints.txt (--upgrade: every version)",
}


def main(arguments: list[str]) -> int:
    """Set the machine up for the command, run it and return its exit code."""
    command, rest = _asked(arguments)
    try:
        machine.prepare(machine.NEEDS[command])
        if command == "lock":
            return environment.lock(ROOT, rest)
        python = environment.ready(ROOT)
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return trouble.exit_code
    return _run(command, python, rest)


def _run(command: str, python: Path, rest: list[str]) -> int:
    """Run the command in the environment; what it prints is the answer."""
    commands = {
        "demo": ["-m", "clerk", "demo", *rest],
        "test": [str(ROOT / "tests" / "check.py"), *rest],
        "check": [str(ROOT / "tests" / "check.py"), *rest],
        "bench": ["-m", "tests.bench", *rest],
        "screens": ["-m", "tests.screens", *rest],
    }
    surroundings = environment.surroundings(python, ROOT)
    if command != "demo" or not _has_a_screen():
        surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.stdout.flush()
    try:
        return subprocess.call([python, *commands[command]], env=surroundings)
    except KeyboardInterrupt:
        return 130


def _has_a_screen() -> bool:
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or not sys.platform.startswith("linux")


def _asked(arguments: list[str]) -> tuple[str, list[str]]:
    """Split off the command: all that follows it belongs to what the command runs."""
    told = "\n".join(f"  {name:<9}{what}" for name, what in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        usage="python3 packaging/dev.py COMMAND [ARGUMENTS]",
        description=f"commands:\n{told}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("command", choices=COMMANDS, help=argparse.SUPPRESS)
    return parser.parse_args(arguments[:1]).command, arguments[1:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
