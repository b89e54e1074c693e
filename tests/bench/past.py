"""Years of finished cases, made quickly: real signed journal entries, and their rows beside them.

A pattern case goes the real way through the use cases; every other one is the pattern with its
own number, day, applicant and ids, signed with the clerk's key. Rebuilding the rows from these
entries gives the same rows, and ``test_past.py`` holds it to that.
"""

from __future__ import annotations

import json
import random
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from clerk.bootstrap import new_id
from clerk.domain.applicant import Applicant
from clerk.domain.case_number import CaseNumber, NumberParts, compose
from clerk.domain.catalogue import ApplicantKind
from clerk.domain.codec import canonical, to_plain
from clerk.domain.identity import DocumentKind, resident_id_check
from clerk.domain.journal import hash_of
from clerk.store import rows
from clerk.store.words import initials, words_of
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.withdraw_case import WithdrawCase, withdraw_case
from tests.desk import BEIJING, CLERK, DESK, PERSON, TestDesk, application, open_test_desk

ITEM = "SCJG-004"
PER_DAY = 450
FIRST_DAY = date(2019, 1, 1)
PAGE = 5_000
WITH_PAPER = 4  # every fourth case keeps the entry of its voucher too
_LAST_OF_DAY = "INSERT OR REPLACE INTO counter (series, period, last) VALUES ('case', ?, ?)"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余欧苏叶程魏"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志春波辉鹏飞海燕云龙文斌"
    "宇浩凯健俊帆雪琳玲婷欣怡佳颖梦瑶晨曦思远嘉豪子轩雨泽一诺博天佑若诗涵梓萱然"
)
_TAILS = list(accumulate(1 / (at + 1) ** 0.6 for at in range(len(_SURNAMES))))


