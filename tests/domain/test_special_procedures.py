"""A special procedure is always recorded, and stops the clock only where a law says so."""

from datetime import date

import pytest

from clerk.domain.limits import STOPS_BY_LAW, ProcedureKind
from clerk.domain.objections import DayInThePast, DayToCome, ProcedureRuns
from clerk.domain.refusals import InvalidInput
from clerk.domain.special_procedures import (
    MayNotStopTheClock,
    NoSuchProcedure,
    TooFewStaff,
    end_procedure,
    start_procedure,
)
from tests.domain.small_item import CHIEF, CLERK
from tests.domain.timed_item import YEAR, accepted_on, at, plan, timed

MONDAY = date(2026, 11, 23)
TWO = ("林晓", "周衡")


def begun(wish, item=None):
    case = accepted_on("2026-11-23", item) if item else accepted_on("2026-11-23")
    return start_procedure(case, CLERK, at("2026-11-23"), wish)


def ended(case, day, procedure=1, result="合格。"):
    return end_procedure(
        case, CLERK, at(day), YEAR,
        procedure=procedure, ended_on=date.fromisoformat(day), result=result,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ProcedureKind)
def test_only_the_eight_of_article_45_stop_every_items_clock(kind):
    wish = plan(kind, staff=TWO)
    plain = timed(special_procedures=())
    if kind in STOPS_BY_LAW:
        assert begun(wish, plain).procedures[0].started.basis == "行政许可法 45"
        return
    with pytest.raises(MayNotStopTheClock):
        begun(wish, plain)


def test_a_special_law_lets_its_own_procedure_stop_the_clock():
    started = begun(plan(ProcedureKind.RECTIFICATION)).procedures[0].started

    assert started.stops_clock
    assert started.basis == "《虚构办法》第九条"


def test_what_is_only_recorded_moves_nothing():
    case = begun(plan(ProcedureKind.PUBLIC_NOTICE, stops_clock=False))
    before = case.due

    assert case.procedures[0].started.basis == ""
    assert ended(case, "2026-11-27").due == before


def test_the_due_dates_move_by_the_working_days_really_stopped():
    case = ended(begun(plan()), "2026-11-27")

    assert case.due.on == date(2026, 12, 4)  # from 11-30, by four
    assert case.procedures[0].ended.due == case.due
    assert case.statutory_due.on == date(2026, 12, 29)


def test_the_day_a_procedure_begins_still_counts():
    case = accepted_on("2026-11-23")
    case = start_procedure(case, CLERK, at("2026-11-25"), plan(starts_on=date(2026, 11, 25)))

    assert ended(case, "2026-11-26").due.on == date(2026, 12, 1)  # from 11-30, by one


def test_two_at_once_stop_a_day_once():
    case = begun(plan())
    case = start_procedure(case, CLERK, at("2026-11-24"), plan(starts_on=date(2026, 11, 24)))
    case = ended(case, "2026-11-26", procedure=2)
    case = ended(case, "2026-11-27", procedure=1)

    assert case.due.on == date(2026, 12, 4)


def test_a_procedure_is_told_before_it_begins():
    with pytest.raises(DayInThePast):
        begun(plan(starts_on=date(2026, 11, 20)))
    with pytest.raises(DayInThePast):
        begun(plan(expected_until=date(2026, 11, 20)))


@pytest.mark.parametrize("field", ["name", "reason", "institution"])
def test_what_the_applicant_must_be_told_is_given(field):
    with pytest.raises(InvalidInput):
        begun(plan(**{field: ""}))


@pytest.mark.parametrize("staff", [(), ("林晓",), ("林晓", "林晓"), ("林晓", "")])
def test_a_site_visit_needs_two_people(staff):
    visit = plan(ProcedureKind.SITE_VISIT, stops_clock=False, staff=staff)
    with pytest.raises(TooFewStaff):
        begun(visit)
    assert begun(plan(ProcedureKind.SITE_VISIT, stops_clock=False, staff=TWO)).procedures


def test_it_ends_once_with_a_record_and_not_before_it_began_nor_ahead():
    case = begun(plan(starts_on=date(2026, 11, 25)))

    with pytest.raises(InvalidInput):
        ended(case, "2026-11-26", result="")
    with pytest.raises(DayInThePast):
        ended(case, "2026-11-24")
    with pytest.raises(NoSuchProcedure):
        ended(case, "2026-11-26", procedure=2)
    with pytest.raises(DayToCome):
        end_procedure(
            case, CLERK, at("2026-11-26"), YEAR,
            procedure=1, ended_on=date(2026, 11, 27), result="合格。",
        )  # fmt: skip
    over = ended(case, "2026-11-26")
    with pytest.raises(NoSuchProcedure):
        ended(over, "2026-11-27")


def test_nobody_decides_while_a_procedure_runs():
    case = begun(plan()).review(CLERK, at("2026-11-24"), "齐全。")

    with pytest.raises(ProcedureRuns):
        case.grant(CHIEF, at("2026-11-24"), opinion="同意。", seen=case.substance)
    back = case.return_to_window(CHIEF, at("2026-11-24"), opinion="等结果。", seen=case.substance)
    assert back.stage == "returned"
