"""What people type into a case, checked before any rule of the path looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.checklist import NotOnTheList
from clerk.domain.objections import QuestionNotAsked
from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.text import text_problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerk.domain.applicant import Applicant
    from clerk.domain.catalogue import AnswerId, PrerequisiteId, ServiceItem, SituationId
    from clerk.domain.checklist import Mark
    from clerk.domain.events import Attachment


def must_be_sound(marks: Mapping[PrerequisiteId, Mark]) -> None:
    """Refuse marks no paper can show and counts there cannot be.

    Raises:
        InvalidInput: All problems, each with its place.
    """
    found: list[Problem] = []
    for prerequisite, mark in marks.items():
        found += text_problems(mark.note, f"marks.{prerequisite}.note")
        if mark.originals < 0 or mark.copies < 0:
            found.append(Problem(f"marks.{prerequisite}.count", "negative_count"))
    if found:
        raise InvalidInput(problems=tuple(found))


def must_be_asked(answers: Mapping[SituationId, AnswerId], item: ServiceItem) -> None:
    """Refuse answers to questions the published list does not ask.

    Raises:
        QuestionNotAsked: All of them.
    """
    if foreign := tuple(set(answers) - {each.id for each in item.situations}):
        raise QuestionNotAsked(questions=foreign)


def must_be_filled(place: str, wanted: Mapping[str, str]) -> None:
    """Refuse empty texts and such as no paper can show; a place is named ``place.name``.

    Raises:
        InvalidInput: All problems, each with its place.
    """
    found: list[Problem] = []
    for name, text in wanted.items():
        where = f"{place}.{name}"
        found += text_problems(text, where) if text else (Problem(where, "required"),)
    if found:
        raise InvalidInput(problems=tuple(found))


def must_be_listed(attachment: Attachment, item: ServiceItem) -> None:
    """Refuse a file for something the published list does not hold.

    Raises:
        NotOnTheList: It names the entry the file was meant for.
    """
    wanted = attachment.prerequisite
    if wanted is not None and wanted not in {each.id for each in item.prerequisites}:
        raise NotOnTheList(prerequisites=(wanted,))


def kind_problems(applicant: Applicant, item: ServiceItem) -> tuple[Problem, ...]:
    """Say whether this kind of applicant may apply for the item."""
    if applicant.kind in item.applicants:
        return ()
    return (Problem("applicant.kind", "wrong_applicant_kind"),)
