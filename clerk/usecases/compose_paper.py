"""Write down what a paper says: the facts of a case, at the moment the paper is issued."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from clerk.domain.catalogue import ApplicantKind, Source
from clerk.domain.checklist import ChecklistLine, LineStatus
from clerk.domain.events import Granted, Refused
from clerk.domain.identifiers import PaperId
from clerk.domain.papers import Paper, PaperKind, PaperLine, Remedies, must_be_complete

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from clerk.domain.calendar import DueDate
    from clerk.domain.case import Case
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Work

_REMARK = re.compile("（[^）]*）$")
_NATURE = {
    PaperKind.MATERIAL_VOUCHER: "收",
    PaperKind.ACCEPTANCE_NOTICE: "受",
    PaperKind.ONE_TIME_NOTICE: "补",
    PaperKind.DECLINE: "不受",
    PaperKind.GRANT: "准",
    PaperKind.REFUSAL: "不许",
    PaperKind.DELIVERY_RECEIPT: "送",
}
"""What a document number says of its paper's nature (文书性质)."""
_SIGNED = frozenset({PaperKind.GRANT, PaperKind.REFUSAL})


def issue_paper(
    kind: PaperKind, case: Case, *, by: Staff, now: datetime, work: Work, counter: Counter
) -> tuple[Case, Paper]:
    """Issue one paper: number it, write its facts down, and note it in the case.

    Raises:
        PaperIncomplete: The case lacks facts the paper must carry.
    """
    series = series_of(kind, case, counter, now)
    sequence = work.numbers.next_document_number(series.name, now.year)
    decision = case.decision if kind in _SIGNED else None
    signer = work.people.roster.people[decision.by] if decision else None
    paper = must_be_complete(
        write_down(
            kind,
            case,
            by=by,
            now=now,
            counter=counter,
            number=series.number(f"{sequence:04d}"),
            signer=signer,
        )
    )
    paper = replace(paper, code=work.code_of(paper))
    return case.issue_paper(by, now, paper), paper


@dataclass(frozen=True, slots=True)
class Series:
    """A row of document numbers (文号) of one window and year."""

    name: str
    year: int
    window: str

    def number(self, sequence: str) -> str:
        """Return one number of the row."""
        return f"{self.name}〔{self.year}〕{self.window}-{sequence}号"


def series_of(kind: PaperKind, case: Case, counter: Counter, now: datetime) -> Series:
    """Return the row of numbers a paper is numbered in."""
    name = f"{counter.desk.region_short}{case.item.department.short}{_NATURE[kind]}"
    return Series(name, now.year, counter.desk.window)


def write_down(
    kind: PaperKind,
    case: Case,
    *,
    by: Staff,
    now: datetime,
    counter: Counter,
    number: str,
    signer: Staff | None,
) -> Paper:
    """Write down what a paper about this case says now, complete or not."""
    facts: dict[str, Any] = {
        "id": PaperId(counter.new_id(now)),
        "kind": kind,
        "language": counter.language,
        "document_number": number,
        "issued_at": now,
        **_place(case, by, counter),
        **_applicant(case),
        **_OWN[kind](case, counter),
        **_signed(case, signer),
    }
    return Paper(**facts)


def _place(case: Case, by: Staff, counter: Counter) -> dict[str, Any]:
    desk, language = counter.desk, counter.language
    return {
        "case_number": case.number,
        "agency": _agency(case, counter),
        "center": desk.center_name.in_language(language),
        "window": desk.window_name,
        "address": desk.address.in_language(language),
        "phone": by.phone or desk.phone,
        "handler": by.name,
        "item": case.item.name.in_language(language),
        "item_id": case.item.id,
        "item_version": case.item.version,
        "received_at": case.received_at,
        "accepted_at": case.accepted.at if case.accepted else None,
        "fee": case.item.fee,
    }


def _agency(case: Case, counter: Counter) -> str:
    """Name the agency in full: 市… of the list is the city's own department."""
    name = case.item.department.name.in_language(counter.language)
    city = counter.desk.government.zh.removesuffix("人民政府")
    return city + name.removeprefix("市") if name.startswith("市") else name


def _applicant(case: Case) -> dict[str, Any]:
    applicant = case.applicant
    return {
        "applicant": applicant.name,
        "applicant_is_person": applicant.kind is ApplicantKind.PERSON,
        "applicant_document": applicant.document_number,
        "applicant_phone": applicant.phone,
        "contact": applicant.contact_name,
    }


def _voucher(case: Case, counter: Counter) -> dict[str, Any]:
    return {"lines": _rows(case.checklist.received(), counter)}


