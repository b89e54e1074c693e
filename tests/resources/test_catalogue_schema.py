"""The schema for editors says what the reader does."""

import copy
import json
import re
from pathlib import Path

import pytest

from clerk.domain.refusals import InvalidInput
from clerk.usecases import catalogue_clock, catalogue_items, catalogue_situations
from clerk.usecases.catalogue_file import MOST_ITEMS, SCHEMA, read_catalogue

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"
FILES = sorted(path for path in CATALOGUE.glob("*.json") if path.name != "schema.json")
SCHEMA_FILE = json.loads((CATALOGUE / "schema.json").read_text(encoding="utf-8"))
DEFINITIONS = SCHEMA_FILE["$defs"]
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}
COMMITMENT = {
    "basis": "《虚构办法》第四条",
    "conditions_zh": ["场所符合《虚构标准》"],
    "liability_zh": "承诺不实的，撤销许可。",
    "check_days": 20,
}
LIMIT = {"amount": 5, "unit": "working"}
CLOCK = {
    "basis": "《虚构办法》第三条",
    "start": "visit_passed",
    "statutory": LIMIT,
    "promised": LIMIT,
    "extension": LIMIT | {"approver": "局长"},
    "extension_times": 2,
    "telling": LIMIT,
    "silence": "none",
    "correction": LIMIT,
    "consequence": "deemed_withdrawn",
    "delivery": LIMIT,
    "window_closes": ["2026-06-30"],
    "warning_days": 3,
    "not_counted_at_most": [LIMIT | {"procedure": "现场核查（期限内，不扣除）"}],
}
EXPLAINED = {"$schema", "$defs", "title", "description", "format"}


def fits(value, schema) -> bool:
    """A judge of the keywords the schema uses, and of no other."""
    checks = {
        "$ref": lambda wanted: fits(value, DEFINITIONS[wanted.removeprefix("#/$defs/")]),
        "oneOf": lambda wanted: sum(fits(value, each) for each in wanted) == 1,
        "const": lambda wanted: value == wanted,
        "enum": lambda wanted: value in wanted,
        "type": lambda wanted: is_a(value, wanted if isinstance(wanted, list) else [wanted]),
        "required": lambda wanted: not isinstance(value, dict) or set(wanted) <= set(value),
        "properties": lambda wanted: (
            not isinstance(value, dict)
            or all(fits(value[name], each) for name, each in wanted.items() if name in value)
        ),
        "items": lambda wanted: not isinstance(value, list) or all(fits(v, wanted) for v in value),
        "minItems": lambda wanted: not isinstance(value, list) or len(value) >= wanted,
        "maxItems": lambda wanted: not isinstance(value, list) or len(value) <= wanted,
        "minLength": lambda wanted: not isinstance(value, str) or len(value) >= wanted,
        "maxLength": lambda wanted: not isinstance(value, str) or len(value) <= wanted,
        "pattern": lambda wanted: (
            not isinstance(value, str) or re.search(wanted, value) is not None
        ),
        "minimum": lambda wanted: not is_a(value, ["integer"]) or value >= wanted,
        "maximum": lambda wanted: not is_a(value, ["integer"]) or value <= wanted,
    }
    return all(checks[key](wanted) for key, wanted in schema.items() if key not in EXPLAINED)


def is_a(value, names) -> bool:
    return type(value) in {TYPES[name] for name in names}


def is_read(document) -> bool:
    try:
        read_catalogue(json.dumps(document, ensure_ascii=False).encode())
    except InvalidInput:
        return False
    return True


