"""Bodies of the decision: granted, refused, handed over (行政许可法 38, 39, 44)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.facts import day_text, moment_text
from clerk.paper.setting import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.papers import Delivery
    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter
    from clerk.paper.setting import Cell
_BY_PROXY = "proxy"


def grant(letter: Letter) -> Iterator[Block]:
    """State what is granted, by whom, and the certificate."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.party(),
        *letter.rows("received_at", "accepted_at", "decided_at"),
        ("signer", _signer(letter)),
        *letter.rows("opinion", "certificate_name", "certificate_number", "certificate_until"),
    )
    yield letter.setter.paragraph(letter.say("certificate"))
    yield letter.sentence("supervision")


def refusal(letter: Letter) -> Iterator[Block]:
    """State facts, reasons, decision and remedies."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.party(),
        *letter.rows("received_at", "accepted_at", "decided_at"),
        ("signer", _signer(letter)),
        *letter.rows("opinion"),
    )
    yield letter.setter.paragraph(letter.say("facts"))
    yield letter.sentence("reasons")
    yield letter.sentence("decision")
    yield letter.remedies()


def delivery_receipt(letter: Letter) -> Iterator[Block]:
    """Leave a line for everybody who hands over or receives."""
    yield letter.setter.grid(list(_delivery_rows(letter)), gap=0)
    yield letter.note(letter.say("note"))


def _delivery_rows(letter: Letter) -> Iterator[tuple[str, Cell]]:
    form = letter.setter.form
    known = letter.paper.delivery
    rows = [("item", letter.fact("item")), ("addressee", letter.fact("applicant"))]
    rows += [letter.document()]
    rows += _handed_over(letter, known) if known else []
    for name, text in rows:
        if text:
            yield letter.label(name), (Piece(text, form.cell),)
    room = Piece("", form.small)  # above and below, for a hand
    yield letter.label("receiver_signature"), (room, Piece("\n\n", form.cell), room)
    yield letter.label("deliverer"), (room, Piece(letter.fact("handler"), form.cell), room)
    yield letter.label("witness"), (room, Piece(known.witness if known else "", form.cell), room)
    yield letter.label("remark"), (Piece("\n", form.body),)


def _handed_over(letter: Letter, known: Delivery) -> list[tuple[str, str]]:
    return [
        ("documents", "\n".join(known.documents)),
        ("place", known.place),
        ("way", letter.wording.term("ways", known.way)),
        ("received_by", known.received_by),
        ("received_id", known.received_id),
        ("delivered_at", moment_text(known.received_at, letter.wording)),
        ("tracking_number", known.tracking_number),
        ("announced_on", day_text(known.announced_on, letter.wording)),
        ("proxy_reason" if known.way == _BY_PROXY else "reason", known.proxy_reason),
    ]


def _signer(letter: Letter) -> str:
    return " ".join(each for each in (letter.paper.signer_post, letter.paper.signer) if each)
