"""A paper's way through the queues of a real cupsd."""

import threading

import pytest

from clerk.domain.papers import PaperKind
from clerk.paper.room import PaperRoom
from clerk.printing.cups import CupsQueues
from clerk.printing.cups_printer import Patience
from clerk.printing.print_service import PrintService
from clerk.usecases.printers import PrintChoice, Sheet, Sides
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure
from tests.paper.reading import codes_of
from tests.paper.specimens import NUMBER, RESOURCES, specimen
from tests.printing.print_service import needs_cups

pytestmark = needs_cups
PLAIN = PrintChoice()
SHEET = b"%PDF-1.4\n%%EOF\n"


def print_on(cups, name, *, pdf=SHEET, choice=PLAIN, copies=1, title="3499", **patience):
    queues = cups.queues(**patience)
    queues.printer(name, choice).print(pdf, title=title, copies=copies)


def jobs_waiting(cups):
    return cups.run("lpstat", "-W", "not-completed", "-o")


def test_what_comes_out_is_what_went_in_and_its_codes_are_read(cups):
    cups.add("normal")
    pdf = PaperRoom(RESOURCES).draw(specimen(PaperKind.GRANT))

    print_on(cups, "normal", pdf=pdf, copies=3, title=f"{NUMBER} 准予许可决定书")

    (out,) = cups.delivered("normal")
    assert out.pdf == pdf
    assert (out.copies, out.title) == (3, f"{NUMBER} 准予许可决定书")
    assert codes_of(out.pdf, dpi=203)["Code128"] == NUMBER
    assert "separate-documents-collated-copies" in out.options


@pytest.mark.parametrize("edge", ["DuplexNoTumble", "DuplexTumble"])
def test_both_sides_and_the_tray_arrive_at_the_printer(cups, edge):
    cups.add(f"both-{edge}")
    sides = Sides.LONG_EDGE if edge == "DuplexNoTumble" else Sides.SHORT_EDGE

    print_on(cups, f"both-{edge}", choice=PrintChoice(tray="tray-2", sides=sides))

    (out,) = cups.delivered(f"both-{edge}")
    assert f"Duplex={edge}" in out.options
    assert "tray-2" in out.options


@pytest.mark.parametrize(
    ("kind", "sheet", "media"),
    [
        (PaperKind.MATERIAL_VOUCHER, Sheet.AS_DRAWN, "iso_a5_148x210mm"),
        (PaperKind.GRANT, Sheet.AS_DRAWN, "iso_a4_210x297mm"),
        (PaperKind.MATERIAL_VOUCHER, Sheet.A4, "iso_a4_210x297mm"),
    ],
)
def test_the_printer_is_told_which_sheet_a_paper_is_for(cups, kind, sheet, media):
    name = f"{kind}-{sheet}"
    cups.add(name)
    pdf = PaperRoom(RESOURCES).draw(specimen(kind))

    print_on(cups, name, pdf=pdf, choice=PrintChoice(tray="tray-1", sheet=sheet))

    (out,) = cups.delivered(name)
    assert f"media={media},tray-1" in out.options


def test_the_queues_are_listed_with_what_they_offer_and_the_usual_one_first(cups):
    cups.add("listed")
    cups.add("usual")
    cups.run("lpadmin", "-d", "usual")

    lines = cups.queues().seen()

    assert lines[0].name == "usual"
    assert lines[0].is_usual
    (listed,) = [each for each in lines if each.name == "listed"]
    assert listed.id == "queue:listed"
    assert listed.sides == tuple(Sides)
    assert listed.trays == ("tray-1", "tray-2")
    assert listed.cause == ""


def test_a_paused_queue_is_not_given_the_paper(cups):
    cups.add("paused")
    cups.run("cupsdisable", "paused")

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(cups, "paused")

    assert trouble.value.cause == "paused"
    assert "paused-" not in jobs_waiting(cups)
    assert [x.cause for x in cups.queues().seen() if x.name == "paused"] == ["paused"]


def test_a_queue_that_rejects_says_so(cups):
    cups.add("rejects")
    cups.run("cupsreject", "rejects")

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(cups, "rejects")

    assert trouble.value.cause == "rejecting"


def test_a_queue_nobody_knows_says_so(cups):
    with pytest.raises(PrinterTrouble) as trouble:
        print_on(cups, "nowhere")

    assert trouble.value.cause == "unknown"


