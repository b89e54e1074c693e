"""Rows made from cases: the shadow of the journal that lists and searches read.

A row is a function of the case as its events make it, so saving a case and
rebuilding it from the journal write the same row.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from clerk.domain.case_number import parts_of
from clerk.domain.catalogue import Limit, LimitUnit
from clerk.domain.codec import canonical, to_plain
from clerk.domain.events import PaperIssued, PrintFinished, PrintIntended
from clerk.store import rows
from clerk.store.words import initials, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.event import Event

CASE_SERIES = "case"
ITEM_SERIES = "item"
_PAGE = 1_000
_ROW_OF = "SELECT row, words FROM case_ WHERE case_id = ?"
_WORDS = rows.CASE_COLUMNS.index("words")
_DOCUMENT_NUMBER = re.compile(r"(?P<series>.+)〔(?P<year>\d{4})〕\d{3}-(?P<sequence>\d+)号")
_TO_TELL = Limit(amount=5, unit=LimitUnit.WORKING_DAYS)  # 行政许可法 32(4)


class Shadows:
    """Writes the rows of cases inside the transaction that wrote their events."""

    def __init__(self, connection: Connection, calendar: WorkCalendar) -> None:
        self._connection = connection
        self._calendar = calendar

    def write_first(self, case: Case) -> None:
        """Write the rows of a case that was just received, and count the use of its item."""
        values = self._values(case)
        row = self._connection.exec_driver_sql(rows.INSERT_CASE, values).lastrowid
        self._connection.exec_driver_sql(rows.ADD_WORDS, (row, values[_WORDS]))
        self._keep_applicant(case, row)
        self.count_use(case)

    def write(self, case: Case) -> None:
        """Bring a case's row and its applicant's row up to the case."""
        found = self._connection.exec_driver_sql(_ROW_OF, (case.id,)).one()
        values = self._values(case)
        self._connection.exec_driver_sql(rows.UPDATE_CASE, (*values, found.row))
        if found.words != values[_WORDS]:
            self._connection.exec_driver_sql(rows.DROP_WORDS, (found.row, found.words))
            self._connection.exec_driver_sql(rows.ADD_WORDS, (found.row, values[_WORDS]))
            self._keep_applicant(case, found.row)
        if any(isinstance(each, PrintIntended | PrintFinished) for each in case.news):
            self._note_open_prints(case)

    def write_anew(self, cases: Iterable[Case]) -> None:
        """Write the rows of all cases into the emptied tables, in the order of their receipt.

        Many at a time: a million cases one by one would take twice as long.
        """
        insert_case = rows.insert_into(rows.case_)
        numbered = enumerate(cases, start=1)
        while page := tuple(islice(numbered, _PAGE)):
            values = [(row, *self._values(case)) for row, case in page]
            words = [(row, each[_WORDS]) for row, *each in values]
            self._connection.exec_driver_sql(insert_case, values)
            self._connection.exec_driver_sql(rows.ADD_WORDS, words)
            people = [_applicant_row(case, row) for row, case in page]
            self._connection.exec_driver_sql(rows.KEEP_APPLICANT, people)
            for _row, case in page:
                if _has_open_prints(case):
                    self._note_open_prints(case)

    def note(self, case_id: str, event_id: str, event: Event) -> None:
        """Note where a paper's facts are."""
        if isinstance(event, PaperIssued):
            self._connection.exec_driver_sql(rows.INSERT_PAPER, (event.paper.id, case_id, event_id))

    def count_again(self, case: Case) -> None:
        """Bring the counters up to the numbers a case carries; used when rows are made anew."""
        parts = parts_of(case.number)
        self._count(CASE_SERIES, parts.day.isoformat(), parts.sequence)
        for each in case.papers:
            found = _DOCUMENT_NUMBER.fullmatch(each.document_number)
            if found:
                self._count(found["series"], found["year"], int(found["sequence"]))
        self.count_use(case)

    def count_use(self, case: Case) -> None:
        """Count one more case of its item, for ranking the choice of items."""
        self._connection.exec_driver_sql(rows.COUNT_ONE, (ITEM_SERIES, case.item.id))

    def _count(self, series: str, period: str, last: int) -> None:
        self._connection.exec_driver_sql(rows.COUNT_UP, (series, period, last))

    def _keep_applicant(self, case: Case, row: int) -> None:
        self._connection.exec_driver_sql(rows.KEEP_APPLICANT, _applicant_row(case, row))

    def _note_open_prints(self, case: Case) -> None:
        """Keep the case among those with printings nobody knows the end of, or drop it."""
        note = rows.KEEP_OPEN_PRINT if _has_open_prints(case) else rows.DROP_OPEN_PRINT
        self._connection.exec_driver_sql(note, (case.id,))

    def _values(self, case: Case) -> tuple[Any, ...]:
        applicant, due = case.applicant, case.due
        deadline = case.notices[-1].deadline_on if case.notices else None
        finished = case.finished_at
        return (
            case.id,
            case.number,
            case.number[::-1],
            case.version,
            case.stage,
            case.item.id,
            case.item.version,
            case.item.name.zh,
            case.item.name.en,
            case.item.kind,
            applicant.name,
            applicant.document_number,
            applicant.phone,
            _words_of(case),
            case.received_at.isoformat(),
            case.received_by,
            case.accepted.at.date().isoformat() if case.accepted else None,
            due.on.isoformat() if due else None,
            int(bool(due and due.is_provisional)),
            deadline.isoformat() if deadline else None,
            self._presses_on(case),
            finished.isoformat() if finished else None,
            finished.date().isoformat() if finished else None,
        )

    def _presses_on(self, case: Case) -> str:
        if case.due:
            return case.due.on.isoformat()
        if case.notices:
            return case.notices[-1].deadline_on.isoformat()
        return self._calendar.due_on(case.received_at.date(), _TO_TELL).on.isoformat()


def _applicant_row(case: Case, row: int) -> tuple[Any, ...]:
    applicant = case.applicant
    return (
        applicant.document_number,
        applicant.name,
        initials(applicant.name),
        applicant.phone,
        row,
        canonical(to_plain(applicant)).decode(),
    )


def _has_open_prints(case: Case) -> bool:
    return any(each.open_prints for each in case.papers)


def _words_of(case: Case) -> str:
    applicant = case.applicant
    return f"{words_of(applicant.name)} {words_of(applicant.contact_name)}".strip()
