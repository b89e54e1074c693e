"""Working days with make-up days, against the published vectors and a second source."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import bootstrap
from clerk.domain.catalogue import Limit, LimitUnit
from clerk.store.calendar_file import read_calendar

CALENDAR = read_calendar(bootstrap.resources() / "calendar" / "china.json")


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


def test_a_second_source_agrees_on_every_day():
    china = holidays.country_holidays("CN", years=range(2004, 2027))
    day, differing = date(2004, 1, 1), []
    while day.year < 2027:
        if china.is_working_day(day) != CALENDAR.is_working(day):
            differing.append(day)
        day += timedelta(days=1)
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