@pytest.fixture
def document() -> dict:
    return json.loads((CATALOGUE / "SCJG.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_file_fits_the_schema(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    assert fits(document, SCHEMA_FILE)
    assert fits(document["items"], SCHEMA_FILE)
    assert document["$schema"] == "schema.json"


@pytest.mark.parametrize("kind", ["item", "material", "situation", "answer", "clock"])
def test_a_field_the_schema_requires_is_missed_by_the_reader_too(document, kind):
    for name in DEFINITIONS[kind]["required"]:
        broken = copy.deepcopy(document)
        del one_of(broken, kind)[name]
        assert not fits(broken, SCHEMA_FILE), name
        assert not is_read(broken), name


@pytest.mark.parametrize("kind", ["item", "material", "situation", "answer", "clock"])
def test_a_field_the_schema_leaves_free_may_be_absent(document, kind):
    for name in set(DEFINITIONS[kind]["properties"]) - set(DEFINITIONS[kind]["required"]):
        shorter = copy.deepcopy(document)
        one_of(shorter, kind).pop(name, None)
        assert fits(shorter, SCHEMA_FILE), name
        assert is_read(shorter), name


@pytest.mark.parametrize("kind", ["item", "material", "situation", "answer", "department", "clock"])
def test_schema_and_reader_refuse_the_same_wrong_values(document, kind):
    for name in DEFINITIONS[kind]["properties"]:
        for wrong in (-1, 10_000, 1.5, [1], {"x": 1}, "x" * 2_001):
            broken = copy.deepcopy(document)
            one_of(broken, kind)[name] = wrong
            assert not fits(broken, SCHEMA_FILE), (name, wrong)
            assert not is_read(broken), (name, wrong)


def one_of(document: dict, kind: str) -> dict:
    item = document["items"][4]
    item.setdefault("commitment_on_notice", copy.deepcopy(COMMITMENT))
    item.setdefault("clock", copy.deepcopy(CLOCK))
    places = {
        "clock": item["clock"],
        "department": document["department"],
        "item": item,
        "material": item["materials"][4],
        "situation": item["situations"][0],
        "answer": item["situations"][0]["answers"][0],
    }
    return places[kind]


def test_the_reader_knows_every_field_of_the_schema_and_no_other(document):
    full = copy.deepcopy(document)
    item = full["items"][4]
    item["checked_by_two"] = True
    item["materials"][0] |= dict.fromkeys(("fetched_here", "deferrable", "by_commitment"), True)
    item["materials"][0] |= {"note": "", "issuer_zh": ""}
    for kind in ("item", "material", "situation", "answer", "clock"):
        described = set(DEFINITIONS[kind]["properties"])
        assert set(one_of(full, kind)) <= described
        assert described - set(one_of(full, kind)) <= set(item["materials"][0])
    assert set(CLOCK) == set(DEFINITIONS["clock"]["properties"])
    assert read_catalogue(json.dumps(full).encode()).unknown == ()


@pytest.mark.parametrize("name", COMMITMENT)
def test_a_commitment_on_notice_lacks_nothing_of_what_is_told(document, name):
    for wrong in (None, "", [], 0, 251, [""]):
        broken = copy.deepcopy(document)
        one_of(broken, "item")["commitment_on_notice"][name] = wrong
        assert not fits(broken, SCHEMA_FILE), (name, wrong)
        assert not is_read(broken), (name, wrong)
    less = copy.deepcopy(document)
    del one_of(less, "item")["commitment_on_notice"][name]
    assert not fits(less, SCHEMA_FILE)
    assert not is_read(less)


def test_the_words_allowed_are_those_the_reader_knows():
    item, material = DEFINITIONS["item"]["properties"], DEFINITIONS["material"]["properties"]
    assert set(item["applicant"]["enum"]) == set(catalogue_items.APPLICANTS)
    assert set(item["kind"]["enum"]) == set(catalogue_items.KINDS)
    assert set(item["limit_unit"]["enum"]) == set(catalogue_clock.UNITS)
    assert set(item["limit_start"]["enum"]) == set(catalogue_clock.STARTS)
    clock = DEFINITIONS["clock"]["properties"]
    assert clock["start"]["enum"] == item["limit_start"]["enum"]
    assert set(clock["silence"]["enum"]) == set(catalogue_clock.SILENCES)
    assert set(clock["consequence"]["enum"]) == set(catalogue_clock.CONSEQUENCES)
    assert set(DEFINITIONS["limit"]["properties"]["unit"]["enum"]) == set(catalogue_clock.UNITS)
    assert set(item["confidence"]["enum"]) == set(catalogue_items.CONFIDENCES)
    assert set(material["source"]["enum"]) == set(catalogue_items.SOURCES)
    assert set(material["basis_rank"]["enum"]) == set(catalogue_items.RANKS)
    assert set(material["basis_level"]["enum"]) == set(catalogue_items.LEVELS)


def test_the_bounds_are_those_the_reader_keeps():
    item, material = DEFINITIONS["item"]["properties"], DEFINITIONS["material"]["properties"]
    situation = DEFINITIONS["situation"]["properties"]
    assert DEFINITIONS["file"]["properties"]["schema"]["const"] == SCHEMA
    assert DEFINITIONS["file"]["properties"]["items"]["maxItems"] == MOST_ITEMS
    assert item["statutory_days"]["maximum"] == catalogue_clock.MOST_DAYS
    assert item["materials"]["maxItems"] == catalogue_items.MOST_MATERIALS
    assert item["id"]["pattern"] == f"^{catalogue_items.ITEM_ID.pattern}$"
    assert material["form"]["properties"]["copy"]["maximum"] == catalogue_items.MOST_PAPERS
    assert situation["answers"]["maxItems"] == catalogue_situations.MOST_ANSWERS
    assert situation["id"]["pattern"] == f"^{catalogue_situations.SHORT_ID.pattern}$"
