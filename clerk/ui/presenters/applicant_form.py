"""The applicant's fields as typed, checked field by field, and filled for who came before."""

from __future__ import annotations

from dataclasses import fields as fields_of
from typing import TYPE_CHECKING

from clerk.domain.applicant import Applicant
from clerk.domain.catalogue import ApplicantKind
from clerk.domain.identity import DocumentKind, is_credit_code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.refusals import Problem

FIELDS = tuple(each.name for each in fields_of(Applicant))
PLACE = "applicant."
YES = "yes"
ORDER = (
    "kind",
    "document_kind",
    "document_number",
    "phone",
    "name",
    "contact_name",
    "contact_id",
)
"""The fields as they stand on the page, in the order the keyboard goes through them."""
DOCUMENTS = {
    ApplicantKind.PERSON: (
        DocumentKind.RESIDENT_ID,
        DocumentKind.PASSPORT,
        DocumentKind.OTHER,
    ),
    ApplicantKind.ORGANISATION: (DocumentKind.CREDIT_CODE, DocumentKind.OTHER),
}
"""What identifies whom, the usual document first."""


def blank(kind: ApplicantKind = ApplicantKind.ORGANISATION) -> dict[str, str]:
    """Return the fields of nobody yet."""
    return {"kind": kind.value, "document_kind": DOCUMENTS[kind][0].value}


def with_field(fields: Mapping[str, str], name: str, value: str) -> dict[str, str]:
    """Return the fields with one changed; the kind of document follows the kind of applicant."""
    changed = {**fields, name: value}
    if name == "kind":
        fitting = DOCUMENTS[ApplicantKind(value)]
        if changed["document_kind"] not in fitting:
            changed["document_kind"] = fitting[0].value
    return changed


def scanned_document(fields: Mapping[str, str], number: str) -> dict[str, str]:
    """Return the fields to set when a document's number was scanned, the kind before the number."""
    document = DocumentKind.CREDIT_CODE if is_credit_code(number) else DocumentKind.RESIDENT_ID
    kinds = [ApplicantKind(fields["kind"]), *DOCUMENTS]
    kind = next(each for each in kinds if document in DOCUMENTS[each])
    return {
        "kind": kind.value,
        "document_kind": document.value,
        "document_number": number,
    }


def fitting(fields: Mapping[str, str], item: ServiceItem) -> dict[str, str]:
    """Return the fields with a kind of applicant the item is for."""
    if ApplicantKind(fields["kind"]) in item.applicants or not item.applicants:
        return dict(fields)
    return with_field(fields, "kind", min(item.applicants).value)


def applicant_of(fields: Mapping[str, str]) -> Applicant:
    """Return the applicant the fields describe, tidied, still unchecked."""
    return Applicant(
        kind=ApplicantKind(fields["kind"]),
        document_kind=DocumentKind(fields["document_kind"]),
        name=fields.get("name", ""),
        document_number=fields.get("document_number", ""),
        phone=fields.get("phone", ""),
        contact_name=fields.get("contact_name", ""),
        contact_id=fields.get("contact_id", ""),
        address=fields.get("address", ""),
        has_bad_credit=fields.get("has_bad_credit") == YES,
    ).tidied()


def fields_from(applicant: Applicant) -> dict[str, str]:
    """Return the fields that describe an applicant; a truth is ``YES`` or empty."""
    texts = {name: str(getattr(applicant, name)) for name in FIELDS}
    return {**texts, "has_bad_credit": YES if applicant.has_bad_credit else ""}


def filled(fields: Mapping[str, str], known: Applicant) -> dict[str, str]:
    """Fill what is still empty from what is known; nothing that was typed is lost."""
    return {**fields_from(known), **{name: text for name, text in fields.items() if text}}


def problem_at(fields: Mapping[str, str], name: str, today: date) -> Problem | None:
    """Return what is wrong with one field, if anything."""
    place = PLACE + name
    found = applicant_of(fields).problems(today)
    return next((each for each in found if each.place == place), None)


def first_problem(fields: Mapping[str, str], today: date) -> Problem | None:
    """Return what is wrong with the first field that will not do, as the page shows them."""
    found = {each.place: each for each in reversed(applicant_of(fields).problems(today))}
    places = (*(PLACE + name for name in ORDER), *found)
    return next((found[each] for each in places if each in found), None)


def is_blank(fields: Mapping[str, str]) -> bool:
    """Whether nobody has been typed in yet."""
    return not any(
        text.strip() for name, text in fields.items() if name not in {"kind", "document_kind"}
    )
