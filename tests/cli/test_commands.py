"""The command line as IT uses it, on a real store."""

import json
import subprocess
import sys

import pytest

from clerk.bootstrap import resources
from clerk.cli.main import main

MAKE = [
    "store",
    "create",
    *("--center", "3499", "--center-name", "云江市政务服务中心", "--window", "007"),
    *("--window-name", "A07", "--region-short", "云", "--government", "云江市人民政府"),
    *("--court", "云江市云江区人民法院", "--address", "江滨路1号", "--phone", "0999-1234567"),
]


@pytest.fixture
def clerk(tmp_path):
    return lambda *words: main(["--lang", "en", "--desk", str(tmp_path / "desk"), *words])


def test_a_desk_is_made_once_with_the_shipped_list(clerk, capsys):
    assert clerk(*MAKE) == 0
    assert clerk("catalogue", "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out.split("\n", 1)[1])
    assert len(listed) == 58
    assert clerk(*MAKE) == 1
    assert "already" in capsys.readouterr().err


def test_a_desk_that_is_not_there_is_told_in_two_sentences(clerk, capsys):
    assert clerk("store", "rebuild") == 1
    assert capsys.readouterr().err.count(".") >= 2


def test_an_item_is_shown_with_all_it_requires(clerk, capsys):
    clerk(*MAKE)
    capsys.readouterr()
    assert clerk("catalogue", "show", "SCJG-005") == 0
    assert len(json.loads(capsys.readouterr().out)["prerequisites"]) == 6
    assert clerk("catalogue", "show", "NO-SUCH") == 1


def test_every_problem_of_a_list_is_told_with_its_place(clerk, capsys, tmp_path):
    raw = json.loads((resources() / "catalogue" / "GJJ.json").read_text("utf-8"))
    raw["items"][0]["statutory_days"] = "three"
    raw["items"][0]["materials"][0]["basis_rank"] = "hearsay"
    (tmp_path / "bad.json").write_text(json.dumps(raw, ensure_ascii=False), "utf-8")
    assert clerk("catalogue", "check", str(tmp_path / "bad.json")) == 1
    told = capsys.readouterr().err
    assert "items[0].statutory_days" in told
    assert "items[0].materials[0].basis_rank" in told


def test_a_bad_list_changes_nothing(clerk, capsys, tmp_path):
    clerk(*MAKE)
    (tmp_path / "bad.json").write_text("[{", "utf-8")
    assert clerk("catalogue", "import", str(tmp_path / "bad.json")) == 1
    capsys.readouterr()
    clerk("catalogue", "list", "--json")
    assert len(json.loads(capsys.readouterr().out)) == 58


def test_the_same_list_again_is_unchanged_and_a_changed_item_is_a_new_version(
    clerk, capsys, tmp_path
):
    clerk(*MAKE)
    raw = json.loads((resources() / "catalogue" / "GJJ.json").read_text("utf-8"))
    raw["items"][0]["promised_days"] = 1
    (tmp_path / "new.json").write_text(json.dumps(raw, ensure_ascii=False), "utf-8")
    capsys.readouterr()
    assert clerk("catalogue", "import", str(resources() / "catalogue" / "GJJ.json")) == 0
    assert "0 new, 0 changed, 1 as before" in capsys.readouterr().out
    assert clerk("catalogue", "import", str(tmp_path / "new.json")) == 0
    assert "0 new, 1 changed" in capsys.readouterr().out
    clerk("catalogue", "show", "GJJ-001")
    assert json.loads(capsys.readouterr().out)["version"] == 2


def test_the_scripted_morning_works_through_the_real_window(tmp_path):
    out = tmp_path / "out"
    words = ["--lang", "zh_CN", "demo", "--headless", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, "-m", "clerk", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    assert [each["journey"] for each in summary["journeys"]] == [
        "returning_applicant_immediate_item",
        "new_applicant_one_missing_told_once",
        "supplemented_and_accepted",
        "signed_off",
        "handed_over",
    ]
    assert len(summary["papers"]) == 6
    assert all((out / name).stat().st_size > 20_000 for name in summary["pictures"])
    assert all((out / "papers" / name).read_bytes()[:5] == b"%PDF-" for name in summary["papers"])
    assert "summary.json" in done.stdout
