"""Write down what a paper says: the facts of a case, at the moment the paper is issued."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any

from clerk.domain.catalogue import ApplicantKind
from clerk.domain.identifiers import PaperId
from clerk.domain.paper_rules import RULES, must_be_complete
from clerk.domain.papers import Paper, PaperKind
from clerk.usecases.composing import clock, collecting, decisions, ends, inside, intake, joint, told
from clerk.usecases.composing.matter import NOTHING_BESIDES, Matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from clerk.domain.case import Case
    from clerk.domain.staff import Staff
    from clerk.usecases.composing.matter import Besides, Facts
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Work

OFFICIAL_TIME = timezone(timedelta(hours=8))
"""Beijing's, wherever the machine believes it is: it decides the year of a number."""

_OWN: dict[PaperKind, Callable[[Matter], Facts]] = {
    PaperKind.MATERIAL_VOUCHER: intake.voucher,
    PaperKind.ACCEPTANCE_NOTICE: intake.acceptance,
    PaperKind.COMMITMENT_ACCEPTANCE: intake.commitment_acceptance,
    PaperKind.ONE_TIME_NOTICE: intake.notice,
    PaperKind.SUPPLEMENT_VOUCHER: intake.supplement_voucher,
    PaperKind.DECLINE: intake.decline,
    PaperKind.PROCEDURE_NOTICE: clock.procedure_notice,
    PaperKind.EXTENSION_NOTICE: clock.extension_notice,
    PaperKind.GRANT: decisions.grant,
    PaperKind.REFUSAL: decisions.refusal,
    PaperKind.DELIVERY_RECEIPT: decisions.receipt,
    PaperKind.RETURN_NOTICE: ends.return_notice,
    PaperKind.TERMINATION: ends.termination,
    PaperKind.CORRECTION: ends.correction,
    PaperKind.COMMITMENT_LETTER: intake.commitment_letter,
    PaperKind.COMMITMENT_ON_NOTICE: told.commitment_on_notice,
    PaperKind.HEARING_NOTICE: told.hearing_notice,
    PaperKind.FEE_NOTICE: told.fee_notice,
    PaperKind.VISIT_ARRANGEMENT: told.visit_arrangement,
    PaperKind.VISIT_RECORD: told.visit_record,
    PaperKind.COLLECTION_NOTICE: collecting.notice,
    PaperKind.COLLECTION_REGISTER: collecting.register,
    PaperKind.CIRCULATION_SLIP: inside.circulation_slip,
    PaperKind.TRANSFER_SLIP: inside.transfer_slip,
    PaperKind.JOINT_COPY: joint.asked,
    PaperKind.JOINT_VISIT: joint.asked,
    PaperKind.JOINT_OPINION: joint.asked,
}
"""Who writes what only one kind says."""


def issue_paper(
    kind: PaperKind,
    case: Case,
    *,
    by: Staff,
    now: datetime,
    work: Work,
    counter: Counter,
    besides: Besides = NOTHING_BESIDES,
) -> tuple[Case, Paper]:
    """Issue one paper: number it, write its facts down, and note it in the case.

    Raises:
        PaperIncomplete: The case lacks facts the paper must carry.
    """
    series = series_of(kind, case, counter, now)
    sequence = work.numbers.next_document_number(series.name, series.year)
    person = work.people.roster.people.__getitem__
    matter = Matter(case=case, counter=counter, person=person, besides=besides)
    number = series.number(f"{sequence:04d}")
    paper = must_be_complete(write_down(kind, matter, by=by, now=now, number=number))
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
    """Return the row of numbers a paper is numbered in: region, agency and nature, by year."""
    desk = counter.desk
    name = f"{desk.region_short}{case.item.department.short}{RULES[kind].nature}"
    return Series(name, now.astimezone(OFFICIAL_TIME).year, desk.window)


def write_down(kind: PaperKind, matter: Matter, *, by: Staff, now: datetime, number: str) -> Paper:
    """Write down what a paper about this case says now, complete or not."""
    case, counter = matter.case, matter.counter
    facts: dict[str, Any] = {
        "id": PaperId(counter.new_id(now)),
        "kind": kind,
        "language": counter.language,
        "document_number": number,
        "issued_at": now,
        **_place(case, by, counter),
        **_applicant(case),
        **_OWN[kind](matter),
    }
    return Paper(**facts)


def _place(case: Case, by: Staff, counter: Counter) -> Facts:
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
        "accepted_at": case.accepted_at,
        "fee": case.item.fee,
    }


def _agency(case: Case, counter: Counter) -> str:
    """Name the agency in full: 市… of the list is the city's own department."""
    name = case.item.department.name.in_language(counter.language)
    city = counter.desk.government.zh.removesuffix("人民政府")
    return city + name.removeprefix("市") if name.startswith("市") else name


def _applicant(case: Case) -> Facts:
    applicant = case.applicant
    return {
        "applicant": applicant.name,
        "applicant_is_person": applicant.kind is ApplicantKind.PERSON,
        "applicant_document": applicant.document_number,
        "applicant_phone": applicant.phone,
        "contact": applicant.contact_name,
    }