class Past:
    """Grows a new desk's store by finished cases; the desk may go on working between."""

    def __init__(self, desk: TestDesk) -> None:
        self._desk = desk
        self._store = desk.open.store
        self._dice = random.Random(20261123)  # noqa: S311  the same past in every run
        self._entries, self._row, self._columns = _pattern(desk)
        self._pending: dict[str, list[tuple]] = {}
        self.count = 0

    def grow_to(self, count: int) -> None:
        """Add cases until there are ``count``; later ones have later numbers and days."""
        while self.count < count:
            upto = min(count, self.count + PAGE)
            with self._store.begin() as work:
                self._pending = {"journal": [], "case_": [], "words": [], "paper": [], "person": []}
                self._head = self._store.head
                self._next_row = 1 + self._number("SELECT max(row) FROM case_")
                for at in range(self.count, upto):
                    self._add(at)
                self._write()
                work.journal.head = self._head
                work.commit()
            self.count = upto

    def go_on(self) -> TestDesk:
        """Open the desk again after it was closed, and grow that."""
        self._desk = open_test_desk(self._desk.folder)
        self._store = self._desk.open.store
        return self._desk

    def number(self, at: int) -> CaseNumber:
        """Return the number of the case in this place."""
        return compose(
            NumberParts(
                center=DESK.center,
                window=DESK.window,
                incarnation=DESK.incarnation,
                day=_day(at),
                sequence=at % PER_DAY + 1,
            )
        )

    def _add(self, at: int) -> None:
        moment = datetime.combine(_day(at), time(9), BEIJING) + timedelta(minutes=at % PER_DAY)
        person, number, case_id = self._person(), self.number(at), new_id(moment)
        paper_id = new_id(moment) if at % WITH_PAPER == 0 else ""
        self._entry(0, case_id, moment, {"number": number, "applicant": to_plain(person)})
        if paper_id:
            own = {"id": paper_id, "case_number": number, "applicant": person.name}
            paper = self._entries[1]["body"]["paper"] | own
            event_id = self._entry(1, case_id, moment, {"paper": paper})
            self._pending["paper"].append((paper_id, case_id, event_id))
        self._entry(2, case_id, moment, {})
        self._rows(case_id, number, person, moment, 3 if paper_id else 2)

    def _entry(self, place: int, case_id: str, moment: datetime, own: dict) -> str:
        head, pattern, event_id = self._head, self._entries[place], new_id(moment)
        plain = pattern | {
            "seq": head.sequence,
            "prev": head.previous,
            "event_id": event_id,
            "case_id": case_id,
            "at": moment.isoformat(),
            "body": pattern["body"] | own,
        }
        payload = canonical(plain)
        digest = hash_of(payload)
        self._pending["journal"].append(
            (head.incarnation, head.sequence, event_id, case_id, payload, digest,
             self._store.pins.seal_of(CLERK.id).sign(digest))
        )  # fmt: skip
        self._head = type(head)(
            center=head.center,
            window=head.window,
            incarnation=head.incarnation,
            sequence=head.sequence + 1,
            previous=digest.hex(),
        )
        return event_id

    def _rows(
        self, case_id: str, number: str, person: Applicant, moment: datetime, version: int
    ) -> None:
        words = words_of(person.name)
        row, self._next_row = self._next_row, self._next_row + 1
        own = {
            "row": row,
            "case_id": case_id,
            "number": number,
            "reversed": number[::-1],
            "version": version,
            "applicant": person.name,
            "document": person.document_number,
            "phone": person.phone,
            "words": words,
            "received_at": moment.isoformat(),
            "presses_on": moment.date().isoformat(),
            "warns_on": moment.date().isoformat(),
            "finished_at": moment.isoformat(),
            "finished_on": moment.date().isoformat(),
        }  # fmt: skip
        self._pending["case_"].append(tuple((self._row | own)[each] for each in self._columns))
        self._pending["words"].append((row, words))
        content = canonical(to_plain(person)).decode()
        self._pending["person"].append(
            (
                person.document_number,
                person.name,
                initials(person.name),
                person.phone,
                content,
                case_id,
            )
        )

    def _write(self) -> None:
        connection, pending = self._store.connection, self._pending
        days: dict[str, int] = {}
        for each in pending["case_"]:
            values = dict(zip(self._columns, each, strict=True))
            parts = values["number"]
            days[values["finished_on"]] = int(parts[14:18])
        connection.exec_driver_sql(rows.INSERT_ENTRY, pending["journal"])
        connection.exec_driver_sql(rows.INSERT_NUMBERED_CASE, pending["case_"])
        connection.exec_driver_sql(rows.ADD_WORDS, pending["words"])
        connection.exec_driver_sql(rows.KEEP_APPLICANT, pending["person"])
        if pending["paper"]:
            connection.exec_driver_sql(rows.INSERT_PAPER, pending["paper"])
        for day, last in days.items():
            connection.exec_driver_sql(_LAST_OF_DAY, (day, last))
        used = "UPDATE counter SET last = last + ? WHERE series = 'item' AND period = ?"
        connection.exec_driver_sql(used, (len(pending["case_"]), ITEM))

    def _person(self) -> Applicant:
        """Invent an applicant; common names are as common as they are."""
        dice = self._dice
        surname = dice.choices(_SURNAMES, cum_weights=_TAILS)[0]
        given = "".join(dice.choices(_GIVEN, k=dice.choice((1, 2, 2, 2))))
        born = date(1950, 1, 1) + timedelta(days=dice.randrange(20_000))
        first = f"341103{born:%Y%m%d}{dice.randrange(1000):03d}"
        return Applicant(
            kind=ApplicantKind.PERSON,
            name=surname + given,
            document_kind=DocumentKind.RESIDENT_ID,
            document_number=first + resident_id_check(first),
            phone=f"139{dice.randrange(10**8):08d}",
        )

    def _number(self, statement: str) -> int:
        return int(self._store.connection.exec_driver_sql(statement).scalar() or 0)


def _day(at: int) -> date:
    return FIRST_DAY + timedelta(days=at // PER_DAY)


def _pattern(desk: TestDesk) -> tuple[list[dict], dict, list[str]]:
    """Send one case the real way: its three entries and its row are the pattern."""
    opened = desk.open
    wish = ReceiveCase(application=application(desk, ITEM, PERSON), by=CLERK)
    case = receive_case(wish, opened.counter).case
    withdraw_case(WithdrawCase(case_id=case.id, by=CLERK, reason="不再办理"), opened.counter)
    with opened.store.connection.begin():
        found = opened.store.connection.exec_driver_sql(
            "SELECT payload FROM journal WHERE case_id = ? ORDER BY id", (case.id,)
        )
        entries = [json.loads(each) for each in found.scalars()]
        row = opened.store.connection.exec_driver_sql(
            "SELECT * FROM case_ WHERE case_id = ?", (case.id,)
        )
        values = dict(row.mappings().one())
    return entries, values, [each.name for each in rows.case_.columns]
