"""What a window chose, kept on its PC, and where each paper goes for it."""

from dataclasses import replace

import pytest

from clerk.domain.papers import PaperKind
from clerk.paper.viewing import view
from clerk.printing.desk_printers import DeskPrinters, NoSpooler
from clerk.printing.settings_file import read_settings
from clerk.usecases.printers import FOLDER, PrintChoice, PrinterLine, PrintSettings, Sides
from clerk.usecases.trouble import PrinterTrouble, SettingsUnkept
from tests.desk import PaperTray


class TwoQueues:
    """A system with two printers, the first its usual one."""

    def seen(self):
        return tuple(PrinterLine(id=f"queue:{name}", name=name) for name in ("first", "second"))

    def printer(self, name, choice):
        tray = PaperTray(name=name)
        tray.choice = choice
        return tray


@pytest.fixture
def printers(tmp_path):
    return DeskPrinters(tmp_path, TwoQueues(), render=view, end=lambda: None)


def names(printers, kind=PaperKind.GRANT):
    return [each.name for each in printers.for_kind(kind)]


def test_without_a_choice_all_goes_to_the_systems_usual_printer(printers):
    assert names(printers) == ["first"]
    assert printers.usual().name == "first"


def test_without_any_printer_papers_go_to_a_folder(tmp_path):
    printers = DeskPrinters(tmp_path, NoSpooler(), render=view, end=lambda: None)
    (folder,) = printers.for_kind(PaperKind.GRANT)

    for content in (b"one", b"two"):
        folder.print(content, title="3499 grant 1", copies=2)

    assert folder.recall("3499 grant 1")
    found = sorted((tmp_path / "papers").iterdir())
    assert [each.name for each in found] == ["3499-grant-1-2.pdf", "3499-grant-1.pdf"]
    assert [each.read_bytes() for each in found] == [b"two", b"one"]


def test_each_kind_goes_where_it_was_told_with_its_tray_and_sides(printers):
    grant = PrintChoice(printer="queue:second", tray="tray-2", sides=Sides.LONG_EDGE)
    printers.keep(PrintSettings(by_kind={PaperKind.GRANT: grant}))

    assert printers.for_kind(PaperKind.GRANT)[0].choice == grant
    assert names(printers, PaperKind.REFUSAL) == ["first"]


def test_the_fallback_comes_second_and_never_the_same_printer_twice(printers):
    printers.keep(PrintSettings(fallback="queue:second"))
    assert names(printers) == ["first", "second"]

    printers.keep(PrintSettings(fallback="queue:first"))
    assert names(printers) == ["first"]


def test_a_chosen_printer_that_is_gone_is_named_with_its_cause(printers):
    printers.keep(PrintSettings(usual=PrintChoice(printer="queue:sold")))

    assert (printers.usual().name, printers.usual().cause) == ("sold", "unknown")


def test_the_choice_is_there_again_after_a_restart(printers, tmp_path):
    chosen = PrintSettings(
        usual=PrintChoice(printer=FOLDER),
        by_kind={PaperKind.GRANT: PrintChoice(printer="queue:second", tray="t", sides=Sides.ONE)},
        fallback="queue:first",
        folder=str(tmp_path / "文书"),
    )
    printers.keep(chosen)

    assert DeskPrinters(tmp_path, TwoQueues(), render=view, end=lambda: None).settings == chosen


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"usual": 3}', b"[" * 99999])
def test_a_damaged_file_counts_as_no_choice(tmp_path, content):
    path = tmp_path / "printers.json"
    path.write_bytes(content)

    assert read_settings(path) == PrintSettings()


def test_a_choice_that_cannot_be_written_holds_and_is_told(tmp_path):
    printers = DeskPrinters(tmp_path / "gone", TwoQueues(), render=view, end=lambda: None)
    chosen = replace(printers.settings, fallback="queue:second")

    with pytest.raises(SettingsUnkept):
        printers.keep(chosen)
    assert printers.settings == chosen


def test_the_roll_can_be_chosen_once_it_has_an_address(printers):
    assert "roll" not in [each.id for each in printers.seen()]

    chosen = PrintChoice(printer="roll")
    printers.keep(PrintSettings(roll="127.0.0.1:1", by_kind={PaperKind.GRANT: chosen}))

    assert names(printers) == ["80 mm 127.0.0.1:1"]
    (line,) = [each for each in printers.seen() if each.id == "roll"]
    assert line.cause == "off"


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "papers").write_text("a file where the folder should be")
    printers = DeskPrinters(tmp_path, NoSpooler(), render=view, end=lambda: None)

    with pytest.raises(PrinterTrouble) as trouble:
        printers.for_kind(PaperKind.GRANT)[0].print(b"", title="x", copies=1)
    assert trouble.value.cause == "folder"
