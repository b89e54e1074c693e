"""The command line as IT uses it, on a real store."""

import io
import json
import sqlite3
import subprocess
import sys

import pytest

from clerk.bootstrap import Drawer, resources
from clerk.cli.main import main
from clerk.domain.papers import PaperKind
from clerk.usecases.receive_case import ReceiveCase, receive_case
from tests.desk import CLERK, application, make_desk, open_test_desk

MAKE = [
    "store",
    "create",
    *("--center", "3499", "--center-name", "云江市政务服务中心", "--window", "007"),
    *("--window-name", "A07", "--region-short", "云", "--government", "云江市人民政府"),
    *("--court", "云江市云江区人民法院", "--address", "江滨路1号", "--phone", "0999-1234567"),
    *("--root", "root.key", "--it-number", "9001", "--it-name", "许工"),
]
PASSPHRASE, IT_PIN = "a drawer on the third floor", "975310"
FOUNDING = [PASSPHRASE, PASSPHRASE, IT_PIN, IT_PIN]
ADD = [
    *("staff", "add", "--by", "9001", "--number", "2001", "--name", "周衡", "--post", "科长"),
    *("--department", "SCJG", "--role", "chief"),
]


@pytest.fixture
def clerk(tmp_path, monkeypatch):
    """Run a command on a desk; what is typed comes line by line, else the founding's words."""
    monkeypatch.chdir(tmp_path)

    def run(*words, typed=FOUNDING):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{each}\n" for each in typed)))
        return main(["--lang", "en", "--desk", str(tmp_path / "desk"), *words])

    return run


