"""The sample list: complete, verbatim, and every condition decided by a question."""

import copy
import hashlib
import json
import re
from pathlib import Path

import pytest

from clerk.domain.catalogue import AnswerId, ItemKind, Prerequisite, ServiceItem, SituationId
from clerk.domain.codec import canonical
from clerk.usecases.catalogue_file import CatalogueFile, read_catalogue

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"
FILES = sorted(path for path in CATALOGUE.glob("*.json") if path.name != "schema.json")
FACTS = json.loads(Path(__file__).with_name("published_facts.json").read_text(encoding="utf-8"))
NOT_DEMANDED = {("GH-002", 5), ("GH-002", 6), ("GH-002", 7), ("WJ-001", 7), ("MZ-003", 3)}
HANZI = re.compile("[\u4e00-\u9fff]")


def read(path: Path) -> CatalogueFile:
    return read_catalogue(path.read_bytes())


@pytest.fixture(scope="module")
def files() -> dict[str, CatalogueFile]:
    return {path.stem: read(path) for path in FILES}


@pytest.fixture(scope="module")
def items(files) -> dict[str, ServiceItem]:
    return {str(item.id): item for file in files.values() for item in file.items}


@pytest.fixture(scope="module")
def published() -> list[dict]:
    """The list as it was published: what was added is taken off, what was retired is put back."""
    restored = {}
    for path in FILES:
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            restored[item["id"]] = as_published(item)
    return [restored[each] for each in FACTS["order"]]


def as_published(item: dict) -> dict:
    item, facts = copy.deepcopy(item), FACTS["items"][item["id"]]
    item.pop("situations", None)
    item.pop("clock", None)
    for number, material in enumerate(item["materials"], start=1):
        material["required"] = facts["conditions"].get(str(number), True)
        material.pop("note", None)
        if note := facts["notes"].get(str(number)):
            material["note"] = note
        material.pop("by_commitment", None)
    for added in ("commitment_on_notice", "checked_by_two"):
        item.pop(added, None)
    return item


def papers(items: dict[str, ServiceItem]) -> dict[tuple[str, int], Prerequisite]:
    return {
        (str(item.id), int(paper.id)): paper
        for item in items.values()
        for paper in item.prerequisites
    }


def asked_for(item: ServiceItem, **answers: str) -> set[int]:
    given = {SituationId(name): AnswerId(answer) for name, answer in answers.items()}
    assert not item.unanswered(given)
    return {int(paper.id) for paper in item.prerequisites if item.requires(paper, given)}


def test_fifty_eight_items_and_two_hundred_and_eighty_seven_papers_are_there(items):
    assert set(items) == set(FACTS["order"])
    assert len(items) == 58
    assert len(papers(items)) == 287


def test_one_file_holds_one_department_and_is_named_after_it(files):
    assert len({file.department.name.zh for file in files.values()}) == len(files) == 21
    for name, file in files.items():
        assert file.department.id == name
        assert all(str(item.id).startswith(f"{name}-") for item in file.items)


def test_every_field_of_every_file_is_known(files):
    assert {name: file.unknown for name, file in files.items() if file.unknown} == {}


@pytest.mark.parametrize("item_id", FACTS["order"])
def test_every_published_word_survives(published, item_id):
    item = copy.deepcopy(next(each for each in published if each["id"] == item_id))
    for material in item["materials"]:
        del material["required"]
        material.pop("note", None)
    assert hashlib.sha256(canonical(item)).hexdigest() == FACTS["items"][item_id]["sha256"]
    assert len(item["materials"]) == FACTS["items"][item_id]["materials"]


def test_every_published_note_and_condition_survives(items):
    for item_id, facts in FACTS["items"].items():
        for number, note in facts["notes"].items():
            assert items[item_id].prerequisites[int(number) - 1].note.startswith(note)
        for number, text in facts["conditions"].items():
            paper = items[item_id].prerequisites[int(number) - 1]
            kept = paper.note if paper.condition is None else paper.condition.text
            assert text in kept


def test_the_list_as_published_imports_as_it_is(published, items):
    raw = json.dumps(published, ensure_ascii=False).encode()
    assert hashlib.sha256(canonical(json.loads(raw))).hexdigest() == FACTS["list"]

    file = read_catalogue(raw)

    assert file.unknown == ()
    assert [str(item.id) for item in file.items] == FACTS["order"]
    assert {item.department.id for item in file.items} == {path.stem for path in FILES}
    for item in file.items:
        conditions = FACTS["items"][str(item.id)]["conditions"]
        made = {paper.condition.text for paper in item.prerequisites if paper.condition}
        assert made == set(conditions.values())
        assert len(item.situations) == len(made)
        assert item.name == items[str(item.id)].name


def test_only_five_entries_are_kept_without_being_demanded_and_say_why(items):
    kept = {place: paper for place, paper in papers(items).items() if not paper.demanded}

    assert set(kept) == NOT_DEMANDED
    assert all("不得要求提供" in each.note or "不再要求" in each.note for each in kept.values())