@pytest.mark.parametrize(
    ("policy", "cause"),
    [("abort-job", "aborted"), ("stop-printer", "paused"), ("retry-job", "fault")],
)
def test_a_printer_that_fails_is_told_whatever_the_queue_does_about_it(cups, policy, cause):
    name = f"fails-{policy}"
    cups.add(name, policy=policy)
    cups.mood(name, "fails")

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(cups, name)

    assert trouble.value.cause == cause
    assert not trouble.value.had_begun
    assert name not in jobs_waiting(cups)
    assert cups.delivered(name) == []


def test_out_of_paper_is_told_and_the_job_is_taken_back(cups):
    cups.add("empty")
    cups.mood("empty", "empty")

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(cups, "empty")

    assert trouble.value.cause == "paper"
    assert trouble.value.had_begun
    assert "empty-" not in jobs_waiting(cups)


def test_what_a_printer_reported_of_an_earlier_job_does_not_keep_the_next_one_out(cups):
    cups.add("again")
    cups.mood("again", "empty")
    with pytest.raises(PrinterTrouble):
        print_on(cups, "again")
    cups.mood("again", "prints")

    print_on(cups, "again")

    assert len(cups.delivered("again")) == 1


def test_a_printer_that_says_nothing_leaves_it_unknown_whether_the_paper_came_out(cups):
    cups.add("hangs")
    cups.mood("hangs", "hangs")

    with pytest.raises(PrintUnsure) as unsure:
        print_on(cups, "hangs", looks=12)

    assert unsure.value.cause == "slow"
    assert "hangs-" in jobs_waiting(cups)


def test_a_job_still_waiting_its_turn_is_taken_back_and_nothing_came_out(cups):
    cups.add("behind")
    cups.mood("behind", "hangs")
    with pytest.raises(PrintUnsure):
        print_on(cups, "behind", looks=12, title="first")

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(cups, "behind", looks=12, title="second")

    assert trouble.value.cause == "busy"
    assert jobs_waiting(cups).count("behind-") == 1


def test_the_end_of_the_program_leaves_it_unknown_at_once(cups):
    cups.add("leaving")
    cups.mood("leaving", "hangs")

    with pytest.raises(PrintUnsure):
        print_on(cups, "leaving", pause=lambda: True)


def test_a_queue_removed_under_a_job_has_canceled_it(cups):
    cups.add("removed")
    cups.mood("removed", "hangs")
    looks = []

    def pause():
        looks.append(1)
        if len(looks) == 1:
            cups.run("lpadmin", "-x", "removed")
        return False

    with pytest.raises(PrinterTrouble) as trouble:
        print_on(cups, "removed", pause=pause, stuck_looks=50)

    assert trouble.value.cause == "canceled"


def test_a_service_that_stops_under_a_job_leaves_it_unknown(own_cups):
    own_cups.add("stopping")
    own_cups.mood("stopping", "hangs")

    def pause():
        own_cups.stop()
        return False

    with pytest.raises(PrintUnsure) as unsure:
        print_on(own_cups, "stopping", pause=pause)

    assert unsure.value.cause == "service"


def test_without_a_print_service_there_is_no_queue_and_printing_says_why(tmp_path):
    service = PrintService(str(tmp_path / "nobody"), user="root")
    queues = CupsQueues(service, Patience(pause=lambda: False))

    assert queues.seen() == ()
    with pytest.raises(PrinterTrouble) as trouble:
        queues.printer("any", PLAIN).print(SHEET, title="", copies=1)
    assert trouble.value.cause == "service"


def test_a_queue_remembers_what_it_printed_and_what_still_waits(cups):
    cups.add("remembers")
    printer = cups.queues().printer("remembers", PLAIN)
    printer.print(SHEET, title="came out", copies=1)
    cups.mood("remembers", "hangs")
    with pytest.raises(PrintUnsure):
        print_on(cups, "remembers", looks=2, title="stuck")

    assert printer.recall("came out")
    assert not printer.recall("stuck")
    printer.withdraw("stuck")
    assert "remembers-" not in jobs_waiting(cups)


def test_two_papers_at_once_both_come_out(cups):
    cups.add("twice")
    hands = [
        threading.Thread(target=print_on, args=(cups, "twice"), kwargs={"title": title})
        for title in ("one", "two")
    ]
    for each in hands:
        each.start()
    for each in hands:
        each.join()

    assert {each.title for each in cups.delivered("twice")} == {"one", "two"}