def test_a_desk_is_made_once_with_the_shipped_list(clerk, capsys):
    assert clerk(*MAKE) == 0
    assert clerk("catalogue", "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out.split("\n", 2)[2])
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
    assert len(summary["papers"]) == 7  # the supplement has a voucher of its own
    assert all((out / name).stat().st_size > 20_000 for name in summary["pictures"])
    assert all((out / "papers" / name).read_bytes()[:5] == b"%PDF-" for name in summary["papers"])
    assert "summary.json" in done.stdout


def test_a_window_is_founded_by_a_person_and_has_no_password_of_its_own(clerk, capsys):
    assert clerk(*MAKE, typed=[PASSPHRASE, PASSPHRASE, "123456", "123456"]) == 1
    assert "too easy" in capsys.readouterr().err
    assert clerk(*MAKE, typed=[PASSPHRASE, IT_PIN, IT_PIN]) == 0
    capsys.readouterr()
    assert clerk("staff", "list") == 0
    assert capsys.readouterr().out.startswith("9001\t许工\tIT\t\tit\t")


def test_a_second_window_is_founded_under_the_same_root_key(clerk, capsys, tmp_path):
    clerk(*MAKE)
    assert clerk("--desk", str(tmp_path / "other"), *MAKE, typed=["wrong", IT_PIN, IT_PIN]) == 1
    assert "does not open" in capsys.readouterr().err
    typed = [PASSPHRASE, IT_PIN, IT_PIN]
    assert clerk("--desk", str(tmp_path / "other"), *MAKE, typed=typed) == 0


def test_people_are_added_authorised_and_ended_from_the_command_line(clerk, capsys):
    clerk(*MAKE)
    assert clerk(*ADD, typed=[IT_PIN, "246801", "246801"]) == 0
    assert clerk(*ADD, typed=[IT_PIN, "246801", "246801"]) == 1
    assert "belongs to somebody" in capsys.readouterr().err
    letter = ["--letter", "授1号", "--granted-by", "局长", "--department", "SCJG"]
    days = ["--from", "2026-01-01", "--until", "2027-12-31", "--by", "9001"]
    assert clerk("staff", "authorise", "2001", *letter, *days, typed=[IT_PIN]) == 0
    assert clerk("staff", "authorise", "9001", *letter, *days, typed=[IT_PIN]) == 1
    assert "for themselves" in capsys.readouterr().err
    assert clerk("staff", "change-pin", "2001", typed=["246801", "246801", "864209", "864209"]) == 0
    reset = ["staff", "reset-pin", "2001", "--by", "9001"]
    assert clerk(*reset, typed=[IT_PIN, "531975", "531975"]) == 0
    revoke = ["staff", "revoke", "授1号", "--reason", "调离", "--by", "9001"]
    assert clerk(*revoke, typed=[IT_PIN]) == 0
    capsys.readouterr()
    clerk("staff", "list")
    listed = capsys.readouterr().out
    assert "授1号\t周衡\tSCJG\t2026-01-01 – 2027-12-31\trevoked" in listed
    ended = ["staff", "revoke-key", "2001", "--reason", "失窃", "--by", "9001"]
    assert clerk(*ended, typed=[IT_PIN]) == 0
    assert clerk("staff", "change-pin", "2001", typed=["531975"]) == 1
    assert clerk("staff", "remove", "2001", "--by", "9001", typed=[IT_PIN]) == 0
    capsys.readouterr()
    clerk("staff", "list")
    assert "2001" not in capsys.readouterr().out


def test_nobody_adds_people_with_a_pin_that_is_not_theirs(clerk, capsys):
    clerk(*MAKE)
    assert clerk(*ADD, typed=["135791", "246801", "246801"]) == 1
    assert "PIN is not right" in capsys.readouterr().err


def test_a_journal_is_checked_from_the_command_line(clerk, capsys, tmp_path):
    clerk(*MAKE)
    capsys.readouterr()
    assert clerk("store", "verify") == 0
    told = capsys.readouterr().out
    assert "The journal holds: 1 entries, 0 cases, 0 decisions." in told
    assert clerk("store", "verify", "--json", "--root", "0" * 64) == 1
    said = json.loads(capsys.readouterr().out)
    assert not said["holds"]
    assert [(each["entry"], each["fault"]) for each in said["findings"]] == [(1, "other_root")]
    assert clerk("--desk", str(tmp_path / "none"), "store", "verify") == 1


def test_rows_that_differ_are_made_anew_on_request(clerk, capsys, tmp_path):
    make_desk(tmp_path / "desk").close()
    desk = open_test_desk(tmp_path / "desk")
    wish = ReceiveCase(application=application(desk, "SCJG-005"), by=CLERK)
    receive_case(wish, desk.open.counter)
    desk.close()
    store = sqlite3.connect(tmp_path / "desk" / "clerk.sqlite")
    with store:
        store.execute("UPDATE case_ SET stage = 'closed'")
    store.close()
    assert clerk("store", "verify") == 1
    assert "A row does not say what the journal says: case_" in capsys.readouterr().out
    assert clerk("store", "verify", "--rebuild") == 0
    assert "Made anew from 6 events." in capsys.readouterr().out


def test_a_paper_is_checked_by_its_code_or_its_file(clerk, capsys, tmp_path):
    desk = make_desk(tmp_path / "desk")
    wish = ReceiveCase(application=application(desk, "SCJG-005"), by=CLERK)
    paper = receive_case(wish, desk.open.counter).papers[0]
    (tmp_path / "paper.pdf").write_bytes(Drawer().draw(paper))
    desk.close()
    assert clerk("verify", paper.code) == 0
    told = capsys.readouterr().out
    assert told.startswith("Genuine. This window issued it")
    assert paper.document_number in told
    assert clerk("verify", str(tmp_path / "paper.pdf"), "--json") == 0
    assert json.loads(capsys.readouterr().out)["why"] == "on_record"
    forged = paper.code[:-1] + ("1" if paper.code[-1] != "1" else "2")
    assert clerk("verify", forged) == 1
    assert capsys.readouterr().out.startswith("Not ours. ")
    assert clerk("verify", "12345") == 1
    assert "not the code of one of our papers" in capsys.readouterr().err


def test_the_specimens_of_every_paper_are_written_in_both_languages(clerk, capsys, tmp_path):
    assert clerk("paper", "specimens", "--out", str(tmp_path / "out")) == 0
    assert "files in" in capsys.readouterr().out
    written = {path.name for path in (tmp_path / "out").glob("*.pdf")}
    assert written == {f"{kind}.{each}.pdf" for kind in PaperKind for each in ("zh_CN", "en")}
