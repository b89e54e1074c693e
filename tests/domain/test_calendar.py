"""Working days with make-up days, against the published vectors and a second source."""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import bootstrap
from clerk.domain.calendar import Pause, days_after
from clerk.domain.catalogue import Words
from clerk.domain.limits import Limit, LimitUnit

CALENDAR = bootstrap.shipped_calendar()


def working(amount):
    return Limit(amount=amount, unit=LimitUnit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("start", "amount", "due"),
    [
        ("2026-02-10", 5, "2026-02-24"),
        ("2026-02-10", 20, "2026-03-16"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-02-13", 20, "2026-03-19"),
        ("2026-04-28", 5, "2026-05-08"),
        ("2026-04-30", 20, "2026-06-01"),
        ("2026-05-08", 1, "2026-05-09"),
        ("2026-09-18", 5, "2026-09-24"),
        ("2026-09-18", 20, "2026-10-22"),
        ("2026-09-30", 5, "2026-10-13"),
        ("2026-10-09", 1, "2026-10-10"),
    ],
)
def test_a_limit_ends_on_the_day_the_state_council_made_it(start, amount, due):
    ends = CALENDAR.due_on(date.fromisoformat(start), working(amount))
    assert (ends.on.isoformat(), ends.is_provisional) == (due, False)


def test_a_limit_into_an_unpublished_year_is_provisional():
    assert CALENDAR.due_on(date(2026, 12, 25), working(5)).is_provisional


def every_day():
    return (date(2004, 1, 1) + timedelta(days=n) for n in range(8_401))


def test_the_first_source_agrees_on_every_day_and_on_every_name():
    *_others, last = every_day()
    assert last == date(2026, 12, 31)
    for day in every_day():
        is_off, english = chinese_calendar.get_holiday_detail(day)
        assert CALENDAR.is_working(day) is not is_off, day
        name = CALENDAR.names.get(day)
        assert (name is None) == (english is None), day
        if english in {"National Day", "Spring Festival", "Labour Day", "New Year's Day"}:
            assert name.en == english


def test_a_second_source_agrees_on_every_day():
    china = holidays.country_holidays("CN", years=range(2004, 2027))
    differing = [x for x in every_day() if china.is_working_day(x) != CALENDAR.is_working(x)]
    assert differing == [date(2005, 12, 31)]  # the notice for 2006 made this Saturday a working day


days = st.dates(date(2004, 1, 1), date(2026, 9, 1))


@given(days, st.integers(1, 60))
def test_a_limit_holds_exactly_its_working_days(start, amount):
    due = CALENDAR.due_on(start, working(amount)).on
    assert CALENDAR.working_days_between(start, due) == amount
    assert CALENDAR.is_working(due)


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_a_longer_limit_is_never_sooner(start, one, other):
    shorter, longer = sorted((one, other))
    for unit in LimitUnit:
        sooner = CALENDAR.due_on(start, Limit(amount=shorter, unit=unit)).on
        assert sooner <= CALENDAR.due_on(start, Limit(amount=longer, unit=unit)).on


@given(days, st.integers(1, 60))
def test_a_natural_day_limit_never_ends_on_a_day_off(start, amount):
    due = CALENDAR.due_on(start, Limit(amount=amount, unit=LimitUnit.NATURAL_DAYS)).on
    assert CALENDAR.is_working(due)
    assert due >= start + timedelta(days=amount)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-15", 3, "2026-04-15"),
        ("2025-11-30", 3, "2026-02-28"),  # a make-up Saturday, so it counts
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-07-31", 2, "2026-09-30"),
        ("2026-07-01", 3, "2026-10-08"),  # 1 October is a day off
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(start, months, end):
    limit = Limit(amount=months, unit=LimitUnit.MONTHS)
    assert CALENDAR.due_on(date.fromisoformat(start), limit).on == date.fromisoformat(end)


def test_an_extension_begins_where_the_limit_ended():
    start = date(2026, 9, 18)
    assert CALENDAR.due_on(start, working(5), working(15)) == CALENDAR.due_on(start, working(20))
    natural = Limit(amount=30, unit=LimitUnit.NATURAL_DAYS)
    assert CALENDAR.due_on(date(2026, 9, 1), natural).on == date(2026, 10, 8)
    assert CALENDAR.due_on(date(2026, 9, 1), natural, natural).on == date(2026, 11, 2)  # from 10-01


pauses = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=4)


def made(start, spans):
    return tuple(
        Pause(
            after=start + timedelta(after),
            through=start + timedelta(after + length),
            name=Words("听证"),
        )
        for after, length in spans
    )


@given(days, st.integers(1, 40), pauses, st.sampled_from(LimitUnit))
def test_pausing_never_brings_a_date_forward(start, amount, spans, unit):
    limit = Limit(amount=min(amount, 6) if unit is LimitUnit.MONTHS else amount, unit=unit)
    stopped = made(start, spans)
    for number in range(len(stopped)):
        fewer, more = stopped[:number], stopped[: number + 1]
        assert (
            CALENDAR.due_on(start, limit, pauses=fewer).on
            <= CALENDAR.due_on(start, limit, pauses=more).on
        )


@given(days, st.integers(1, 40), pauses)
def test_a_paused_limit_still_holds_exactly_its_working_days(start, amount, spans):
    stopped = made(start, spans)
    due = CALENDAR.due_on(start, working(amount), pauses=stopped).on
    counted = [
        day
        for day in days_after(start, due)
        if CALENDAR.is_working(day) and not any(each.covers(day) for each in stopped)
    ]
    assert len(counted) == amount
    assert counted[-1] == due


@given(days, st.integers(1, 40), pauses)
def test_pauses_that_overlap_are_not_counted_twice(start, amount, spans):
    stopped = made(start, spans)
    twice = CALENDAR.due_on(start, working(amount), pauses=stopped + stopped)
    assert twice == CALENDAR.due_on(start, working(amount), pauses=stopped)
