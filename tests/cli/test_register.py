"""The certificate register on the command line."""

import json

import pytest

from clerk.cli.main import main
from clerk.usecases.finish_at_once import FinishAtOnce, finish_at_once
from tests.desk import CHIEF, CLERK, PERSON, PINS, application, make_desk

NUMBER = "92349900MA00000001"


@pytest.fixture
def folder(tmp_path):
    """A desk that made one certificate and handed it over."""
    desk = make_desk(tmp_path / "desk")
    wish = FinishAtOnce(
        opening=application(desk, "SCJG-004", PERSON),
        by=CLERK,
        chief=CHIEF,
        pin=PINS[CHIEF.id],
        examined="材料齐全。",
        opinion="同意。",
        certificate_number=NUMBER,
    )
    finish_at_once(wish, desk.open.counter)
    desk.close()
    return desk.folder


def run(folder, capsys, *words):
    assert main(["--lang", "en", "--desk", str(folder), "register", *words]) == 0
    return capsys.readouterr().out


def test_a_certificate_is_told_with_its_holder_and_who_took_it(folder, capsys):
    (line,) = run(folder, capsys).splitlines()

    assert all(each in line for each in (NUMBER, PERSON.name, "in person"))


def test_it_is_found_by_a_beginning_and_by_nothing_else(folder, capsys):
    assert NUMBER in run(folder, capsys, NUMBER[:5])
    assert run(folder, capsys, "没有这个人") == ""


def test_all_that_is_known_comes_as_json(folder, capsys):
    (line,) = json.loads(run(folder, capsys, "--json"))

    assert (line["number"], line["received_by"]) == (NUMBER, PERSON.name)
