"""Bodies of what ends without a decision, and of corrections (退件, 终止办理, 更正)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.material_lists import materials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter


def return_notice(letter: Letter) -> Iterator[Block]:
    """Say why the papers go back and who looks at it again; list them."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.sentence("review")
    yield from _returned(letter)


def termination(letter: Letter) -> Iterator[Block]:
    """Say why the case ends, and where to turn; list what goes back."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.sentence("reason")
    yield letter.sentence("decision")
    yield letter.remedies()
    yield from _returned(letter)


def _returned(letter: Letter) -> Iterator[Block]:
    if letter.paper.lines:
        yield letter.caption("returned")
        yield materials(letter, letter.paper.lines, captioned=True)
        yield letter.note(letter.wording.say("frame.returned", letter.facts))


def correction(letter: Letter) -> Iterator[Block]:
    """Set wrong beside right; the rest of the earlier paper stands."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        ("corrected_paper", letter.fact("correction_title")),
        ("corrected_number", letter.fact("correction_document_number")),
        ("correction_number", letter.say("number")),
        ("wrong", letter.fact("correction_wrong")),
        ("right", letter.fact("correction_right")),
        ("reason", letter.fact("correction_reason")),
    )
    yield letter.sentence("rest")
