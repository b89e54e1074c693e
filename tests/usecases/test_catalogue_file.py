"""A list is read whole, or refused with everything that is wrong and where."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.domain.catalogue import ApplicantKind, ItemKind
from clerk.domain.limits import ClockStart, LimitUnit
from clerk.domain.refusals import InvalidInput, Problem
from clerk.usecases.catalogue_file import digest_of, parse_published, read_catalogue

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"
SAMPLE = (CATALOGUE / "GJJ.json").read_bytes()

MATERIAL = {
    "name_zh": "申请表",
    "name_en": "Application form",
    "source": "申请人自备",
    "basis": "某条例第1条",
    "basis_level": "national_law",
    "basis_rank": "admin_regulation",
    "form": {"original": 1, "copy": 0},
    "required": True,
    "confidence": "found",
}
CONDITIONAL = MATERIAL | {"name_zh": "委托书", "required": "委托代理"}
ITEM = {
    "id": "CS-001",
    "code": None,
    "name_zh": "测试事项",
    "name_en": "Trial item",
    "department_zh": "市测试局",
    "department_en": "Trials",
    "item_type": "行政许可",
    "applicant": "法人",
    "basis": "某条例 第1条；某办法 第2条",
    "statutory_days": 20,
    "limit_unit": "working",
    "limit_start": "acceptance",
    "extension": "+10 working days, head of agency (行政许可法 42)",
    "correction_rule": None,
    "promised_days": 5,
    "promised_source": "made up",
    "kind": "承诺",
    "fee": "不收费",
    "materials": [MATERIAL, CONDITIONAL],
    "result_document": "许可证",
    "special_procedures": ["现场勘查（期限内）", "检测（不计入期限）"],
    "confidence": "found",
    "note": "",
}
QUESTION = {
    "id": "agent",
    "question_zh": "是否委托他人代办？",
    "question_en": "Is someone else applying?",
    "answers": [
        {"id": "yes", "label_zh": "是", "label_en": "Yes", "requires": ["委托代理"]},
        {"id": "no", "label_zh": "否", "label_en": "No", "requires": []},
    ],
}
COVER = {
    "schema": 1,
    "department": {"id": "CS", "name_zh": "市测试局", "name_en": "Trials"},
    "edition": "2026-11-23",
    "items": [ITEM | {"situations": [QUESTION]}],
}


def changed(document, path: str, value):
    """A copy with the value at ``a.0.b`` replaced; the Ellipsis removes it."""
    document = json.loads(json.dumps(document))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    inner = document
    for step in way:
        inner = inner[step]
    if value is ...:
        del inner[last]
    elif isinstance(inner, list) and last == len(inner):
        inner.append(value)
    else:
        inner[last] = value
    return document


def as_bytes(document) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace")


def problems_of(raw: bytes) -> dict[tuple[str, str], Problem]:
    with pytest.raises(InvalidInput) as refusal:
        read_catalogue(raw)
    return {(each.place, each.kind): each for each in refusal.value.problems}


def test_a_bare_item_is_read_into_the_words_of_the_counter():
    (item,) = read_catalogue(as_bytes([ITEM])).items

    assert (item.id, item.version, item.name.en) == ("CS-001", 0, "Trial item")
    assert (item.department.id, item.department.name.zh) == ("CS", "市测试局")
    assert item.applicants == {ApplicantKind.ORGANISATION}
    assert item.kind is ItemKind.PROMISED
    assert item.basis == ("某条例 第1条", "某办法 第2条")
    assert (item.statutory.amount, item.statutory.unit) == (20, LimitUnit.WORKING_DAYS)
    assert item.promised.amount == 5
    assert item.clock_start is ClockStart.ACCEPTANCE
    assert (item.extension.amount, item.extension.approver) == (10, "head of agency")
    assert item.fee_charged is False
    assert [each.stops_clock for each in item.special_procedures] == [False, True]
    assert [each.id for each in item.prerequisites] == ["1", "2"]
    assert item.unknown == "{}"


def test_a_condition_without_a_question_gets_one_of_its_own_words():
    (item,) = read_catalogue(as_bytes([ITEM])).items

    (situation,) = item.situations
    condition = item.prerequisites[1].condition
    assert "委托代理" in situation.question.zh
    assert (condition.situation, condition.text) == (situation.id, "委托代理")
    assert item.requires(item.prerequisites[1], {situation.id: "yes"}) is True
    assert item.requires(item.prerequisites[1], {situation.id: "no"}) is False


def test_a_made_question_never_takes_the_id_of_a_written_one():
    written = QUESTION | {"id": "condition_3"}
    materials = [MATERIAL, CONDITIONAL, CONDITIONAL | {"required": "补领"}]
    (item,) = read_catalogue(
        as_bytes([ITEM | {"situations": [written], "materials": materials}])
    ).items

    assert len({each.id for each in item.situations}) == 2


def test_papers_that_share_a_condition_share_its_made_question():
    materials = [MATERIAL, CONDITIONAL, CONDITIONAL | {"name_zh": "代理人身份证明"}]
    (item,) = read_catalogue(as_bytes([ITEM | {"materials": materials}])).items

    assert len(item.situations) == 1
    assert item.prerequisites[1].condition == item.prerequisites[2].condition


def test_the_cover_gives_department_and_edition():
    file = read_catalogue(as_bytes(COVER))

    assert file.department.name.en == "Trials"
    assert file.edition == date(2026, 11, 23)
    assert file.items[0].situation("agent").question.en == "Is someone else applying?"


def test_a_byte_order_mark_is_no_matter():
    assert read_catalogue(b"\xef\xbb\xbf" + SAMPLE) == read_catalogue(SAMPLE)


def test_unknown_fields_are_kept_by_their_place_and_reported():
    document = changed(ITEM, "counter", {"b": 2, "a": [0.5, "䶮"]})
    document = changed(document, "materials.1.form.pages", 3)

    file = read_catalogue(as_bytes([document]))

    assert file.items[0].unknown == '{"counter":{"a":[0.5,"䶮"],"b":2},"materials[1].form.pages":3}'
    assert [(each.place, each.kind) for each in file.unknown] == [
        ("items[0].counter", "unknown_field"),
        ("items[0].materials[1].form.pages", "unknown_field"),
    ]
    assert file.unknown[0].facts == {"item": "CS-001", "name": "counter"}


def test_unknown_fields_of_the_cover_are_reported_as_not_kept():
    (remark,) = read_catalogue(as_bytes(COVER | {"printed": True})).unknown
    assert (remark.place, remark.kind) == ("printed", "unknown_on_cover")


def test_a_file_may_say_what_is_fetched_and_what_may_follow_later():
    own = CONDITIONAL | {"issuer_zh": "市测试局"}
    said = own | {"fetched_here": False, "deferrable": False}
    (item,) = read_catalogue(as_bytes([ITEM | {"materials": [MATERIAL, own, said]}])).items

    assert [each.fetched_here for each in item.prerequisites] == [False, True, False]
    assert [each.deferrable for each in item.prerequisites] == [False, True, False]


@pytest.mark.parametrize(
    ("issuer", "department", "own"),
    [
        ("市场监管局", "市市场监督管理局", True),
        ("市市场监督管理局", "市市场监督管理局", True),
        ("市税务局", "某县税务局", True),
        ("县税务局", "某市税务局", True),
        ("税务局", "市市场监督管理局", False),
        ("局监管市场", "市市场监督管理局", False),
        ("市局", "市市场监督管理局", False),
        ("", "市市场监督管理局", False),
    ],
)
def test_the_own_department_is_known_by_its_short_name(issuer, department, own):
    paper = MATERIAL | {"issuer_zh": issuer}
    document = ITEM | {"department_zh": department, "materials": [MATERIAL, paper]}
    (item,) = read_catalogue(as_bytes([document])).items
    assert item.prerequisites[1].fetched_here is own


def test_a_procedure_that_is_counted_stops_no_clock():
    document = ITEM | {"special_procedures": ["检测（计入期限）", "整改（时间不计入）", "听证"]}
    (item,) = read_catalogue(as_bytes([document])).items
    assert [each.stops_clock for each in item.special_procedures] == [False, True, False]


def test_what_was_published_is_read_back_equal_with_its_version():
    (entry,) = read_catalogue(as_bytes(COVER)).entries

    item = parse_published(entry.content, 7)

    assert item == replace(entry.item, version=7)
    assert item.digest == digest_of(entry.content) == entry.item.digest


def test_the_digest_follows_the_words_and_not_their_layout():
    plain = read_catalogue(as_bytes(COVER)).items[0].digest
    spread = read_catalogue(json.dumps(COVER, indent=4, sort_keys=True).encode()).items[0].digest
    other = read_catalogue(as_bytes(changed(COVER, "items.0.note", "x"))).items[0].digest

    assert plain == spread
    assert plain != other


def test_a_kept_text_that_was_damaged_is_refused():
    (entry,) = read_catalogue(as_bytes(COVER)).entries
    with pytest.raises(InvalidInput):
        parse_published(entry.content[:-10], 1)
    with pytest.raises(InvalidInput):
        parse_published(entry.content.replace('"kind":"承诺"', '"kind":"诺承"'), 1)


WRONG_FILES = [
    (b"", "file_empty"),
    (b"\xef\xbb\xbf \r\n\t ", "file_empty"),
    (b" " * (32 * 1024 * 1024 + 1), "file_too_large"),
    ("﻿[]".encode("utf-16"), "file_is_utf16"),
    (as_bytes([ITEM]).decode().encode("gb18030"), "file_is_gb18030"),
    (as_bytes([ITEM]).replace("许可证".encode(), "许可证".encode()[:-1], 1), "file_not_utf8"),
    (b'[{"id": "\xff"}]', "file_not_utf8"),
    ("中文".encode() + b"\x81\x40", "file_not_utf8"),  # the two bytes are a character of GB18030
    (SAMPLE[:-3], "json_cut_off"),
    (b"[{]", "json_broken"),
    (b"[] []", "json_broken"),
    (b'[{"id": "a\nb"}]', "json_broken"),
    (b"[" * 33, "too_deep"),
    (b'{"a":' * 100_000, "too_deep"),
    (b"[" + b"0," * 1_000_001 + b"0]", "too_many_values"),
    (b"7", "not_a_catalogue"),
    (b'"x"', "not_a_catalogue"),
    (b"null", "not_a_catalogue"),
]


@pytest.mark.parametrize(("raw", "kind"), WRONG_FILES, ids=[str(kind) for _, kind in WRONG_FILES])
def test_a_file_that_cannot_be_read_says_why(raw, kind):
    (problem,) = problems_of(raw).values()
    assert (problem.place, problem.kind) == ("", kind)


LONG = "长" * 3_000
WRONG_ITEMS = [
    ("id", ..., "field_missing"),
    ("id", "", "text_empty"),
    ("id", "../x", "text_not_of_form"),
    ("id", 7, "wrong_type"),
    ("code", "许可", "text_not_of_form"),
    ("name_zh", "  ", "text_empty"),
    ("name_zh", "长" * 201, "too_long"),
    ("name_zh", "两\n行", "control_character"),
    ("name_zh", "坏\u0000字", "control_character"),
    ("name_zh", "坏\ud800字", "broken_character"),
    ("name_zh", "坏\ue000字", "unprintable_character"),
    ("name_zh", "反\u202e字", "invisible_character"),
    ("name_en", [], "wrong_type"),
    ("note", LONG, "too_long"),
    ("applicant", "企业", "value_not_allowed"),
    ("kind", "特办", "value_not_allowed"),
    ("limit_unit", "weeks", "value_not_allowed"),
    ("limit_start", "payment", "value_not_allowed"),
    ("confidence", "guess", "value_not_allowed"),
    ("statutory_days", -1, "number_out_of_range"),
    ("statutory_days", 3661, "number_out_of_range"),
    ("statutory_days", 1.5, "wrong_type"),
    ("statutory_days", True, "wrong_type"),
    ("statutory_days", float("nan"), "not_a_number"),
    ("statutory_days", float("inf"), "not_a_number"),
    ("statutory_days", 10**30, "not_a_number"),
    ("promised_days", 21, "promise_over_law"),
    ("extension", "a while", "extension_unreadable"),
    ("extension", "+0 working days, head", "extension_unreadable"),
    ("special_procedures", [""], "text_empty"),
    ("special_procedures", ["x" * 201], "too_long"),
    ("special_procedures", [3], "wrong_type"),
    ("special_procedures", ["x"] * 51, "list_length"),
    ("materials", [], "list_length"),
    ("materials", {}, "wrong_type"),
    ("materials.0", "paper", "wrong_type"),
    ("materials.0.form", ..., "field_missing"),
    ("materials.0.form", [], "wrong_type"),
    ("materials.0.form.copy", 100, "number_out_of_range"),
    ("materials.0.form.original", ..., "field_missing"),
    ("materials.0.source", "邻居", "value_not_allowed"),
    ("materials.0.basis_rank", "rumour", "value_not_allowed"),
    ("materials.0.basis_level", "rumour", "value_not_allowed"),
    ("materials.0.required", None, "wrong_type"),
    ("materials.0.required", "", "text_empty"),
    ("materials.0.required", ..., "field_missing"),
    ("materials.0.fetched_here", "yes", "wrong_type"),
    ("situations", [QUESTION, QUESTION], "situation_twice"),
    ("situations.0.id", "Was 代办", "text_not_of_form"),
    ("situations.0.answers", [QUESTION["answers"][0]], "list_length"),
    ("situations.0.answers.1.id", "yes", "answer_twice"),
    ("situations.0.answers.0.requires", [], "question_decides_nothing"),
    ("situations.0.answers.0.requires.0", "申请表", "requires_unknown"),
    ("situations.0.answers.0.requires.0", 1, "wrong_type"),
    ("situations.1", QUESTION | {"id": "again"}, "decided_twice"),
    ("department_zh", "市别的局", "other_department"),
]


@pytest.mark.parametrize(("path", "value", "kind"), WRONG_ITEMS)
def test_a_wrong_field_is_told_with_its_place(path, value, kind):
    found = problems_of(as_bytes(changed(COVER, f"items.0.{path}", value)))

    assert kind in {each for _, each in found}
    field = path.partition(".")[0]
    assert all(place.startswith(f"items[0].{field}") for place, _ in found)


WRONG_COVERS = [
    ("schema", 2, "schema", "schema_unknown"),
    ("schema", ..., "schema", "field_missing"),
    ("edition", "2026-02-30", "edition", "not_a_day"),
    ("edition", "today", "edition", "text_not_of_form"),
    ("department", ..., "department", "field_missing"),
    ("department.id", "", "department.id", "text_empty"),
    ("items", {}, "items", "wrong_type"),
    ("items", [], "items", "list_length"),
    ("items.1", 3, "items[1]", "wrong_type"),
    ("items.1", ITEM, "items[1].id", "item_twice"),
]


@pytest.mark.parametrize(("path", "value", "place", "kind"), WRONG_COVERS)
def test_a_wrong_cover_is_told_with_its_place(path, value, place, kind):
    assert set(problems_of(as_bytes(changed(COVER, path, value)))) == {(place, kind)}


def test_the_place_is_the_exact_field():
    wrong = changed(COVER, "items.0.materials.1.form.copy", 100)
    (problem,) = problems_of(as_bytes(wrong)).values()
    assert problem == Problem(
        "items[0].materials[1].form.copy",
        "number_out_of_range",
        {"item": "CS-001", "number": 100, "least": 0, "most": 99},
    )


def test_a_key_written_twice_is_refused_where_it_stands():
    raw = as_bytes([ITEM]).replace(b'"copy": 0', b'"copy": 0, "copy": 1', 1)
    assert ("items[0].materials[0].form.copy", "key_twice") in problems_of(raw)


@pytest.mark.parametrize("number", ["1e400", "-1e400", "1" * 40, "0." + "1" * 40, "NaN"])
def test_a_number_nobody_can_keep_is_refused_in_an_unknown_field_too(number):
    raw = as_bytes([ITEM | {"new": 0}]).replace(b'"new": 0', f'"new": {number}'.encode())
    assert set(problems_of(raw)) == {("items[0].new", "not_a_number")}


def test_what_two_checks_meet_is_told_once():
    with pytest.raises(InvalidInput) as refusal:
        read_catalogue(as_bytes([ITEM | {"name_zh": "长" * 10_001}]))
    assert [each.kind for each in refusal.value.problems].count("too_long") == 1


def test_all_problems_are_told_at_once():
    wrong = changed(COVER, "edition", "soon")
    wrong = changed(wrong, "items.0.kind", "?")
    wrong = changed(wrong, "items.0.materials.0.form.copy", -1)
    wrong = changed(wrong, "items.0.situations.0.answers.0.requires", ["?"])
    assert {kind for _, kind in problems_of(as_bytes(wrong))} == {
        "text_not_of_form",
        "value_not_allowed",
        "number_out_of_range",
        "requires_unknown",
    }


def test_two_hundred_problems_are_told_and_the_rest_counted():
    found = problems_of(as_bytes([ITEM | {"id": f"CS-{n}", "kind": "?"} for n in range(250)]))
    assert len(found) == 201
    assert found["", "and_more"].facts == {"count": 50}


def test_a_cut_says_the_line_and_column_of_the_end():
    (problem,) = problems_of(b'[\n {"id": "CS').values()
    assert problem.facts == {"line": 2, "column": 12}


def test_a_wrong_byte_is_told_by_its_position():
    (problem,) = problems_of(b'[\n"\xff"]').values()
    assert problem.facts == {"byte": 4, "line": 2}
    (after_mark,) = problems_of(b'\xef\xbb\xbf[\n"\xff"]').values()
    assert after_mark.facts == {"byte": 7, "line": 2}


def test_no_name_from_the_file_can_garble_a_message():
    foul = "x\u202e\n" * 50
    found = problems_of(as_bytes([{foul: float("nan"), "id": foul, "department_zh": foul}]))
    for problem in found.values():
        told = [problem.place, *map(str, problem.facts.values())]
        assert all(each.isprintable() and len(each) < 400 for each in told)


@pytest.mark.parametrize("words", ["+3 days, head", "+3 day, head", "+3 natural days, a b (c (d))"])
def test_an_extension_without_unit_counts_as_the_limit_does(words):
    item = ITEM | {"extension": words, "limit_unit": "natural"}
    (read,) = read_catalogue(as_bytes([item])).items
    assert (read.extension.amount, read.extension.unit) == (3, LimitUnit.NATURAL_DAYS)
    assert read.extension.text == words


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_and_nothing_worse(raw):
    with pytest.raises(InvalidInput):
        read_catalogue(raw)


@given(st.integers(1, len(SAMPLE.rstrip()) - 1))
def test_a_file_cut_anywhere_is_called_cut_off(length):
    assert {kind for _, kind in problems_of(SAMPLE[:length])} == {"json_cut_off"}


@settings(max_examples=300)
@given(st.data())
def test_flipped_bytes_are_read_or_refused_and_nothing_worse(data):
    raw = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    read_or_refused(bytes(raw))


NESTED = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["委托代理", "yes", "agent", "不计入", "\ud800", "\x00", "\u202e"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from([*ITEM, *MATERIAL, *QUESTION]) | st.text(), inner, max_size=4
        )
    ),
    max_leaves=12,
)
PLACES = [
    "schema",
    "department",
    "department.id",
    "edition",
    "items",
    "items.0",
    *(f"items.0.{name}" for name in (*ITEM, "situations", "new")),
    *(f"items.0.materials.1.{name}" for name in (*MATERIAL, "issuer_zh", "deferrable", "new")),
    *(f"items.0.situations.0.{name}" for name in QUESTION),
    *(f"items.0.situations.0.answers.1.{name}" for name in QUESTION["answers"][0]),
]


@settings(max_examples=500)
@given(st.sampled_from(PLACES), NESTED)
def test_any_value_in_any_field_is_read_or_refused_and_nothing_worse(path, value):
    read_or_refused(as_bytes(changed(COVER, path, value)))


@given(NESTED)
def test_any_json_is_read_or_refused_and_nothing_worse(value):
    read_or_refused(as_bytes(value))
    read_or_refused(as_bytes([value]))


@given(st.integers(1, 200), st.sampled_from(["[", '{"a":', '[{"items":', '{"items":[']))
def test_any_depth_is_refused_and_nothing_worse(depth, opening):
    with pytest.raises(InvalidInput):
        read_catalogue(opening.encode() * depth)


def read_or_refused(raw: bytes) -> None:
    """What is read can be kept and read back; what is not is refused with printable words."""
    try:
        file = read_catalogue(raw)
    except InvalidInput as refusal:
        told = refusal.problems
    else:
        told = file.unknown
        for entry in file.entries:
            assert parse_published(entry.content, 0) == entry.item
    for each in told:
        assert each.place.isprintable()
        assert all(str(fact).isprintable() for fact in each.facts.values())
