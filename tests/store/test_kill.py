"""SIGKILL in the middle of work: what the clerk saw confirmed is there, once."""

import json
import subprocess
import sys

import pytest

OF_PEOPLE = 4  # the founding, two people, the chief's letter

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither fork nor SIGKILL"
)


def killed(doing, folder, times):
    command = [sys.executable, "-m", "tests.store.kill_a_desk", doing, str(folder), str(times), "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_two_hundred_kills_lose_nothing_and_number_nothing_twice(tmp_path):
    sums = killed("accepting", tmp_path / "desk", 200)

    assert sums["killed"] == 200
    assert sums["confirmed"] >= 200
    assert sums["confirmed_twice"] == sums["kept_twice"] == sums["confirmed_but_gone"] == 0
    assert sums["events"] == 3 * sums["kept"] + OF_PEOPLE


def test_sixty_kills_while_typing_lose_no_character_that_was_kept(tmp_path):
    sums = killed("typing", tmp_path / "desk", 60)

    assert sums["killed"] == 60
    assert sums["confirmed"] >= 60
    assert sums["lost"] == sums["changed"] == 0
