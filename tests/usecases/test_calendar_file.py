"""A calendar file is taken whole, or refused with everything that is wrong with it."""

import copy
import json

import pytest

from clerk import bootstrap
from clerk.domain.refusals import InvalidInput
from clerk.usecases.calendar_file import is_newer, read_calendar
from clerk.usecases.wording import say_problem

GOOD = json.loads((bootstrap.resources() / "calendar" / "china.json").read_text("utf-8"))


def read(document):
    return read_calendar(json.dumps(document, ensure_ascii=False).encode())


def changed(change):
    document = copy.deepcopy(GOOD)
    change(document)
    return document


def problems(document):
    with pytest.raises(InvalidInput) as refusal:
        read(document)
    assert all(say_problem(each).what for each in refusal.value.problems)
    return [(each.place, each.kind) for each in refusal.value.problems]


def test_the_shipped_calendar_is_read():
    calendar = read(GOOD)
    assert calendar.years == frozenset(range(2004, 2027))
    assert len(calendar.make_up_days) == 150


@pytest.mark.parametrize(
    ("change", "place", "kind"),
    [
        (lambda d: d.update(schema=2), "schema", "schema_unknown"),
        (lambda d: d.pop("version"), "version", "field_missing"),
        (lambda d: d.update(version="2026"), "version", "text_not_of_form"),
        (lambda d: d.update(years={}), "years", "no_year"),
        (lambda d: d.pop("years"), "years", "field_missing"),
        (lambda d: d["years"].update({"26": {}}), "years.26", "not_a_year"),
        (lambda d: d["years"].update({"0004": {}}), "years.0004", "not_a_year"),
        (
            lambda d: d["years"]["2026"].update(days_off={}),
            "years.2026.days_off",
            "year_without_holidays",
        ),
        (
            lambda d: d["years"]["2026"]["days_off"].update({"中元节": ["08-27"]}),
            "years.2026.days_off.中元节",
            "holiday_unknown",
        ),
        (
            lambda d: d["years"]["2026"]["days_off"].update({"元旦": "01-01"}),
            "years.2026.days_off.元旦",
            "wrong_type",
        ),
        (
            lambda d: d["years"]["2026"]["days_off"].update({"元旦": ["02-30"]}),
            "years.2026.days_off.元旦[0]",
            "not_a_day_of_the_year",
        ),
        (
            lambda d: d["years"]["2026"]["days_off"].update({"元旦": [1]}),
            "years.2026.days_off.元旦[0]",
            "wrong_type",
        ),
        (
            lambda d: d["years"]["2026"]["make_up_days"].update({"元旦": ["01-05"]}),
            "years.2026.make_up_days.元旦[0]",
            "make_up_on_a_weekday",
        ),
        (
            lambda d: d["years"]["2026"]["make_up_days"].update({"元旦": ["01-03"]}),
            "years.2026.make_up_days.元旦[0]",
            "day_twice",
        ),
        (lambda d: d["holidays"].update({"元旦": 1}), "holidays.元旦", "wrong_type"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(change, place, kind):
    assert (place, kind) in problems(changed(change))


def test_all_problems_are_told_at_once():
    def change(document):
        document["version"] = "x"
        document["years"]["2026"]["days_off"]["元旦"] = ["13-01", "01-02", "01-02"]

    assert {kind for _, kind in problems(changed(change))} == {
        "text_not_of_form",
        "not_a_day_of_the_year",
        "day_twice",
    }


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"\xff\xfe", b'{"years": 3}'])
def test_anything_else_is_refused_and_nothing_worse(raw):
    with pytest.raises(InvalidInput):
        read_calendar(raw)


def test_the_version_says_which_calendar_is_newer():
    one, other = read(GOOD), read({**GOOD, "version": "CN-2026.10"})

    assert is_newer(other, one)
    assert not is_newer(one, other)
    assert is_newer(read({**GOOD, "version": "CN-2027.1"}), other)
