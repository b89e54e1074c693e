"""Printings nobody knows the end of: the power went, the queue was silent, the program was closed.

The printer is asked first; what it does not remember, only a person who looks can tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.events import PrintOutcome
from clerk.usecases.application import Done, finish
from clerk.usecases.print_paper import SEEN, job_title

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from clerk.domain.identifiers import CaseId
    from clerk.domain.papers import OpenPrint, PaperRecord
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import Reading
    from clerk.usecases.printers import Printers


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPrintLine:
    """A paper of which it must be asked whether it came out; ``title`` names its job in a queue."""

    case_id: CaseId
    applicant: str
    paper: PaperRecord
    print: OpenPrint
    title: str

    @property
    def key(self) -> str:
        """Name this printing among all."""
        return f"{self.paper.id}:{self.print.job}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlePrint:
    """A person looked at the printer: the paper was there, or it was not."""

    line: OpenPrintLine
    by: Staff
    is_there: bool


def open_prints(reading: Reading, *, before: datetime) -> tuple[OpenPrintLine, ...]:
    """Return what must be asked, oldest first.

    What was sent since ``before``, the start of the program, is being watched
    and is asked for only once its printer was silent.
    """
    lines = [
        OpenPrintLine(
            case_id=case.id,
            applicant=case.applicant.name,
            paper=paper,
            print=each,
            title=job_title(reading.paper(paper.id), each.job),
        )
        for case in reading.open_prints()
        for paper in case.papers
        for each in paper.open_prints
        if each.is_unsure or each.at < before
    ]
    return tuple(sorted(lines, key=lambda line: line.print.at))


def remembered(lines: Iterable[OpenPrintLine], printers: Printers) -> tuple[OpenPrintLine, ...]:
    """Return those which their printers remember to have finished. Touches no store."""
    return tuple(each for each in lines if printers.named(each.print.printer).recall(each.title))


def settle_remembered(lines: Iterable[OpenPrintLine], counter: Counter) -> None:
    """Write down what the printers remembered, in the name of who had it printed."""
    for line in lines:
        _settle(line, counter, line.print.by, PrintOutcome.PRINTED, "")


def settle_print(wish: SettlePrint, counter: Counter) -> Done:
    """Write down what the person saw. What was not seen may still turn up: reprints say so."""
    outcome = PrintOutcome.PRINTED if wish.is_there else PrintOutcome.NOT_SEEN
    return _settle(wish.line, counter, wish.by.id, outcome, SEEN if wish.is_there else "")


def withdraw_print(line: OpenPrintLine, printers: Printers) -> None:
    """Take a printing back from its queue before it is printed again. Touches no store."""
    printers.named(line.print.printer).withdraw(line.title)


def _settle(
    line: OpenPrintLine, counter: Counter, by: StaffId, outcome: PrintOutcome, detail: str
) -> Done:
    with counter.begin() as work:
        case = work.cases.get(line.case_id).finish_print(
            by,
            counter.clock(),
            paper=line.paper.id,
            job=line.print.job,
            outcome=outcome,
            detail=detail,
        )
        return finish(work, case)
