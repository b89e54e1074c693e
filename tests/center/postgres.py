"""A PostgreSQL of our own for the tests: made in a folder, on a socket there, gone afterwards."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

_NEEDED = ("initdb", "pg_ctl", "createdb")


def programs() -> Path:
    """Return the folder of a server on this machine.

    Raises:
        LookupError: There is none; the set-up of the tests installs one on Debian.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda x: float(x.parent.name))
    for folder in reversed(found):
        if all((folder / each).exists() for each in _NEEDED):
            return folder
    if program := shutil.which("initdb"):
        return Path(program).parent
    raise LookupError("no PostgreSQL server on this machine")


class Server:
    """One server with its data below ``folder``; speaks on a socket only."""

    def __init__(self, folder: Path) -> None:
        self._bin = programs()
        self._folder = folder
        self._data = folder / "data"
        self._user = "nobody" if os.getuid() == 0 else None

    def start(self) -> None:
        """Make the cluster where it is not there yet, and start it."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._user:
            who = pwd.getpwnam(self._user)
            os.chown(self._folder, who.pw_uid, who.pw_gid)
        if not self._data.exists():
            self._run("initdb", "-D", self._data, "-U", "owner", "-A", "trust", "-E", "UTF8",
                      "--no-locale", "--no-sync", "--no-instructions")  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories='{self._folder}'"
        self._run(
            "pg_ctl", "-D", self._data, "-w", "-l", self._folder / "log", "-o", options, "start"
        )

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: ``fast``, or ``immediate`` like a power cut."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", mode, "stop")

    def create(self, database: str) -> None:
        """Create an empty database."""
        self._run("createdb", "-h", self._folder, "-U", "owner", database)

    def url(self, database: str, user: str = "owner") -> str:
        """Return the address of a database for SQLAlchemy."""
        return f"postgresql+psycopg://{user}@/{database}?host={self._folder}"

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._bin / program), *map(str, arguments)]
        done = subprocess.run(
            command,
            user=self._user,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if program != "pg_ctl" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT if program != "pg_ctl" else subprocess.DEVNULL,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{program}: {done.stdout}"
