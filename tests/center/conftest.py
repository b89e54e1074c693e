"""Centers to call: every adapter passes the same tests."""

import itertools
import tempfile
from pathlib import Path

import pytest

from tests.center.postgres import Server
from tests.center.windows import embedded_town, postgres_town

_names = (f"center_{n}" for n in itertools.count(1))


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server for the whole run, in a short path: a socket's name has its limits."""
    with tempfile.TemporaryDirectory(prefix="clerk-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        running = Server(Path(folder) / "pg")
        running.start()
        yield running
        running.stop("immediate")


@pytest.fixture(params=["embedded", "postgres"])
def town(request, tmp_path):
    """A center just founded, without windows."""
    if request.param == "embedded":
        founded = embedded_town(tmp_path)
    else:
        running = request.getfixturevalue("server")
        founded = postgres_town(running, next(_names))
    yield founded
    founded.close()
