"""The lock names one version of all that pyproject.toml asks for, and can be trusted."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
PINS = re.findall(r"^(\S+)==(\S+).*\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)*)", LOCK, re.MULTILINE)


@pytest.mark.parametrize("wanted", WANTED)
def test_the_locked_version_is_one_that_was_asked_for(wanted):
    requirement = Requirement(wanted)
    (version,) = [at for name, at, _ in PINS if name == canonicalize_name(requirement.name)]

    assert Version(version) in requirement.specifier


def test_every_version_is_held_by_the_digests_of_its_files():
    assert [name for name, _, digests in PINS if not digests] == []


def test_the_lock_holds_versions_and_digests_alone():
    lines = [line for line in LOCK.splitlines() if not line.startswith("#")]
    pins = [line for line in lines if not line.startswith("    --hash=")]

    assert len(pins) == len(PINS)
    assert len(lines) == len(pins) + sum(digests.count("--hash") for *_, digests in PINS)
    assert "://" not in LOCK
