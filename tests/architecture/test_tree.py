"""The tree holds what belongs there, and nothing that is true of one machine only."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP = {
    "clerk", "db", "packaging", "resources", "tests", "pyproject.toml", "README.md", "LICENSE",
}  # fmt: skip
LOOK_TWICE = 300  # lines a module should not pass without a reason
LOOK_TWICE_PAGE = 250
LONGER = {  # looked at twice; the reason stands beside each
    "clerk/domain/case.py": (640, "the transitions of a case are read together, as one table"),
    "clerk/usecases/ports.py": (310, "what is asked of the world stands in one place"),
    "clerk/ui/presenters/accept.py": (330, "one sheet, one presenter: each method is one gesture"),
}
OF_ONE_MACHINE = {
    "a path of one machine": re.compile(r"/(root|work|home/\w+)/|[A-Z]:\\Users\\"),
    "the address of a package index": re.compile(
        r"(?i)https?://[^\s\"'<>]*(pypi|pythonhosted|npmjs|/simple/)|--(extra-)?index-url|\bpypi\.org"
    ),
}


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file that is, or would be, part of the project."""
    listing = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "-co", "--exclude-standard"]
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listed.returncode:
        pytest.skip(f"not a working copy: {listed.stderr}")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_the_top_level_is_the_agreed_one(files):
    names = {path.relative_to(ROOT).parts[0] for path in files}

    assert {name for name in names if not name.startswith(".")} <= TOP


@pytest.mark.parametrize("kind", OF_ONE_MACHINE)
def test_no_file_names_something_of_one_machine(files, kind):
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in files
        if path != Path(__file__)
        for hit in OF_ONE_MACHINE[kind].finditer(text_of(path))
    ]

    assert found == []


def test_no_module_is_longer_than_one_can_keep_in_mind(files):
    too_long = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in files
        if path.suffix == ".py" and path.is_relative_to(ROOT / "clerk")
        if (lines := text_of(path).count("\n")) > limit_of(path)
    ]

    assert too_long == []


@pytest.mark.parametrize("name", LONGER)
def test_a_longer_module_is_still_there_and_still_longer(name):
    assert text_of(ROOT / name).count("\n") > LOOK_TWICE


def test_nothing_is_left_for_later(files):
    marks = re.compile(r"#\s*(TODO|FIXME|XXX|HACK)\b")
    left = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in files
        if path.suffix == ".py"
        for hit in marks.finditer(text_of(path))
    ]

    assert left == []


def limit_of(path: Path) -> int:
    name = path.relative_to(ROOT).as_posix()
    if name in LONGER:
        return LONGER[name][0]
    return LOOK_TWICE_PAGE if "pages" in path.parts else LOOK_TWICE


def text_of(path: Path) -> str:
    """The file's text; nothing for a file that is no text."""
    raw = path.read_bytes()
    return "" if b"\0" in raw[:8192] else raw.decode("utf-8", errors="replace")
