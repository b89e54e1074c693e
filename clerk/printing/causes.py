"""Why a printer does not print: from the reasons it gives in IPP, never from its messages.

The result is a key of the wording (``usecases/printing_words.py``).
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from clerk.printing.ipp import Status, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clerk.printing.ipp import Attributes

_REASONS = {  # RFC 8011 5.4.12 and PWG 5100.9; what a person can mend first comes first
    "media-empty": "paper",
    "media-needed": "paper",
    "media-jam": "jam",
    "cover-open": "open",
    "door-open": "open",
    "interlock-open": "open",
    "toner-empty": "ink",
    "marker-supply-empty": "ink",
    "marker-waste-full": "ink",
    "output-area-full": "full",
    "paused": "paused",
    "moving-to-paused": "paused",
    "hold-new-jobs": "paused",
    "cups-missing-filter": "driver",
    "cups-insecure-filter": "driver",
    "offline": "off",
    "connecting-to-device": "off",
    "timed-out": "off",
    "shutdown": "off",
    "other": "fault",
}
_SEVERITIES = ("error", "warning", "report")
_TOLD_AS_REPORT = frozenset({"offline"})
"""CUPS's own backends report an unreachable printer no louder than that."""

_STATUSES = {
    Status.FORBIDDEN: "forbidden",
    Status.NOT_AUTHENTICATED: "forbidden",
    Status.NOT_AUTHORISED: "forbidden",
    Status.NOT_FOUND: "unknown",
    Status.FORMAT_UNKNOWN: "format",
    Status.NOT_ACCEPTING: "rejecting",
}


class JobState(IntEnum):
    """RFC 8011 5.3.7."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


class PrinterState(IntEnum):
    """RFC 8011 5.4.11."""

    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


def cause_of_status(status: int) -> str:
    """Return why a request was refused."""
    found = (_STATUSES[each] for each in Status if each == status and each in _STATUSES)
    return next(found, "refused")


def cause_of_reasons(reasons: Iterable[str]) -> str:
    """Return what keeps a printer from printing; empty when it only warns, or says nothing."""
    wrong = {
        name for name, severity in map(_split, reasons) if _keeps_from_printing(name, severity)
    }
    known = (cause for reason, cause in _REASONS.items() if reason in wrong)
    return next(known, "")


def _split(reason: str) -> tuple[str, str]:
    name, _dash, last = reason.rpartition("-")
    return (name, last) if last in _SEVERITIES else (reason, "")


def _keeps_from_printing(name: str, severity: str) -> bool:
    return severity in {"", "error"} or name in _TOLD_AS_REPORT


def refusal_of(printer: Attributes) -> str:
    """Return why a queue cannot take a job now.

    What it reported of an earlier job is no reason: that stands until the next job clears it.
    """
    if printer.get("printer-is-accepting-jobs", (True,))[0] is False:
        return "rejecting"
    if number_of(printer, "printer-state") == PrinterState.STOPPED:
        return cause_of_reasons(map(str, printer.get("printer-state-reasons", ()))) or "paused"
    return ""


def cause_of_printer(printer: Attributes) -> str:
    """Return what a printer says against printing, now or of its last job."""
    reasons = map(str, printer.get("printer-state-reasons", ()))
    return refusal_of(printer) or cause_of_reasons(reasons)
