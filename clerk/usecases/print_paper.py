"""Print a paper: the intent is in the journal before, the result after.

Printing exactly once cannot be had from a printer. So every printing is numbered, every one after
the first that came out (or may have) says that it is a reprint (补打), and one whose end nobody
heard stays open until a person has looked.

It goes in three steps, because only two of them touch the store: the printer is waited for on a
thread of its own, and the counter works on meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.events import PrintIntended, PrintOutcome
from clerk.domain.paper_rules import RULES
from clerk.usecases.application import Done, finish
from clerk.usecases.trouble import PaperUndrawn, PrinterTrouble, PrintUnsure

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.papers import Paper
    from clerk.domain.refusals import ClerkError
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter
    from clerk.usecases.ports import PaperDrawer, Printer

SEEN = "seen"
"""Detail of a printing that a person found at the printer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPaper:
    """One issued paper, to be printed (again)."""

    case_id: CaseId
    by: Staff
    paper: Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """A printing that stands in the journal and can now be carried out."""

    wish: PrintPaper
    printer: Printer
    number: int
    reprint: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintResult:
    """What became of it; ``trouble`` is what the person at the desk is told."""

    outcome: PrintOutcome
    detail: str = ""
    trouble: ClerkError | None = None


def job_title(paper: Paper, number: int) -> str:
    """Return what a job is called in the printer's queue: the same for ever, and only this one."""
    return f"{paper.case_number} {paper.kind} {paper.id[-6:]}-{number}"


def intend_print(wish: PrintPaper, counter: Counter, printer: Printer) -> PrintJob:
    """Write down that a paper goes to a printer, and whether it does as a reprint."""
    paper = wish.paper
    with counter.begin() as work:
        case = work.cases.get(wish.case_id).intend_print(
            wish.by,
            counter.clock(),
            paper=paper.id,
            copies=RULES[paper.kind].copies,
            printer=printer.name,
        )
        (intent,) = case.news
        assert isinstance(intent, PrintIntended)  # noqa: S101 - the one thing it did
        finish(work, case)
    return PrintJob(wish=wish, printer=printer, number=intent.job, reprint=intent.reprint)


def carry_out(job: PrintJob, drawer: PaperDrawer) -> PrintResult:
    """Draw the paper and print it; returns once the printer is done. Touches no store."""
    paper = job.wish.paper
    try:
        draw = drawer.strip if job.printer.on_roll else drawer.draw
        drawn = draw(paper, reprint=job.reprint)
        copies = RULES[paper.kind].copies
        job.printer.print(drawn, title=job_title(paper, job.number), copies=copies)
    except PrinterTrouble as trouble:
        outcome = PrintOutcome.STUCK if trouble.had_begun else PrintOutcome.FAILED
        return PrintResult(outcome=outcome, detail=trouble.cause, trouble=trouble)
    except PrintUnsure as trouble:
        return PrintResult(outcome=PrintOutcome.UNKNOWN, detail=trouble.cause, trouble=trouble)
    except PaperUndrawn as trouble:
        return PrintResult(outcome=PrintOutcome.FAILED, detail="undrawn", trouble=trouble)
    return PrintResult(outcome=PrintOutcome.PRINTED)


def note_print(job: PrintJob, result: PrintResult, counter: Counter) -> Done:
    """Write down what became of it."""
    wish = job.wish
    with counter.begin() as work:
        case = work.cases.get(wish.case_id).finish_print(
            wish.by.id,
            counter.clock(),
            paper=wish.paper.id,
            job=job.number,
            outcome=result.outcome,
            detail=result.detail,
        )
        return finish(work, case)


def print_paper(wish: PrintPaper, counter: Counter, drawer: PaperDrawer, printer: Printer) -> Done:
    """Print an issued paper in its number of copies, and wait for it.

    Raises:
        PrinterTrouble, PrintUnsure, PaperUndrawn: It did not come out, or nobody knows; that is
            in the journal too.
    """
    job = intend_print(wish, counter, printer)
    result = carry_out(job, drawer)
    done = note_print(job, result, counter)
    if result.trouble:
        raise result.trouble
    return done
