import importlib.util
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.stages import (
    AFTERWARDS,
    ALLOWED,
    FINISHED,
    Action,
    Stage,
    WrongStage,
    is_allowed,
    must_allow,
)

ROOT = Path(__file__).resolve().parents[2]


def table():
    """Load the script that writes the table; it is run by its path, so it is no package."""
    path = ROOT / "packaging" / "stages_table.py"
    spec = importlib.util.spec_from_file_location("stages_table", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_action_has_its_row():
    assert set(ALLOWED) == set(Action)


@given(st.sampled_from(Action), st.sampled_from(Stage))
def test_a_step_is_refused_exactly_where_the_table_does_not_have_it(action, stage):
    if stage in ALLOWED[action]:
        assert is_allowed(action, stage)
        must_allow(action, stage)
    else:
        assert not is_allowed(action, stage)
        with pytest.raises(WrongStage) as refusal:
            must_allow(action, stage)
        assert (refusal.value.action, refusal.value.stage) == (action, stage)


def test_a_finished_case_has_nothing_left_but_what_outlives_it_and_every_other_one_has():
    onward = [ALLOWED[action] for action in Action if action not in AFTERWARDS]

    assert {stage for stages in onward for stage in stages} == set(Stage) - FINISHED
    assert ALLOWED[Action.CORRECT_PAPER] == set(Stage)


def test_only_what_is_before_the_chief_can_be_decided():
    for action in (Action.GRANT, Action.REFUSE, Action.RETURN_TO_WINDOW):
        assert ALLOWED[action] == {Stage.REVIEWED}


def test_what_is_decided_cannot_be_withdrawn():
    decided = {Stage.GRANTED, Stage.REFUSED, Stage.CERTIFIED, Stage.DELIVERED, Stage.CLOSED}

    assert not decided & ALLOWED[Action.WITHDRAW]


def test_the_table_in_the_readme_is_the_one_in_the_code():
    script = table()
    text = (ROOT / "clerk" / "README.md").read_text("utf-8")

    assert script.updated(text) == text


def test_the_table_shows_every_cell():
    rows = [re.split(r" *\| *", line.strip("| ")) for line in table().block().splitlines()]
    head, body = rows[0], rows[2:]

    open_stages = [stage for stage in Stage if stage not in FINISHED]
    assert head[1:] == [stage.value for stage in open_stages]
    assert [row[0].strip("`") for row in body] == [action.value for action in Action]
    for action, row in zip(Action, body, strict=True):
        cells = (row[1:] + [""] * len(open_stages))[: len(open_stages)]
        assert [bool(cell) for cell in cells] == [is_allowed(action, each) for each in open_stages]


def test_a_text_without_the_marks_is_refused():
    with pytest.raises(SystemExit):
        table().updated("no table here")
