"""The words for each kind of problem an input can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.usecases.calendar_words import calendar_sentences
from clerk.usecases.catalogue_words import catalogue_sentence
from clerk.usecases.language import _
from clerk.usecases.place_names import further_places

if TYPE_CHECKING:
    from clerk.domain.refusals import Problem


def problem_words(problem: Problem) -> tuple[str, str]:
    """Return what is wrong, and what to do.

    Raises:
        KeyError: Nobody wrote words for this kind; a test walks them all.
    """
    table = _table()
    if problem.kind in (calendar := calendar_sentences()):
        return calendar[problem.kind].format(**problem.facts), ""
    if problem.kind not in table:
        return catalogue_sentence(problem.kind, problem.facts), ""
    what, then = table[problem.kind]
    facts = {"place": place_name(problem.place), **problem.facts}
    return what.format(**facts), then.format(**facts)


def place_name(place: str) -> str:
    """Return what people call a field; a place without a name is shown as it is."""
    if place.startswith("marks."):
        return _("Remark of line {n}").format(n=place.split(".")[1])
    if place in (names := further_places()):
        return names[place]
    return {
        "applicant.kind": _("Kind of applicant"),
        "applicant.name": _("Name"),
        "applicant.document_number": _("Document number"),
        "applicant.phone": _("Phone"),
        "applicant.contact_name": _("Contact"),
        "applicant.contact_id": _("Contact's identity number"),
        "applicant.address": _("Address"),
        "decline.facts": _("Facts"),
        "decline.basis": _("Legal basis"),
        "decline.authority": _("Competent authority"),
        "review.opinion": _("Opinion"),
        "sign_off.opinion": _("Opinion"),
        "sign_off.facts": _("Facts"),
        "sign_off.reasons": _("Reasons"),
        "sign_off.basis": _("Legal basis"),
        "certificate.number": _("Certificate number"),
        "delivery.received_by": _("Collector"),
        "delivery.received_id": _("Collector's identity number"),
        "delivery.proxy_reason": _("Reason for the way of delivery"),
        "withdraw.reason": _("Reason"),
    }.get(place, place)


def _table() -> dict[str, tuple[str, str]]:
    again = _("Check it against the document.")
    return {
        "not_the_same": (_("The two do not match."), _("Type both again.")),
        "required": (_("{place} is empty."), _("Fill it in.")),
        "not_an_address": (
            _("This is not the address of a PostgreSQL database."),
            _("Write it as postgresql://name@host/database."),
        ),
        "too_large": (
            _("The file is too large."),
            _("Scan it at a lower resolution, or split it."),
        ),
        "too_long": (
            _("{place} has {length} characters."),
            _("Shorten it to {longest}."),
        ),
        "broken_character": (
            _("{place}: character {position} ({code}) is broken."),
            _("Type it again."),
        ),
        "control_character": (
            _("{place}: character {position} ({code}) is a control character."),
            _("Delete it."),
        ),
        "unprintable_character": (
            _("{place}: no paper can show character {position} ({code})."),
            _("Write it another way."),
        ),
        "bad_document_number": (
            _("{place} has letters and digits only, {longest} at most."),
            again,
        ),
        "id_shape": (
            _("{place} has {length} characters; an identity number has 18, the last one may be X."),
            again,
        ),
        "id_birth_date": (_("{place}: the birth date {birth} does not exist."), again),
        "id_birth_in_future": (_("{place}: the birth date {birth} is yet to come."), again),
        "id_check_digit": (_("{place}: the check digit does not fit."), again),
        "credit_code_shape": (
            _("{place} has {length} characters; a credit code has 18, without I, O, S, V, Z."),
            again,
        ),
        "credit_code_check": (_("{place}: the check digit does not fit."), again),
        "credit_code_organisation": (
            _("{place}: the check digit of the organisation code inside does not fit."),
            again,
        ),
        "no_amount": (_("{place} is no amount that can be."), _("Count again.")),
        "nothing_changed": (
            _("{place} is what the paper says already."),
            _("Write what it should say."),
        ),
        "negative_count": (
            _("{place}: fewer than nothing was handed in."),
            _("Count what lies here."),
        ),
        "phone_shape": (
            _("{place} is no mobile number, and no landline with its area code."),
            _("Ask for it again."),
        ),
        "not_a_moment": (
            _("“{text}” is no day with its hour."),
            _("Write it as 2026-11-30 09:00 or 1130 09:00."),
        ),
        "not_a_count": (_("“{text}” is no whole number."), _("Write digits only.")),
        "not_a_money": (_("“{text}” is no amount of yuan."), _("Write it as 80 or 80.50.")),
        "wrong_applicant_kind": (
            _("This item is not for this kind of applicant."),
            _("Choose the other kind, or another item."),
        ),
    }
