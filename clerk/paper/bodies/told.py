"""Bodies that tell of a step or are signed by the applicant: commitments, hearing, fee, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.material_lists import names, promised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter


def commitment_letter(letter: Letter) -> Iterator[Block]:
    """Promise the missing papers and take what follows if they do not come."""
    yield letter.addressee("to_agency")
    yield letter.sentence("opening")
    yield letter.grid(*letter.party())
    yield promised(letter)
    yield letter.sentence("promise")
    yield letter.strong("consequence")


def commitment_on_notice(letter: Letter) -> Iterator[Block]:
    """Tell conditions and liability; below, the applicant's statement (告知承诺)."""
    commitment = letter.paper.commitment
    yield letter.addressee()
    yield letter.heading("notice")
    yield letter.sentence("opening")
    yield from letter.numbered(commitment.conditions if commitment else ())
    if letter.paper.promised:
        yield letter.caption("covered")
        yield names(letter, [each.name for each in letter.paper.promised])
    yield letter.sentence("liability")
    yield letter.heading("commitment")
    yield letter.grid(
        *letter.rows("applicant"),
        *letter.party(),
        ("committed_at", letter.fact("commitment_committed_at")),
    )
    yield letter.sentence("statement")


def hearing_notice(letter: Letter) -> Iterator[Block]:
    """Tell the right to a hearing and until when; or, once it is fixed, where it is held."""
    hearing = letter.paper.hearing
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.sentence("right")
    if hearing and hearing.held_at:
        yield letter.grid(
            ("matter", letter.fact("hearing_matter")),
            ("held_at", letter.fact("hearing_held_at")),
            ("place_of_hearing", letter.fact("hearing_place")),
        )
        yield letter.sentence("attend")
    yield letter.sentence("cost")


def fee_notice(letter: Letter) -> Iterator[Block]:
    """Tell what to pay, on what basis, how it is reckoned, to whom, where and until when."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        ("charge", letter.fact("charge_name")),
        ("basis", letter.fact("charge_basis")),
        ("standard", letter.fact("charge_standard")),
        ("quantity", letter.fact("charge_quantity")),
        ("amount", letter.say("amount")),
        ("amount_capital", letter.fact("charge_amount_capital")),
        ("payee", letter.fact("charge_payee")),
        ("pay_at", letter.fact("charge_place")),
        ("pay_code", letter.fact("charge_code")),
    )
    yield letter.strong("deadline")
    yield letter.note(letter.say("receipt"))


def visit_arrangement(letter: Letter) -> Iterator[Block]:
    """Tell when who comes to see what, and what to have ready."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        ("visit_at", letter.fact("visit_visit_at")),
        ("visit_address", letter.fact("visit_address")),
        ("visitors", letter.fact("visit_staff")),
        ("purpose", letter.fact("visit_purpose")),
        *letter.rows("contact", "applicant_phone"),
    )
    yield letter.sentence("please")
    yield letter.query()


def visit_record(letter: Letter) -> Iterator[Block]:
    """Record what was found, with room to write beneath, for all to sign."""
    yield letter.grid(
        *letter.rows("item", "applicant"),
        *letter.party(),
        ("visited_at", letter.fact("visit_visit_at")),
        ("visit_address", letter.fact("visit_address")),
        ("visitors", letter.fact("visit_staff")),
        ("purpose", letter.fact("visit_purpose")),
        ("present", letter.fact("visit_applicant_present")),
        ("findings", f"{letter.fact('visit_findings')}\n\n"),
        ("outcome", letter.wording.term("outcomes", letter.fact("visit_outcome"))),
    )
    yield letter.note(letter.say("note"))
