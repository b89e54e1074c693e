"""A paper somebody brings: genuine, superseded, or not ours, and why; without a line."""

from dataclasses import replace
from datetime import timedelta

import pytest
import zxingcpp
from PIL import Image

from clerk import bootstrap
from clerk.cli.verify import check_paper_file
from clerk.domain.keys import PublicKey
from clerk.domain.paper_code import NotAPaperCode, PaperCode, code_of, read_code
from clerk.domain.papers import PaperKind
from clerk.domain.people_events import WindowCard
from clerk.domain.roster import Roster
from clerk.paper.codes import qr_modules
from clerk.store.ed25519 import OpenKey, verifies
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.check_paper import Standing, Why, check_code
from clerk.usecases.compose_paper import issue_paper
from clerk.usecases.print_paper import PrintPaper, print_paper
from clerk.usecases.tell_once import TellOnce, tell_once
from tests.desk import CLERK, application, make_desk
from tests.paper.specimens import specimen


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = make_desk(tmp_path_factory.mktemp("papers") / "desk")
    yield made
    made.close()


@pytest.fixture(scope="module")
def done(desk):
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK)
    return accept_case(wish, desk.open.counter)


def answer(desk, text, roster=None):
    roster = roster or desk.open.store.roster
    check = check_code(text, desk.room.reading, roster, verifies)
    return check.standing, check.why


def test_a_paper_of_this_window_is_genuine_and_told_with_its_record(desk, done):
    check = desk.open.store.check(done.papers[0].code)
    assert (check.standing, check.why) == (Standing.GENUINE, Why.ON_RECORD)
    assert check.paper == done.papers[0]
    assert check.code.document_number == done.papers[0].document_number
    assert check.code.case_number == done.case.number


def test_a_second_notice_makes_the_first_one_superseded(desk):
    opening = application(desk, "SCJG-005", missing=1)
    last_day = desk.clock().date() + timedelta(days=7)
    first = tell_once(TellOnce(opening=opening, by=CLERK, deadline_on=last_day), desk.open.counter)
    case = first.case
    store = desk.open.store
    with store.begin() as work:
        case, second = issue_paper(
            PaperKind.ONE_TIME_NOTICE,
            case,
            by=CLERK,
            now=desk.clock(),
            work=work,
            counter=desk.open.counter,
        )
        work.cases.save(case)
        work.commit()
    check = desk.open.store.check(first.papers[0].code)
    assert (check.standing, check.why) == (Standing.SUPERSEDED, Why.REPLACED)
    assert check.instead == second.document_number
    assert answer(desk, second.code) == (Standing.GENUINE, Why.ON_RECORD)


def test_a_paper_of_another_window_is_genuine_by_its_card_alone(desk):
    other = OpenKey.new()
    card = WindowCard(center="3499", window="007", incarnation=2, key=other.key)
    own = desk.open.store.roster
    roster = replace(own, windows={**own.windows, other.key.id: card})
    text = code_of(specimen(PaperKind.GRANT), other)
    assert answer(desk, text, roster) == (Standing.GENUINE, Why.SIGNED)
    assert answer(desk, text) == (Standing.NOT_OURS, Why.UNKNOWN_WINDOW)


def test_a_window_vouches_for_no_other_windows_cases(desk):
    other = OpenKey.new()
    card = WindowCard(center="3499", window="008", incarnation=1, key=other.key)
    own = desk.open.store.roster
    roster = replace(own, windows={**own.windows, other.key.id: card})
    text = code_of(specimen(PaperKind.GRANT), other)
    assert answer(desk, text, roster) == (Standing.NOT_OURS, Why.FORGED)


def test_a_paper_of_another_center_is_not_ours(desk):
    text = code_of(specimen(PaperKind.GRANT), OpenKey.new())
    assert answer(desk, text) == (Standing.NOT_OURS, Why.UNKNOWN_WINDOW)


def test_a_window_whose_record_lacks_the_paper_says_so(desk):
    text = code_of(specimen(PaperKind.GRANT), desk.open.store.key)
    assert answer(desk, text) == (Standing.NOT_OURS, Why.NO_RECORD)


def test_other_words_under_the_windows_own_key_are_told(desk, done):
    changed = replace(done.papers[0], applicant="李四")
    text = code_of(changed, desk.open.store.key)
    assert answer(desk, text) == (Standing.NOT_OURS, Why.OTHER_WORDS)


def test_no_digit_of_a_code_can_be_changed(desk, done):
    text = done.papers[0].code
    for at in range(len(text)):
        other = "1" if text[at] != "1" else "2"
        changed = text[:at] + other + text[at + 1 :]
        try:
            found = answer(desk, changed)[0]
        except NotAPaperCode:
            continue
        assert found is Standing.NOT_OURS


@pytest.mark.parametrize("text", ["", "34990071261123004212", "9" * 300, "x" * 300, "1" * 1000])
def test_what_is_no_code_is_refused_as_such(desk, text):
    with pytest.raises(NotAPaperCode):
        answer(desk, text)


def test_a_code_with_one_module_changed_reads_as_it_was(done):
    text = done.papers[0].code
    rows = [list(row) for row in qr_modules(text)]
    for at in (12, 20, 30):
        bent = [list(row) for row in rows]
        bent[at][at] ^= 1
        assert read_back(bent) == text


def read_back(rows):
    side = len(rows) + 8
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, black in enumerate(row):
            if black:
                picture.putpixel((x + 4, y + 4), 0)
    found = zxingcpp.read_barcodes(picture.resize((side * 4, side * 4), Image.Resampling.NEAREST))
    return found[0].text


def test_a_code_reads_back_as_it_was_written():
    paper = specimen(PaperKind.REFUSAL, document_number="云江经济技术开发区市监不许〔2026〕9999号")
    code, signature = read_code(paper.code)
    assert code.kind is PaperKind.REFUSAL
    assert code.document_number == paper.document_number
    assert code.issued_on == paper.issued_at.date()
    key = OpenKey.of(bytes(range(32))).key
    assert verifies(key, code.digest, signature)
    assert not verifies(PublicKey(alg="sm2", public=key.public), code.digest, signature)


def test_every_kind_of_paper_has_its_own_mark():
    marks = {
        PaperCode(
            kind=kind,
            case_number=specimen(PaperKind.GRANT).case_number,
            document_number="",
            issued_on=specimen(PaperKind.GRANT).issued_at.date(),
            fingerprint="00" * 8,
            key="00" * 4,
        ).to_bytes()
        for kind in PaperKind
    }
    assert len(marks) == len(PaperKind)


def test_a_papers_file_is_genuine_as_it_was_drawn_and_in_no_other_words(desk, done):
    drawer = bootstrap.Drawer()
    paper = done.papers[0]
    for _ in range(2):
        print_paper(
            PrintPaper(case_id=done.case.id, by=CLERK, paper=paper),
            desk.open.counter,
            drawer,
            desk.tray,
        )
    first, again = (pdf for _title, _copies, pdf in desk.tray.taken[-2:])
    for pdf in (first, again):
        check = check_paper_file(desk.open, pdf)
        assert (check.standing, check.why) == (Standing.GENUINE, Why.ON_RECORD)
    forged = drawer.draw(replace(paper, applicant="李四"))
    check = check_paper_file(desk.open, forged)
    assert (check.standing, check.why) == (Standing.NOT_OURS, Why.OTHER_FILE)


def test_an_empty_roster_knows_no_window(desk, done):
    assert answer(desk, done.papers[0].code, Roster()) == (Standing.NOT_OURS, Why.UNKNOWN_WINDOW)
