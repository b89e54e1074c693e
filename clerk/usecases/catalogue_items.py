"""One service item as a list publishes it, read into :class:`ServiceItem`.

The published wording is never changed: a condition keeps its text and gains a
question, an extension keeps its text and gains numbers. The situations are in
``catalogue_situations``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from clerk.domain.catalogue import (
    ApplicantKind,
    BasisRank,
    Confidence,
    Department,
    ItemId,
    ItemKind,
    Prerequisite,
    PrerequisiteId,
    ServiceItem,
    Source,
    Words,
)
from clerk.domain.codec import canonical
from clerk.domain.limits import Extension, Limit, LimitUnit
from clerk.usecases.catalogue_clock import MOST_DAYS, UNITS, read_clock
from clerk.usecases.catalogue_commitment import read_commitment
from clerk.usecases.catalogue_situations import read_situations
from clerk.usecases.json_fields import shown

if TYPE_CHECKING:
    from clerk.domain.catalogue import Condition
    from clerk.usecases.json_fields import Fields

LONGEST_NAME = 200  # GB/T 39046-2020 table 4: 材料名称 an..200
LONGEST_TEXT = 2_000
MOST_PAPERS = 99  # GB/T 39046-2020 table 4: 原件份数 n..2
MOST_MATERIALS = 200

ITEM_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,49}")
_CODE = re.compile(r"[A-Za-z0-9-]{1,50}")
_EXTENSION = re.compile(
    r"\+(?P<amount>[0-9]{1,4}) (?:(?P<unit>working|natural) )?days?, (?P<approver>[^()]*[^() ])"
    r"(?: \((?P<basis>.*)\))?"
)

APPLICANTS = {
    "法人": frozenset({ApplicantKind.ORGANISATION}),
    "自然人": frozenset({ApplicantKind.PERSON}),
    "自然人/法人": frozenset(ApplicantKind),
}
KINDS = {"即办": ItemKind.IMMEDIATE, "承诺": ItemKind.PROMISED}
CONFIDENCES = {each.value: each for each in Confidence}
SOURCES = {
    "申请人自备": Source.APPLICANT,
    "政府部门核发": Source.GOVERNMENT,
    "中介": Source.INTERMEDIARY,
}
RANKS = {each.value: each for each in BasisRank}
LEVELS = {
    each: each
    for each in ("national_law", "provincial_regulation", "normative_document", "self_set")
}
NO_FEE = "不收费"
_SURRENDERED = "交回"
_PROOFS_OF_IDENTITY = ("身份证", "户口簿", "主体资格")


def read_item(fields: Fields, department: Department) -> ServiceItem:
    """Read one item; what is wrong with it goes to the findings of ``fields``."""
    item_id = fields.text("id", longest=50, pattern=ITEM_ID)
    fields.findings.about = shown(item_id)
    _must_belong_to(fields, department)
    unit = fields.choice("limit_unit", UNITS)
    clock = read_clock(fields, *_limits(fields, unit), _extension(fields, unit))
    materials = fields.objects("materials", least=1, most=MOST_MATERIALS)
    questions = read_situations(fields, materials)
    item = ServiceItem(
        id=ItemId(item_id),
        version=0,
        digest="",
        code=_code(fields),
        name=words(fields, "name"),
        department=department,
        item_type=fields.text("item_type"),
        applicants=fields.choice("applicant", APPLICANTS),
        kind=fields.choice("kind", KINDS),
        basis=_bases(fields),
        statutory=clock.statutory,
        promised=clock.promised,
        promised_source=fields.optional_text("promised_source", longest=LONGEST_TEXT),
        clock_start=clock.start,
        extension=clock.extension,
        correction_rule=fields.optional_text("correction_rule", longest=LONGEST_TEXT),
        fee=fields.text("fee", longest=LONGEST_TEXT),
        fee_charged=_is_charged(fields.raw.get("fee")),
        situations=questions.situations,
        prerequisites=tuple(
            _prerequisite(each, position, questions.conditions.get(position), department)
            for position, each in enumerate(materials)
        ),
        result=fields.text("result_document"),
        special_procedures=clock.procedures,
        confidence=fields.choice("confidence", CONFIDENCES),
        note=fields.optional_text("note", longest=LONGEST_TEXT, one_line=False),
        unknown="",
        commitment=read_commitment(fields),
        checked_by_two=fields.truth("checked_by_two", otherwise=False),
        clock=clock.rules,
    )
    return replace(item, unknown=_unknown(fields))


def words(fields: Fields, stem: str) -> Words:
    """Read a text in the two languages of the desk; the English one may be missing."""
    return Words(zh=fields.text(f"{stem}_zh"), en=fields.optional_text(f"{stem}_en"))


def _must_belong_to(fields: Fields, department: Department) -> None:
    name = fields.text("department_zh")
    fields.optional_text("department_en")
    if name and department.name.zh and name != department.name.zh:
        fields.problem(
            "department_zh",
            "other_department",
            found=shown(name),
            expected=shown(department.name.zh),
        )


def _limits(fields: Fields, unit: LimitUnit) -> tuple[Limit, Limit]:
    """Read both limits; what is promised may be shorter than the law allows, never longer."""
    statutory = fields.number("statutory_days", least=0, most=MOST_DAYS)
    promised = fields.number("promised_days", least=0, most=MOST_DAYS)
    if 0 < statutory < promised:
        fields.problem("promised_days", "promise_over_law", promised=promised, statutory=statutory)
    return Limit(amount=statutory, unit=unit), Limit(amount=promised, unit=unit)


def _is_charged(fee: object) -> bool:
    """Whether something must be paid: neither 不收费 nor free of charge without a price."""
    text = str(fee)
    return text != NO_FEE and not ("免费" in text and "元" not in text)


def _code(fields: Fields) -> str:
    code = fields.optional_text("code", longest=50)
    if code and not _CODE.fullmatch(code):
        fields.problem("code", "text_not_of_form", text=shown(code), form=_CODE.pattern)
    return code


def _bases(fields: Fields) -> tuple[str, ...]:
    text = fields.text("basis", longest=LONGEST_TEXT)
    return tuple(each.strip() for each in text.split("；") if each.strip())


def _extension(fields: Fields, unit: LimitUnit) -> Extension | None:
    text = fields.optional_text("extension")
    if not text:
        return None
    match = _EXTENSION.fullmatch(text)
    amount = int(match["amount"]) if match else 0
    if match is None or not 0 < amount <= MOST_DAYS:
        fields.problem("extension", "extension_unreadable", text=shown(text))
        return None
    return Extension(
        amount=amount,
        unit=UNITS.get(match["unit"] or "", unit),
        approver=match["approver"],
        text=text,
    )


def _prerequisite(
    fields: Fields, position: int, condition: Condition | None, department: Department
) -> Prerequisite:
    name = words(fields, "name")
    issuer = fields.optional_text("issuer_zh")
    form = fields.record("form")
    return Prerequisite(
        id=PrerequisiteId(str(position + 1)),
        name=name,
        source=fields.choice("source", SOURCES),
        issuer=issuer,
        fetched_here=fields.truth("fetched_here", otherwise=_is_own_paper(issuer, department)),
        basis=fields.text("basis", longest=LONGEST_TEXT),
        basis_level=fields.choice("basis_level", LEVELS),
        basis_rank=fields.choice("basis_rank", RANKS),
        originals=form.number("original", least=0, most=MOST_PAPERS),
        copies=form.number("copy", least=0, most=MOST_PAPERS),
        condition=condition,
        demanded=fields.raw.get("required") is not False,
        deferrable=fields.truth("deferrable", otherwise=_may_follow(name.zh, position)),
        confidence=fields.choice("confidence", CONFIDENCES),
        note=fields.optional_text("note", longest=LONGEST_TEXT, one_line=False),
        by_commitment=fields.truth("by_commitment", otherwise=False),
    )


def _is_own_paper(issuer: str, department: Department) -> bool:
    """Whether the issuer is the own department written shorter: 市场监管局, 市市场监督管理局."""
    letters, short = iter(department.name.zh), issuer.removeprefix("市").removeprefix("县")
    return len(short) > 1 and all(each in letters for each in short)


def _may_follow(name: str, position: int) -> bool:
    """Whether a paper may follow later (容缺受理).

    Never the application, the proof of who applies, or what is given up.
    """
    is_main = any(each in name for each in (_SURRENDERED, *_PROOFS_OF_IDENTITY))
    return position > 0 and not is_main


def _unknown(fields: Fields) -> str:
    """Keep what this program does not know, by its place within the item."""
    start = len(fields.place) + 1
    unknown = {place[start:]: value for place, value in fields.unknown().items()}
    return "{}" if fields.findings.problem_count else canonical(unknown).decode()
