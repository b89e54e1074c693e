"""What a file of words for papers must hold, and which facts its sentences may use."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from clerk.domain.paper_facts import ExtensionOnPaper, ProcedureOnPaper

if TYPE_CHECKING:
    from collections.abc import Mapping

MATTERS: Mapping[str, type] = {
    "procedure": ProcedureOnPaper,
    "extension": ExtensionOnPaper,
}
"""Fields of a paper that hold a matter: its facts go by ``procedure_name`` and so on."""

_SECTIONS: dict[str, str] = {
    "dates": "day moment blank",
    "lists": "separator clause colon",
    "you": "person organisation",
    "limits": (
        "working_day working_days natural_day natural_days same_day due due_bare statutory"
        " statutory_bare provisional calendar not_counted"
    ),
    "frame": (
        "page preview reprint reprint_note copies_1 copies_2 copies_3 to seal query returned"
        " remedies"
    ),
    "labels": (
        "case_number person_document organisation_document"
        " applicant_phone contact item handler phone window address received_at accepted_at"
        " decided_at due_on statutory_due_on fee number material source count until remarks"
        " problem wanted basis materials promised returned opinion signer certificate_name"
        " certificate_number certificate_until documents addressee place way received_by"
        " received_id delivered_at proxy_reason receiver_signature witness deliverer remark"
        " applicant_signature submitter_signature signature_phone signature_time"
        " supplemented still_missing procedure reason institution starts_on expected_until"
        " time_needed approver approved_on extended_by due_before"
    ),
    "counts": "original originals copy copies none",
    "state": "to_check in_hand fetched missing not_good promised waived short",
    "sources": "applicant government intermediary",
    "problems": "missing short expired wrong other not_good",
    "consequences": "withdrawn commitment_broken",
    "grounds": "not_needed not_our_competence not_corrected",
    "ways": "direct post proxy electronic",
    "material_voucher": "title opening silence",
    "acceptance_notice": "title opening",
    "commitment_acceptance": "title opening way consequence",
    "one_time_notice": "title opening submit deadline consequence complete received",
    "supplement_voucher": "title opening missing complete",
    "decline": "title opening facts authority",
    "procedure_notice": "title opening days stops runs",
    "extension_notice": "title opening approver due",
    "grant": "title opening certificate supervision",
    "refusal": "title opening facts reasons decision",
    "delivery_receipt": "title note",
}

KEYS = frozenset(
    f"{section}.{name}" for section, names in _SECTIONS.items() for name in names.split()
)
"""Every text a file must hold, no more and no fewer."""

LISTS: Mapping[str, int] = {"dates.months": 12}
"""Lists of words, and how many they hold."""

FACTS: Mapping[str, str | int] = {
    **dict.fromkeys(
        (
            *("document_number", "case_number", "agency", "center", "window", "address", "phone"),
            *("handler", "applicant", "applicant_document", "applicant_phone", "contact", "item"),
            *("you", "received_on", "received_at", "accepted_on", "accepted_at", "decided_on"),
            *("decided_at", "issued_on", "issued_at", "due_on", "due_amount", "statutory_due_on"),
            *("statutory_amount", "calendar", "not_counted", "basis", "deadline_on"),
            *("consequence", "ground", "facts", "reasons", "authority", "opinion", "signer"),
            *("signer_post", "certificate_name", "certificate_number", "certificate_until"),
            *("government", "court", "fee"),
        ),
        "",
    ),
    "extension_limit": "",
    "supplemented_on": "",
    "supplemented_at": "",
    **{
        f"{matter}_{each.name}": 0 if each.type == "int" else ""
        for matter, kind in MATTERS.items()
        for each in fields(kind)
    },
    "reconsideration_days": 0,
    "suit_months": 0,
}
"""What a sentence may have in braces, with a value of its kind to try a template on."""

_AMOUNT: dict[str, str | int] = {"amount": 0}
_DAY: dict[str, str | int] = {"year": 0, "month": 0, "day": 0, "month_name": ""}
_OWN_FIELDS: Mapping[str, Mapping[str, str | int]] = {
    "dates.day": _DAY,
    "dates.moment": {**_DAY, "hour": 0, "minute": 0},
    "dates.blank": {},
    "lists": {},
    "you": {},
    "limits.working_day": _AMOUNT,
    "limits.working_days": _AMOUNT,
    "limits.natural_day": _AMOUNT,
    "limits.natural_days": _AMOUNT,
    "limits.same_day": {},
    "frame.page": {"page": 0, "pages": 0},
    "frame.reprint": {"reprint": 0},
    "frame.reprint_note": {"reprint": 0},
    "frame.copies_1": {},
    "frame.copies_2": {},
    "frame.copies_3": {},
    "frame.seal": {},
    "counts": _AMOUNT,
    "state": {},
    "sources": {},
    "problems": {},
    "consequences": {},
    "grounds": {},
    "ways": {},
    "one_time_notice.submit": {"counts": ""},
}


def fields_of(key: str) -> Mapping[str, str | int]:
    """Return what a text may have in braces: mostly the facts of the paper."""
    section = key.partition(".")[0]
    return _OWN_FIELDS.get(key, _OWN_FIELDS.get(section, FACTS))
