"""Find the case a number names, or say whose number it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_number import NotACaseNumber, parse, parts_of
from clerk.domain.paper_code import looks_like_a_code
from clerk.usecases.trouble import NoSuchCase, OtherCenter

if TYPE_CHECKING:
    from clerk.domain.desk import Desk
    from clerk.domain.identifiers import CaseId
    from clerk.usecases.ports import Reading


def names_a_paper(text: str) -> bool:
    """Whether what was typed is a case's number or the digits of a paper's code."""
    try:
        parse(text)
    except NotACaseNumber:
        return looks_like_a_code(text)
    return True


def find_case(text: str, reading: Reading, desk: Desk) -> CaseId:
    """Return the case of a typed or scanned number.

    Raises:
        NotACaseNumber: It is none.
        NoSuchCase: This window never gave it.
        OtherCenter: Another window gave it, and it is not held here.
    """
    number = parse(text)
    case_id = reading.by_number(number)
    if case_id is not None:
        return case_id
    parts = parts_of(number)
    if (parts.center, parts.window) == (desk.center, desk.window):
        raise NoSuchCase(wanted=number)
    raise OtherCenter(number=number, center=parts.center, window=parts.window)
