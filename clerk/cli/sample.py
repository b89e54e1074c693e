"""Invented people and bodies for the demo. No name, number or place here is anybody's."""

from __future__ import annotations

from clerk.domain.applicant import Applicant
from clerk.domain.catalogue import ApplicantKind, Words
from clerk.domain.desk import Desk
from clerk.domain.identity import (
    DocumentKind,
    credit_code_check,
    organisation_check,
    resident_id_check,
)
from clerk.domain.staff import Role, Staff, StaffId

DESK = Desk(
    center="3499",
    window="007",
    incarnation=1,
    center_name=Words("云江市政务服务中心（示例）", "Yunjiang Government Service Center (sample)"),
    window_name="A07",
    region_short="云",
    government=Words("云江市人民政府", "Yunjiang Municipal People's Government"),
    court=Words("云江市云江区人民法院", "Yunjiang District People's Court"),
    address=Words("云江市江滨路1号", "1 Riverside Road, Yunjiang"),
    phone="0999-1234567",
)
CLERK = Staff(
    id=StaffId("staff-1001"),
    number="1001",
    name="林晓",
    post="窗口工作人员",
    department_id="SCJG",
    roles=frozenset({Role.CLERK}),
)
CHIEF = Staff(
    id=StaffId("staff-2001"),
    number="2001",
    name="周衡",
    post="审批服务科科长",
    department_id="SCJG",
    roles=frozenset({Role.CLERK, Role.CHIEF}),
)
IT = Staff(
    id=StaffId("staff-9001"),
    number="9001",
    name="许工",
    post="信息科",
    department_id="",
    roles=frozenset({Role.IT}),
)
PINS = {CLERK.id: "135790", CHIEF.id: "246801", IT.id: "975310"}
"""For the throw-away desk only; a real desk asks for its PINs."""

_SHOPS = (
    "好味来餐饮店",
    "晨光便利店",
    "江畔书屋",
    "恒力电梯有限公司",
    "仁和大药房",
    "皖云食品有限公司",
    "云江旅行社有限公司",
    "张记早点铺",
    "鑫达物流有限公司",
    "明德教育咨询有限公司",
    "青禾农资经营部",
    "安居物业有限公司",
)
_PEOPLE = (
    "王䶮",
    "李𬍛",
    "赵小满",
    "阿依古丽·买买提",
    "陈𨭎",
    "孙悦",
    "周予安",
    "吴𪩘",
    "郑知遥",
    "欧阳清",
    "何𰻝",
    "许一诺",
)
_SHOWN_FROM = 11


def shop(n: int) -> Applicant:
    """Return the n-th invented body, with a credit code whose check digits fit."""
    inside = f"MA2T{n % 10_000:04d}"
    first = f"91349900{inside}{organisation_check(inside)}"
    return Applicant(
        kind=ApplicantKind.ORGANISATION,
        name=f"云江市{_SHOPS[n % len(_SHOPS)]}",
        document_kind=DocumentKind.CREDIT_CODE,
        document_number=first + credit_code_check(first),
        phone=f"1380000{n % 10_000:04d}",
        contact_name=_PEOPLE[(n * 5 + 3) % len(_PEOPLE)],
        contact_id=_identity_number(n * 5 + 3),
        address=f"云江市江滨路{n + 1}号",
    )


def person(n: int) -> Applicant:
    """Return the n-th invented person, with an identity number whose check digit fits."""
    return Applicant(
        kind=ApplicantKind.PERSON,
        name=_PEOPLE[n % len(_PEOPLE)],
        document_kind=DocumentKind.RESIDENT_ID,
        document_number=_identity_number(n),
        phone=f"1390000{n % 10_000:04d}",
        address=f"云江市望江街{n + 1}号",
    )


def _identity_number(n: int) -> str:
    first = f"349902{1970 + n % 30}{n % 12 + 1:02d}{n % 28 + 1:02d}{n % 900 + _SHOWN_FROM:03d}"
    return first + resident_id_check(first)
