"""What each kind of paper says, in which order (行政许可法 32, 34, 38, 42, 44, 45).

A body runs from the addressee to the last remark. Title, codes, seal and signatures
are the same on all papers and stand in ``frame``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.paper.facts import moment_text
from clerk.paper.material_lists import materials, promised, wanting
from clerk.paper.setting import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clerk.domain.papers import Delivery
    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter
    from clerk.paper.setting import Cell


def body_of(letter: Letter) -> list[Block]:
    """Return the blocks of a paper's body."""
    return list(_BODIES[letter.paper.kind](letter))


def _material_voucher(letter: Letter) -> Iterator[Block]:
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(*_party(letter))
    yield materials(letter, letter.paper.lines)
    yield letter.note(letter.say("silence"))
    yield letter.note(letter.wording.say("frame.query", letter.facts))


def _acceptance_notice(letter: Letter) -> Iterator[Block]:
    paper = letter.paper
    yield letter.addressee()
    yield letter.sentence("opening_promised" if paper.promised else "opening")
    yield letter.setter.grid(list(_acceptance_rows(letter)))
    yield letter.caption("materials")
    yield materials(letter, paper.lines, captioned=True)
    if paper.promised:
        yield letter.caption("promised")
        yield promised(letter)
        yield letter.note(letter.say("promised"))
    if paper.not_counted:
        yield letter.note(letter.say("not_counted"))
    if paper.calendar:
        yield letter.note(letter.wording.say("limits.calendar", letter.facts))
    yield letter.note(letter.wording.say("frame.query", letter.facts))


def _acceptance_rows(letter: Letter) -> Iterator[tuple[str, Cell]]:
    form, paper, words = letter.setter.form, letter.paper, letter.wording
    plain = (
        *_party(letter),
        ("fee", paper.fee),
        ("received_at", letter.fact("received_at")),
        ("accepted_at", letter.fact("accepted_at")),
    )
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


def _one_time_notice(letter: Letter) -> Iterator[Block]:
    yield letter.addressee()
    yield letter.sentence("opening")
    yield wanting(letter)
    yield letter.setter.paragraph(letter.say("deadline"), letter.setter.form.strong)
    yield letter.sentence("consequence")
    yield letter.sentence("complete")
    if letter.paper.lines:
        yield letter.caption("materials")
        yield materials(letter, letter.paper.lines, captioned=True)
        yield letter.note(letter.say("received"))


def _decline(letter: Letter) -> Iterator[Block]:
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.sentence("facts")
    if letter.paper.authority:
        yield letter.sentence("authority")
    yield letter.sentence("remedies")
    if letter.paper.lines:
        yield letter.caption("returned")
        yield materials(letter, letter.paper.lines, captioned=True)
        yield letter.note(letter.say("returned"))


def _grant(letter: Letter) -> Iterator[Block]:
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        *_party(letter),
        ("received_at", letter.fact("received_at")),
        ("accepted_at", letter.fact("accepted_at")),
        ("decided_at", letter.fact("decided_at")),
        ("signer", _signer(letter)),
        ("opinion", letter.fact("opinion")),
        ("certificate_name", letter.fact("certificate_name")),
        ("certificate_number", letter.fact("certificate_number")),
        ("certificate_until", letter.fact("certificate_until")),
    )
    yield letter.setter.paragraph(letter.say("certificate"))
    yield letter.sentence("supervision")


def _refusal(letter: Letter) -> Iterator[Block]:
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        *_party(letter),
        ("received_at", letter.fact("received_at")),
        ("accepted_at", letter.fact("accepted_at")),
        ("decided_at", letter.fact("decided_at")),
        ("signer", _signer(letter)),
        ("opinion", letter.fact("opinion")),
    )
    yield letter.setter.paragraph(letter.say("facts"))
    for name in ("reasons", "decision", "remedies"):
        yield letter.sentence(name)


def _delivery_receipt(letter: Letter) -> Iterator[Block]:
    yield letter.setter.grid(list(_delivery_rows(letter)), gap=0)
    yield letter.note(letter.say("note"))


def _delivery_rows(letter: Letter) -> Iterator[tuple[str, Cell]]:
    form = letter.setter.form
    known = letter.paper.delivery
    rows = [("item", letter.fact("item")), ("addressee", letter.fact("applicant"))]
    rows += [_document(letter)]
    rows += _handed_over(letter, known) if known else []
    for name, text in rows:
        if text:
            yield letter.label(name), (Piece(text, form.cell),)
    room = Piece("", form.small)  # above and below, for a hand
    yield letter.label("receiver_signature"), (room, Piece("\n\n", form.cell), room)
    yield letter.label("deliverer"), (room, Piece(letter.fact("handler"), form.cell), room)
    yield letter.label("witness"), (room, Piece("", form.cell), room)
    yield letter.label("remark"), (Piece("\n", form.body),)


def _handed_over(letter: Letter, known: Delivery) -> list[tuple[str, str]]:
    return [
        ("documents", "\n".join(known.documents)),
        ("place", known.place),
        ("way", letter.wording.term("ways", known.way)),
        ("received_by", known.received_by),
        ("received_id", known.received_id),
        ("delivered_at", moment_text(known.received_at, letter.wording)),
        ("proxy_reason", known.proxy_reason),
    ]


def _document(letter: Letter) -> tuple[str, str]:
    kind = "person" if letter.paper.applicant_is_person else "organisation"
    return f"{kind}_document", letter.fact("applicant_document")


def _party(letter: Letter) -> tuple[tuple[str, str], ...]:
    """Tell who applies: document, contact, telephone."""
    names = ("contact", "applicant_phone")
    return _document(letter), *((name, letter.fact(name)) for name in names)


def _signer(letter: Letter) -> str:
    return " ".join(each for each in (letter.paper.signer_post, letter.paper.signer) if each)


_BODIES: dict[PaperKind, Callable[[Letter], Iterator[Block]]] = {
    PaperKind.MATERIAL_VOUCHER: _material_voucher,
    PaperKind.ACCEPTANCE_NOTICE: _acceptance_notice,
    PaperKind.ONE_TIME_NOTICE: _one_time_notice,
    PaperKind.DECLINE: _decline,
    PaperKind.GRANT: _grant,
    PaperKind.REFUSAL: _refusal,
    PaperKind.DELIVERY_RECEIPT: _delivery_receipt,
}
