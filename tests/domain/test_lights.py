from datetime import date, timedelta

import pytest

from clerk.domain.calendar import WorkCalendar
from clerk.domain.lights import Light, light_of
from clerk.domain.stages import Stage

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
CALENDAR = WorkCalendar(
    version="test",
    years=frozenset({2026}),
    days_off=frozenset(),
    make_up_days=frozenset({date(2026, 12, 5)}),
)
DECIDING = (Stage.ACCEPTED, Stage.REVIEWED, Stage.RETURNED)


@pytest.mark.parametrize("stage", DECIDING)
@pytest.mark.parametrize(
    ("due_on", "light"),
    [
        (MONDAY - timedelta(days=1), Light.RED),
        (MONDAY, Light.YELLOW),
        (MONDAY + timedelta(days=1), Light.YELLOW),
        (MONDAY + timedelta(days=2), Light.GREEN),
    ],
)
def test_the_light_turns_from_green_over_yellow_to_red(stage, due_on, light):
    assert light_of(stage, due_on, MONDAY, CALENDAR) is light


def test_a_week_end_between_does_not_hide_that_the_day_is_near():
    assert light_of(Stage.ACCEPTED, date(2026, 11, 30), FRIDAY, CALENDAR) is Light.YELLOW


def test_a_make_up_saturday_counts_as_the_working_day_it_is():
    friday, monday = date(2026, 12, 4), date(2026, 12, 7)

    assert light_of(Stage.ACCEPTED, monday, friday, CALENDAR) is Light.GREEN


def test_a_case_that_waits_for_its_applicant_is_paused():
    assert light_of(Stage.NOTIFIED, None, MONDAY, CALENDAR) is Light.PAUSED


@pytest.mark.parametrize("stage", sorted(set(Stage) - {*DECIDING, Stage.NOTIFIED}))
def test_no_clock_runs_before_acceptance_and_after_the_decision(stage):
    assert light_of(stage, MONDAY - timedelta(days=9), MONDAY, CALENDAR) is Light.NONE
