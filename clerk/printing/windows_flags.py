"""What the flags of Windows' print spooler mean (winspool.h): which cause each of them is."""

from __future__ import annotations

from enum import IntFlag


class PrinterFlag(IntFlag):
    """PRINTER_STATUS_*."""

    PAUSED = 0x1
    ERROR = 0x2
    PENDING_DELETION = 0x4
    PAPER_JAM = 0x8
    PAPER_OUT = 0x10
    PAPER_PROBLEM = 0x40
    OFFLINE = 0x80
    OUTPUT_BIN_FULL = 0x800
    NOT_AVAILABLE = 0x1000
    NO_TONER = 0x40000
    USER_INTERVENTION = 0x100000
    DOOR_OPEN = 0x400000


class JobFlag(IntFlag):
    """JOB_STATUS_*."""

    PAUSED = 0x1
    ERROR = 0x2
    DELETING = 0x4
    PRINTING = 0x10
    OFFLINE = 0x20
    PAPEROUT = 0x40
    PRINTED = 0x80
    DELETED = 0x100
    BLOCKED_DEVQ = 0x200
    USER_INTERVENTION = 0x400
    COMPLETE = 0x1000


_OF_PRINTER = {  # what a person can mend first comes first
    PrinterFlag.PAPER_OUT: "paper",
    PrinterFlag.PAPER_JAM: "jam",
    PrinterFlag.PAPER_PROBLEM: "paper",
    PrinterFlag.DOOR_OPEN: "open",
    PrinterFlag.NO_TONER: "ink",
    PrinterFlag.OUTPUT_BIN_FULL: "full",
    PrinterFlag.OFFLINE: "off",
    PrinterFlag.NOT_AVAILABLE: "off",
    PrinterFlag.PAUSED: "paused",
    PrinterFlag.PENDING_DELETION: "rejecting",
    PrinterFlag.USER_INTERVENTION: "fault",
    PrinterFlag.ERROR: "fault",
}
_OF_JOB = {
    JobFlag.PAPEROUT: "paper",
    JobFlag.OFFLINE: "off",
    JobFlag.PAUSED: "paused",
    JobFlag.BLOCKED_DEVQ: "busy",
    JobFlag.USER_INTERVENTION: "fault",
    JobFlag.ERROR: "fault",
}


def cause_of_printer(flags: int) -> str:
    """Return what keeps a printer from printing; empty when nothing does."""
    return next((cause for flag, cause in _OF_PRINTER.items() if flags & flag), "")


def cause_of_job(flags: int) -> str:
    """Return what holds a job up; empty while it goes on."""
    return next((cause for flag, cause in _OF_JOB.items() if flags & flag), "")
