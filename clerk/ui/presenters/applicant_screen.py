"""The applicant's fields and the situations as any page shows them, typed or kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.catalogue import ApplicantKind
from clerk.domain.identity import DocumentKind
from clerk.ui.presenters.applicant_form import DOCUMENTS
from clerk.ui.presenters.shown import said
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerk.domain.catalogue import AnswerId, ServiceItem, SituationId

Choices = tuple[tuple[str, str], ...]
"""Pairs of an id and what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One situation and the answer given so far."""

    id: str
    text: str
    choices: Choices
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantScreen:
    """The applicant's fields with what may be chosen and what the fields are called."""

    kinds: Choices
    documents: Choices
    number_label: str
    name_label: str
    fields: Mapping[str, str]


def applicant_screen(fields: Mapping[str, str], item: ServiceItem | None) -> ApplicantScreen:
    """Lay the applicant's fields out; the item says which kinds of applicant it is for."""
    kind = ApplicantKind(fields["kind"])
    is_person = kind is ApplicantKind.PERSON
    return ApplicantScreen(
        kinds=_kinds(item),
        documents=tuple((each.value, _short(each)) for each in DOCUMENTS[kind]),
        number_label=document_name(DocumentKind(fields["document_kind"])),
        name_label=_("Name") if is_person else _("Name of the organisation"),
        fields=fields,
    )


def questions_of(
    item: ServiceItem | None, answers: Mapping[SituationId, AnswerId]
) -> tuple[Question, ...]:
    """Return the item's situations with their answers."""
    return tuple(
        Question(
            id=each.id,
            text=said(each.question),
            choices=tuple((x.id, said(x.label)) for x in each.answers),
            answer=answers.get(each.id),
        )
        for each in (item.situations if item else ())
    )


def document_name(kind: DocumentKind) -> str:
    """Return what a kind of document is called."""
    return {
        DocumentKind.RESIDENT_ID: _("Identity number"),
        DocumentKind.CREDIT_CODE: _("Credit code"),
        DocumentKind.PASSPORT: _("Passport"),
        DocumentKind.OTHER: _("Other document"),
    }[kind]


def _short(kind: DocumentKind) -> str:
    return _("Code") if kind is DocumentKind.CREDIT_CODE else document_name(kind)


def _kinds(item: ServiceItem | None) -> Choices:
    names = (
        (ApplicantKind.ORGANISATION, _("Organisation")),
        (ApplicantKind.PERSON, _("Person")),
    )
    allowed = item.applicants if item else frozenset(ApplicantKind)
    return tuple((each.value, text) for each, text in names if each in allowed)