def test_every_condition_is_decided_by_a_question_written_for_it(items):
    conditional = {
        (item_id, int(number))
        for item_id, facts in FACTS["items"].items()
        for number in facts["conditions"]
    } - NOT_DEMANDED

    decided = {place for place, paper in papers(items).items() if paper.condition}

    assert decided == conditional
    for item_id, number in decided:
        condition = items[item_id].prerequisites[number - 1].condition
        question = items[item_id].situation(condition.situation)
        offered = {answer.id for answer in question.answers}
        assert condition.answers <= offered
        assert condition.answers != offered, "it would be required whatever is answered"
        assert not question.id.startswith("condition_"), "nobody wrote this question"


def test_every_question_is_a_question_in_both_languages(items):
    for item in items.values():
        for situation in item.situations:
            assert situation.question.zh.endswith("？")
            assert situation.question.en.endswith("?")
            assert not HANZI.search(situation.question.en)
            labels = [answer.label for answer in situation.answers]
            assert len({label.zh for label in labels}) == len(labels)
            assert len({label.en for label in labels}) == len(labels)
            assert not any(HANZI.search(label.en) for label in labels)


def test_papers_of_the_own_department_are_fetched_here(items):
    fetched = {place for place, paper in papers(items).items() if paper.fetched_here}

    noted_by_the_list = {
        ("GA-001", 2),
        ("GH-001", 3),
        ("GH-001", 4),
        ("GH-002", 2),
        ("HB-002", 2),
        ("SCJG-005", 2),
        ("WJ-002", 2),
        ("ZJ-001", 9),
        ("ZJ-002", 3),
    }
    found_by_the_issuer = {("WJ-003", 4), ("ZJ-005", 4)}
    assert fetched == noted_by_the_list | found_by_the_issuer


def test_the_application_and_what_is_surrendered_cannot_follow_later(items):
    for (_, number), paper in papers(items).items():
        if number == 1 or "交回" in paper.name.zh or "身份证" in paper.name.zh:
            assert not paper.deferrable, paper.name.zh
    assert papers(items)["SCJG-005", 3].deferrable


def test_the_clock_stops_only_where_the_list_says_so(items):
    every = [each for item in items.values() for each in item.special_procedures]

    stopping = [each.name for each in every if each.stops_clock]

    assert len(stopping) == 9
    assert all("不计入" in name for name in stopping)
    assert not any(each.stops_clock for each in every if "现场" in each.name)


def test_extensions_carry_their_numbers(items):
    texts = [item.extension.text for item in items.values() if item.extension]
    assert len(texts) == 24
    assert items["SCJG-001"].extension.amount == 3
    assert items["SCJG-001"].extension.approver == "head of registry"
    assert items["SCJG-005"].extension.amount == 5


def test_what_is_free_the_first_time_costs_nothing(items):
    charged = {item_id for item_id, item in items.items() if item.fee_charged}
    assert "GA-005" not in charged  # 首次申领免费
    assert {"BDC-001", "GA-001", "GA-004", "CG-001"} <= charged


def test_what_is_finished_at_once_promises_the_same_day_or_the_next(items):
    immediate = [item for item in items.values() if item.kind is ItemKind.IMMEDIATE]
    assert len(immediate) == 15
    assert {item.promised.amount for item in immediate} == {0, 1}


def test_one_question_decides_granted_or_allocated_land(items):
    item = items["GH-001"]
    assert asked_for(item, land="granted") == {1, 2, 3, 5}
    assert asked_for(item, land="allocated") == {1, 2, 4, 5}


def test_a_residence_permit_asks_for_one_of_three_proofs(items):
    item = items["GA-005"]
    assert len(item.situations) == 1
    assert asked_for(item, ground="residence") == {1, 2, 3}
    assert asked_for(item, ground="employment") == {1, 2, 4}
    assert asked_for(item, ground="schooling") == {1, 2, 5}


def test_who_holds_the_class_three_licence_is_exempt(items):
    item = items["SCJG-008"]
    assert asked_for(item, class_three="yes") == {1}
    assert asked_for(item, class_three="no") == {1, 2}


def test_a_change_of_articles_without_resolution_asks_for_no_resolution(items):
    item, rest = items["SCJG-002"], {"domicile": "no", "representative": "no", "new_licence": "no"}
    assert asked_for(item, articles="with_resolution", **rest) == {1, 2, 3}
    assert asked_for(item, articles="without_resolution", **rest) == {1, 2}
    assert asked_for(item, articles="no", **rest) == {1}


def test_the_files_are_written_to_be_read(files):
    for path in FILES:
        raw = path.read_bytes()
        text = raw.decode()
        assert not raw.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in raw
        assert text.endswith("}\n")
        assert "\\u" not in text
        assert text.count("\n") > 25 * len(files[path.stem].items)
