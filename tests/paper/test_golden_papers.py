import pytest

from clerk.paper.room import PaperRoom
from tests.paper.golden import ALL, GOLDEN, described, golden_path
from tests.paper.specimens import RESOURCES, specimen


@pytest.fixture(scope="module")
def room() -> PaperRoom:
    return PaperRoom(RESOURCES)


@pytest.mark.parametrize(("kind", "language"), ALL)
def test_a_paper_prints_as_it_did_when_somebody_last_looked(room, kind, language):
    drawn = described(room.draw(specimen(kind, language)))

    kept = golden_path(kind, language).read_bytes().decode("utf-8")

    assert drawn == kept, "Look at it, then: python -m tests.paper.golden"


def test_no_golden_paper_is_left_over():
    assert {path.name for path in GOLDEN.iterdir()} == {golden_path(*each).name for each in ALL}
