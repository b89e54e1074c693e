"""Everything that can stand in the way has words, in both languages."""

import importlib
import pkgutil
from dataclasses import fields
from datetime import date
from enum import StrEnum

import pytest

import clerk
from clerk import bootstrap
from clerk.domain.authority import Holder, Lack
from clerk.domain.batch import OpenPoint
from clerk.domain.refusals import ClerkError, InvalidInput, Outage, Problem, Refusal
from clerk.usecases import terms
from clerk.usecases.language import use_language
from clerk.usecases.problem_words import _table
from clerk.usecases.store_words import words_by_cause
from clerk.usecases.wording import say, say_problem
from tests.desk import MORNING

ABSTRACT = {ClerkError, Refusal, Outage}


def every_error():
    for each in pkgutil.walk_packages(clerk.__path__, "clerk."):
        if each.name.startswith(("clerk.domain", "clerk.usecases")):
            importlib.import_module(each.name)
    found, waiting = set(), [ClerkError]
    while waiting:
        kind = waiting.pop()
        found.add(kind)
        waiting += kind.__subclasses__()
    return sorted(
        (
            x
            for x in found - ABSTRACT
            if x.__module__.startswith(("clerk.domain", "clerk.usecases"))
        ),
        key=lambda kind: kind.__name__,
    )


def sample(kind):
    if kind is InvalidInput:
        return InvalidInput(problems=(Problem("applicant.name", "required"),))
    values = {}
    for each in fields(kind):
        values[each.name] = _value(kind, each)
    return kind(**values)


def _value(kind, field):
    special = {
        ("AttachmentUnfit", "reason"): "empty",
        ("PrinterTrouble", "cause"): "gone",
        ("UnfinishedMark", "lacks"): "note",
        ("NotACaseNumber", "reason"): "check",
        ("StoreTrouble", "cause"): "damaged",
        ("CenterAway", "cause"): "unreachable",
    }
    values = {
        "points": tuple(OpenPoint),
        "lack": Lack.OVER,
        "holders": (Holder(name="x", phone="0999-1234567"),),
    }
    if field.name in values:
        return values[field.name]
    enums = {"action": terms.Action.ACCEPT, "stage": terms.Stage.CLOSED, "role": terms.Role.CHIEF}
    if (kind.__name__, field.name) in special:
        return special[kind.__name__, field.name]
    if field.name == "kind":
        return terms.PaperKind.GRANT
    if field.name in enums:
        return enums[field.name]
    by_type = {"int": 3, "date": date(2026, 11, 23), "datetime": MORNING}
    name = field.type if isinstance(field.type, str) else field.type.__name__
    return ("x", "y") if "tuple" in name else by_type.get(name, "x")


@pytest.fixture(params=["zh_CN", "en"])
def language(request):
    use_language(request.param, bootstrap.resources())
    yield request.param
    use_language("en", bootstrap.resources())


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_refusal_and_outage_says_what_and_what_next(kind, language):
    said = say(sample(kind))
    assert said.what
    assert said.then
    assert "{" not in str(said)
    assert any("\u4e00" <= each <= "\u9fff" for each in said.then) == (language == "zh_CN")


@pytest.mark.parametrize("kind", sorted(_table()))
@pytest.mark.usefixtures("language")
def test_every_problem_says_what_and_what_next(kind):
    facts = dict.fromkeys(("length", "longest", "position", "code", "birth", "text"), "7")
    said = say_problem(Problem("applicant.name", kind, facts))
    assert said.what
    assert said.then
    assert "{" not in str(said)


@pytest.mark.usefixtures("language")
def test_every_cause_of_a_store_trouble_has_words():
    assert all(what and then for what, then in words_by_cause().values())


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (terms.Stage, terms.stage_name),
        (terms.Action, terms.action_name),
        (terms.PaperKind, terms.paper_name),
        (terms.Role, terms.role_name),
        (terms.LineStatus, terms.status_name),
        (terms.Defect, terms.defect_name),
        (terms.DeclineGround, terms.ground_name),
        (terms.DeliveryWay, terms.way_name),
        (terms.DocumentKind, terms.document_kind_name),
        (terms.ApplicantKind, terms.applicant_kind_name),
        (terms.ItemKind, terms.item_kind_name),
        (terms.BasisRank, terms.rank_name),
        (terms.ProcedureKind, terms.procedure_name),
        (terms.ClockKind, terms.clock_name),
    ],
)
@pytest.mark.usefixtures("language")
def test_every_term_has_a_name(kind, name):
    assert issubclass(kind, StrEnum)
    assert len({name(each) for each in kind}) == len(kind)
