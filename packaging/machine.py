"""What the machine itself must have: libraries below Qt, a database server for the tests.

Each need is proved by using it (loading the library, finding the program), not by asking which
package is installed: a library is as good from another distribution or built by hand. Only what
is missing is then looked for as a Debian package.
"""

import ctypes
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from telling import Trouble, finds, run, say, step


@dataclass(frozen=True)
class Need:
    """Something the machine must have, and the Debian packages that bring it.

    `packages` are names for the same thing, newest release last. Without a `vital` need nothing
    runs; without another, only the tests that use it fail.
    """

    packages: tuple[str, ...]
    is_met: Callable[[], bool]
    vital: bool = True


def _library(soname: str, *packages: str, vital: bool = True) -> Need:
    def loads() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return Need(packages, loads, vital)


_FOR_ROOT = ("/usr/sbin", "/sbin")  # not on everybody's path, and servers live there


def _program(name: str, *packages: str) -> Need:
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), *_FOR_ROOT))
    return Need(packages, lambda: shutil.which(name, path=path) is not None, vital=False)


def _has_a_database_server() -> bool:
    anywhere = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return shutil.which("initdb") is not None or any(anywhere)


_PYTHON = f"python{sys.version_info.major}.{sys.version_info.minor}"

_VENV = (
    # Debian keeps ensurepip in a package of its own, one for each Python.
    Need((f"{_PYTHON}-venv",), lambda: importlib.util.find_spec("ensurepip") is not None),
)
_QT = (
    _library("libglib-2.0.so.0", "libglib2.0-0", "libglib2.0-0t64"),
    _library("libGL.so.1", "libgl1"),
    _library("libEGL.so.1", "libegl1"),
    _library("libfontconfig.so.1", "libfontconfig1"),
    _library("libxkbcommon.so.0", "libxkbcommon0"),
    _library("libdbus-1.so.3", "libdbus-1-3"),
)
_WINDOW = (  # to show a window on X11; drawing without a screen does not need them
    _library("libxcb-cursor.so.0", "libxcb-cursor0", vital=False),
    _library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", vital=False),
    _library("libxcb-icccm.so.4", "libxcb-icccm4", vital=False),
    _library("libxcb-keysyms.so.1", "libxcb-keysyms1", vital=False),
    _library("libxcb-shape.so.0", "libxcb-shape0", vital=False),
)
_TESTS = (
    _program("git", "git"),
    _program("Xvfb", "xvfb"),
    Need(("postgresql",), _has_a_database_server, vital=False),
    _program("cupsd", "cups-daemon"),
    _program("lpadmin", "cups-client"),
)

NEEDS = {
    "demo": _VENV + _QT + _WINDOW,
    "test": _VENV + _QT + _WINDOW + _TESTS,
    "check": _VENV + _QT + _WINDOW + _TESTS,
    "bench": _VENV + _QT + _TESTS,
    "screens": _VENV + _QT,
    "lock": _VENV,
}


def prepare(needs: Iterable[Need]) -> None:
    """Install what is missing, where that is ours to do; else say the exact command.

    Raises:
        Trouble: Something vital is missing and could not be installed.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [need for need in needs if not need.is_met()]
    if not missing:
        return
    if _may_install():
        _install(missing)
        importlib.invalidate_caches()
        missing = [need for need in missing if not need.is_met()]
    _tell(missing)


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(missing: list[Need]) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    advice = "Look at the machine's network and its package sources, then try again."
    with step("system packages: list"):
        run(["apt-get", "update", "-q"], env=env, advice=advice, tries=3)
    names = [_known_name(need) for need in missing]
    with step(f"system packages: {len(names)} missing"):
        install = ["apt-get", "install", "-q", "-y", "--no-install-recommends", *names]
        run(install, env=env, advice=advice, tries=3)


def _known_name(need: Need) -> str:
    """The name under which this release of Debian has it."""
    for name in reversed(need.packages):
        if finds(["apt-cache", "show", name]):
            return name
    return need.packages[0]


def _tell(missing: list[Need]) -> None:
    if not missing:
        return
    names = " ".join(map(_known_name, missing))
    told = f"sudo apt-get install --no-install-recommends {names}"
    if any(need.vital for need in missing):
        text = f"This machine lacks libraries. On Debian, run:\n  {told}\nElsewhere, install"
        raise Trouble(f"{text} what brings the same libraries.", exit_code=2)
    say(f"Not everything is there; what uses it will fail. On Debian:\n  {told}")
