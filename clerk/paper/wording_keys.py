"""What a file of words for papers must hold, and which facts its sentences may use."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from clerk.domain.paper_facts import (
    ChargeOnPaper,
    CommitmentOnPaper,
    CorrectionOnPaper,
    EndingOnPaper,
    ExtensionOnPaper,
    HearingOnPaper,
    JointOnPaper,
    ProcedureOnPaper,
    TransferOnPaper,
    VisitOnPaper,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

MATTERS: Mapping[str, type] = {
    "procedure": ProcedureOnPaper,
    "extension": ExtensionOnPaper,
    "commitment": CommitmentOnPaper,
    "hearing": HearingOnPaper,
    "ending": EndingOnPaper,
    "correction": CorrectionOnPaper,
    "charge": ChargeOnPaper,
    "visit": VisitOnPaper,
    "transfer": TransferOnPaper,
    "joint": JointOnPaper,
}
"""Fields of a paper that hold a matter: its facts go by ``procedure_name`` and so on."""

_SECTIONS: dict[str, str] = {
    "dates": "day moment blank",
    "lists": "separator clause colon numbered",
    "you": "person organisation",
    "limits": (
        "working_day working_days natural_day natural_days month months same_day due due_bare"
        " statutory statutory_bare provisional calendar not_counted"
    ),
    "frame": (
        "page preview reprint reprint_note copies_1 copies_2 copies_3 copies_applicant copies_hands"
        " copies_departments to to_agency to_department seal"
        " applicant_seal department_seal query returned remedies"
    ),
    "labels": (
        "case_number person_document organisation_document"
        " applicant_phone contact item handler phone window address received_at accepted_at"
        " decided_at due_on statutory_due_on fee number material source count until remarks"
        " problem wanted basis materials promised returned opinion signer certificate_name"
        " certificate_number certificate_until documents addressee place way received_by"
        " received_id delivered_at proxy_reason tracking_number announced_on receiver_signature"
        " witness deliverer remark"
        " applicant_signature submitter_signature signature_phone signature_time"
        " supplemented still_missing procedure reason institution starts_on expected_until"
        " time_needed approver approved_on extended_by due_before"
        " corrected_paper corrected_number correction_number wrong right covered applicant matter"
        " held_at place_of_hearing charge standard quantity amount amount_capital payee pay_at"
        " pay_code visit_at visit_address visitors purpose visited_at present findings outcome"
        " collect_at collect_by bring register_case register_certificate collector collected_at"
        " step by step_opinion step_at limit_on pause since until_day pauses sender receiver"
        " moved_at pieces joint_item asked answer_by passed_on joint_answer joint_reason"
        " visitor_signature second_visitor_signature sender_signature receiving_signature"
        " department_signature answering_signature signed_on committed_at"
    ),
    "counts": "original originals copy copies none",
    "state": "to_check in_hand fetched missing not_good promised waived short",
    "sources": "applicant government intermediary",
    "problems": "missing short expired wrong other not_good",
    "consequences": "withdrawn commitment_broken",
    "grounds": "not_needed not_our_competence not_corrected",
    "ways": "direct left post proxy public_notice electronic",
    "endings": "not_corrected not_kept",
    "ending_bases": "own_wish",
    "outcomes": "passed failed",
    "steps": "receipt acceptance review decision certificate delivery",
    "opinions": "accepted",
    "joint_opinions": "agree disagree report_up",
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
    "return_notice": "title opening review",
    "termination": "title opening reason decision",
    "correction": "title opening number rest",
    "commitment_letter": "title opening promise consequence",
    "commitment_on_notice": "title notice opening liability commitment statement",
    "hearing_notice": "title opening right attend cost",
    "fee_notice": "title opening amount deadline receipt",
    "visit_arrangement": "title opening please",
    "visit_record": "title note",
    "collection_notice": "title opening place bring proxy",
    "collection_register": "title note",
    "circulation_slip": "title note",
    "transfer_slip": "title opening note",
    "joint_copy": "title opening answer",
    "joint_visit": "title opening attend",
    "joint_opinion": "title opening note",
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
    "lists.numbered": {"number": 0, "text": ""},
    "you": {},
    "limits.working_day": _AMOUNT,
    "limits.working_days": _AMOUNT,
    "limits.natural_day": _AMOUNT,
    "limits.natural_days": _AMOUNT,
    "limits.month": _AMOUNT,
    "limits.months": _AMOUNT,
    "limits.same_day": {},
    "frame.page": {"page": 0, "pages": 0},
    "frame.reprint": {"reprint": 0},
    "frame.reprint_note": {"reprint": 0},
    "frame.copies_1": {},
    "frame.copies_2": {},
    "frame.copies_3": {},
    "frame.copies_applicant": {},
    "frame.copies_hands": {},
    "frame.copies_departments": {},
    "frame.seal": {},
    "frame.applicant_seal": {},
    "frame.department_seal": {},
    "counts": _AMOUNT,
    "state": {},
    "sources": {},
    "problems": {},
    "consequences": {},
    "grounds": {},
    "ways": {},
    "endings": {},
    "ending_bases": {},
    "outcomes": {},
    "steps": {},
    "opinions": {},
    "joint_opinions": {},
    "one_time_notice.submit": {"counts": ""},
}


def fields_of(key: str) -> Mapping[str, str | int]:
    """Return what a text may have in braces: mostly the facts of the paper."""
    section = key.partition(".")[0]
    return _OWN_FIELDS.get(key, _OWN_FIELDS.get(section, FACTS))
