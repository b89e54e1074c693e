"""Who applies (申请人), and who stands at the window for them (经办人)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from clerk.domain.catalogue import ApplicantKind
from clerk.domain.identity import (
    DocumentKind,
    document_problems,
    phone_problems,
    resident_id_problems,
    tidy_code,
)
from clerk.domain.refusals import Problem
from clerk.domain.text import NAME_LONGEST, narrow, text_problems, tidy, tidy_name

_ADDRESS_LONGEST = 100  # GB/T 39046-2020 table 5: 通讯地址 an..100
_PERSON_LONGEST = 50  # 民委发〔2016〕33号 asks for 25 ideographs at least; generous


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """One applicant. ``contact_name`` and ``contact_id``: who stands at the window, if another.

    ``has_bad_credit`` is what the credit register said at the counter (失信): such
    an applicant is not taken at their word.
    """

    kind: ApplicantKind
    name: str
    document_kind: DocumentKind
    document_number: str
    phone: str
    contact_name: str = ""
    contact_id: str = ""
    address: str = ""
    has_bad_credit: bool = False

    def tidied(self) -> Applicant:
        """Return the same applicant with every field folded as the store keeps it."""
        return replace(
            self,
            name=tidy_name(self.name),
            document_number=tidy_code(self.document_number),
            phone=narrow(self.phone),
            contact_name=tidy_name(self.contact_name),
            contact_id=tidy_code(self.contact_id),
            address=tidy(self.address),
        )

    def problems(self, today: date) -> tuple[Problem, ...]:
        """Return everything that is wrong with a tidied applicant, field by field."""
        found = [
            *_name_problems(self.name, "applicant.name", NAME_LONGEST),
            *document_problems(
                self.document_kind, self.document_number, "applicant.document_number", today
            ),
            *phone_problems(self.phone, "applicant.phone"),
            *text_problems(self.address, "applicant.address", longest=_ADDRESS_LONGEST),
        ]
        if self.contact_name:
            found += _name_problems(self.contact_name, "applicant.contact_name", _PERSON_LONGEST)
        elif self.kind is ApplicantKind.ORGANISATION:
            found.append(Problem("applicant.contact_name", "required"))
        if self.contact_id:
            found += resident_id_problems(self.contact_id, "applicant.contact_id", today)
        return tuple(found)


def _name_problems(name: str, place: str, longest: int) -> tuple[Problem, ...]:
    if not name:
        return (Problem(place, "required"),)
    return text_problems(name, place, longest=longest, one_line=True)
