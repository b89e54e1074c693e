"""Bodies of the papers that stay inside: the circulation slip and the transfer slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.facts import cited, day_text, moment_text
from clerk.paper.material_lists import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.paper_facts import StepOnPaper
    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter

_STEPS = {"step": 14, "by": 13, "step_opinion": 35, "step_at": 20, "limit_on": 20}
_PAUSES = {"pause": 20, "basis": 46, "since": 20, "until_day": 20}
_ROOM = "\n\n"  # for a hand, where a step is still to come


def circulation_slip(letter: Letter) -> Iterator[Block]:
    """List every step of the file, done or to come, and the times that are not counted."""
    paper, words = letter.paper, letter.wording
    yield letter.grid(
        *letter.rows("item", "applicant"),
        *letter.party(),
        *letter.rows("received_at", "accepted_at", "due_on"),
    )
    yield letter.table(_STEPS, [_step(letter, each) for each in paper.steps])
    if paper.pauses:
        yield letter.caption("pauses")
        rows = [
            (each.name, cited(each.basis), day_text(each.since, words), day_text(each.until, words))
            for each in paper.pauses
        ]
        yield letter.table(_PAUSES, rows)
    yield letter.note(letter.say("note"))


def _step(letter: Letter, step: StepOnPaper) -> tuple[str, ...]:
    words = letter.wording
    return (
        words.term("steps", step.name),
        step.by,
        words.term("opinions", step.opinion) if step.at else _ROOM,
        moment_text(step.at, words),
        day_text(step.limit_on, words),
    )


def transfer_slip(letter: Letter) -> Iterator[Block]:
    """List what changes hands, from whom to whom."""
    transfer = letter.paper.transfer
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.rows("item", "applicant"),
        ("sender", letter.fact("transfer_sender")),
        ("receiver", letter.fact("transfer_receiver")),
        ("moved_at", letter.fact("transfer_moved_at")),
        ("pieces", letter.fact("transfer_pieces")),
    )
    yield names(letter, transfer.materials if transfer else ())
    yield letter.note(letter.say("note"))
