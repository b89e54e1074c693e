"""Every due date can be read aloud, and what is read aloud adds up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import bootstrap
from clerk.domain.calendar import Pause, days_after
from clerk.domain.catalogue import Words
from clerk.domain.explanation import Explanation, StepKind, explain
from clerk.domain.limits import Limit, LimitUnit
from clerk.usecases.explanation_words import explained, say_step
from clerk.usecases.language import use_language

CALENDAR = bootstrap.shipped_calendar()
FRIDAY = date(2026, 2, 13)


def working(amount):
    return Limit(amount=amount, unit=LimitUnit.WORKING_DAYS)


def kinds(found: Explanation):
    return [each.kind for each in found.steps]


def test_the_spring_festival_is_named_and_its_make_up_day_is_counted():
    found = explain(CALENDAR, FRIDAY, working(5))

    assert found.due.on == date(2026, 2, 27)
    assert kinds(found) == ["start", "make_up", "holiday", "end", "calendar"]
    holiday = found.steps[2]
    assert (holiday.first, holiday.last) == (date(2026, 2, 15), date(2026, 2, 23))
    assert (holiday.name.zh, holiday.name.en) == ("春节", "Spring Festival")


def test_a_natural_limit_that_ends_on_a_day_off_says_where_it_moved():
    found = explain(CALENDAR, date(2026, 9, 1), Limit(amount=30, unit=LimitUnit.NATURAL_DAYS))

    assert kinds(found) == ["start", "moved", "end", "calendar"]
    assert (found.steps[1].first, found.steps[1].last) == (date(2026, 10, 1), date(2026, 10, 8))


def test_an_unpublished_year_is_named():
    found = explain(CALENDAR, date(2026, 12, 25), working(5))

    assert found.due.is_provisional
    (step,) = [each for each in found.steps if each.kind is StepKind.PROVISIONAL]
    assert step.first.year == 2027


def test_a_pause_and_an_extension_are_told_apart():
    pause = Pause(after=date(2026, 3, 3), through=date(2026, 3, 10), name=Words("专家评审"))
    found = explain(CALENDAR, date(2026, 3, 2), working(5), working(10), pauses=(pause,))

    stopped = next(each for each in found.steps if each.kind is StepKind.PAUSE)
    extension = next(each for each in found.steps if each.kind is StepKind.EXTENSION)
    assert (stopped.first, stopped.last) == (date(2026, 3, 4), date(2026, 3, 10))
    assert (stopped.amount, stopped.name.zh) == (5, "专家评审")
    assert extension.amount == 10


def test_what_is_done_on_the_spot_says_so():
    assert kinds(explain(CALENDAR, FRIDAY, working(0))) == ["same_day", "end", "calendar"]


days = st.dates(date(2004, 1, 1), date(2026, 6, 1))


@given(days, st.integers(1, 40), st.integers(0, 30), st.integers(0, 20))
def test_the_days_not_named_are_the_days_of_the_limit(start, amount, after, length):
    pause = Pause(
        after=start + timedelta(after),
        through=start + timedelta(after + length),
        name=Words("检测"),
    )
    found = explain(CALENDAR, start, working(amount), pauses=(pause,))

    not_counted = {
        day
        for each in found.steps
        if each.kind in {StepKind.WEEKEND, StepKind.HOLIDAY, StepKind.PAUSE}
        for day in days_after(each.first - timedelta(1), each.last)
    }
    counted = [day for day in days_after(start, found.due.on) if day not in not_counted]
    assert len(counted) == amount
    assert found.due == CALENDAR.due_on(start, working(amount), pauses=(pause,))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh_CN", "2026-02-15 周日至2026-02-23 周一：春节放假，不计入。"),
        ("en", "2026-02-15 Sun to 2026-02-23 Mon: not counted, Spring Festival."),
    ],
)
def test_it_is_read_aloud_in_both_languages(language, said):
    use_language(language, bootstrap.resources())
    try:
        lines = explained(explain(CALENDAR, FRIDAY, working(5)))
    finally:
        use_language("en", bootstrap.resources())
    assert said in lines
    assert not any("{" in each for each in lines)


@pytest.mark.parametrize("kind", StepKind)
def test_every_kind_of_step_has_words(kind):
    (step, *_) = explain(CALENDAR, FRIDAY, working(5)).steps
    changed = type(step)(kind=kind, first=step.first, last=step.last, amount=2)

    assert "{" not in say_step(changed)