def _acceptance(case: Case, counter: Counter) -> dict[str, Any]:
    due, statutory = _due(case)
    checklist = case.checklist
    return {
        "lines": _rows((*checklist.received(), *checklist.fetched()), counter),
        "promised": _rows(checklist.promised(), counter),
        "basis": case.item.basis,
        "due_on": due.on,
        "due_is_provisional": due.is_provisional or statutory.is_provisional,
        "due_amount": case.item.promised.amount,
        "due_unit": case.item.promised.unit,
        "statutory_due_on": statutory.on,
        "statutory_amount": case.item.statutory.amount,
        "calendar": due.calendar,
        "not_counted": tuple(
            _REMARK.sub("", x.name) for x in case.item.special_procedures if x.stops_clock
        ),
    }


def _notice(case: Case, counter: Counter) -> dict[str, Any]:
    return {
        "wanting": _rows(case.checklist.wanting(), counter),
        "deadline_on": case.notices[-1].deadline_on,
        "consequence": "withdrawn",
        "basis": ("行政许可法 第31、32条", *case.item.basis),
    }


def _decline(case: Case, counter: Counter) -> dict[str, Any]:
    declined = case.declined
    assert declined  # noqa: S101 - issued in the same breath as the event
    return {
        "lines": _rows(case.checklist.received(), counter),
        "ground": declined.ground,
        "facts": declined.facts,
        "basis": (declined.basis,),
        "authority": declined.authority,
        "remedies": _remedies(counter),
    }


def _grant(case: Case, _counter: Counter) -> dict[str, Any]:
    decision = case.decision
    assert isinstance(decision, Granted)  # noqa: S101 - issued in the same breath as the event
    return {
        "opinion": decision.opinion,
        "basis": case.item.basis,
        "certificate_name": case.item.result,
        "certificate_number": case.certificate.number if case.certificate else "",
        "certificate_until": case.certificate.valid_until if case.certificate else "",
    }


def _refusal(case: Case, counter: Counter) -> dict[str, Any]:
    decision = case.decision
    assert isinstance(decision, Refused)  # noqa: S101 - issued in the same breath as the event
    return {
        "opinion": decision.opinion,
        "facts": decision.facts,
        "reasons": decision.reasons,
        "basis": (decision.basis,),
        "remedies": _remedies(counter),
    }


def _receipt(case: Case, _counter: Counter) -> dict[str, Any]:
    handed = case.handed_over
    assert handed  # noqa: S101 - issued in the same breath as the event
    return {"delivery": handed.delivery}


def _signed(case: Case, signer: Staff | None) -> dict[str, Any]:
    if signer is None or case.decision is None:
        return {}
    return {"decided_at": case.decision.at, "signer": signer.name, "signer_post": signer.post}


def _remedies(counter: Counter) -> Remedies:
    language = counter.language
    return Remedies(
        government=counter.desk.government.in_language(language),
        court=counter.desk.court.in_language(language),
    )


def _due(case: Case) -> tuple[DueDate, DueDate]:
    accepted = case.accepted
    assert accepted  # noqa: S101 - the notice is issued in the same breath as the event
    return accepted.due, accepted.statutory_due


def _rows(lines: Iterable[ChecklistLine], counter: Counter) -> tuple[PaperLine, ...]:
    return tuple(_row(n, each, counter.language) for n, each in enumerate(lines, start=1))


def _row(number: int, line: ChecklistLine, language: str) -> PaperLine:
    asked, mark = line.prerequisite, line.mark
    wanting = line.is_wanting
    return PaperLine(
        number=number,
        name=asked.name.in_language(language),
        source=asked.source
        if asked.source is not Source.GOVERNMENT
        else asked.issuer or asked.source,
        originals=(line.originals_short or asked.originals) if wanting else mark.originals,
        copies=(line.copies_short or asked.copies) if wanting else mark.copies,
        state="short" if line.is_short else mark.status,
        problem=mark.defect or "" if mark.status is LineStatus.NOT_GOOD else "",
        wanted=mark.note if wanting else "",
        basis=asked.basis,
        until=mark.promised_on,
    )


_OWN: dict[PaperKind, Callable[[Case, Counter], dict[str, Any]]] = {
    PaperKind.MATERIAL_VOUCHER: _voucher,
    PaperKind.ACCEPTANCE_NOTICE: _acceptance,
    PaperKind.ONE_TIME_NOTICE: _notice,
    PaperKind.DECLINE: _decline,
    PaperKind.GRANT: _grant,
    PaperKind.REFUSAL: _refusal,
    PaperKind.DELIVERY_RECEIPT: _receipt,
}
