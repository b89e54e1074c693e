"""The line to a print service: IPP over HTTP, through its socket or its port.

Where CUPS listens is decided as its own programs decide it: the word in the surroundings, then
the machine's client.conf, then the socket, then the usual port.
"""

from __future__ import annotations

import http.client
import socket
from pathlib import Path
from typing import TYPE_CHECKING

from clerk.printing.ipp import Answer, Attribute, Group, NotIpp, Tag, ask, read_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SOCKETS = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
_CONFIGURATION = Path("/etc/cups/client.conf")
_PORT = 631
_SECONDS = 10
_OK = 200
_ASKS_WHO = frozenset({401, 403})


class ServiceAway(Exception):
    """Nothing answers where the print service should be, or what answers is none."""


class AccessRefused(Exception):
    """The service wants to know who asks, and does not take our word for it."""


class PrintService:
    """Asks one print service. ``address`` is a socket's path, or host and port.

    Every question is a connection of its own: the service may be restarted between two.
    """

    def __init__(self, address: str, *, user: str) -> None:
        self.address = address
        self._user = user

    def ask(
        self,
        operation: int,
        attributes: Iterable[Attribute] = (),
        job: Iterable[Attribute] = (),
        *,
        path: str = "/",
        document: bytes = b"",
    ) -> Answer:
        """Ask one thing and return the answer, also when it is a no.

        Raises:
            ServiceAway: Nobody answered, or not in IPP.
            AccessRefused: It wants another user.
        """
        opening = (
            Attribute(Tag.CHARSET, "attributes-charset", ("utf-8",)),
            Attribute(Tag.LANGUAGE, "attributes-natural-language", ("en",)),
            *attributes,
        )
        # The service wants its target before the user's name: RFC 8011 4.1.5.
        user = Attribute(Tag.NAME, "requesting-user-name", (self._user,))
        groups = {Group.OPERATION: (*opening, user), Group.JOB: tuple(job)}
        if not groups[Group.JOB]:
            del groups[Group.JOB]
        return self._sent(path, ask(operation, groups) + document)

    def _sent(self, path: str, body: bytes) -> Answer:
        connection = _connection(self.address)
        headers = {"Content-Type": "application/ipp", "Host": "localhost"}
        if self.address.startswith("/"):
            headers["Authorization"] = f"PeerCred {self._user}"  # the kernel proves it
        try:
            connection.request("POST", path, body, headers)
            response = connection.getresponse()
            raw = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise ServiceAway(str(error)) from error
        finally:
            connection.close()
        if response.status in _ASKS_WHO:
            raise AccessRefused(response.reason)
        if response.status != _OK:
            raise ServiceAway(f"HTTP {response.status}")
        try:
            return read_answer(raw)
        except NotIpp as error:
            raise ServiceAway(str(error)) from error


class _SocketConnection(http.client.HTTPConnection):
    """HTTP through a socket of this machine."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_SECONDS)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(_SECONDS)
        self.sock.connect(self._path)


def _connection(address: str) -> http.client.HTTPConnection:
    if address.startswith("/"):
        return _SocketConnection(address)
    return http.client.HTTPConnection(address, timeout=_SECONDS)


def service_address(surroundings: Mapping[str, str], configuration: Path = _CONFIGURATION) -> str:
    """Return where this machine's print service listens: a socket's path, or ``host:port``."""
    named = surroundings.get("CUPS_SERVER", "") or _configured(configuration)
    if named:
        named = named.partition("/version=")[0]
        return named if named.startswith("/") or ":" in named else f"{named}:{_PORT}"
    found = next((each for each in _SOCKETS if each.exists()), None)
    return str(found) if found else f"localhost:{_PORT}"


def _configured(path: Path) -> str:
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    words = (line.split() for line in lines)
    return next((each[1] for each in words if len(each) > 1 and each[0] == "ServerName"), "")
