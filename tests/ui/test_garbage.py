import gc
import threading
import weakref

import pytest

from clerk.ui.garbage import Garbage

pytestmark = pytest.mark.usefixtures("qapp")


class Knot:
    """Holds itself."""

    def __init__(self):
        self.me = self
        self.torn_in = []
        weakref.finalize(self, self.torn_in.append, "here")


@pytest.fixture
def garbage():
    made = Garbage()
    yield made
    made.stop()


def many_knots():
    return [Knot() for _ in range(gc.get_threshold()[0] + 1)]


@pytest.mark.usefixtures("garbage")
def test_the_worker_never_collects():
    kept = []

    def work():
        knots = many_knots()
        kept.extend(each.torn_in for each in knots)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()

    assert not any(kept)


def test_what_is_no_longer_reached_goes_when_the_screen_collects(garbage):
    knots = many_knots()
    watched = knots[0].torn_in
    del knots

    assert garbage.collect() is not None

    assert watched == ["here"]


def test_nothing_is_done_while_there_is_little(garbage):
    gc.collect()

    assert garbage.collect() is None


def test_python_collects_by_itself_again_afterwards():
    made = Garbage()
    assert not gc.isenabled()

    made.stop()

    assert gc.isenabled()
