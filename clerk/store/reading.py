"""Looking things up: worklists, search, one case, one paper. All on indexes, flat to a million."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from clerk.domain.applicant import Applicant
from clerk.domain.case_number import CaseNumber, NotACaseNumber, parse
from clerk.domain.catalogue import ItemId, ItemKind, Words
from clerk.domain.clock_events import ClockKind
from clerk.domain.codec import from_plain
from clerk.domain.events import PaperIssued
from clerk.domain.identifiers import CaseId, PaperId
from clerk.domain.journal import read_payload
from clerk.domain.lights import Pressing
from clerk.domain.stages import Stage
from clerk.domain.text import narrow, tidy_name
from clerk.store import rows
from clerk.store.connection import telling_outages
from clerk.store.register import certificates
from clerk.store.words import wanted_words
from clerk.store.work import SqlDrafts, case_of, events_of
from clerk.usecases.lines import CaseLine, DayCounts, ItemLine, Queue
from clerk.usecases.trouble import NoSuchPaper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from clerk.domain.case import Case
    from clerk.domain.catalogue import ServiceItem
    from clerk.domain.event import Event
    from clerk.domain.papers import Paper
    from clerk.domain.staff import Staff
    from clerk.store.published import SqlItems
    from clerk.usecases.draft import Draft
    from clerk.usecases.lines import CertificateLine
    from clerk.usecases.ports import Clock

_LINE = (
    "SELECT row, case_id, number, item_id, name_zh, name_en, item_kind, applicant, stage,"
    " received_at, received_by, in_charge, due_on, due_is_provisional, deadline_on, finished_at,"
    " clock, presses_on, warns_on, is_paused FROM case_ "
)
_OPEN = " AND finished_on IS NULL ORDER BY presses_on, row LIMIT ?"
_URGENT = "SELECT count(*) FROM case_ WHERE clock IS NOT NULL AND is_paused = 0 AND warns_on <= ?"
_STAGE_OF = {
    Queue.TO_SIGN: (Stage.REVIEWED,),
    Queue.TO_HAND_OVER: (Stage.CERTIFIED, Stage.REFUSED),
    Queue.TO_MAKE: (Stage.GRANTED,),
    Queue.RETURNED: (Stage.RETURNED,),
    Queue.WITH_APPLICANT: (Stage.NOTIFIED,),
}
_SHORTEST_DIGITS = 3
_MOST_SORTED = 200  # so many fit what is typed that the newest of all of them would say no more
_AFTER_ALL = "\U0010ffff"
_HOLDING_WORDS = f"WHERE row IN ({rows.FIND_WORDS})"
_Clause = tuple[str, *tuple[object, ...]]
"""A condition and its values."""


class SqlReading:
    """Reads on a connection that cannot write."""

    def __init__(
        self,
        connection: Connection,
        path: Path,
        items: SqlItems,
        clock: Clock,
        *,
        people: Callable[[], tuple[Staff, ...]],
    ) -> None:
        self.staff = people
        self._connection, self._path = connection, path
        self._items = items
        self._clock = clock

    def queue(self, queue: Queue, *, limit: int = 200) -> tuple[CaseLine, ...]:
        if queue is Queue.ALL:
            return self._lines("ORDER BY row DESC LIMIT ?", limit)
        if queue is Queue.TO_DO:
            return self._lines("WHERE finished_on IS NULL ORDER BY presses_on, row LIMIT ?", limit)
        if queue is Queue.FINISHED_TODAY:
            today = self._clock().date().isoformat()
            return self._lines("WHERE finished_on = ? ORDER BY row DESC LIMIT ?", today, limit)
        stages = _STAGE_OF[queue]
        found = [self._lines(f"WHERE stage = ?{_OPEN}", each, limit) for each in stages]
        return sum(found, ())[:limit]

    def search(self, text: str, *, limit: int = 50) -> tuple[CaseLine, ...]:
        code = narrow(text).upper()
        if not code:
            return ()
        found: dict[str, CaseLine] = {}
        for clause, *values in self._clauses(text, code):
            for line in self._lines(f"{clause} ORDER BY row DESC LIMIT ?", *values, limit):
                found.setdefault(line.id, line)
            if len(found) >= limit:
                break
        return tuple(found.values())[:limit]

    def by_number(self, number: CaseNumber) -> CaseId | None:
        found = self._scalar("SELECT case_id FROM case_ WHERE number = ?", number)
        return None if found is None else CaseId(found)

    def counts(self, today: date) -> DayCounts:
        day = today.isoformat()
        accepted = "SELECT count(*) FROM case_ WHERE accepted_on = ?"
        stage = "SELECT count(*) FROM case_ WHERE finished_on IS NULL AND stage = ?"
        return DayCounts(
            accepted_today=self._scalar(accepted, day),
            immediate_today=self._scalar(f"{accepted} AND item_kind = 'immediate'", day),
            due_soon=self._scalar(f"{_URGENT} AND presses_on >= ?", day, day),
            overdue=self._scalar(f"{_URGENT} AND presses_on < ?", day, day),
            to_sign=self._scalar(stage, Stage.REVIEWED),
            to_hand_over=self._scalar(stage, Stage.CERTIFIED) + self._scalar(stage, Stage.REFUSED),
        )

    def case(self, case_id: CaseId) -> Case:
        with self._looking():
            return case_of(self._connection, self._items, case_id)

    def history(self, case_id: CaseId) -> tuple[Event, ...]:
        with self._looking():
            return events_of(self._connection, case_id)

    def paper(self, paper_id: PaperId) -> Paper:
        payload = self._scalar(
            "SELECT payload FROM journal JOIN paper USING (event_id) WHERE paper_id = ?", paper_id
        )
        if payload is None:
            raise NoSuchPaper(wanted=paper_id)
        event = read_payload(payload)[1]
        assert isinstance(event, PaperIssued)  # noqa: S101 - the row was made from one
        return event.paper

    def open_prints(self) -> tuple[Case, ...]:
        found = self._all("SELECT case_id FROM open_print ORDER BY case_id")
        return tuple(self.case(CaseId(each[0])) for each in found)

    def applicants(self, text: str, *, limit: int = 8) -> tuple[Applicant, ...]:
        code, name = narrow(text).upper(), tidy_name(text)
        if not code:
            return ()
        clauses = [
            ("document", code),
            ("phone", code),
            ("name", name),
            ("initials", code.lower()),
        ]
        found: dict[str, Applicant] = {}
        for column, start in clauses:
            for content in self._all(
                f"SELECT content FROM (SELECT content, row FROM applicant"  # noqa: S608 - our own columns
                f" WHERE {column} >= ? AND {column} < ? LIMIT ?) ORDER BY row DESC LIMIT ?",
                start,
                start + _AFTER_ALL,
                _MOST_SORTED,
                limit,
            ):
                person = from_plain(Applicant, json.loads(content[0]), "applicant")
                found.setdefault(person.document_number, person)
        return tuple(found.values())[:limit]

    def certificates(self, text: str = "", *, limit: int = 200) -> tuple[CertificateLine, ...]:
        with self._looking():
            return certificates(self._connection, text, limit)

    def items(self) -> tuple[ItemLine, ...]:
        found = self._all(
            "SELECT p.item_id, p.version, p.initials, coalesce(c.last, 0) AS used"
            " FROM published_item AS p LEFT JOIN counter AS c"
            " ON c.series = 'item' AND c.period = p.item_id"
            " WHERE p.version = (SELECT max(version) FROM published_item WHERE item_id = p.item_id)"
            " ORDER BY used DESC, p.item_id"
        )
        with self._looking():
            return tuple(
                _item_line(self._items.version(ItemId(each[0]), each[1]), each[2], each[3])
                for each in found
            )

    def item(self, item_id: ItemId) -> ServiceItem:
        with self._looking():
            return self._items.latest(item_id)

    def drafts(self) -> tuple[Draft, ...]:
        with self._looking():
            return SqlDrafts(self._connection).all()

    def _clauses(self, text: str, code: str) -> list[_Clause]:
        clauses: list[_Clause] = []
        if code.isdigit():
            clauses += self._number_clauses(code)
        if code.isascii():
            clauses.append(_starting("document", code))
        if wanted := wanted_words(tidy_name(text)):
            clauses.append((_HOLDING_WORDS, wanted, _MOST_SORTED))
        return clauses

    def _number_clauses(self, code: str) -> list[_Clause]:
        try:
            return [("WHERE number = ?", parse(code))]
        except NotACaseNumber:
            if len(code) < _SHORTEST_DIGITS:
                return []
        return [_starting("reversed", code[::-1]), _starting("phone", code)]

    @contextmanager
    def _looking(self) -> Iterator[None]:
        with telling_outages(self._path), self._connection.begin():
            yield

    def _lines(self, clause: str, *values: object) -> tuple[CaseLine, ...]:
        return tuple(_line(each) for each in self._all(_LINE + clause, *values))

    def _all(self, statement: str, *values: object) -> list[Any]:
        with self._looking():
            return list(self._connection.exec_driver_sql(statement, tuple(values)).all())

    def _scalar(self, statement: str, *values: object) -> Any:
        with self._looking():
            return self._connection.exec_driver_sql(statement, tuple(values)).scalar()


def _starting(column: str, start: str) -> _Clause:
    among = f"SELECT row FROM case_ WHERE {column} >= ? AND {column} < ? LIMIT {_MOST_SORTED}"  # noqa: S608 - our own columns
    return (f"WHERE row IN ({among})", start, start + _AFTER_ALL)


def _line(row: Any) -> CaseLine:
    return CaseLine(
        id=CaseId(row.case_id),
        number=CaseNumber(row.number),
        item_id=ItemId(row.item_id),
        item_name=Words(row.name_zh, row.name_en),
        item_kind=ItemKind(row.item_kind),
        applicant=row.applicant,
        stage=Stage(row.stage),
        received_at=datetime.fromisoformat(row.received_at),
        received_by=row.received_by,
        in_charge=row.in_charge,
        due_on=_day(row.due_on),
        due_is_provisional=bool(row.due_is_provisional),
        deadline_on=_day(row.deadline_on),
        pressing=Pressing(
            clock=ClockKind(row.clock) if row.clock else None,
            on=date.fromisoformat(row.presses_on),
            warns_on=date.fromisoformat(row.warns_on),
            is_paused=bool(row.is_paused),
        ),
        finished_at=datetime.fromisoformat(row.finished_at) if row.finished_at else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _item_line(item: ServiceItem, initials: str, used: int) -> ItemLine:
    return ItemLine(
        id=item.id,
        code=item.code,
        name=item.name,
        department=item.department.name,
        kind=item.kind,
        promised=item.promised,
        statutory=item.statutory,
        fee=item.fee,
        initials=initials,
        materials=tuple(each.name.zh for each in item.prerequisites),
        used=used,
    )
