"""Write the table of stages and actions into clerk/README.md, from the code.

    .venv/bin/python packaging/stages_table.py           writes it
    .venv/bin/python packaging/stages_table.py --print   only shows it

A test fails when the two disagree.
"""

from __future__ import annotations

import sys
from pathlib import Path

from clerk.domain.stages import FINISHED, Action, Stage, is_allowed

README = Path(__file__).resolve().parent.parent / "clerk" / "README.md"
BEGIN, END = "<!-- stages -->", "<!-- /stages -->"
YES = "●"
_COLUMNS = tuple(stage for stage in Stage if stage not in FINISHED)


def block() -> str:
    """Return the table: a row for each action, a column for each stage that is not the end."""
    lines = [
        ["action", *(stage.value for stage in _COLUMNS)],
        ["---", *(":-:" for _ in _COLUMNS)],
        *(_row(action) for action in Action),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def updated(text: str) -> str:
    """Return the text with the table between its marks as the code has it now.

    Raises:
        SystemExit: The marks are not there.
    """
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"{README.name} has no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{block()}\n{END}{after}"


def _row(action: Action) -> list[str]:
    return [f"`{action.value}`", *(YES if is_allowed(action, stage) else "" for stage in _COLUMNS)]


def main(arguments: list[str]) -> int:
    """Write the table, or print it."""
    if "--print" in arguments:
        print(block())
    else:
        README.write_text(updated(README.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
