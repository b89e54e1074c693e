"""The material voucher drawn by typst: the page our paper room is held against."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from clerk.domain.case_number import grouped
from clerk.domain.papers import Paper, PaperLine
from clerk.paper.codes import code128_bars, qr_modules, qr_squares, qr_text
from clerk.paper.styles import A5

TEMPLATE = Path(__file__).with_name("voucher.typ")
_SOURCES = {"applicant": "申请人自备", "intermediary": "中介机构出具"}


class SecondHand:
    """Draws vouchers with typst and the project's own fonts."""

    def __init__(self, resources: Path) -> None:
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[resources / "fonts"],
        )
        self._compiler = typst.Compiler(TEMPLATE, font_paths=fonts)

    def draw(self, paper: Paper) -> bytes:
        """Return the voucher as PDF."""
        facts = json.dumps(_facts(paper), ensure_ascii=False)
        return self._compiler.compile(sys_inputs={"facts": facts}, format="pdf")


def _facts(paper: Paper) -> dict[str, object]:
    squares = qr_squares(qr_modules(qr_text(paper)), x=0, y=0, module=A5.qr_module)
    return {
        "bars": code128_bars(paper.case_number, x=0, y=0, height=10, module=A5.module).places,
        "squares": squares.places,
        "number": grouped(paper.case_number),
        "agency": paper.agency,
        "document_number": paper.document_number,
        "applicant": paper.applicant,
        "item": paper.item,
        "received_at": f"{paper.received_at:%Y年%m月%d日%H时%M分}",
        "document": paper.applicant_document,
        "contact": paper.contact,
        "phone": paper.applicant_phone,
        "lines": [_row(each) for each in paper.lines],
        "center": paper.center,
        "office_phone": paper.phone,
        "handler": paper.handler,
        "window": paper.window,
        "address": paper.address,
        "issued_on": f"{paper.issued_at:%Y年%m月%d日}",
    }


def _row(line: PaperLine) -> tuple[str, ...]:
    counts = (("原件", line.originals), ("复印件", line.copies))
    copies = "\n".join(f"{name}{count}份" for name, count in counts if count)
    source = _SOURCES.get(line.source, line.source)
    return str(line.number), line.name, source, copies or "本机关调取，\n免予提交"
