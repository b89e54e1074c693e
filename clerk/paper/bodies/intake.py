"""Bodies of the intake: vouchers, acceptance, the one-time notice, the decline (许可法 32)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.material_lists import materials, promised, wanting
from clerk.paper.setting import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter
    from clerk.paper.setting import Cell


def material_voucher(letter: Letter) -> Iterator[Block]:
    """List what came, and say what silence means."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(*letter.party())
    yield materials(letter, letter.paper.lines)
    yield letter.note(letter.say("silence"))
    yield letter.query()


def supplement_voucher(letter: Letter) -> Iterator[Block]:
    """List what came now, then what is still missing or that nothing is."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(*letter.party())
    yield letter.caption("supplemented")
    yield materials(letter, letter.paper.lines, captioned=True)
    if letter.paper.wanting:
        yield letter.caption("still_missing")
        yield wanting(letter, captioned=True)
        yield letter.note(letter.say("missing"))
    else:
        yield letter.sentence("complete")
    yield letter.query()


def acceptance_notice(letter: Letter) -> Iterator[Block]:
    """State the acceptance with both due dates, the materials, and what is not counted."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.setter.grid(list(_acceptance_rows(letter)))
    yield letter.caption("materials")
    yield materials(letter, letter.paper.lines, captioned=True)
    yield from _counting(letter)


def commitment_acceptance(letter: Letter) -> Iterator[Block]:
    """State the acceptance, what must follow until when, and what happens if it does not."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.setter.grid(list(_acceptance_rows(letter)))
    yield letter.caption("materials")
    yield materials(letter, letter.paper.lines, captioned=True)
    yield letter.caption("promised")
    yield promised(letter)
    yield letter.sentence("way")
    yield letter.strong("consequence")
    yield from _counting(letter)


def _counting(letter: Letter) -> Iterator[Block]:
    words = letter.wording
    if letter.paper.not_counted:
        yield letter.note(words.say("limits.not_counted", letter.facts))
    if letter.paper.calendar:
        yield letter.note(words.say("limits.calendar", letter.facts))
    yield letter.query()


def _acceptance_rows(letter: Letter) -> Iterator[tuple[str, Cell]]:
    form, paper, words = letter.setter.form, letter.paper, letter.wording
    plain = (*letter.party(), *letter.rows("fee", "received_at", "accepted_at"))
    for name, text in plain:
        if text:
            yield letter.label(name), (Piece(text, form.cell),)
    due = words.say("limits.due" if letter.facts["due_amount"] else "limits.due_bare", letter.facts)
    cell: tuple[Piece, ...] = (Piece(due, form.cell_strong),)
    if paper.due_is_provisional:
        cell += (Piece(words.say("limits.provisional", letter.facts), form.note),)
    yield letter.label("due_on"), cell
    key = "limits.statutory" if letter.facts["statutory_amount"] else "limits.statutory_bare"
    yield letter.label("statutory_due_on"), (Piece(words.say(key, letter.facts), form.cell),)


def one_time_notice(letter: Letter) -> Iterator[Block]:
    """Name everything that must be corrected, by when, and what follows if it is not."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield wanting(letter)
    yield letter.strong("deadline")
    yield letter.sentence("consequence")
    yield letter.sentence("complete")
    if letter.paper.lines:
        yield letter.caption("materials")
        yield materials(letter, letter.paper.lines, captioned=True)
        yield letter.note(letter.say("received"))


def decline(letter: Letter) -> Iterator[Block]:
    """State ground, facts and remedies, and what goes back."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.sentence("facts")
    if letter.paper.authority:
        yield letter.sentence("authority")
    yield letter.remedies()
    if letter.paper.lines:
        yield letter.caption("returned")
        yield materials(letter, letter.paper.lines, captioned=True)
        yield letter.note(letter.wording.say("frame.returned", letter.facts))
