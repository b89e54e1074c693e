"""Bodies of what moves a due date: special procedures and extensions (行政许可法 42, 45)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter


def procedure_notice(letter: Letter) -> Iterator[Block]:
    """Tell which procedure begins, why, how long, and whether the time counts."""
    procedure = letter.paper.procedure
    yield letter.addressee()
    yield letter.sentence("opening")
    rows = (
        ("procedure", letter.fact("procedure_name")),
        ("reason", letter.fact("procedure_reason")),
        ("basis", letter.fact("procedure_basis")),
        ("institution", letter.fact("procedure_institution")),
        ("starts_on", letter.fact("procedure_starts_on")),
        ("expected_until", letter.fact("procedure_expected_until")),
        ("time_needed", letter.say("days")),
        ("fee", letter.fact("procedure_fee")),
    )
    yield letter.grid(*letter.rows("received_at", "accepted_at"), *rows)
    stops = procedure is not None and procedure.stops_clock
    yield letter.strong("stops" if stops else "runs")
    yield letter.query()


def extension_notice(letter: Letter) -> Iterator[Block]:
    """Tell why the limit is longer, who approved it, and the new day."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.rows("received_at", "accepted_at"),
        ("reason", letter.fact("extension_reason")),
        ("basis", letter.fact("extension_basis")),
        ("approver", letter.say("approver")),
        ("approved_on", letter.fact("extension_approved_on")),
        ("extended_by", letter.fact("extension_limit")),
        ("due_before", letter.fact("extension_before_on")),
    )
    yield letter.strong("due")
    if letter.paper.due_is_provisional:
        yield letter.note(letter.wording.say("limits.provisional", letter.facts))
    yield letter.query()
