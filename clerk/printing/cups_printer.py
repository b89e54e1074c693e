"""A paper's way through one of the system's queues, to its end.

CUPS gets the PDF as it is, so that text and barcodes stay vectors. A job counts as printed when
its queue says that it is completed, never because it was handed in. A queue that cannot print now
is not given the job at all, and a job that gets stuck is taken back: a paper must not come out by
itself tomorrow, after the fallback printed it today.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from clerk.printing.causes import (
    JobState,
    PrinterState,
    cause_of_printer,
    cause_of_status,
    refusal_of,
)
from clerk.printing.ipp import (
    Attribute,
    Attributes,
    Group,
    Operation,
    Tag,
    number_of,
    requested,
    text_of,
)
from clerk.printing.print_service import AccessRefused, ServiceAway
from clerk.usecases.printers import Sheet
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.printing.ipp import Answer
    from clerk.printing.print_service import PrintService
    from clerk.usecases.printers import PrintChoice

_A4 = "iso_a4_210x297mm"
_MEDIA = {(595, 842): _A4, (420, 595): "iso_a5_148x210mm"}  # points, and PWG 5101.1's names
_MEDIA_BOX = re.compile(rb"/MediaBox *\[ *0 +0 +([\d.]+) +([\d.]+) *\]")
_PRINTER = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs")
_JOB = ("job-state", "job-state-reasons", "job-media-sheets-completed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a job is watched.

    ``pause`` waits between two looks and returns True when waiting has lost its sense, because
    the program ends. ``stuck_looks`` is how often in a row a printer may name the same hindrance,
    ``looks`` how often it is asked at all.
    """

    pause: Callable[[], bool]
    stuck_looks: int = 40
    looks: int = 240


