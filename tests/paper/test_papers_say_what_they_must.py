import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from clerk.domain.case_number import grouped
from clerk.domain.paper_rules import RULES, PaperIncomplete, facts_named, must_be_complete
from clerk.domain.papers import Paper, PaperKind
from clerk.paper.facts import BEIJING, cited, day_text, facts_of
from clerk.paper.room import PaperRoom
from clerk.paper.specimens import write_specimens
from clerk.paper.wording import Wording
from clerk.paper.wording_keys import FACTS
from tests.paper.reading import pages_by_pypdf, pages_of, run_together
from tests.paper.specimens import LANGUAGES, RESOURCES, specimen

ALL = [(kind, language) for kind in PaperKind for language in LANGUAGES]


@pytest.fixture(scope="module")
def room() -> PaperRoom:
    return PaperRoom(RESOURCES)


def wording(language: str) -> Wording:
    return Wording.read(RESOURCES / "wording" / f"papers.{language}.toml")


def shown(paper: Paper, field: str) -> list[str]:
    """Say which words of a fact must be on the paper."""
    texts = []
    for value in facts_named(paper, field):
        texts += shown_value(paper, field, value)
    return texts


def shown_value(paper: Paper, field: str, value: Any) -> list[str]:
    words = wording(paper.language)
    if field.endswith(".basis"):
        return re.split("；| ", value)
    if isinstance(value, datetime):
        value = value.astimezone(BEIJING).date()
    if isinstance(value, date):
        return [day_text(value, words)]
    in_parts = {
        "case_number": lambda: [grouped(value)],
        "lines": lambda: [each.name for each in value],
        "wanting": lambda: [each.name for each in value],
        "promised": lambda: [each.name for each in value],
        "certificates": lambda: [each.number for each in value],
        "steps": lambda: [each.by for each in value],
        "steps.name": lambda: [words.term("steps", value)],
        "certificates.case_number": lambda: [grouped(value)],
        "commitment.conditions": lambda: list(value),
        "joint.materials": lambda: list(value),
        "transfer.materials": lambda: list(value),
        "visit.staff": lambda: list(value),
        "visit.outcome": lambda: [words.term("outcomes", value)],
        "ending.reason": lambda: [words.term("endings", value)],
        "extension.amount": lambda: [str(value)],
        "basis": lambda: [part for each in value for part in each.split(" ")],
        "remedies": lambda: [value.government, value.court, "60", "6"],
        "delivery": lambda: [
            *(value.place, value.received_by, value.received_id, value.proxy_reason),
            *(words.term("ways", value.way), *value.documents),
        ],
        "ground": lambda: [words.term("grounds", value)],
        "consequence": lambda: [words.term("consequences", value)],
    }
    return in_parts[field]() if field in in_parts else [str(value)]


def without(paper: Paper, field: str) -> Paper:
    """Return the paper with one fact gone."""
    name, _, inner = field.partition(".")
    matter = getattr(paper, name)
    if not inner:
        return replace(paper, **{name: type(matter)() if isinstance(matter, str | tuple) else None})
    if isinstance(matter, tuple):
        return replace(paper, **{name: tuple(emptied(each, inner) for each in matter)})
    return replace(paper, **{name: emptied(matter, inner)})


def emptied(matter: Any, name: str) -> Any:
    value = getattr(matter, name)
    empty = {str: "", tuple: (), int: 0}.get(type(value))
    return replace(matter, **{name: empty})


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_every_mandatory_fact_can_be_read_on_the_paper(room, kind, language):
    paper = specimen(kind, language)

    text = run_together("".join(pages_of(room.draw(paper))))

    for field in RULES[kind].must:
        for words in shown(paper, field):
            assert run_together(words) in text, field


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind in PaperKind for field in RULES[kind].must]
)
def test_a_paper_without_a_fact_it_must_carry_is_not_issued(kind, field):
    paper = specimen(kind)
    assert must_be_complete(paper) is paper

    with pytest.raises(PaperIncomplete) as refusal:
        must_be_complete(without(paper, field))

    assert refusal.value.kind is kind
    assert field in refusal.value.fields


def test_a_list_is_only_complete_when_every_entry_is():
    paper = specimen(PaperKind.COMMITMENT_ACCEPTANCE)
    (promised,) = paper.promised

    with pytest.raises(PaperIncomplete) as refusal:
        must_be_complete(replace(paper, promised=(promised, replace(promised, until=None))))

    assert refusal.value.fields == ("promised.until",)


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_a_second_reader_finds_the_same_words(room, kind, language):
    pdf = room.draw(specimen(kind, language))

    by_one = sorted(run_together("".join(pages_of(pdf))))
    by_other = sorted(run_together("".join(pages_by_pypdf(pdf))))

    assert by_one == by_other


