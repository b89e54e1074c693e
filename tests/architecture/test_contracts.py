"""Every import contract is seen to fail when it is broken on purpose.

A contract that nothing can break (a misspelt module, a tool that checks nothing) would hold for
ever and protect nobody.
"""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]


@dataclass(frozen=True)
class Offence:
    """Modules, by path below `clerk`, that break the contract of this name."""

    contract: str
    modules: dict[str, str]

    def __str__(self) -> str:
        return f"{self.contract}: {', '.join(self.modules)}"


OFFENCES = [
    Offence("Imports point inwards", {"domain/offence.py": "import clerk.usecases"}),
    Offence("Imports point inwards", {"usecases/offence.py": "import clerk.store"}),
    Offence("Imports point inwards", {"store/offence.py": "import clerk.paper"}),
    Offence("Imports point inwards", {"paper/offence.py": "import clerk.ui"}),
    Offence("Imports point inwards", {"ui/offence.py": "import clerk.bootstrap"}),
    Offence("Imports point inwards", {"printing/offence.py": "import clerk.paper"}),
    Offence("Imports point inwards", {"center/offence.py": "import clerk.store"}),
    Offence("Imports point inwards", {"elsewhere/__init__.py": ""}),
    Offence("The rules know no library", {"domain/offence.py": "import sqlalchemy"}),
    Offence("The rules know no library", {"usecases/offence.py": "import reportlab"}),
    Offence("Qt stays on the screen", {"store/offence.py": "import PySide6.QtCore"}),
    Offence("Qt stays on the screen", {"cli/offence.py": "import PySide6.QtWidgets"}),
    Offence("SQL stays in the store and the center", {"ui/offence.py": "import sqlalchemy"}),
    Offence("SQL stays in the store and the center", {"cli/offence.py": "import alembic.command"}),
    Offence("Paper is drawn in one place", {"ui/offence.py": "import reportlab.pdfgen"}),
    Offence("Paper is drawn in one place", {"store/offence.py": "import segno"}),
    Offence("Presenters know no widgets", {"ui/presenters/offence.py": "import PySide6.QtCore"}),
    Offence("Presenters know no widgets", {"ui/presenters/offence.py": "import clerk.ui.pages"}),
    Offence("Rows never leave the store", {"cli/offence.py": "import clerk.store.rows"}),
    Offence(
        "No package imports in circles",
        {
            "usecases/offence.py": "import clerk.usecases.accomplice",
            "usecases/accomplice.py": "import clerk.usecases.offence",
        },
    ),
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the program and its contracts, to be spoilt."""
    only_code = shutil.ignore_patterns("__pycache__", "*.pyc", "_bundled")
    shutil.copytree(ROOT / "clerk", tmp_path / "clerk", ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def verdicts(tree: Path) -> dict[str, str]:
    """Ask the contracts about the tree: KEPT or BROKEN by the name of each."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=tree,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(tree), "PYTHONUTF8": "1", "COLUMNS": "200", "NO_COLOR": "1"},
        check=False,
    )
    found = dict(re.findall(r"^(.+) (KEPT|BROKEN)(?: \(.*\))?$", done.stdout, re.MULTILINE))
    assert found, done.stdout + done.stderr
    assert (done.returncode == 0) == ("BROKEN" not in found.values())
    return found


def test_every_contract_is_looked_at_and_kept(tree):
    assert verdicts(tree) == dict.fromkeys([one["name"] for one in CONTRACTS], "KEPT")


@pytest.mark.parametrize("offence", OFFENCES, ids=str)
def test_an_offence_breaks_its_contract(tree, offence):
    for path, text in offence.modules.items():
        module = tree / "clerk" / path
        module.parent.mkdir(exist_ok=True)
        module.write_text(text + "\n", encoding="utf-8")

    assert verdicts(tree)[offence.contract] == "BROKEN"


def test_every_contract_has_an_offence():
    assert {one.contract for one in OFFENCES} == {one["name"] for one in CONTRACTS}


@pytest.mark.parametrize(
    ("contract", "homes"),
    [
        ("Qt stays on the screen", {"ui"}),
        ("SQL stays in the store and the center", {"store", "center"}),
        ("Paper is drawn in one place", {"paper"}),
    ],
)
def test_a_library_is_kept_out_of_every_part_but_its_home(contract, homes):
    parts = {path.stem for path in (ROOT / "clerk").glob("*.py")}
    parts |= {path.parent.name for path in (ROOT / "clerk").glob("*/__init__.py")}
    (kept_out,) = [one["source_modules"] for one in CONTRACTS if one["name"] == contract]

    assert {f"clerk.{part}" for part in parts - homes - {"__init__", "_bundled"}} == set(kept_out)


@pytest.mark.parametrize("part", ["domain", "usecases"])
def test_the_rules_import_the_standard_library_alone(part):
    foreign = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / "clerk" / part).rglob("*.py")
        for name in imports_of(path)
        if name not in sys.stdlib_module_names | {"clerk"}
    }

    assert not foreign


def imports_of(path: Path) -> set[str]:
    """The top-level names a module imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or ".").partition(".")[0])
    return names
