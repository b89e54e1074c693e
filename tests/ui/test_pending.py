"""The head of an open case says what it waits for, and no longer when it came."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk import bootstrap
from clerk.domain.checklist import LineStatus, Mark
from clerk.ui.presenters.pending import pending_lines
from clerk.usecases.language import use_language
from tests.domain.further_steps import (
    answered,
    checked,
    committed,
    fee_paid,
    fee_told,
    handed_on,
    hearing_arranged,
    hearing_asked,
    hearing_told,
    kept,
    reported,
    visit_arranged,
    visited,
)
from tests.domain.small_item import ALL_IN_HAND, CALENDAR, CHIEF, CLERK, NOW, PHOTO, received

PROMISE = Mark(status=LineStatus.PROMISED, promised_on=date(2026, 11, 27))
PEOPLE = {CLERK.id: "Lin", CHIEF.id: "Zhou"}


@pytest.fixture(autouse=True)
def english():
    use_language("en", bootstrap.resources())


@pytest.fixture
def case():
    marks = {**ALL_IN_HAND, PHOTO: PROMISE}
    return received(marks=marks).accept(CLERK, NOW, CALENDAR)


def said(case):
    return " | ".join(pending_lines(case, PEOPLE))


def test_a_plain_case_waits_for_nothing():
    assert pending_lines(received(), PEOPLE) == ()


def test_a_promise_is_said_until_it_is_kept(case):
    assert said(case) == "To follow by 2026-11-27: 照片"
    assert said(kept(case)) == ""


def test_each_open_matter_is_said_until_it_is_over(case):
    case = kept(case)
    tomorrow = NOW + timedelta(days=1)
    for opened, over, words in (
        (reported(case), answered, "With 省虚构厅 since 2026-11-23"),
        (fee_told(case), fee_paid, "160.00 yuan to be paid by 2026-12-07"),
        (visit_arranged(case), lambda x: visited(x, tomorrow), "Visit at 2026-11-24 09:41"),
    ):
        assert said(opened).startswith(words)
        assert said(over(opened)) == ""


def test_a_hearing_is_said_once_its_time_is_fixed(case):
    asked = hearing_asked(hearing_told(kept(case)))

    assert said(asked) == ""
    assert said(hearing_arranged(asked)) == "Hearing at 2026-12-07 09:41, 三楼听证室"


def test_who_answers_for_it_is_said_with_what_was_promised(case):
    assert "In the hands of Zhou. Promised: 周五前电话回复" in said(handed_on(kept(case)))


def test_a_finished_case_waits_for_nothing_but_the_check_of_its_commitment():
    case = committed(received()).accept(CLERK, NOW, CALENDAR).review(CLERK, NOW, "齐全。")
    case = handed_on(case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance))
    over = replace(case, stage="closed")

    assert said(over) == "Commitment to be checked by 2026-12-21"
    assert said(checked(over)) == ""
