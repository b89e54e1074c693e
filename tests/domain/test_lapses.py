"""What the law does when nobody does anything: once, with its article, from the day it says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.case import Case
from clerk.domain.clock_events import ClockKind, DeemedAccepted, DeemedRenewed, DeemedWithdrawn
from clerk.domain.lapses import lapsed, next_lapse
from clerk.domain.limits import ClockRules, Consequence, Correction, Silence
from clerk.domain.objections import RenewedByLaw
from clerk.domain.special_procedures import start_procedure
from clerk.domain.staff import BY_LAW
from clerk.domain.stages import Stage
from tests.domain.small_item import CHIEF, CLERK
from tests.domain.timed_item import (
    TIMED,
    YEAR,
    accepted_on,
    at,
    natural,
    plan,
    received_on,
    supplemented,
    timed,
    working,
)

WITHDRAWN = timed(
    ClockRules(
        correction=Correction(
            consequence=Consequence.DEEMED_WITHDRAWN, basis="《虚构市政务服务条例》第三十六条"
        )
    )
)


def told(item=TIMED):
    case = received_on("2026-11-23", item, missing=True)
    return case.issue_notice(CLERK, at("2026-11-23"), date(2026, 11, 30))


def test_nobody_told_in_five_working_days_so_it_counts_as_accepted_from_receipt():
    case = received_on("2026-11-23")

    assert lapsed(case, at("2026-11-30", 17), YEAR) is case
    deemed = lapsed(case, at("2026-12-01"), YEAR)

    assert deemed.stage is Stage.ACCEPTED
    assert isinstance(deemed.deemed, DeemedAccepted)
    assert (deemed.deemed.by, deemed.deemed.article) == (BY_LAW, "行政许可法 32(4)")
    assert deemed.accepted_at == case.received_at
    assert deemed.due.on == date(2026, 11, 30)
    assert [x.clock for x in deemed.overdue] == [ClockKind.PROMISED]


def test_a_week_closed_gives_the_same_dates_as_a_desk_open_every_day():
    case = received_on("2026-11-23", timed(promised=working(7)))
    daily = case
    for day in range(30):
        daily = lapsed(daily, at("2026-11-23") + timedelta(days=day), YEAR)
    late = lapsed(case, at("2026-12-22"), YEAR)

    assert late.deemed.since == daily.deemed.since
    assert late.due == daily.due
    assert [x.due_on for x in late.overdue] == [x.due_on for x in daily.overdue]


def test_what_is_done_on_the_spot_is_deemed_accepted_the_next_day():
    item = timed(ClockRules(telling=working(0), telling_article="不动产登记暂行条例 17"))
    deemed = lapsed(received_on("2026-11-23", item), at("2026-11-24"), YEAR)

    assert deemed.deemed.article == "不动产登记暂行条例 17"


def test_silence_about_what_is_no_licence_only_goes_overdue():
    item = timed(ClockRules(silence=Silence.NONE))
    case = lapsed(received_on("2026-11-23", item), at("2026-12-01"), YEAR)

    assert case.stage is Stage.RECEIVED
    assert [(x.clock, x.due_on) for x in case.overdue] == [(ClockKind.TELLING, date(2026, 11, 30))]


def test_papers_completed_and_left_lying_are_deemed_accepted_from_the_last_of_them():
    case = supplemented(told(), "2026-11-25")
    deemed = lapsed(case, at("2026-12-03"), YEAR)

    assert lapsed(case, at("2026-12-02"), YEAR) is case
    assert deemed.accepted_at == at("2026-11-25")


def test_the_deadline_of_a_correction_has_the_consequence_its_rule_names_and_no_other():
    assert lapsed(told(), at("2027-03-01"), YEAR).stage is Stage.NOTIFIED
    assert lapsed(told(WITHDRAWN), at("2026-11-30"), YEAR).stage is Stage.NOTIFIED
    gone = lapsed(told(WITHDRAWN), at("2026-12-01"), YEAR)
    assert gone.stage is Stage.WITHDRAWN
    assert isinstance(gone.deemed, DeemedWithdrawn)
    assert gone.deemed.article == "《虚构市政务服务条例》第三十六条"
    assert gone.is_finished


def test_what_came_in_before_the_deadline_is_never_deemed_withdrawn():
    case = supplemented(told(WITHDRAWN), "2026-11-30")

    assert lapsed(case, at("2027-03-01"), YEAR).stage is Stage.ACCEPTED


def test_promise_and_law_run_out_one_after_the_other_and_once():
    case = accepted_on("2026-11-23")
    late = lapsed(case, at("2026-12-01"), YEAR)
    assert [(x.clock, x.article) for x in late.overdue] == [
        (ClockKind.PROMISED, "优化营商环境条例 36")
    ]
    later = lapsed(late, at("2026-12-31"), YEAR)
    assert [x.clock for x in later.overdue] == [ClockKind.PROMISED, ClockKind.STATUTORY]
    assert lapsed(later, at("2027-06-01"), YEAR) is later


def test_a_clock_that_stands_still_does_not_run_out():
    case = accepted_on("2026-11-23")
    case = start_procedure(case, CLERK, at("2026-11-23"), plan())

    assert next_lapse(case, YEAR) is None
    assert lapsed(case, at("2027-06-01"), YEAR) is case


def test_a_certificate_not_made_in_time_goes_overdue():
    case = accepted_on("2026-11-23").review(CLERK, at("2026-11-24"), "齐全。")
    case = case.grant(CHIEF, at("2026-11-27"), opinion="同意。", seen=case.substance)
    late = lapsed(case, at("2026-12-16"), YEAR)

    assert [(x.clock, x.article) for x in late.overdue] == [
        (ClockKind.CERTIFICATE, "行政许可法 44")
    ]


def test_a_renewal_left_undecided_counts_as_renewed_and_is_not_refused_any_more():
    renewal = timed(ClockRules(silence=Silence.DEEMED_RENEWED), statutory=natural(5))
    case = accepted_on("2026-11-23", renewal).review(CLERK, at("2026-11-24"), "齐全。")
    deemed = lapsed(case, at("2026-12-31"), YEAR)

    assert isinstance(deemed.deemed, DeemedRenewed)
    assert deemed.deemed.due_on == date(2026, 11, 30)
    with pytest.raises(RenewedByLaw):
        deemed.refuse(
            CHIEF, at("2026-12-31"), opinion="不同意。", facts="f", reasons="r", basis="b",
            seen=deemed.substance,
        )  # fmt: skip
    assert deemed.grant(CHIEF, at("2026-12-31"), opinion="同意。", seen=deemed.substance)


items = st.sampled_from(
    [
        TIMED,
        WITHDRAWN,
        timed(ClockRules(silence=Silence.NONE)),
        timed(ClockRules(silence=Silence.DEEMED_RENEWED)),
        timed(promised=natural(3)),
    ]
)


@given(items, st.booleans(), st.integers(0, 60))
def test_looking_again_finds_nothing_more_and_the_events_make_the_same_case(item, missing, days):
    case = received_on("2026-11-23", item, missing=missing)
    if missing:
        case = case.issue_notice(CLERK, at("2026-11-23"), date(2026, 11, 30))
    now = at("2026-11-23") + timedelta(days=days)
    once = lapsed(case, now, YEAR)

    assert lapsed(once, now, YEAR) is once
    assert Case.replay(once.id, once.news, item) == replace(once, news=())
