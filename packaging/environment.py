"""The virtual environment: made once from the locked versions, found again in a moment.

A stamp is written as the last thing. An environment without its stamp was left half-made (killed,
disk full) and is made anew; one whose stamp says something else is brought up to date, and loses
its stamp first. So no command ever runs on half an environment.
"""

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from telling import run, step

_NETWORK = (
    "The package index did not give what was asked for. Look at the network and at pip's\n"
    "settings (`pip config list`), then run the same command again: what was fetched is kept."
)


def ready(root: Path) -> Path:
    """Return the Python of a complete environment, making what is missing.

    Raises:
        Trouble: It could not be made; nothing half-made will be used later.
    """
    home = root / ".venv"
    python = _python_of(home)
    if _stamp_of(home) != _stamp_for(root) or not python.exists():
        with _alone(root):
            _make(root, home, python)
    return python


def lock(root: Path, arguments: list[str]) -> int:
    """Choose versions within pyproject's ranges and write them down with their digests."""
    home = root / "build" / "lock"
    with step("environment for choosing"):
        _create(home)
    chooser = Path(__file__).with_name("lock.py")
    python = _python_of(home)
    return subprocess.call([python, chooser, *arguments], env=surroundings(python, root))


def surroundings(python: Path, root: Path) -> dict[str, str]:
    """Return the process environment in which the project's commands run."""
    env = _plain()
    return env | {
        "PATH": f"{python.parent}{os.pathsep}{env.get('PATH', '')}",
        "PYTHONPATH": str(root),
        "PYTHONUTF8": "1",
        "VIRTUAL_ENV": str(python.parent.parent),
    }


def _make(root: Path, home: Path, python: Path) -> None:
    found = _stamp_of(home)
    if found == _stamp_for(root) and python.exists():
        return  # somebody else made it while we waited
    _stamp_path(home).unlink(missing_ok=True)
    if not found or not python.exists() or found[0] != _stamp_for(root)[0]:
        with step("virtual environment"):
            _create(home)
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "-q"]
    env = _plain()
    with step("libraries (the first time: some minutes)"):
        locked = ["--no-deps", "--require-hashes", "-r", root / "packaging" / "constraints.txt"]
        run([*pip, *locked], env=env, advice=_NETWORK, tries=3)
    with step("the program itself"):
        ours = ["--no-deps", "--no-build-isolation", "--no-index", "-e", root]
        run([*pip, *ours], env=env, advice="pyproject.toml could not be read as a project.")
        check = [python, "-m", "pip", "check"]
        run(check, env=env, advice="Run `python3 packaging/dev.py lock`: versions do not agree.")
    _stamp_path(home).write_text("\n".join(_stamp_for(root)), encoding="utf-8")


def _create(home: Path) -> None:
    advice = "Python could not make a virtual environment; see what it says above."
    run([_base_python(), "-m", "venv", "--clear", home], advice=advice, env=_plain())


def _plain() -> dict[str, str]:
    """The process environment without what would lead a Python astray."""
    astray = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    return {name: text for name, text in os.environ.items() if name not in astray}


def _base_python() -> Path:
    """The Python under any virtual environment we may have been started from."""
    name = f"bin/python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix) / ("python.exe" if sys.platform == "win32" else name)
    return base if base.exists() else Path(sys.executable)


def _python_of(home: Path) -> Path:
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _stamp_path(home: Path) -> Path:
    return home / "made-for.txt"


def _stamp_of(home: Path) -> list[str]:
    try:
        return _stamp_path(home).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def _stamp_for(root: Path) -> list[str]:
    """Say what an environment must have been made for: this Python, this place, these versions."""
    whose = f"{sys.version} at {_base_python()} in {root}".replace("\n", " ")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {name: project.get(name) for name in ("build-system", "project")}
    installed["hatch"] = project["tool"]["hatch"]  # the rest are settings, read on each run
    locked = (root / "packaging" / "constraints.txt").read_bytes()
    texts = (json.dumps(installed, sort_keys=True).encode(), locked)
    return [whose, *(hashlib.sha256(text).hexdigest() for text in texts)]


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Let a second command wait while the first makes the environment.

    The lock is left to the programs started meanwhile: when this one is killed, its installer may
    live on for a while, and nobody clears the floor under it.
    """
    try:
        import fcntl  # noqa: PLC0415  only where there is one
    except ImportError:  # Windows: two at once is the person's own risk
        yield
        return
    with (root / "pyproject.toml").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        os.set_inheritable(held.fileno(), True)
        yield
