"""``clerk printers`` against a real cupsd."""

import json

import pytest

from clerk.cli.main import main
from clerk.paper.test_page import DIGITS
from tests.paper.reading import codes_of
from tests.printing.print_service import needs_cups


@pytest.fixture
def clerk(monkeypatch, tmp_path, capsys):
    def run(*words):
        code = main(["--lang", "en", "--desk", str(tmp_path / "desk"), "printers", *words])
        return code, *capsys.readouterr()

    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    return run


@needs_cups
def test_the_printers_are_listed_and_a_test_page_is_waited_for(clerk, cups, monkeypatch):
    cups.add("tested")
    monkeypatch.setenv("CUPS_SERVER", cups.address)

    code, said, _errors = clerk("test", "tested")

    assert (code, said) == (0, "The test page came out of tested.\n")
    (out,) = cups.delivered("tested")
    assert codes_of(out.pdf, dpi=203)["Code128"] == DIGITS
    _code, listed, _errors = clerk("list", "--json")
    (line,) = [each for each in json.loads(listed) if each["name"] == "tested"]
    assert (line["cause"], line["trays"]) == ("", ["tray-1", "tray-2"])


@needs_cups
def test_a_printer_that_cannot_print_says_why(clerk, cups, monkeypatch):
    cups.add("stopped")
    cups.run("cupsdisable", "stopped")
    monkeypatch.setenv("CUPS_SERVER", cups.address)

    code, _said, errors = clerk("test", "stopped")

    assert code == 1
    assert errors.startswith("stopped did not print: it is paused.")


def test_without_a_print_service_there_is_the_folder(clerk, tmp_path):
    assert clerk("list")[1].split("\t")[:2] == ["PDF", "Ready"]

    assert clerk("test", "PDF")[0] == 0
    assert [each.name for each in (tmp_path / "desk" / "papers").iterdir()] == ["Test-page.pdf"]


def test_a_printer_nobody_knows_is_named(clerk):
    code, _said, errors = clerk("test", "HP")

    assert code == 1
    assert "this PC does not know the printer" in errors
