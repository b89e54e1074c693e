"""How pressing a case is, by what is due now."""

from datetime import date

import pytest

from clerk.domain.clock_events import ClockKind
from clerk.domain.lights import Light, pressing_of
from clerk.domain.limits import ClockRules
from clerk.domain.special_procedures import start_procedure
from tests.domain.small_item import CHIEF, CLERK
from tests.domain.test_case import DELIVERY
from tests.domain.timed_item import YEAR, accepted_on, at, plan, received_on, supplemented, timed


def light(case, day):
    return pressing_of(case, YEAR).light(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "lit"),
    [
        ("2026-11-24", Light.GREEN),
        ("2026-11-26", Light.GREEN),
        ("2026-11-27", Light.YELLOW),  # Friday; due on Monday
        ("2026-11-29", Light.YELLOW),
        ("2026-11-30", Light.YELLOW),
        ("2026-12-01", Light.RED),
    ],
)
def test_the_light_turns_from_green_over_yellow_to_red(day, lit):
    assert light(accepted_on("2026-11-23"), day) is lit
    assert light(received_on("2026-11-23"), day) is lit


def test_a_make_up_saturday_counts_as_the_working_day_it_is():
    case = accepted_on("2026-11-30")

    assert pressing_of(case, YEAR).on == date(2026, 12, 5)
    assert light(case, "2026-12-03") is Light.GREEN
    assert light(case, "2026-12-04") is Light.YELLOW
    assert light(case, "2026-12-05") is Light.YELLOW


def test_an_item_may_want_to_be_warned_earlier():
    assert light(accepted_on("2026-11-23", timed(ClockRules(warning_days=3))), "2026-11-25") == (
        Light.YELLOW
    )


def test_a_case_that_waits_for_its_applicant_is_paused_until_the_last_day():
    case = received_on("2026-11-23", missing=True)
    case = case.issue_notice(CLERK, at("2026-11-23"), date(2026, 11, 30))

    assert light(case, "2026-11-30") is Light.PAUSED
    assert light(case, "2026-12-01") is Light.YELLOW
    assert pressing_of(case, YEAR).clock is None
    came = pressing_of(supplemented(case, "2026-11-25"), YEAR)
    assert (came.clock, came.on) == (ClockKind.TELLING, date(2026, 12, 2))


def test_a_case_in_a_special_procedure_is_paused_until_it_should_be_over():
    case = start_procedure(accepted_on("2026-11-23"), CLERK, at("2026-11-23"), plan())

    assert light(case, "2026-11-30") is Light.PAUSED
    assert light(case, "2026-12-01") is Light.YELLOW


def test_two_procedures_pause_a_case_until_the_later_one_should_be_over():
    case = start_procedure(accepted_on("2026-11-23"), CLERK, at("2026-11-23"), plan())
    shorter = plan(expected_until=date(2026, 11, 25))
    case = start_procedure(case, CLERK, at("2026-11-23"), shorter)

    assert pressing_of(case, YEAR).on == date(2026, 11, 30)


def test_after_the_decision_the_certificate_presses_and_then_nothing():
    case = accepted_on("2026-11-23").review(CLERK, at("2026-11-24"), "齐全。")
    case = case.grant(CHIEF, at("2026-11-27"), opinion="同意。", seen=case.substance)
    assert pressing_of(case, YEAR).clock is ClockKind.CERTIFICATE
    assert light(case, "2026-12-14") is Light.YELLOW
    assert light(case, "2026-12-16") is Light.RED

    made = case.make_certificate(CLERK, at("2026-12-01"), number="虚构001", valid_until="")
    assert light(made, "2027-01-01") is Light.NONE
    closed = made.hand_over(CLERK, at("2026-12-02"), DELIVERY).close(CLERK, at("2026-12-02"))
    assert light(closed, "2027-01-01") is Light.NONE
