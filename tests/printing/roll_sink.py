"""A roll printer that is not there: takes ESC/POS over TCP and lays the sheets out as pictures."""

import socket
import threading
from contextlib import suppress

from PIL import Image

READY = 0x12


class RollSink:
    """Listens on a port of its own. ``offline`` and ``paper`` are its answers to DLE EOT 2 and 4.

    With ``sheets_before_end`` the paper ends after so many sheets: what comes
    after them is not printed, and not answered in its turn.
    """

    def __init__(self) -> None:
        self.offline = self.paper = READY
        self.is_dumb = False
        self.sheets_before_end: int | None = None
        self.sheets: list[Image.Image] = []
        self.unknown: list[bytes] = []
        self._rows = bytearray()
        self._width = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.getsockname()[1]}"

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                line, _peer = self._server.accept()
            except OSError:
                return
            with line, suppress(ConnectionError):
                self._take(line)

    def _take(self, line: socket.socket) -> None:
        commands = {
            b"\x10\x04": self._tell_status,
            b"\x1b@": lambda _line: self._rows.clear(),
            b"\x1dv": self._take_rows,
            b"\x1bd": lambda line: _read(line, 1),
            b"\x1dV": self._cut,
            b"\x1dr": self._tell_in_order,
        }
        while True:
            command = _read(line, 2)
            if command in commands:
                commands[command](line)
            else:
                self.unknown.append(command)

    def _tell_status(self, line: socket.socket) -> None:
        asked = _read(line, 1)[0]
        self._answer(line, {2: self.offline, 4: self.paper}[asked])

    def _tell_in_order(self, line: socket.socket) -> None:
        _read(line, 1)
        if self.sheets_before_end is None or len(self.sheets) < self.sheets_before_end:
            self._answer(line, 0)

    def _answer(self, line: socket.socket, byte: int) -> None:
        if not self.is_dumb:
            line.sendall(bytes([byte]))

    def _take_rows(self, line: socket.socket) -> None:
        _read(line, 2)
        self._width, height = (int.from_bytes(_read(line, 2), "little") for _ in range(2))
        self._rows += _read(line, self._width * height)

    def _cut(self, line: socket.socket) -> None:
        _read(line, 2)
        if len(self.sheets) == self.sheets_before_end:
            self.paper = READY | 0x60
            return
        size = (self._width * 8, len(self._rows) // self._width)
        sheet = Image.frombytes("1", size, bytes(byte ^ 0xFF for byte in self._rows))
        self.sheets.append(sheet.convert("L"))


def _read(line: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count:
        more = line.recv(count - len(got))
        if not more:
            raise ConnectionError
        got += more
    return got
