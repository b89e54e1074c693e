"""A limit is extended before it runs out, as often as the law allows, by its approver."""

from dataclasses import replace
from datetime import date

import pytest

from clerk.domain.extensions import (
    Approval,
    ExtendedBefore,
    LimitRunOut,
    NotExtendable,
    extend,
)
from clerk.domain.limits import Extension, LimitUnit
from clerk.domain.objections import DayToCome
from clerk.domain.refusals import InvalidInput
from clerk.domain.special_procedures import start_procedure
from tests.domain.small_item import CLERK
from tests.domain.timed_item import TEN_MORE, YEAR, accepted_on, at, natural, plan, timed, working

APPROVAL = Approval(
    approver="郑明",
    approver_post="局长",
    approved_on=date(2026, 11, 26),
    reason="案情复杂，需要进一步核实。",
)


def extended(case, day="2026-11-26", **other):
    return extend(case, CLERK, at(day), YEAR, replace(APPROVAL, **other))


def test_both_dates_move_and_the_old_one_is_kept():
    case = extended(accepted_on("2026-11-23"))

    assert case.due.on == date(2026, 12, 16)
    assert case.statutory_due.on == date(2027, 1, 6)
    assert case.statutory_due.is_provisional
    assert case.extended.before.on == date(2026, 11, 30)
    assert (case.extended.approver_post, case.extended.amount) == ("局长", 10)


def test_it_is_extended_once_or_as_often_as_its_law_says():
    with pytest.raises(ExtendedBefore):
        extended(extended(accepted_on("2026-11-23")))
    twice = timed(extension=replace(TEN_MORE, amount=1, times=2))
    case = extended(extended(accepted_on("2026-11-23", twice)))
    assert case.due.on == date(2026, 12, 2)
    assert len(case.extensions) == 2


def test_an_item_whose_law_knows_none_is_not_extended():
    with pytest.raises(NotExtendable):
        extended(accepted_on("2026-11-23", timed(extension=None)))


def test_what_ran_out_is_not_extended():
    case = accepted_on("2026-11-23")

    assert extended(case, "2026-11-30").extended
    with pytest.raises(LimitRunOut):
        extended(case, "2026-12-01")


def test_a_limit_that_stands_still_has_not_run_out():
    case = accepted_on("2026-11-23")
    case = start_procedure(case, CLERK, at("2026-11-23"), plan())

    assert extended(case, "2026-12-02", approved_on=date(2026, 12, 2)).extended


def test_the_approval_is_not_dated_ahead():
    with pytest.raises(DayToCome):
        extended(accepted_on("2026-11-23"), approved_on=date(2026, 11, 27))


@pytest.mark.parametrize("field", ["approver", "approver_post", "reason"])
def test_approver_post_and_reason_are_named(field):
    with pytest.raises(InvalidInput):
        extended(accepted_on("2026-11-23"), **{field: ""})


def test_joint_handling_has_forty_five_days_and_fifteen_more_from_the_government():
    fifteen = Extension(
        amount=15, unit=LimitUnit.WORKING_DAYS, approver="本级人民政府负责人", text="行政许可法 42"
    )
    joint = timed(statutory=working(45), promised=working(45), extension=fifteen)
    case = extended(accepted_on("2026-09-01", joint), "2026-09-02", approved_on=date(2026, 9, 2))

    assert YEAR.working_days_between(date(2026, 9, 1), case.statutory_due.on) == 60


def test_natural_days_are_extended_from_the_day_before_the_move():
    item = timed(
        promised=natural(14), extension=replace(TEN_MORE, amount=5, unit=LimitUnit.NATURAL_DAYS)
    )
    case = accepted_on("2026-11-23", item)
    assert case.due.on == date(2026, 12, 10)  # the 7th is a day off
    assert extended(case).due.on == date(2026, 12, 14)  # the 7th and five days is Saturday the 12th
