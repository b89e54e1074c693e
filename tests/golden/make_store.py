"""Leave a small real store of this release under ``tests/golden/stores/REVISION``.

    .venv/bin/python -m tests.golden.make_store

Made once for a release and never again: later programs must open what this
program wrote. Invented people only; the key is the golden store's own and signs nothing else.
"""

import json
import sqlite3
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

from clerk import bootstrap
from clerk.domain.checklist import in_hand
from clerk.domain.events import DeclineGround
from clerk.store.desk_store import FILE
from clerk.store.migrate import NEWEST
from clerk.store.window_key import FILE as KEY
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.attach_file import AttachFile, attach_file
from clerk.usecases.decline_case import DeclineCase, decline_case
from clerk.usecases.finish_at_once import FinishAtOnce, finish_at_once
from clerk.usecases.import_catalogue import ImportCatalogue, import_catalogue
from clerk.usecases.print_paper import PrintPaper, intend_print, print_paper
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.supplement_case import SupplementCase, supplement_case
from clerk.usecases.tell_once import TellOnce, tell_once
from clerk.usecases.withdraw_case import WithdrawCase, withdraw_case
from tests.desk import (
    CHIEF,
    CLERK,
    PERSON,
    PINS,
    TestDesk,
    add_people,
    application,
    found_desk,
    open_test_desk,
    sign_in_all,
)
from tests.further_day import make_every_further_move

STORES = Path(__file__).resolve().parent / "stores"


def main() -> int:
    """Make the store in a folder of its own, then copy what a window keeps."""
    target = STORES / NEWEST
    if target.exists():
        print(f"{target} stands already; a golden store is never made again.")
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        desk = made_desk(Path(scratch) / "desk")
        work_a_day(desk)
        facts = facts_of(desk)
        desk.close()
        fold_the_log_in(Path(scratch) / "desk" / FILE)
        target.mkdir(parents=True)
        for name in (FILE, KEY):
            copyfile(Path(scratch) / "desk" / name, target / name)
        (target / "facts.json").write_text(
            json.dumps(facts, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
    print(f"made {target}")
    return 0


def made_desk(folder: Path) -> TestDesk:
    """Make a desk with two people and three departments' lists, to keep the store small."""
    found_desk(folder)
    desk = open_test_desk(folder)
    for name in ("SCJG", "BDC", "XF"):
        raw = (bootstrap.resources() / "catalogue" / f"{name}.json").read_bytes()
        import_catalogue(ImportCatalogue(raw=raw), begin=desk.open.counter.begin)
    add_people(desk.open)
    sign_in_all(desk.open)
    return desk


def fold_the_log_in(path: Path) -> None:
    """Bring everything from the write-ahead log into the one file that is copied."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def facts_of(desk: TestDesk) -> dict[str, object]:
    """Say what the store holds, to be compared by programs to come."""
    store = desk.open.store
    with store.connection.begin():
        found = store.connection.exec_driver_sql("SELECT number, stage, applicant FROM case_")
        cases = {each.number: [each.stage, each.applicant] for each in found}
        events = store.connection.exec_driver_sql("SELECT count(*) FROM journal").scalar()
    return {
        "events": events,
        "head": store.head.previous,
        "cases": dict(sorted(cases.items())),
    }


def work_a_day(desk: TestDesk) -> None:
    """Bring a case to each end of the path that this release has."""
    counter = desk.open.counter
    done = finish_at_once(
        FinishAtOnce(
            opening=application(desk, "SCJG-004", PERSON),
            by=CLERK,
            chief=CHIEF,
            pin=PINS[CHIEF.id],
            examined="材料齐全，符合法定形式。",
            opinion="同意。",
            certificate_number="92349900MA00000001",
        ),
        counter,
    )
    for _ in range(2):
        wish = PrintPaper(case_id=done.case.id, by=CLERK, paper=done.papers[0])
        print_paper(wish, counter, desk.room.drawer, desk.tray)
    intend_print(
        wish, counter, desk.tray
    )  # the power went before the printer said that it came out
    desk.clock.on(minutes=20)
    _told_and_refused(desk)
    desk.clock.on(minutes=20)
    _left_in_the_middle(desk)
    desk.clock.on(minutes=20)
    make_every_further_move(desk)


def _told_and_refused(desk: TestDesk) -> None:
    counter = desk.open.counter
    opening = application(desk, "SCJG-005", missing=1)
    last_day = desk.clock().date() + timedelta(days=7)
    told = tell_once(TellOnce(opening=opening, by=CLERK, deadline_on=last_day), counter).case
    wanting = told.checklist.wanting()[0].prerequisite
    marks = {wanting.id: in_hand(wanting)}
    supplement_case(SupplementCase(case_id=told.id, by=CLERK, marks=marks), counter)
    wish = AttachFile(case_id=told.id, by=CLERK, name="现场.pdf", content=b"%PDF-1.4 invented")
    attach_file(wish, counter, desk.room.attachments)
    case = accept_case(AcceptCase(opening=told.id, by=CLERK, opinion="请审批。"), counter).case
    sign_off(
        SignOff(
            case_id=case.id,
            by=CHIEF,
            pin=PINS[CHIEF.id],
            decision=Decision.REFUSE,
            opinion="不同意。",
            facts="经营场所与申请不符。",
            reasons="不符合许可条件。",
            basis="食品安全法 35",
            seen=case.substance,
        ),
        counter,
    )


def _left_in_the_middle(desk: TestDesk) -> None:
    counter = desk.open.counter
    receive_case(ReceiveCase(application=application(desk, "SCJG-005"), by=CLERK), counter)
    opening = application(desk, "SCJG-004", PERSON, missing=1)
    last_day = desk.clock().date() + timedelta(days=7)
    tell_once(TellOnce(opening=opening, by=CLERK, deadline_on=last_day), counter)
    accepted = accept_case(AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), counter)
    wish = WithdrawCase(case_id=accepted.case.id, by=CLERK, reason="申请人另选他址。")
    withdraw_case(wish, counter)
    decline_case(
        DeclineCase(
            opening=application(desk, "SCJG-005"),
            by=CLERK,
            ground=DeclineGround.NOT_OUR_COMPETENCE,
            facts="申请经营的场所不在本市。",
            basis="行政许可法 32(2)",
            authority="邻市市场监督管理局（虚构）",
        ),
        counter,
    )
    accept_case(AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK), counter)


if __name__ == "__main__":
    sys.exit(main())
