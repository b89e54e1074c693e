"""When each clock of a case begins, what stops it, and how far it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.case import Case
from clerk.domain.clock_events import ClockKind
from clerk.domain.clocks import clock_of, clocks_of, due_dates
from clerk.domain.counter_events import VisitArranged, VisitHeld
from clerk.domain.explanation import StepKind
from clerk.domain.lapses import recomputed
from clerk.domain.limits import ClockRules, ClockStart, ProcedureKind
from clerk.domain.special_procedures import end_procedure, start_procedure
from tests.domain.small_item import CHIEF, CLERK
from tests.domain.timed_item import (
    OFF,
    TIMED,
    TWO_YEARS,
    YEAR,
    accepted_on,
    at,
    months,
    natural,
    plan,
    received_on,
    supplemented,
    timed,
    working,
)


def promised(case, day, calendar=YEAR):
    return clock_of(case, ClockKind.PROMISED, calendar, date.fromisoformat(day))


def test_before_acceptance_only_the_clock_of_telling_runs():
    (clock,) = clocks_of(received_on("2026-11-23"), YEAR, date(2026, 11, 25))

    assert clock.kind is ClockKind.TELLING
    assert (clock.due.on, clock.used, clock.remaining) == (date(2026, 11, 30), 2, 3)
    assert clock.is_running


def test_acceptance_ends_the_clock_of_telling_and_begins_the_two_of_the_decision():
    clocks = clocks_of(accepted_on("2026-11-24", received="2026-11-23"), YEAR, date(2026, 11, 30))

    assert [each.kind for each in clocks] == ["telling", "promised", "statutory"]
    telling, promise, law = clocks
    assert (telling.ended_on, telling.used) == (date(2026, 11, 24), 1)
    assert (promise.due.on, promise.used, promise.remaining) == (date(2026, 12, 1), 4, 1)
    assert law.due.on == date(2026, 12, 24)


def test_the_certificate_is_due_ten_working_days_after_the_decision():
    case = accepted_on("2026-11-23").review(CLERK, at("2026-11-24"), "齐全。")
    case = case.grant(CHIEF, at("2026-11-27"), opinion="同意。", seen=case.substance)
    *_others, promise, _law, certificate = clocks_of(case, YEAR, date(2026, 12, 1))

    assert promise.ended_on == date(2026, 11, 27)
    assert certificate.kind is ClockKind.CERTIFICATE
    assert certificate.due.on == date(2026, 12, 15)
    made = case.make_certificate(CLERK, at("2026-12-02"), number="虚构001", valid_until="")
    assert not clock_of(made, ClockKind.CERTIFICATE, YEAR, date(2026, 12, 3)).is_running


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (ClockStart.RECEIPT, "2026-11-30"),
        (ClockStart.ACCEPTANCE, "2026-12-01"),
        (ClockStart.FULL_MATERIALS, "2026-11-30"),
    ],
)
def test_the_clock_begins_where_the_items_law_says(start, due):
    case = accepted_on("2026-11-24", timed(clock_start=start), received="2026-11-23")

    assert case.due.on.isoformat() == due
    assert not case.due.is_provisional


def test_full_materials_are_those_of_the_last_supplement():
    item = timed(clock_start=ClockStart.FULL_MATERIALS)
    case = received_on("2026-11-23", item, missing=True)
    case = case.issue_notice(CLERK, at("2026-11-23"), date(2026, 11, 30))
    case = supplemented(case, "2026-11-26").accept(CLERK, at("2026-11-27"), YEAR)

    assert case.due.on == date(2026, 12, 3)


def test_a_clock_from_receipt_does_not_count_the_applicants_own_time():
    item = timed(clock_start=ClockStart.RECEIPT)
    case = received_on("2026-11-23", item, missing=True)
    case = case.issue_notice(CLERK, at("2026-11-24"), date(2026, 11, 30))
    case = supplemented(case, "2026-11-27").accept(CLERK, at("2026-11-27"), YEAR)

    clock = promised(case, "2026-11-30")
    assert case.due.on == date(2026, 12, 3)  # 24th, 30th, 1st, 2nd, 3rd
    assert (clock.used, clock.paused, clock.applicant, clock.remaining) == (2, 3, 3, 3)


def test_a_visit_that_has_not_passed_leaves_the_date_provisional_until_it_does():
    case = accepted_on("2026-11-23", timed(clock_start=ClockStart.VISIT_PASSED))
    assert (case.due.on, case.due.is_provisional) == (date(2026, 11, 30), True)

    when = at("2026-11-25")
    staff = ("林晓", "周衡")
    case = case.after(
        VisitArranged(
            by=CLERK.id, at=when, visit=1, visit_at=when, address="", staff=staff, purpose=""
        )
    )
    held = VisitHeld(
        by=CLERK.id, at=when, visit=1, held_at=when, staff=staff, findings="",
        passed=True, applicant_present="",
    )  # fmt: skip
    passed = recomputed(case.after(held), when, YEAR)
    assert (passed.due.on, passed.due.is_provisional) == (date(2026, 12, 2), False)
    failed = recomputed(case.after(replace(held, passed=False)), when, YEAR)
    assert failed.due == case.due


def test_a_seasonal_window_starts_the_clock_when_it_closes():
    rules = ClockRules(window_closes=(date(2026, 6, 30), date(2026, 11, 27)))
    item = timed(rules, clock_start=ClockStart.WINDOW_CLOSED)

    assert accepted_on("2026-11-23", item).due.on == date(2026, 12, 4)
    late = accepted_on("2026-11-30", item)
    assert late.due.is_provisional


def test_months_and_natural_days_end_on_a_working_day():
    case = accepted_on("2026-11-07", timed(statutory=months(1), promised=natural(30)))

    assert case.statutory_due.on == date(2026, 12, 10)  # the 7th to the 9th are days off
    assert case.due.on == date(2026, 12, 10)


def test_while_the_clock_stands_still_nothing_is_used_up():
    case = accepted_on("2026-11-23")
    case = start_procedure(case, CLERK, at("2026-11-24"), plan(starts_on=date(2026, 11, 24)))

    for day in ("2026-11-24", "2026-11-27", "2026-12-04"):
        clock = promised(case, day)
        assert clock.is_paused
        assert (clock.used, clock.remaining) == (1, 4)
    assert promised(case, "2026-11-27").paused == 3


def test_a_clock_reads_its_own_steps_aloud():
    case = accepted_on("2026-11-23", timed(promised=working(10)))
    case = start_procedure(case, CLERK, at("2026-11-24"), plan(starts_on=date(2026, 11, 24)))
    case = end_procedure(
        case, CLERK, at("2026-11-26"), YEAR,
        procedure=1, ended_on=date(2026, 11, 26), result="合格。",
    )  # fmt: skip
    found = promised(case, "2026-11-27").explained(YEAR)

    assert found.due == case.due
    pause = next(each for each in found.steps if each.kind is StepKind.PAUSE)
    assert (pause.amount, pause.name.zh) == (2, "水质检测")
    assert {StepKind.HOLIDAY, StepKind.MAKE_UP} <= {each.kind for each in found.steps}


def test_a_date_in_an_unpublished_year_is_recomputed_when_the_year_comes():
    case = accepted_on("2026-12-28")
    assert (case.due.on, case.due.is_provisional) == (date(2027, 1, 4), True)

    moved = recomputed(case, at("2026-12-29"), TWO_YEARS)

    assert (moved.due.on, moved.due.is_provisional) == (date(2027, 1, 5), False)
    (event,) = moved.recomputed
    assert (event.before, event.calendar) == (case.due, "XX-2027.1")
    assert Case.replay(moved.id, moved.news, TIMED) == moved


offsets = st.integers(0, 30)


@given(offsets, st.sampled_from(list(ClockStart)), st.sampled_from([YEAR, TWO_YEARS]))
def test_recomputing_with_the_same_calendar_changes_nothing(offset, start, calendar):
    day = (date(2026, 11, 23) + timedelta(days=offset)).isoformat()
    case = accepted_on(day, timed(clock_start=start), calendar=calendar)

    assert recomputed(case, at("2026-12-31"), calendar) is case
    once = recomputed(case, at("2026-12-31"), TWO_YEARS)
    assert recomputed(once, at("2026-12-31"), TWO_YEARS) is once


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=4))
def test_used_and_remaining_always_add_up_to_the_limit(spans):
    case = accepted_on("2026-11-23", timed(promised=working(12)))
    for number, (after, length) in enumerate(spans, start=1):
        begins = date(2026, 11, 23) + timedelta(days=after)
        moment = at(begins.isoformat())
        wish = plan(starts_on=begins, expected_until=begins)
        ends = begins + timedelta(days=length)
        before = case.due.on
        case = end_procedure(
            start_procedure(case, CLERK, moment, wish), CLERK, at(ends.isoformat()), YEAR,
            procedure=number, ended_on=ends, result="完成。",
        )  # fmt: skip
        assert case.due.on >= before
    for day in range(0, 20, 3):
        clock = promised(case, (date(2026, 11, 23) + timedelta(days=day)).isoformat())
        assert clock.used + clock.remaining == 12
        assert clock.due == case.due == due_dates(case, YEAR)[0]


def test_the_time_of_a_procedure_beyond_its_cap_is_counted():
    capped = replace(TIMED.special_procedures[0], kind=ProcedureKind.EXPERT_REVIEW, most=working(2))
    item = timed(special_procedures=(capped,))
    case = accepted_on("2026-11-23", item)
    wish = plan(ProcedureKind.EXPERT_REVIEW, starts_on=date(2026, 11, 23))
    case = start_procedure(case, CLERK, at("2026-11-23"), wish)
    case = end_procedure(
        case, CLERK, at("2026-11-30"), YEAR,
        procedure=1, ended_on=date(2026, 11, 30), result="通过。",
    )  # fmt: skip

    assert case.due.on == date(2026, 12, 2)  # two of five days were not counted
    assert OFF
