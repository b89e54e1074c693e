"""Print a paper: the intent is in the journal before, the result after.

Printing exactly once cannot be had from a printer, so every printing is
numbered and every one after the first says that it is a reprint (补打).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.events import PrintOutcome
from clerk.domain.papers import COPIES
from clerk.usecases.application import Done, finish
from clerk.usecases.trouble import PrinterTrouble

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.papers import Paper
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import PaperDrawer, Printer


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPaper:
    """One issued paper, to be printed (again)."""

    case_id: CaseId
    by: Staff
    paper: Paper


def print_paper(wish: PrintPaper, counter: Counter, drawer: PaperDrawer, printer: Printer) -> Done:
    """Print an issued paper in its number of copies.

    Raises:
        PrinterTrouble: The printer did not take it; that is in the journal too.
    """
    copies = COPIES[wish.paper.kind]
    with counter.begin() as work:
        case = work.cases.get(wish.case_id).intend_print(
            wish.by, counter.clock(), paper=wish.paper.id, copies=copies, printer=printer.name
        )
        job = case.paper(wish.paper.id).jobs
        finish(work, case)
    pdf = drawer.draw(wish.paper, reprint=job - 1)
    try:
        printer.print(pdf, title=f"{wish.paper.case_number} {wish.paper.kind}", copies=copies)
    except PrinterTrouble as trouble:
        _note(wish, counter, PrintOutcome.FAILED, trouble.cause)
        raise
    return _note(wish, counter, PrintOutcome.PRINTED, "")


def _note(wish: PrintPaper, counter: Counter, outcome: PrintOutcome, detail: str) -> Done:
    with counter.begin() as work:
        case = work.cases.get(wish.case_id).finish_print(
            wish.by, counter.clock(), paper=wish.paper.id, outcome=outcome, detail=detail
        )
        return finish(work, case)