class CupsPrinter:
    """One queue, with the tray and the sides it shall use."""

    on_roll = False

    def __init__(
        self, service: PrintService, patience: Patience, *, name: str, choice: PrintChoice
    ) -> None:
        self.name = name
        self._service = service
        self._patience = patience
        self._choice = choice
        self._path = f"/printers/{quote(name)}"
        self._target = Attribute(Tag.URI, "printer-uri", (f"ipp://localhost{self._path}",))

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:
        if cause := refusal_of(self._seen()):
            raise PrinterTrouble(printer=self.name, cause=cause)
        self._watch(self._hand_in(pdf, title, copies))

    def recall(self, title: str) -> bool:
        """Say whether the queue remembers printing a job of this name to its end."""
        return any(
            number_of(each, "job-state") == JobState.COMPLETED
            for each in self._jobs(title, "completed")
        )

    def withdraw(self, title: str) -> None:
        """Take back whatever of this name has not come out yet, as far as the queue allows."""
        for each in self._jobs(title, "not-completed"):
            with suppress(PrinterTrouble):
                self._cancel(number_of(each, "job-id"))

    def _jobs(self, title: str, which: str) -> tuple[Attributes, ...]:
        chosen = Attribute(Tag.KEYWORD, "which-jobs", (which,))
        wanted = requested("job-id", "job-name", "job-state")
        try:
            answer = self._asked(Operation.GET_JOBS, chosen, wanted)
        except PrinterTrouble:
            return ()
        return tuple(each for each in answer.of(Group.JOB) if text_of(each, "job-name") == title)

    def _seen(self) -> Attributes:
        """Return what the queue says of itself.

        Raises:
            PrinterTrouble: There is no such queue, or no service.
        """
        answer = self._asked(Operation.GET_PRINTER_ATTRIBUTES, requested(*_PRINTER))
        if answer.is_no:
            raise PrinterTrouble(printer=self.name, cause=cause_of_status(answer.status))
        return next(iter(answer.of(Group.PRINTER)), {})

    def _hand_in(self, pdf: bytes, title: str, copies: int) -> int:
        given = (
            Attribute(Tag.NAME, "job-name", (title,)),
            Attribute(Tag.MEDIA_TYPE, "document-format", ("application/pdf",)),
        )
        wishes = self._wishes(pdf, copies)
        try:
            answer = self._asked(Operation.PRINT_JOB, *given, job=wishes, document=pdf)
        except PrinterTrouble as trouble:  # it broke off in the middle: the job may be there
            raise PrintUnsure(printer=self.name, cause=trouble.cause) from trouble
        if answer.is_no:
            raise PrinterTrouble(printer=self.name, cause=cause_of_status(answer.status))
        return next((number_of(each, "job-id") for each in answer.of(Group.JOB)), 0)

    def _wishes(self, pdf: bytes, copies: int) -> tuple[Attribute, ...]:
        choice = self._choice
        collated = "separate-documents-collated-copies"
        size = _A4 if choice.sheet is Sheet.A4 else media_of(pdf)
        media = tuple(filter(None, (size, choice.tray)))
        wishes = [
            Attribute(Tag.INTEGER, "copies", (copies,)),
            Attribute(Tag.KEYWORD, "multiple-document-handling", (collated,)),
            Attribute(Tag.KEYWORD, "sides", (str(choice.sides),)),
        ]
        if media:
            wishes.append(Attribute(Tag.KEYWORD, "media", media))
        return tuple(wishes)

    def _watch(self, job: int) -> None:
        """Return when the job is completed.

        Raises:
            PrinterTrouble: It ended otherwise, or was stuck and taken back; nothing came out.
            PrintUnsure: It may have come out, or may still.
        """
        causes: list[str] = []
        known: Attributes = {}
        for _look in range(self._patience.looks):
            known = self._look_at(job)
            self._must_not_have_failed(known)
            if number_of(known, "job-state") == JobState.COMPLETED:
                return
            causes.append(self._hindrance(known))
            lately = set(causes[-self._patience.stuck_looks :])
            if len(causes) >= self._patience.stuck_looks and "" not in lately:
                self._take_back(job, causes[-1], known)
                return
            if self._patience.pause():
                raise PrintUnsure(printer=self.name, cause="slow")
        if number_of(known, "job-state") in {JobState.PENDING, JobState.HELD}:
            self._take_back(job, "busy", known)
            return
        raise PrintUnsure(printer=self.name, cause="slow")

    def _hindrance(self, job: Attributes) -> str:
        """Return what keeps a job from being printed; empty while it goes on."""
        try:
            printer = self._seen()
        except PrinterTrouble as trouble:
            return trouble.cause
        if cause := cause_of_printer(printer):
            return cause
        waits = number_of(job, "job-state") in {JobState.PENDING, JobState.HELD}
        idle = number_of(printer, "printer-state") == PrinterState.IDLE
        return "fault" if waits and idle else ""

    def _look_at(self, job: int) -> Attributes:
        number = Attribute(Tag.INTEGER, "job-id", (job,))
        try:
            answer = self._asked(Operation.GET_JOB_ATTRIBUTES, number, requested(*_JOB))
        except PrinterTrouble as trouble:
            raise PrintUnsure(printer=self.name, cause=trouble.cause) from trouble
        if answer.is_no:  # the queue was removed, or forgets its jobs as they end
            raise PrintUnsure(printer=self.name, cause="forgotten")
        return next(iter(answer.of(Group.JOB)), {})

    def _must_not_have_failed(self, job: Attributes) -> None:
        state = number_of(job, "job-state")
        if state not in {JobState.ABORTED, JobState.CANCELED}:
            return
        cause = "aborted" if state == JobState.ABORTED else "canceled"
        if number_of(job, "job-media-sheets-completed"):
            raise PrintUnsure(printer=self.name, cause=cause)
        raise PrinterTrouble(printer=self.name, cause=cause)

    def _take_back(self, job: int, cause: str, before: Attributes) -> None:
        """Cancel a job that is stuck; return only if it was completed meanwhile.

        Raises:
            PrinterTrouble: It is cancelled; nothing came out.
            PrintUnsure: A part came out, or it could not be cancelled and may come out yet.
        """
        try:
            is_canceled = self._cancel(job)
        except PrinterTrouble as trouble:
            raise PrintUnsure(printer=self.name, cause=cause) from trouble
        known = self._look_at(job)
        if number_of(known, "job-state") == JobState.COMPLETED:
            return
        if number_of(known, "job-media-sheets-completed") or not is_canceled:
            raise PrintUnsure(printer=self.name, cause=cause)
        is_begun = number_of(before, "job-state") in {JobState.PROCESSING, JobState.STOPPED}
        # A printer that was never reached holds nothing that could come out later.
        had_begun = is_begun and cause != "off"
        raise PrinterTrouble(printer=self.name, cause=cause, had_begun=had_begun)

    def _cancel(self, job: int) -> bool:
        number = Attribute(Tag.INTEGER, "job-id", (job,))
        return not self._asked(Operation.CANCEL_JOB, number).is_no

    def _asked(
        self,
        operation: Operation,
        *attributes: Attribute,
        job: tuple[Attribute, ...] = (),
        document: bytes = b"",
    ) -> Answer:
        """Ask about this queue.

        Raises:
            PrinterTrouble: The print service does not answer, or not us.
        """
        try:
            return self._service.ask(
                operation, (self._target, *attributes), job, path=self._path, document=document
            )
        except ServiceAway as error:
            raise PrinterTrouble(printer=self.name, cause="service", detail=str(error)) from error
        except AccessRefused as error:
            raise PrinterTrouble(printer=self.name, cause="forbidden", detail=str(error)) from error


def media_of(pdf: bytes) -> str:
    """Return the sheet one of our own papers was drawn for, in IPP's word; else nothing."""
    found = _MEDIA_BOX.search(pdf)
    return _MEDIA.get((round(float(found[1])), round(float(found[2]))), "") if found else ""
