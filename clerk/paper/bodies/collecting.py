"""Bodies of collecting a certificate: the notice and the register (领证, 行政许可法 44)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_number import CaseNumber, grouped
from clerk.paper.facts import moment_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.domain.paper_facts import CertificateOnPaper
    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter

_WIDTHS = {"number": 9.8, "register_case": 48.8, "register_certificate": 36.6, "collector": 39}
_SIGNED = {"collected_at": 27.8}


def collection_notice(letter: Letter) -> Iterator[Block]:
    """Tell which certificate lies ready, where, until when, and what to bring."""
    yield letter.addressee()
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.rows("certificate_name", "certificate_number", "certificate_until"),
        ("collect_at", letter.say("place")),
        ("collect_by", letter.fact("deadline_on")),
        ("bring", letter.say("bring")),
    )
    yield letter.sentence("proxy")


def collection_register(letter: Letter) -> Iterator[Block]:
    """List certificates, a row each with room for the collector's hand."""
    rows = [
        (str(number), *_row(letter, each))
        for number, each in enumerate(letter.paper.certificates, start=1)
    ]
    yield letter.table({**_WIDTHS, **_SIGNED}, rows)
    yield letter.note(letter.say("note"))


def _row(letter: Letter, each: CertificateOnPaper) -> tuple[str, ...]:
    collector = "\n".join(filter(None, (each.collector, each.collector_id))) or "\n\n"
    return (
        f"{grouped(CaseNumber(each.case_number))}\n{each.applicant}",
        f"{each.certificate}\n{each.number}",
        collector,
        moment_text(each.collected_at, letter.wording),
    )
