"""Say of a paper that somebody brings: genuine, superseded, or not ours. No line needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.paper_code import PaperCode, fingerprint_of, read_code

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.domain.identifiers import PaperId
    from clerk.domain.keys import Verifies
    from clerk.domain.papers import Paper
    from clerk.domain.people_events import WindowCard
    from clerk.domain.roster import Roster
    from clerk.usecases.ports import PaperDrawer, Reading


class Standing(StrEnum):
    """What a paper is worth."""

    GENUINE = "genuine"
    SUPERSEDED = "superseded"  # genuine, and another one counts now
    NOT_OURS = "not_ours"


class Why(StrEnum):
    """What the answer rests on."""

    ON_RECORD = "on_record"  # this window issued it, and its record says the same
    SIGNED = "signed"  # another window's signature; its record is not here
    REPLACED = "replaced"  # a later paper of its kind was issued in the case
    CORRECTED = "corrected"  # it was corrected by a numbered correction
    UNKNOWN_WINDOW = "unknown_window"  # no window of this center has such a key
    FORGED = "forged"  # the signature does not hold
    NO_RECORD = "no_record"  # our own key, and yet nothing was recorded
    OTHER_WORDS = "other_words"  # our own key, on other facts than the record's
    OTHER_FILE = "other_file"  # the code is right, the file around it is not what was drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCheck:
    """The answer, with what the code says and the paper on record, where there is one."""

    standing: Standing
    why: Why
    code: PaperCode
    window: str = ""
    paper: Paper | None = None
    instead: str = ""


def check_code(text: str, reading: Reading, roster: Roster, verifies: Verifies) -> PaperCheck:
    """Judge the digits of a paper's QR.

    Raises:
        NotAPaperCode: They are no code of a paper at all.
    """
    code, signature = read_code(text)
    cards = [card for key_id, card in roster.windows.items() if key_id.startswith(code.key)]
    if not cards:
        return PaperCheck(standing=Standing.NOT_OURS, why=Why.UNKNOWN_WINDOW, code=code)
    card = next((x for x in cards if verifies(x.key, code.digest, signature)), None)
    if card is None or not _gave_the_number(card, code):
        return PaperCheck(standing=Standing.NOT_OURS, why=Why.FORGED, code=code)
    founded = roster.founded
    if founded is not None and card == founded.card:
        return _on_record(code, card, reading)
    return PaperCheck(standing=Standing.GENUINE, why=Why.SIGNED, code=code, window=card.window)


def must_be_as_drawn(
    check: PaperCheck, pdf: bytes, reading: Reading, drawer: PaperDrawer
) -> PaperCheck:
    """Compare a file with the paper as drawn from its record, once and for each reprint.

    The same facts give the same bytes; so a genuine code on other words shows.
    """
    paper = check.paper
    if paper is None or check.standing is Standing.NOT_OURS:
        return check
    case_id = reading.by_number(check.code.case_number)
    if case_id is None:
        return check
    jobs = reading.case(case_id).paper(paper.id).jobs
    if any(drawer.draw(paper, reprint=n) == pdf for n in range(max(jobs, 1))):
        return check
    return replace(check, standing=Standing.NOT_OURS, why=Why.OTHER_FILE)


def _gave_the_number(card: WindowCard, code: PaperCode) -> bool:
    """Whether the case's number is the window's own: its key vouches for no other window."""
    place = f"{card.center}{card.window}"
    return code.case_number.startswith(place)


def _on_record(code: PaperCode, card: WindowCard, reading: Reading) -> PaperCheck:
    case_id = reading.by_number(code.case_number)
    case = reading.case(case_id) if case_id else None
    record = (
        next((x for x in case.papers if x.document_number == code.document_number), None)
        if case
        else None
    )
    if case is None or record is None:
        return PaperCheck(standing=Standing.NOT_OURS, why=Why.NO_RECORD, code=code)
    paper = reading.paper(record.id)
    if fingerprint_of(paper) != code.fingerprint or paper.kind != code.kind:
        return PaperCheck(standing=Standing.NOT_OURS, why=Why.OTHER_WORDS, code=code, paper=paper)
    why, instead = _what_counts_now(case, record.id)
    standing = Standing.GENUINE if why is Why.ON_RECORD else Standing.SUPERSEDED
    return PaperCheck(
        standing=standing, why=why, code=code, window=card.window, paper=paper, instead=instead
    )


def _what_counts_now(case: Case, paper_id: PaperId) -> tuple[Why, str]:
    places = [each.id for each in case.papers]
    at = places.index(paper_id)
    later = [x for x in case.papers[at + 1 :] if x.kind is case.papers[at].kind]
    if later:
        return Why.REPLACED, later[-1].document_number
    corrections = [x for x in case.corrections if x.paper_id == paper_id]
    if corrections:
        return Why.CORRECTED, str(corrections[-1].correction)
    return Why.ON_RECORD, ""
