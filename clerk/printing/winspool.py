"""Windows' print spooler itself (winspool.drv), asked through ctypes; there is none elsewhere."""

from __future__ import annotations

import ctypes
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from clerk.printing.windows_printer import SpoolJob

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOB_CONTROL_DELETE = 5
_PRINTER_INFO_6 = 6
_JOB_INFO_1 = 1
_MOST_JOBS = 500


class _JobInfo(ctypes.Structure):
    """JOB_INFO_1W."""

    _fields_ = (
        ("number", ctypes.c_uint32),
        ("printer", ctypes.c_wchar_p),
        ("machine", ctypes.c_wchar_p),
        ("user", ctypes.c_wchar_p),
        ("document", ctypes.c_wchar_p),
        ("data_type", ctypes.c_wchar_p),
        ("status_words", ctypes.c_wchar_p),
        ("flags", ctypes.c_uint32),
        ("priority", ctypes.c_uint32),
        ("position", ctypes.c_uint32),
        ("total_pages", ctypes.c_uint32),
        ("pages_printed", ctypes.c_uint32),
        ("submitted", ctypes.c_uint16 * 8),  # SYSTEMTIME
    )


class WinSpool:
    """`Spool` of this Windows. A printer that cannot be opened is none."""

    def __init__(self) -> None:
        self._calls = _library()

    def printer_flags(self, printer: str) -> int | None:
        with self._opened(printer) as handle:
            if handle is None:
                return None
            flags, needed = ctypes.c_uint32(), ctypes.c_uint32()
            done = self._calls.GetPrinterW(
                handle,
                _PRINTER_INFO_6,
                ctypes.byref(flags),
                ctypes.sizeof(flags),
                ctypes.byref(needed),
            )
            return flags.value if done else 0

    def job(self, printer: str, title: str) -> SpoolJob | None:
        with self._opened(printer) as handle:
            if handle is None:
                return None
            found = [each for each in self._jobs(handle) if each.document == title]
            return SpoolJob(number=found[-1].number, flags=found[-1].flags) if found else None

    def cancel(self, printer: str, number: int) -> bool:
        with self._opened(printer) as handle:
            if handle is None:
                return False
            return bool(self._calls.SetJobW(handle, number, 0, None, _JOB_CONTROL_DELETE))

    def _jobs(self, handle: Any) -> tuple[_JobInfo, ...]:  # a HANDLE of ctypes
        """Return the queue's jobs. The texts lie behind the records, in the same memory."""
        needed, count = ctypes.c_uint32(), ctypes.c_uint32()
        more = (ctypes.byref(needed), ctypes.byref(count))
        self._calls.EnumJobsW(handle, 0, _MOST_JOBS, _JOB_INFO_1, None, 0, *more)
        memory = ctypes.create_string_buffer(max(needed.value, 1))
        size = ctypes.sizeof(memory)
        if not self._calls.EnumJobsW(handle, 0, _MOST_JOBS, _JOB_INFO_1, memory, size, *more):
            return ()
        jobs = ctypes.cast(memory, ctypes.POINTER(_JobInfo))
        return tuple(_copied(jobs[place]) for place in range(count.value))

    @contextmanager
    def _opened(self, printer: str) -> Iterator[Any]:
        handle = ctypes.c_void_p()
        if not self._calls.OpenPrinterW(printer, ctypes.byref(handle), None):
            yield None
            return
        try:
            yield handle
        finally:
            self._calls.ClosePrinter(handle)


def _copied(job: _JobInfo) -> _JobInfo:
    """Return what is used of a job, free of the memory it lies in."""
    return _JobInfo(number=job.number, document=job.document, flags=job.flags)


def _library() -> Any:
    """Load winspool.drv.

    Raises:
        OSError: This is no Windows.
    """
    if sys.platform != "win32":
        raise OSError("winspool.drv is a part of Windows")
    return ctypes.WinDLL("winspool.drv")
