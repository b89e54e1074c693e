"""From what was typed or scanned to the case it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_number import parse, parts_of
from clerk.ui.scan import number_in
from clerk.usecases.trouble import NoSuchCase, OtherCenter

if TYPE_CHECKING:
    from clerk.domain.desk import Desk
    from clerk.domain.identifiers import CaseId
    from clerk.usecases.ports import Reading


def case_of(text: str, reading: Reading, desk: Desk) -> CaseId:
    """Return the case of a number or of our QR code.

    Raises:
        NotACaseNumber: It is neither.
        NoSuchCase: The number is of this window, and no case has it.
        OtherCenter: It was given elsewhere; the refusal says where.
    """
    number = parse(number_in(text) or text)
    case_id = reading.by_number(number)
    if case_id is not None:
        return case_id
    parts = parts_of(number)
    if (parts.center, parts.window) == (desk.center, desk.window):
        raise NoSuchCase(wanted=number)
    raise OtherCenter(number=number, center=parts.center, window=parts.window)
