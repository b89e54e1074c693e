import threading

import pytest

from clerk.domain.refusals import Refusal
from clerk.ui.background import BackgroundTasks
from clerk.ui.tasks import DirectTasks

pytestmark = pytest.mark.usefixtures("qapp")


class Forbidden(Refusal):
    """A refusal for these tests."""


@pytest.fixture
def tasks():
    made = BackgroundTasks()
    yield made
    made.close()


def refuse():
    raise Forbidden


def never(_anything):
    pytest.fail("nobody should hear of this")


def test_the_job_runs_elsewhere_and_the_answer_comes_back_here(tasks, qtbot):
    threads = []

    tasks.run(threading.get_ident, then=lambda job: threads.append((job, threading.get_ident())),
              otherwise=never)  # fmt: skip
    qtbot.waitUntil(lambda: bool(threads))

    ((job_thread, answer_thread),) = threads
    assert job_thread != threading.get_ident()
    assert answer_thread == threading.get_ident()


@pytest.mark.parametrize("kind", [BackgroundTasks, DirectTasks])
def test_a_refusal_goes_the_other_way(kind, qtbot):
    tasks, refusals = kind(), []

    tasks.run(refuse, then=never, otherwise=refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    if isinstance(tasks, BackgroundTasks):
        tasks.close()

    assert isinstance(refusals[0], Forbidden)


def test_jobs_wait_their_turn(tasks, qtbot):
    done = []
    for number in range(20):
        tasks.run(lambda n=number: n, then=done.append, otherwise=never)

    qtbot.waitUntil(lambda: len(done) == 20)

    assert done == list(range(20))


def test_a_bug_is_raised_again_on_the_screens_thread(tasks, qtbot):
    with qtbot.captureExceptions() as raised:
        tasks.run(lambda: 1 / 0, then=never, otherwise=never)
        qtbot.waitUntil(lambda: bool(raised))

    assert raised[0][0] is ZeroDivisionError


def test_closing_finishes_what_was_asked_for_and_tells_nobody(qapp):
    tasks, started, done = BackgroundTasks(), threading.Event(), []

    def work():
        started.wait(5)
        done.append("saved")

    tasks.run(work, then=never, otherwise=never)
    started.set()
    tasks.close()
    qapp.processEvents()

    assert done == ["saved"]


def test_closing_leaves_no_thread():
    before = threading.active_count()
    tasks = BackgroundTasks()
    tasks.run(lambda: None, then=lambda _none: None, otherwise=never)

    tasks.close()

    assert threading.active_count() == before