def test_the_facts_are_those_the_sentences_may_use():
    for language in LANGUAGES:
        assert facts_of(specimen(PaperKind.DECLINE, language), wording(language)).keys() == (
            FACTS.keys()
        )


def test_a_person_is_addressed_as_a_person(room):
    person = specimen(PaperKind.REFUSAL, applicant="王䶮", applicant_is_person=True)
    firm = specimen(PaperKind.REFUSAL)

    of_person = run_together(pages_of(room.draw(person))[0])
    of_firm = run_together(pages_of(room.draw(firm))[0])

    assert "王䶮：你于2026年11月20日提出" in of_person
    assert "证件号码" in of_person
    assert "你单位于2026年11月20日提出" in of_firm
    assert "统一社会信用代码" in of_firm


def test_a_date_that_may_move_says_so(room):
    moving = specimen(PaperKind.ACCEPTANCE_NOTICE)
    firm = replace(moving, due_is_provisional=False)

    assert "暂定" in pages_of(room.draw(moving))[0]
    assert "暂定" not in pages_of(room.draw(firm))[0]


def test_an_acceptance_with_a_commitment_does_not_call_the_materials_complete(room):
    promised = specimen(PaperKind.COMMITMENT_ACCEPTANCE)
    complete = specimen(PaperKind.ACCEPTANCE_NOTICE)

    with_commitment = run_together(pages_of(room.draw(promised))[0])
    without = run_together(pages_of(room.draw(complete))[0])

    assert "主要申请材料齐全" in with_commitment
    assert "容缺受理" in with_commitment
    assert "申请材料齐全，符合法定形式" in without
    assert "补交" not in without
    assert "承诺后补" not in without


def test_the_voucher_says_what_silence_means(room):
    text = run_together(pages_of(room.draw(specimen(PaperKind.MATERIAL_VOUCHER)))[0])

    assert "5个工作日内一次性告知" in text
    assert "逾期不告知的，自收到材料之日起即为受理" in text


def test_moments_are_told_in_beijing_time_wherever_the_machine_is(room):
    near_midnight = datetime.fromisoformat("2026-11-20T17:30:00+00:00")

    paper = specimen(PaperKind.MATERIAL_VOUCHER, received_at=near_midnight)

    assert "2026年11月21日1时30分" in run_together(pages_of(room.draw(paper))[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reprint_says_so_at_the_top_and_on_every_page(room, language):
    mark = {"zh_CN": "补打 3", "en": "Reprint 3"}[language]
    note = {"zh_CN": "第 3 次补打", "en": "Reprint 3 Page"}[language]

    original = pages_of(room.draw(specimen(PaperKind.COMMITMENT_ACCEPTANCE, language)))
    reprint = pages_of(room.draw(specimen(PaperKind.COMMITMENT_ACCEPTANCE, language), reprint=3))

    assert len(reprint) == 2
    assert mark in reprint[0]
    assert all(note in " ".join(page.split()) for page in reprint)
    assert not any(mark in page or note in page for page in original)


def test_every_page_knows_its_number_and_its_paper(room):
    pages = pages_of(room.draw(specimen(PaperKind.COMMITMENT_ACCEPTANCE)))

    assert [f"第 {number} 页，共 2 页" in page for number, page in enumerate(pages, start=1)] == [
        True,
        True,
    ]
    assert all("云市监容〔2026〕A07-0042号" in page for page in pages)
    assert all(grouped(specimen(PaperKind.GRANT).case_number) in page for page in pages)


def test_the_number_of_copies_stands_at_the_foot(room):
    assert "一式两份" in pages_of(room.draw(specimen(PaperKind.DECLINE)))[0]
    assert "一式三份" in pages_of(room.draw(specimen(PaperKind.GRANT)))[0]


def test_the_specimens_can_be_laid_out_for_looking(tmp_path: Path):
    written = write_specimens(tmp_path, PaperRoom(RESOURCES), RESOURCES)

    assert {path.suffix for path in written} == {".pdf", ".png"}
    assert len([path for path in written if path.suffix == ".pdf"]) == len(ALL)


@pytest.mark.parametrize(
    ("basis", "told"),
    [
        ("行政许可法 第三十二条", "《行政许可法》第三十二条"),
        ("建筑法 第7、8条；实施细则第25条", "《建筑法》第7、8条；实施细则第25条"),
        ("婚姻登记条例（2025修订）", "《婚姻登记条例》（2025修订）"),
        ("《公司法》第3条", "《公司法》第3条"),
        ("条例第9条", "条例第9条"),
        ("TSG 08-2017", "TSG 08-2017"),
        ("", ""),
    ],
)
def test_the_name_of_a_rule_is_cited_in_title_marks(basis, told):
    assert cited(basis) == told
