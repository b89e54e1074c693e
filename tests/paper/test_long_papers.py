import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from clerk.domain.papers import Paper, PaperKind
from clerk.paper.image import render
from clerk.paper.layouts import LAYOUTS
from clerk.paper.room import PaperRoom
from tests.paper.reading import codes_of, pages_of, run_together
from tests.paper.specimens import LANGUAGES, NUMBER, RESOURCES, many_lines, specimen

LISTS = [
    PaperKind.MATERIAL_VOUCHER,
    PaperKind.ACCEPTANCE_NOTICE,
    PaperKind.ONE_TIME_NOTICE,
    PaperKind.DECLINE,
    PaperKind.COMMITMENT_ACCEPTANCE,
    PaperKind.SUPPLEMENT_VOUCHER,
]
TEN_THOUSAND = "审查过程中发现的情况很长，" * 769 + "完"


@pytest.fixture(scope="module")
def room() -> PaperRoom:
    return PaperRoom(RESOURCES)


def margins_are_white(pdf: bytes, pages: int, side: float) -> bool:
    for page in range(pages):
        picture = render(pdf, 50, page)
        row, edge = picture.width * 3, int((side - 1.5) / 25.4 * 50) * 3
        for at in range(picture.height):
            line = picture.rgb[at * row : (at + 1) * row]
            if set(line[:edge]) | set(line[-edge:]) != {255}:
                return False
    return True


def matters_at_length(paper: Paper) -> dict[str, Any]:
    """Return the matters of a paper with every text of theirs grown to thousands of characters."""
    grown: dict[str, Any] = {}
    for each in fields(paper):
        value = getattr(paper, each.name)
        if is_dataclass(value):
            grown[each.name] = at_length(value)
        elif isinstance(value, tuple) and value and each.name in {"certificates", "steps"}:
            grown[each.name] = tuple(map(at_length, value))
    return grown


def at_length(matter: Any) -> Any:
    texts = {each.name: getattr(matter, each.name) for each in fields(matter)}
    long = {
        name: TEN_THOUSAND
        for name, value in texts.items()
        if isinstance(value, str) and name not in {"case_number", "unit"}
    }
    return replace(matter, **long)


def test_a_register_of_a_hundred_certificates_repeats_its_heading(room):
    paper = specimen(PaperKind.COLLECTION_REGISTER)
    first = paper.certificates[0]
    many = tuple(replace(first, number=f"JY{number:014d}") for number in range(100))

    pages = pages_of(room.draw(replace(paper, certificates=many)))

    assert len(pages) > 4
    assert all("领取人、证件号码" in page for page in pages[:-1])
    assert all(each.number in run_together("".join(pages)) for each in many)


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_hundred_materials_fill_pages_with_the_heading_on_each(room, kind, language):
    lines = many_lines(200, language)
    paper = specimen(kind, language, lines=lines, wanting=lines)

    pages = pages_of(room.draw(paper))

    heading = {"zh_CN": "序号", "en": "No."}[language]
    assert len(pages) > 4
    assert all(heading in page for page in pages[:-1])
    assert all(re.search(f"(?m)^{number}(?!\\d)", "\n".join(pages)) for number in (1, 100, 200))
    assert "".join(pages).count("林晓") == 1


@pytest.mark.parametrize("kind", PaperKind)
def test_ten_thousand_characters_in_every_text_end_in_pages(room, kind):
    words = ("item", "applicant", "agency", "address", "contact", "facts", "reasons", "opinion")
    long = dict.fromkeys(words, TEN_THOUSAND)
    lines = tuple(
        type(each)(
            number=1, name=TEN_THOUSAND, source=TEN_THOUSAND, originals=1, copies=0, state=""
        )
        for each in many_lines(1)
    )

    paper = specimen(kind, lines=lines, wanting=lines, **long)
    pdf = room.draw(replace(paper, **matters_at_length(paper)))

    pages = pages_of(pdf)
    assert 5 < len(pages) < 900
    assert run_together(pages[0]).count("审查过程中发现的情况很长") > 5
    assert margins_are_white(pdf, min(len(pages), 12), LAYOUTS[kind].form.side)


def test_a_long_material_name_loses_no_character_where_pages_turn(room):
    (line,) = many_lines(1)
    name = "".join(chr(0x4E00 + place) for place in range(5_000))
    paper = specimen(
        PaperKind.MATERIAL_VOUCHER,
        lines=(type(line)(number=1, name=name, source="x", originals=1, copies=0, state=""),),
    )

    text = "".join(pages_of(room.draw(paper)))

    assert set(name) <= set(text)


def test_an_empty_list_and_empty_texts_still_make_a_paper(room):
    for kind in PaperKind:
        paper = specimen(kind, lines=(), wanting=(), contact="", address="", fee="", opinion="")

        assert len(pages_of(room.draw(paper))) >= 1


def test_the_seal_never_stands_alone_on_a_page(room):
    for count in range(1, 40):
        paper = specimen(PaperKind.MATERIAL_VOUCHER, lines=many_lines(count))

        last = pages_of(room.draw(paper))[-1]

        assert "专用印章" in last
        assert "查询办理进度" in last


def test_long_names_do_not_run_into_the_codes(room):
    agency = "云江市经济技术开发区行政审批服务局（云江市政务服务管理办公室）"
    for kind in PaperKind:
        pdf = room.draw(specimen(kind, agency=agency), reprint=99)

        assert codes_of(pdf, dpi=203)["Code128"] == NUMBER
        assert "QRCode" in codes_of(pdf, dpi=203)
        assert margins_are_white(pdf, 1, LAYOUTS[kind].form.side)
