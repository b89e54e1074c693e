"""Invented papers, one of each kind in both languages: city, people, firms and numbers are made up.

The check digits are right and the rare characters real, so that what prints here prints at a
window. ``write_specimens`` lays them out for looking at.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from clerk.domain.case_number import NumberParts, compose
from clerk.domain.identifiers import PaperId
from clerk.domain.paper_code import code_of
from clerk.domain.papers import Delivery, Paper, PaperKind, PaperLine, Remedies
from clerk.paper.image import Picture, page_count, render
from clerk.paper.room import PaperRoom
from clerk.store.ed25519 import OpenKey

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LANGUAGES = ("zh_CN", "en")
RARE = "䶮𨭎𬍛𪩘𰻝·"
BEIJING = timezone(timedelta(hours=8))
NUMBER = compose(
    NumberParts(center="3499", window="007", incarnation=1, day=date(2026, 11, 23), sequence=42)
)
_WINDOW = OpenKey.of(bytes(range(32)))
_SHORT = {
    PaperKind.MATERIAL_VOUCHER: "收",
    PaperKind.ACCEPTANCE_NOTICE: "受",
    PaperKind.ONE_TIME_NOTICE: "补",
    PaperKind.DECLINE: "不受",
    PaperKind.GRANT: "准",
    PaperKind.REFUSAL: "不许",
    PaperKind.DELIVERY_RECEIPT: "送",
}
_MATERIALS = (
    ("食品经营许可申请书", "Application form for a food business licence", "applicant", 1, 0),
    (
        "营业执照或者其他主体资格证明文件",
        "Business licence or other proof of legal standing",
        "市市场监督管理局",
        0,
        0,
    ),
    (
        "与食品经营相适应的主要设备设施布局、操作流程等文件",
        "Layout of the main equipment and the flow of operations",
        "applicant",
        1,
        1,
    ),
    ("食品安全管理制度目录或者文本", "Food safety rules of the business", "applicant", 1, 0),
    ("从业人员健康证明", "Health certificates of the staff", "intermediary", 0, 2),
)
_TEXTS = {
    "zh_CN": {
        "agency": "云江市市场监督管理局",
        "center": "云江市政务服务中心",
        "address": "云江市江滨路1号（虚构）",
        "item": "食品经营许可（新办）",
        "calendar": "国办2026",
        "fee": "不收费",
        "opinion": "经现场核查，经营场所与设备布局符合食品安全要求，同意准予许可。",
        "facts": "申请的经营场所位于居民住宅楼内，与《食品经营许可和备案管理办法》第十三条所列场所"
        "条件不符，申请人未提供可以改正的方案",
        "reasons": "经营场所不符合法定条件，且不能通过补正材料消除",
        "authority": "云江市文化和旅游局（政务服务中心三楼B12窗口）",
        "certificate_name": "食品经营许可证",
        "certificate_until": "2031年11月29日",
        "government": "云江市人民政府",
        "court": "云江市云江区人民法院",
        "signer_post": "审批服务科科长",
        "place": "云江市政务服务中心A07窗口",
        "proxy_reason": "经营者外出，书面委托店员代收",
    },
    "en": {
        "agency": "Yunjiang Administration for Market Regulation",
        "center": "Yunjiang Government Service Center",
        "address": "1 Riverside Road, Yunjiang (invented)",
        "item": "Food business licence (new)",
        "calendar": "cn-2026",
        "fee": "No fee",
        "opinion": "The site was inspected; premises and layout meet the food safety requirements.",
        "facts": "The premises are in a residential building and do not meet the conditions of "
        "Article 13 of the Measures for Food Business Licensing",
        "reasons": "The premises do not meet the statutory conditions, and no correction of the "
        "materials can change this",
        "authority": "Yunjiang Bureau of Culture and Tourism, window B12",
        "certificate_name": "Food business licence",
        "certificate_until": "29 November 2031",
        "government": "Yunjiang Municipal People's Government",
        "court": "Yunjiang District People's Court",
        "signer_post": "Head of approvals",
        "place": "Window A07 of the service center",
        "proxy_reason": "The owner is away and has authorised an employee in writing",
    },
}


def specimen(kind: PaperKind, language: str = "zh_CN", **changes: Any) -> Paper:
    """Return an invented paper with all its kind must say, and what it may."""
    texts = _TEXTS[language]
    paper = Paper(
        id=PaperId("019abcde-0000-7000-8000-000000000042"),
        kind=kind,
        language=language,
        document_number=f"云市监{_SHORT[kind]}〔2026〕A07-0042号",
        case_number=NUMBER,
        issued_at=datetime(2026, 11, 23, 9, 41, tzinfo=BEIJING),
        agency=texts["agency"],
        center=texts["center"],
        window="A07",
        address=texts["address"],
        phone="0999-1234567",
        handler="林晓",
        applicant="云江市䶮𨭎𬍛𪩘𰻝·好味来餐饮店（虚构）",
        applicant_is_person=False,
        applicant_document="91341100MA2TE5T1XB",
        applicant_phone="13800000000",
        contact="欧阳𬍛",
        item=texts["item"],
        item_id="SCJG-002",
        item_version=1,
        received_at=datetime(2026, 11, 20, 15, 5, tzinfo=BEIJING),
        lines=_lines(language),
    )
    paper = replace(paper, **(_OWN[kind](texts, language) | changes))
    return paper if paper.is_preview else replace(paper, code=code_of(paper, _WINDOW))


def _lines(language: str) -> tuple[PaperLine, ...]:
    place = LANGUAGES.index(language)
    return tuple(
        PaperLine(
            number=number,
            name=entry[place],
            source=entry[2],
            originals=entry[3],
            copies=entry[4],
            state="in_hand" if entry[3] or entry[4] else "fetched",
            basis="食品经营许可和备案管理办法 第13条",
        )
        for number, entry in enumerate(_MATERIALS, start=1)
    )


def _renumbered(lines: tuple[PaperLine, ...]) -> tuple[PaperLine, ...]:
    return tuple(replace(each, number=number) for number, each in enumerate(lines, start=1))


def _voucher(_texts: dict[str, str], _language: str) -> dict[str, Any]:
    return {}


def _acceptance(texts: dict[str, str], language: str) -> dict[str, Any]:
    promised = replace(_lines(language)[3], number=1, until=date(2026, 11, 30), state="promised")
    return {
        "lines": _renumbered(_lines(language)[:3] + _lines(language)[4:]),
        "promised": (promised,),
        "accepted_at": datetime(2026, 11, 23, 9, 41, tzinfo=BEIJING),
        "basis": ("食品经营许可和备案管理办法 第13、18条",),
        "due_on": date(2026, 12, 1),
        "due_amount": 6,
        "due_unit": "working_days",
        "statutory_due_on": date(2026, 12, 21),
        "statutory_amount": 20,
        "due_is_provisional": True,
        "calendar": texts["calendar"],
        "not_counted": ("检验", "检测", "专家评审"),
        "fee": texts["fee"],
    }


def _notice(_texts: dict[str, str], language: str) -> dict[str, Any]:
    lines = _lines(language)
    missing = replace(lines[4], number=1, state="missing", originals=0, copies=2)
    note = (
        "平面图须标明操作间、库房和用餐区的面积（㎡）" if language == "zh_CN" else "show the areas"
    )
    wrong = replace(lines[2], number=2, state="not_good", problem="wrong", wanted=note)
    return {
        "lines": (),
        "wanting": (missing, wrong),
        "deadline_on": date(2026, 11, 30),
        "consequence": "withdrawn",
        "basis": ("行政许可法 第31、32条",),
    }


def _decline(texts: dict[str, str], language: str) -> dict[str, Any]:
    return {
        "lines": _lines(language)[:1],
        "ground": "not_our_competence",
        "facts": texts["facts"],
        "basis": ("行政许可法 第三十二条第一款第二项",),
        "authority": texts["authority"],
        "remedies": Remedies(government=texts["government"], court=texts["court"]),
    }


def _decided(texts: dict[str, str]) -> dict[str, Any]:
    return {
        "lines": (),
        "accepted_at": datetime(2026, 11, 20, 15, 30, tzinfo=BEIJING),
        "decided_at": datetime(2026, 11, 23, 9, 40, tzinfo=BEIJING),
        "basis": ("食品经营许可和备案管理办法 第13、20条",),
        "opinion": texts["opinion"],
        "signer": "周衡",
        "signer_post": texts["signer_post"],
    }


def _grant(texts: dict[str, str], _language: str) -> dict[str, Any]:
    return _decided(texts) | {
        "certificate_name": texts["certificate_name"],
        "certificate_number": "JY23499000000042",
        "certificate_until": texts["certificate_until"],
    }


def _refusal(texts: dict[str, str], _language: str) -> dict[str, Any]:
    return _decided(texts) | {
        "opinion": "",
        "facts": texts["facts"],
        "reasons": texts["reasons"],
        "remedies": Remedies(government=texts["government"], court=texts["court"]),
    }


def _receipt(texts: dict[str, str], language: str) -> dict[str, Any]:
    title = "准予行政许可决定书" if language == "zh_CN" else "Decision to grant"
    return {
        "lines": (),
        "delivery": Delivery(
            way="proxy",
            place=texts["place"],
            received_by="王䶮",
            received_id="341103198511120048",
            received_at=datetime(2026, 11, 23, 9, 41, tzinfo=BEIJING),
            proxy_reason=texts["proxy_reason"],
            documents=(f"{title} 云市监准〔2026〕A07-0042号", texts["certificate_name"]),
        ),
    }


_OWN = {
    PaperKind.MATERIAL_VOUCHER: _voucher,
    PaperKind.ACCEPTANCE_NOTICE: _acceptance,
    PaperKind.ONE_TIME_NOTICE: _notice,
    PaperKind.DECLINE: _decline,
    PaperKind.GRANT: _grant,
    PaperKind.REFUSAL: _refusal,
    PaperKind.DELIVERY_RECEIPT: _receipt,
}


def many_lines(count: int, language: str = "zh_CN") -> tuple[PaperLine, ...]:
    """Return a long list of invented materials."""
    lines = _lines(language)
    return tuple(
        replace(lines[number % len(lines)], number=number) for number in range(1, count + 1)
    )


def write_specimens(out: Path) -> list[Path]:
    """Write every specimen as PDF and each of its pages as PNG; return what was written."""
    out.mkdir(parents=True, exist_ok=True)
    room, written = PaperRoom(RESOURCES), []
    for kind in PaperKind:
        for language in LANGUAGES:
            pdf = room.draw(specimen(kind, language))
            path = out / f"{kind}.{language}.pdf"
            path.write_bytes(pdf)
            written.append(path)
            for page in range(page_count(pdf)):
                picture = out / f"{kind}.{language}.{page + 1}.png"
                picture.write_bytes(png(render(pdf, 110, page)))
                written.append(picture)
    return written


def png(picture: Picture) -> bytes:
    """Write a picture as PNG."""
    row = picture.width * 3
    rows = b"".join(b"\0" + picture.rgb[at * row : (at + 1) * row] for at in range(picture.height))
    head = struct.pack(">LLBBBBB", picture.width, picture.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + tag + data + struct.pack(">L", zlib.crc32(tag + data))
        for tag, data in chunks
    )
