"""The registrar as a service, the state IT sees, and the command line over a real database."""

import json
import subprocess
import sys

import pytest

from clerk.center.lease import take_lease
from clerk.center.serving import Rhythm, serve, stand_by
from clerk.center.state import state_of
from clerk.cli.main import main
from clerk.domain.exchange import Verdict
from tests.center.windows import CENTER, SECTION
from tests.domain.small_item import CLERK

RHYTHM = Rhythm(idle_s=0.01, silence_s=10)


class Steps:
    """A steady clock that moves when somebody waits, and stops after so many waits."""

    def __init__(self, waits):
        self.left, self.now = waits, 0.0

    def wait(self, seconds):
        self.now += seconds
        self.left -= 1
        return self.left > 0


def test_nobody_deciding_yet_means_taking_the_lease_at_once(town):
    steps = Steps(1)

    token = stand_by(town.engine, CENTER, RHYTHM, now_s=lambda: steps.now, wait=steps.wait)

    assert token == 1_000_001
    assert steps.now == 0


def test_a_standby_takes_over_after_the_silence_and_not_before(town):
    take_lease(town.engine, CENTER)
    steps = Steps(100)

    token = stand_by(town.engine, CENTER, RHYTHM, now_s=lambda: steps.now, wait=steps.wait)

    assert token == 1_000_002
    assert 10 <= steps.now < 12


def test_a_standby_waits_as_long_as_the_other_one_lives(town):
    registrar = town.registrar()
    steps = Steps(50)

    def wait(seconds):
        registrar.work()
        return steps.wait(seconds)

    assert stand_by(town.engine, CENTER, RHYTHM, now_s=lambda: steps.now, wait=wait) is None
    assert steps.now == 50


def test_serving_decides_until_told_to_stop(town):
    window = town.window("007")
    for _ in range(3):
        window.accept()
    window.push()
    token = take_lease(town.engine, CENTER)

    assert serve(town.engine, CENTER, token, RHYTHM, Steps(5).wait) == 6
    assert window.told() == [Verdict.ACCEPTED] * 6


def test_the_state_names_every_window_and_what_waits_for_people(town):
    window, quiet = town.window("007"), town.window("008")
    window.accept()
    window.push()
    town.revoke(CLERK)
    town.registrar().work()
    window.accept()
    window.push()
    town.center.hello(quiet.caller, told='{"program": "0.1.0"}')

    with town.engine.begin() as connection:
        state = state_of(connection, CENTER)

    assert (state.generation, state.undecided) == (1, 2)
    assert state.held == {"held_revoked": 2}
    assert state.turned_down == {}
    assert [x.window for x in state.windows] == ["007", "008"]
    assert (state.windows[0].last_sequence, state.windows[0].undecided) == (4, 2)
    assert state.windows[0].oldest_undecided_at
    assert (state.windows[0].seen_at, state.windows[1].told) == ("", {"program": "0.1.0"})


@pytest.fixture
def address(server):
    server.create("by_command")
    return server.url("by_command").replace("+psycopg", "")


def test_a_center_is_built_lets_a_pc_in_and_decides_by_command(address, capsys):
    def clerk(*words):
        code = main(["--lang", "en", "center", words[0], address, "--center", CENTER, *words[1:]])
        return code, capsys.readouterr()

    assert clerk("init")[0] == 0
    assert clerk("init")[0] == 0
    code, told = clerk("enrol", "--window", "007", "--department", SECTION)
    assert code == 0
    assert len(told.out.strip()) == 24
    code, told = clerk("status", "--json")
    assert json.loads(told.out)["generation"] == 1
    code, told = clerk("status")
    assert "0 entries wait" in told.out

    words = ["center", "registrar", address, "--center", CENTER]
    running = subprocess.Popen(
        [sys.executable, "-m", "clerk", "--lang", "en", *words], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout.readline() == "Deciding.\n"
    running.terminate()
    running.communicate(timeout=20)
    assert json.loads(clerk("status", "--json")[1].out)["registrar_token"] == 1_000_001


def test_an_address_that_is_none_is_told(capsys):
    assert main(["--lang", "en", "center", "init", "nowhere", "--center", CENTER]) == 1
    assert main(["--lang", "en", "center", "init", "sqlite:///x", "--center", CENTER]) == 1
    assert "postgresql://" in capsys.readouterr().err


def test_a_center_that_does_not_answer_is_told(capsys, tmp_path):
    url = f"postgresql://owner@/none?host={tmp_path}"

    assert main(["--lang", "en", "center", "status", url, "--center", CENTER]) == 1
    assert "cannot be reached" in capsys.readouterr().err
