"""The rule of the center knows every event the journal can hold."""

from clerk.domain.events import KINDS
from clerk.domain.stages import ALLOWED, Stage
from clerk.domain.verdicts import STEPS, Weight


def test_every_kind_of_event_has_its_step_so_that_none_is_held_as_unknown():
    assert set(KINDS) - set(STEPS) == set()


def test_whatever_ends_a_case_or_decides_it_leads_where_the_path_leads():
    ends = {kind: step.leads_to for kind, step in STEPS.items() if step.leads_to}

    assert ends["granted"] is Stage.GRANTED
    assert ends["declined"] is Stage.DECLINED
    assert {step.action for step in STEPS.values() if step.action} <= set(ALLOWED)


def test_what_others_than_the_owner_may_do_is_never_final():
    provisional = {kind for kind, step in STEPS.items() if step.weight is not Weight.FINAL}

    assert provisional == {"granted", "refused", "returned", "withdrawn", "taken_over"}
