"""Write packaging/constraints.txt: one version of every library, and the digests of its files.

Run by `dev.py lock` in a bare environment, with the oldest Python we support. pip chooses the
versions; versions already locked stay unless `--upgrade` is given. The digests are those the
package index lists for every file that our platforms could use, so the same lock serves all of
them; the index's address stays out of it.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# WORKAROUND pip has no public way to list the files of a release with their digests. These
# internals (hence the SLF001 below) are used here alone; `lock` is not part of any check.
from pip._internal.commands import create_command
from pip._internal.index.collector import parse_links
from pip._internal.models.link import Link
from pip._vendor.packaging.markers import Marker, default_environment
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import (
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "constraints.txt"
HEAD = """\
# Made by `python3 packaging/dev.py lock`; see packaging/README.md. Not written by hand.
# One version of every library, with the digests of the files for Linux, Windows and macOS.
"""
PLATFORMS = (
    {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
    {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
)
PYTHONS = ("3.11", "3.12", "3.13")
OUR_WHEELS = re.compile(
    r"-(py3|py2\.py3|cp3\d|cp310|cp311|cp312|cp313)-(none|abi3|abi3\.abi3t|cp311|cp312|cp313)-"
    r"(any|.*(manylinux|linux_).*_(x86_64|aarch64)|win_amd64|macosx.*)\.whl$"
)


@dataclass(frozen=True, order=True)
class Pin:
    """One library at one version; `marker` says where alone it is needed."""

    name: str
    version: str
    marker: str = ""


def main() -> int:
    """Choose, look up and write."""
    if sys.version_info[:2] != (3, 11):
        print("Lock with Python 3.11: what suits the oldest suits them all.", file=sys.stderr)
        return 2
    keep = {} if "--upgrade" in sys.argv else _locked()
    pins = _choose(_wanted(), keep)
    digests = _digests(pins)
    if bare := [pin.name for pin in pins if not digests[pin.name]]:
        print(f"The index lists no file for: {', '.join(bare)}", file=sys.stderr)
        return 1
    LOCK.write_text(HEAD + "".join(_lines(pins, digests)), encoding="utf-8")
    print(f"{len(pins)} libraries locked, {sum(map(len, digests.values()))} files")
    return 0


def _wanted() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]


def _locked() -> dict[str, str]:
    if not LOCK.exists():
        return {}
    return dict(re.findall(r"^(\S+)==([^\s;]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def _choose(wanted: list[str], keep: dict[str, str]) -> list[Pin]:
    """Let pip choose for this machine, then add what only another platform needs."""
    chosen = _resolve(wanted, keep)
    pins = [Pin(name, metadata["version"]) for name, metadata in chosen.items()]
    extra = dict(_only_elsewhere(chosen))
    for name, metadata in _resolve(list(extra), keep).items():
        if name not in chosen:
            pins.append(Pin(name, metadata["version"], extra.get(name, "")))
    return sorted(pins)


def _resolve(wanted: list[str], keep: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Return the metadata of every library that the wanted ones need here, by name."""
    if not wanted:
        return {}
    with tempfile.TemporaryDirectory() as there:
        kept = Path(there, "kept.txt")
        kept.write_text("".join(f"{n}=={v}\n" for n, v in keep.items()), encoding="utf-8")
        report = Path(there, "report.json")
        dry = ["install", "-q", "--dry-run", "--ignore-installed", "--report", str(report)]
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, *dry, "-c", kept, *wanted], check=True)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {canonicalize_name(one["metadata"]["name"]): one["metadata"] for one in found}


def _only_elsewhere(chosen: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield what a chosen library needs on another platform or Python, and where."""
    for metadata in chosen.values():
        for text in metadata.get("requires_dist", ()):
            needed = Requirement(text)
            name = canonicalize_name(needed.name)
            if name in chosen or needed.marker is None or "extra" in text.partition(";")[2]:
                continue
            if any(needed.marker.evaluate(place) for place in _places()):
                yield name, str(needed.marker)


def _places() -> Iterator[dict[str, str]]:
    here = {name: str(text) for name, text in default_environment().items()}
    for platform in PLATFORMS:
        for python in PYTHONS:
            versions = {"python_version": python, "python_full_version": f"{python}.0"}
            for machine in ("x86_64", "aarch64"):
                yield {**here, **platform, **versions, "platform_machine": machine}


def _digests(pins: Iterable[Pin]) -> dict[str, list[str]]:
    """Ask the indexes that pip is set up with for the digests of each pin's files."""
    command: Any = create_command("install")
    options, _ = command.parse_args([])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options=options, session=session)  # noqa: SLF001
        return {pin.name: _digests_of(pin, finder) for pin in pins}


def _digests_of(pin: Pin, finder: Any) -> list[str]:
    """The first index that lists a file says what its digest is."""
    digests: dict[str, str] = {}
    for address in finder.search_scope.get_index_urls_locations(pin.name):
        page = finder._link_collector.fetch_response(Link(address))  # noqa: SLF001
        for link in parse_links(page) if page else ():
            if link.hash_name == "sha256" and _is_ours(link.filename, pin):
                digests.setdefault(link.filename, str(link.hash))
    return sorted(set(digests.values()))


def _is_ours(filename: str, pin: Pin) -> bool:
    try:
        if not filename.endswith(".whl"):
            return str(parse_sdist_filename(filename)[1]) == pin.version
        version = parse_wheel_filename(filename)[1]
    except ValueError:  # a name from before names had rules
        return False
    return str(version) == pin.version and OUR_WHEELS.search(filename) is not None


def _lines(pins: Iterable[Pin], digests: dict[str, list[str]]) -> Iterator[str]:
    for pin in pins:
        marker = f" ; {Marker(pin.marker)}" if pin.marker else ""
        parts = [f"{pin.name}=={pin.version}{marker}"]
        parts += [f"--hash=sha256:{digest}" for digest in digests[pin.name]]
        yield " \\\n    ".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
