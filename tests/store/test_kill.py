"""SIGKILL in the middle of accepting: what the clerk saw confirmed is there, once."""

import json
import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")
def test_two_hundred_kills_lose_nothing_and_number_nothing_twice(tmp_path):
    command = [sys.executable, "-m", "tests.store.kill_a_desk", str(tmp_path / "desk"), "200", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    sums = json.loads(done.stdout)

    assert sums["killed"] == 200
    assert sums["confirmed"] >= 200
    assert sums["confirmed_twice"] == sums["kept_twice"] == sums["confirmed_but_gone"] == 0
    assert sums["events"] == 3 * sums["kept"]
