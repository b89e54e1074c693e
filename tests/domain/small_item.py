"""A small invented service item, its applicants and its people, for tests of the rules alone."""

from datetime import date, datetime, timedelta, timezone

from clerk.domain.applicant import Applicant
from clerk.domain.calendar import WorkCalendar
from clerk.domain.case import Case
from clerk.domain.case_number import NumberParts, compose
from clerk.domain.catalogue import (
    Answer,
    AnswerId,
    ApplicantKind,
    BasisRank,
    CommitmentTerms,
    Condition,
    Confidence,
    Department,
    ItemId,
    ItemKind,
    Prerequisite,
    PrerequisiteId,
    ServiceItem,
    Situation,
    SituationId,
    Source,
    Words,
)
from clerk.domain.checklist import Mark, in_hand
from clerk.domain.events import Attachment, Received
from clerk.domain.identifiers import CaseId
from clerk.domain.identity import DocumentKind
from clerk.domain.limits import ClockStart, Extension, Limit, LimitUnit
from clerk.domain.staff import Role, Staff, StaffId

NOW = datetime(2026, 11, 23, 9, 41, tzinfo=timezone(timedelta(hours=8)))
CALENDAR = WorkCalendar(
    version="weekdays", years=frozenset({2026}), days_off=frozenset(), make_up_days=frozenset()
)
AGENT = SituationId("agent")
YES, NO = AnswerId("yes"), AnswerId("no")
FORM, PHOTO, LETTER, LICENCE, OLD = map(PrerequisiteId, "12345")


def paper(place: PrerequisiteId, name: str, **other: object) -> Prerequisite:
    """Make one entry of the list; asked for once as an original unless said otherwise."""
    values: dict[str, object] = {
        "id": place,
        "name": Words(name),
        "source": Source.APPLICANT,
        "issuer": "",
        "fetched_here": False,
        "basis": "《虚构办法》第一条",
        "basis_level": "部门规章",
        "basis_rank": BasisRank.DEPT_RULE,
        "originals": 1,
        "copies": 0,
        "condition": None,
        "demanded": True,
        "deferrable": False,
        "confidence": Confidence.FOUND,
        "note": "",
    }
    return Prerequisite(**{**values, **other})


ITEM = ServiceItem(
    id=ItemId("XX-001"),
    version=1,
    digest="0" * 64,
    code="000000001",
    name=Words("虚构许可", "Invented permit"),
    department=Department(id="XX", name=Words("虚构局", "Invented office"), short="虚"),
    item_type="行政许可",
    applicants=frozenset({ApplicantKind.PERSON}),
    kind=ItemKind.PROMISED,
    basis=("《虚构办法》",),
    statutory=Limit(amount=20, unit=LimitUnit.WORKING_DAYS),
    promised=Limit(amount=5, unit=LimitUnit.WORKING_DAYS),
    promised_source="",
    clock_start=ClockStart.ACCEPTANCE,
    extension=Extension(
        amount=10,
        unit=LimitUnit.WORKING_DAYS,
        approver="局长",
        text="+10 working days, 局长 (行政许可法 42)",
    ),
    correction_rule="",
    fee="登记费80元/件",
    fee_charged=True,
    situations=(
        Situation(
            id=AGENT,
            question=Words("是否委托他人代办？"),
            answers=(Answer(id=YES, label=Words("是")), Answer(id=NO, label=Words("否"))),
        ),
    ),
    prerequisites=(
        paper(FORM, "申请表", originals=1, copies=2),
        paper(PHOTO, "照片", deferrable=True, by_commitment=True),
        paper(
            LETTER,
            "授权委托书",
            condition=Condition(situation=AGENT, answers=frozenset({YES}), text="委托代办的"),
        ),
        paper(LICENCE, "本部门核发的证照", source=Source.GOVERNMENT, fetched_here=True),
        paper(OLD, "已取消的证明", demanded=False),
    ),
    result="虚构许可证",
    special_procedures=(),
    confidence=Confidence.FOUND,
    note="",
    unknown="{}",
    commitment=CommitmentTerms(
        basis="《虚构办法》第三条",
        conditions=("场所符合《虚构标准》", "人员经过培训"),
        liability="承诺不实的，撤销许可，依法处罚。",
        check_within=20,
    ),
)

PERSON = Applicant(
    kind=ApplicantKind.PERSON,
    name="王䶮",
    document_kind=DocumentKind.RESIDENT_ID,
    document_number="341103198511120048",
    phone="13900000000",
)


def staff(number: str, *roles: Role) -> Staff:
    """Make a person of the invented office."""
    return Staff(
        id=StaffId(f"staff-{number}"),
        number=number,
        name=f"工号{number}",
        post="工作人员",
        department_id="XX",
        roles=frozenset(roles),
    )


CLERK = staff("1001", Role.CLERK)
CHIEF = staff("2001", Role.CHIEF, Role.CLERK)
DEPUTY = staff("2002", Role.CHIEF)

ALL_IN_HAND: dict[PrerequisiteId, Mark] = {
    each.id: in_hand(each) for each in ITEM.prerequisites if each.id in {FORM, PHOTO, LETTER}
}


def receipt(
    answers: dict[SituationId, AnswerId],
    marks: dict[PrerequisiteId, Mark],
    applicant: Applicant = PERSON,
) -> Received:
    """Make the first event of a case."""
    number = compose(
        NumberParts(center="3499", window="007", incarnation=1, day=NOW.date(), sequence=1)
    )
    return Received(
        by=CLERK.id,
        at=NOW,
        number=number,
        item_id=ITEM.id,
        item_version=ITEM.version,
        item_digest=ITEM.digest,
        applicant=applicant,
        answers=answers,
        marks=marks,
    )


def received(
    answers: dict[SituationId, AnswerId] | None = None,
    marks: dict[PrerequisiteId, Mark] | None = None,
    applicant: Applicant = PERSON,
) -> Case:
    """Receive a case; complete and without an agent unless said otherwise."""
    event = receipt(
        {AGENT: NO} if answers is None else answers,
        ALL_IN_HAND if marks is None else marks,
        applicant,
    )
    return Case.receive(CaseId("case"), event, ITEM)


def before_the_chief() -> Case:
    """Bring a complete case to sign-off; the clerk accepted it."""
    case = received().accept(CLERK, NOW, CALENDAR)
    return case.review(CLERK, NOW, "材料齐全，符合法定形式。")


def attachment(content: str, prerequisite: PrerequisiteId | None = None) -> Attachment:
    """Make the note of a kept file."""
    return Attachment(
        sha256=content * 64,
        name="扫描件.pdf",
        media_type="application/pdf",
        size=9,
        prerequisite=prerequisite,
    )


NEXT_WEEK = date(2026, 11, 30)
