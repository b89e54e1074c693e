"""The 80 mm roll printer on the network: ESC/POS over TCP, every sheet as a picture.

The printer's own fonts lack half of the names at a counter, so nothing is sent as text. Before
anything is sent it is asked how it stands; after the cut it is asked once more, in order with the
rest: its answer comes only when all before it is on the paper.
"""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clerk.printing.raster import WIDTH, rows_of
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from clerk.printing.raster import Page

PORT = 9100
NAME = "80 mm"
_ROW = WIDTH // 8
_BAND = 128  # rows in one command: more overflows the memory of small printers
_RESET = b"\x1b@"
_FEED_AND_CUT = b"\x1bd\x04\x1dVB\x00"
_ASK_OFFLINE, _ASK_PAPER = b"\x10\x04\x02", b"\x10\x04\x04"  # DLE EOT: answered at once
_ASK_IN_ORDER = b"\x1dr\x01"  # GS r: answered when its turn comes
_FIXED, _FIXED_BITS = 0x93, 0x12  # what every answer to DLE EOT has in common
_COVER_OPEN, _STOPPED_FOR_PAPER, _FAULT = 0x04, 0x20, 0x40
_PAPER_END = 0x60
_CONNECT_SECONDS = 4.0


class RollPrinter:
    """One roll printer. ``address`` is ``host`` or ``host:port``."""

    on_roll = True

    def __init__(
        self,
        address: str,
        render: Callable[[bytes, int, int], Page],
        *,
        status_seconds: float = 3.0,
        print_seconds: float = 20.0,
    ) -> None:
        self.name = f"{NAME} {address}"
        self._address = address
        self._render = render
        self._status_seconds = status_seconds
        self._print_seconds = print_seconds

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:  # noqa: ARG002 - it keeps no names
        sheet = _sheet(rows_of(pdf, self._render))
        with self._connected() as line:
            if cause := self._standing(line):
                raise PrinterTrouble(printer=self.name, cause=cause)
            try:
                for _copy in range(copies):
                    line.sendall(sheet)
                    self._must_be_out(line)
            except OSError as error:
                raise PrintUnsure(printer=self.name, cause="off") from error

    def recall(self, title: str) -> bool:  # noqa: ARG002 - it remembers nothing
        return False

    def withdraw(self, title: str) -> None:
        """What was sent is printed or lost; nothing waits."""

    def cause(self) -> str:
        """Return why it does not print now; empty when it does."""
        try:
            with self._connected() as line:
                return self._standing(line)
        except PrinterTrouble as trouble:
            return trouble.cause

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        host, _colon, port = self._address.partition(":")
        try:
            line = socket.create_connection((host, int(port or PORT)), _CONNECT_SECONDS)
        except (OSError, ValueError, OverflowError) as error:
            raise PrinterTrouble(printer=self.name, cause="off", detail=str(error)) from error
        with line:
            yield line

    def _standing(self, line: socket.socket) -> str:
        """Ask how it stands; a printer that gives no answer is as good as off."""
        try:
            offline = _asked(line, _ASK_OFFLINE, self._status_seconds)
            paper = _asked(line, _ASK_PAPER, self._status_seconds)
        except OSError:
            return "off"
        if any(each & _FIXED != _FIXED_BITS for each in (offline, paper)):
            return "fault"
        if offline & _COVER_OPEN:
            return "open"
        if offline & _STOPPED_FOR_PAPER or paper & _PAPER_END:
            return "paper"
        return "fault" if offline & _FAULT else ""

    def _must_be_out(self, line: socket.socket) -> None:
        """Wait until the sheet is on the paper; if that is not told, say what the printer lacks."""
        try:
            _asked(line, _ASK_IN_ORDER, self._print_seconds)
        except TimeoutError as error:
            cause = self._standing(line) or "slow"
            raise PrintUnsure(printer=self.name, cause=cause) from error


def _asked(line: socket.socket, question: bytes, seconds: float) -> int:
    """Ask and return the one byte of the answer; raises OSError when there is none."""
    line.settimeout(seconds)
    line.sendall(question)
    answer = line.recv(1)
    if not answer:
        raise ConnectionResetError("the printer hung up")
    return answer[0]


def _sheet(rows: bytes) -> bytes:
    """Return one sheet as the printer takes it: pictures of some rows each, then the cut."""
    bands = (rows[at : at + _BAND * _ROW] for at in range(0, len(rows), _BAND * _ROW))
    return _RESET + b"".join(map(_picture, bands)) + _FEED_AND_CUT


def _picture(band: bytes) -> bytes:
    height = len(band) // _ROW
    return b"\x1dv0\x00" + _ROW.to_bytes(2, "little") + height.to_bytes(2, "little") + band
