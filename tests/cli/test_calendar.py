"""``clerk calendar`` as people at a terminal use it."""

import json

import pytest

from clerk.bootstrap import resources
from clerk.cli.main import main
from tests.desk import make_desk


@pytest.fixture
def clerk(tmp_path):
    return lambda *words: main(["--lang", "en", "--desk", str(tmp_path / "desk"), *words])


def test_a_due_date_is_told_with_every_step(clerk, capsys):
    assert clerk("calendar", "due", "--from", "2026-02-13", "--days", "5") == 0
    first, *steps = capsys.readouterr().out.splitlines()
    assert first == "2026-02-27"
    assert any("Spring Festival" in each for each in steps)


def test_a_due_date_is_told_to_other_programs(clerk, capsys):
    assert clerk("calendar", "due", "--from", "2026-12-25", "--days", "5", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"due_on", "provisional", "calendar", "steps"}
    assert (told["due_on"], told["provisional"]) == ("2027-01-01", True)
    assert told["calendar"].startswith("CN-")
    assert told["steps"][0]["kind"] == "start"
    assert all(each["says"] for each in told["steps"])


@pytest.mark.parametrize(
    ("unit", "due"),
    [("working", "2026-10-22"), ("natural", "2026-10-08"), ("months", "2028-05-18")],
)
def test_every_unit_can_be_asked_for(clerk, capsys, unit, due):
    assert clerk("calendar", "due", "--from", "2026-09-18", "--days", "20", "--unit", unit) == 0
    assert capsys.readouterr().out.splitlines()[0] == due


@pytest.mark.parametrize("words", [("yesterday", "5"), ("2026-02-30", "5"), ("2026-02-13", "-1")])
def test_what_is_no_day_or_number_is_refused(clerk, capsys, words):
    start, days = words
    with pytest.raises(SystemExit) as refused:
        clerk("calendar", "due", f"--from={start}", f"--days={days}")
    assert refused.value.code == 2
    assert "write" in capsys.readouterr().err


def test_the_published_years_are_shown(clerk, capsys):
    assert clerk("calendar", "show") == 0
    assert "2004 to 2026" in capsys.readouterr().out
    assert clerk("calendar", "show", "--json") == 0
    assert json.loads(capsys.readouterr().out)["years"] == list(range(2004, 2027))


def test_a_newer_calendar_is_taken_in_from_a_file(clerk, capsys, tmp_path):
    document = json.loads((resources() / "calendar" / "china.json").read_text("utf-8"))
    document["version"] = "CN-2027.1"
    document["years"]["2027"] = {"days_off": {"元旦": ["01-01"]}, "make_up_days": {}}
    file = tmp_path / "next.json"
    file.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    make_desk(tmp_path / "desk").close()

    assert clerk("calendar", "import", str(file)) == 0
    assert "CN-2027.1" in capsys.readouterr().out
    assert clerk("calendar", "due", "--from", "2026-12-25", "--days", "5", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["due_on"], told["provisional"]) == ("2027-01-04", False)
    assert clerk("calendar", "import", str(resources() / "calendar" / "china.json")) == 1
    assert "older" in capsys.readouterr().err
    assert clerk("calendar", "import", str(tmp_path / "nothing.json")) == 1


def test_everything_wrong_with_a_calendar_is_told(clerk, capsys, tmp_path):
    file = tmp_path / "bad.json"
    file.write_text('{"schema": 1, "version": "x", "holidays": {}, "years": {}}', "utf-8")
    make_desk(tmp_path / "desk").close()

    assert clerk("calendar", "import", str(file)) == 1
    told = capsys.readouterr().err
    assert "version:" in told
    assert "years:" in told
