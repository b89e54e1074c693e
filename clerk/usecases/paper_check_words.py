"""What the desk says of a paper that was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_number import grouped
from clerk.usecases.check_paper import Standing, Why
from clerk.usecases.language import _
from clerk.usecases.names import paper_name
from clerk.usecases.sentence import Sentence

if TYPE_CHECKING:
    from clerk.usecases.check_paper import PaperCheck


def standing_name(standing: Standing) -> str:
    """Return the answer in one word or three."""
    return {
        Standing.GENUINE: _("Genuine"),
        Standing.SUPERSEDED: _("Genuine but superseded"),
        Standing.NOT_OURS: _("Not ours"),
    }[standing]


def check_words(check: PaperCheck) -> Sentence:
    """Return why, and what to do."""
    what, then = {
        Why.ON_RECORD: (
            _("This window issued it, and its record says the same."),
            _("Compare name and number on the paper with the record."),
        ),
        Why.SIGNED: (
            _("Window {window} of this center signed it."),
            _("Compare kind, number and day; ask that window whether it still counts."),
        ),
        Why.REPLACED: (
            _("In the same case {instead} was issued later."),
            _("Ask for the later paper."),
        ),
        Why.CORRECTED: (
            _("It was corrected by correction no. {instead}."),
            _("Ask for the correction with it."),
        ),
        Why.UNKNOWN_WINDOW: (
            _("No window known here has signed it."),
            _("It is another center's, or that window's card is missing here; ask IT."),
        ),
        Why.FORGED: (
            _("It claims a window's signature that does not hold."),
            _("Keep the paper and tell the supervisor."),
        ),
        Why.NO_RECORD: (
            _("It bears this window's signature, and no record stands behind it."),
            _("Keep the paper and tell IT: the store may be an older copy."),
        ),
        Why.OTHER_WORDS: (
            _("It bears this window's signature on other facts than the record's."),
            _("Keep the paper and tell the supervisor."),
        ),
        Why.OTHER_FILE: (
            _("Its code is genuine, but the file is not the paper that was drawn."),
            _("Somebody put the code on other words; keep it and tell the supervisor."),
        ),
    }[check.why]
    facts = {"window": check.window, "instead": check.instead}
    return Sentence(what.format(**facts), then.format(**facts))


def code_lines(check: PaperCheck) -> tuple[tuple[str, str], ...]:
    """Return what the code itself says, to be compared with the paper."""
    code = check.code
    lines = [
        (_("Paper"), paper_name(code.kind)),
        (_("Document number"), code.document_number),
        (_("Case number"), grouped(code.case_number)),
        (_("Issued on"), code.issued_on.isoformat()),
        (_("Fingerprint"), code.fingerprint),
    ]
    if check.paper:
        lines.append((_("Applicant"), check.paper.applicant))
        lines.append((_("Service item"), check.paper.item))
    return tuple(lines)
