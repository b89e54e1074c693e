"""Many simple cases under one PIN: a signature each; an open point is left out, and says why."""

from dataclasses import replace

import pytest

from clerk.cli.inspection import inspect_desk
from clerk.domain.batch import OpenPoint, open_points
from clerk.domain.objections import SubstanceChanged
from clerk.domain.stages import Stage
from clerk.domain.substance import differences
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.sign_many import NotForABatch, SignMany, sign_many
from clerk.usecases.trouble import NobodySigns, WrongPin
from tests.desk import CHIEF, CLERK, PERSON, PINS, application, make_desk


@pytest.fixture
def desk(tmp_path):
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def before_the_chief(desk, item, *applicant, by=CLERK):
    wish = AcceptCase(opening=application(desk, item, *applicant), by=by, opinion="齐全。")
    return accept_case(wish, desk.open.counter).case


def sign(desk, *cases, pin=PINS[CHIEF.id], **seen):
    wish = SignMany(
        by=CHIEF,
        pin=pin,
        opinion="同意。",
        seen={case.id: seen.get("seen", case.substance) for case in cases},
    )
    return sign_many(wish, desk.open.counter)


def test_each_case_of_a_batch_has_its_own_signature(desk):
    cases = [before_the_chief(desk, "SCJG-004", PERSON) for _ in range(5)]
    signed = sign(desk, *cases)
    assert [each.case.stage for each in signed.done] == [Stage.GRANTED] * 5
    assert not signed.left_out
    desk.close()
    inspection = inspect_desk(desk.folder)
    assert inspection.holds
    assert inspection.decisions == 5


def test_a_case_with_an_open_point_is_left_out_and_says_why(desk):
    simple = before_the_chief(desk, "SCJG-004", PERSON)
    long_way = before_the_chief(desk, "SCJG-005")
    own = before_the_chief(desk, "SCJG-004", PERSON, by=CHIEF)
    signed = sign(desk, long_way, simple, own)
    assert [each.case.id for each in signed.done] == [simple.id]
    reason = signed.left_out[long_way.id]
    assert isinstance(reason, NotForABatch)
    assert reason.points == (OpenPoint.NOT_IMMEDIATE,)
    assert type(signed.left_out[own.id]).__name__ == "SameHand"


def test_a_case_that_changed_since_it_was_ticked_is_left_out(desk):
    case = before_the_chief(desk, "SCJG-004", PERSON)
    signed = sign(desk, case, seen="0" * 64)
    assert isinstance(signed.left_out[case.id], SubstanceChanged)


def test_a_wrong_pin_signs_nothing_and_leaves_no_key_open(desk):
    case = before_the_chief(desk, "SCJG-004", PERSON)
    with pytest.raises(WrongPin):
        sign(desk, case, pin="000000")
    desk.open.counter.pins.sign_in(CLERK.id, PINS[CLERK.id])
    sign(desk, case)
    with pytest.raises(NobodySigns):
        desk.open.store.pins.seal_of(CHIEF.id)


def test_a_simple_case_has_no_open_point_and_a_decided_one_has(desk):
    case = before_the_chief(desk, "SCJG-004", PERSON)
    assert open_points(case) == ()
    assert open_points(replace(case, stage=Stage.GRANTED)) == (OpenPoint.NOT_BEFORE_THE_CHIEF,)


def test_what_changed_since_a_signature_is_told_old_beside_new(desk):
    case = before_the_chief(desk, "SCJG-004", PERSON)
    changed = replace(case, applicant=replace(case.applicant, phone="13911112222"))
    (found,) = differences(case, changed)
    assert (found.place, found.before, found.now) == (
        "applicant.phone",
        PERSON.phone,
        "13911112222",
    )
    assert differences(case, case) == ()
    line = next(iter(case.marks))
    fewer = replace(case, marks={key: x for key, x in case.marks.items() if key != line})
    assert [each.place for each in differences(case, fewer)] == [f"marks.{line}"]
