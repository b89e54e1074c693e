"""Rows made from cases: the shadow of the journal that lists and searches read.

A row is a function of the case as its events make it, so saving a case and
rebuilding it from the journal write the same row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from clerk.domain.case_number import parts_of
from clerk.domain.codec import canonical, to_plain
from clerk.domain.events import (
    CertificateMade,
    Corrected,
    HandedOver,
    PaperIssued,
    PrintFinished,
    PrintIntended,
    Received,
)
from clerk.domain.lights import pressing_of
from clerk.store import rows
from clerk.store.register import certificate_rows
from clerk.store.words import initials, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from clerk.domain.applicant import Applicant
    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.event import Event
    from clerk.domain.identifiers import CaseId, EventId

Noted = tuple["CaseId", "EventId", "Event"]
"""An event, and where the journal has it."""
CASE_SERIES = "case"
ITEM_SERIES = "item"
_LAST_ROW = "SELECT coalesce(max(row), 0) FROM case_"
_ROW_OF = "SELECT row, words FROM case_ WHERE case_id = ?"
_WORDS = rows.CASE_COLUMNS.index("words")
_DOCUMENT_NUMBER = re.compile(r"(?P<series>.+)〔(?P<year>\d{4})〕\d{3}-(?P<sequence>\d+)号")


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
        self._connection.exec_driver_sql(rows.COUNT_ONE, (ITEM_SERIES, case.item.id))
        self._keep_certificate(case)

    def write(self, case: Case) -> None:
        """Bring a case's row up to the case."""
        found = self._connection.exec_driver_sql(_ROW_OF, (case.id,)).one()
        values = self._values(case)
        self._connection.exec_driver_sql(rows.UPDATE_CASE, (*values, found.row))
        if found.words != values[_WORDS]:
            self._connection.exec_driver_sql(rows.DROP_WORDS, (found.row, found.words))
            self._connection.exec_driver_sql(rows.ADD_WORDS, (found.row, values[_WORDS]))
        if any(isinstance(each, PrintIntended | PrintFinished) for each in case.news):
            self._note_open_prints(case)
        if any(isinstance(each, CertificateMade | HandedOver) for each in case.news):
            self._keep_certificate(case)

    def write_anew(self, cases: Sequence[Case]) -> None:
        """Write the rows of further cases behind the last row, many at a time."""
        last = self._connection.exec_driver_sql(_LAST_ROW).scalar_one()
        values = [(row, *self._values(case)) for row, case in enumerate(cases, start=last + 1)]
        words = [(row, each[_WORDS]) for row, *each in values]
        if values:
            self._connection.exec_driver_sql(rows.INSERT_NUMBERED_CASE, values)
            self._connection.exec_driver_sql(rows.ADD_WORDS, words)
        for each in cases:
            if _has_open_prints(each):
                self._note_open_prints(each)
        if registered := [row for each in cases for row in certificate_rows(each)]:
            self._connection.exec_driver_sql(rows.KEEP_CERTIFICATE, registered)

    def note(self, noted: Iterable[Noted]) -> None:
        """Note where papers' facts are, and applicants as they were last written down."""
        papers, people = [], []
        for case_id, event_id, event in noted:
            if isinstance(event, PaperIssued):
                papers.append((event.paper.id, case_id, event_id))
            elif isinstance(event, Received | Corrected) and event.applicant:
                people.append((*_applicant_values(event.applicant), case_id))
        for statement, values in ((rows.INSERT_PAPER, papers), (rows.KEEP_APPLICANT, people)):
            if values:
                self._connection.exec_driver_sql(statement, values)

    def _note_open_prints(self, case: Case) -> None:
        """Keep the case among those with printings nobody knows the end of, or drop it."""
        note = rows.KEEP_OPEN_PRINT if _has_open_prints(case) else rows.DROP_OPEN_PRINT
        self._connection.exec_driver_sql(note, (case.id,))

    def _keep_certificate(self, case: Case) -> None:
        for each in certificate_rows(case):
            self._connection.exec_driver_sql(rows.KEEP_CERTIFICATE, each)

    def _values(self, case: Case) -> tuple[Any, ...]:
        applicant, due = case.applicant, case.due
        deadline = case.notices[-1].deadline_on if case.notices else None
        finished, accepted = case.finished_at, case.accepted_at
        pressing = pressing_of(case, self._calendar)
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
            case.in_charge,
            accepted.date().isoformat() if accepted else None,
            due.on.isoformat() if due else None,
            int(bool(due and due.is_provisional)),
            deadline.isoformat() if deadline else None,
            pressing.clock,
            pressing.on.isoformat(),
            pressing.warns_on.isoformat(),
            int(pressing.is_paused),
            pressing.lapses_on.isoformat() if pressing.lapses_on else None,
            finished.isoformat() if finished else None,
            finished.date().isoformat() if finished else None,
        )


class Counted:
    """The counters as the cases of a journal leave them."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], int] = {}

    def count(self, case: Case) -> None:
        """Bring the counters up to the numbers a case carries, and count the use of its item."""
        parts = parts_of(case.number)
        self._reach(CASE_SERIES, parts.day.isoformat(), parts.sequence)
        for each in case.papers:
            if found := _DOCUMENT_NUMBER.fullmatch(each.document_number):
                self._reach(found["series"], found["year"], int(found["sequence"]))
        used = ITEM_SERIES, str(case.item.id)
        self._last[used] = self._last.get(used, 0) + 1

    def rows(self) -> list[tuple[str, str, int]]:
        """Return the rows of the counters."""
        return [(*key, last) for key, last in self._last.items()]

    def _reach(self, series: str, period: str, last: int) -> None:
        key = series, period
        self._last[key] = max(last, self._last.get(key, 0))


def _applicant_values(applicant: Applicant) -> tuple[str, ...]:
    return (
        applicant.document_number,
        applicant.name,
        initials(applicant.name),
        applicant.phone,
        canonical(to_plain(applicant)).decode(),
    )


def _has_open_prints(case: Case) -> bool:
    return any(each.open_prints for each in case.papers)


def _words_of(case: Case) -> str:
    applicant = case.applicant
    return f"{words_of(applicant.name)} {words_of(applicant.contact_name)}".strip()
