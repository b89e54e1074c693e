"""What is written on a line of the checklist is checked like everything else."""

import pytest

from clerk.domain.checklist import LineStatus, Mark
from clerk.domain.refusals import InvalidInput
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.lines import Queue
from tests.desk import CLERK, application, make_desk


@pytest.fixture
def desk(tmp_path):
    desk = make_desk(tmp_path / "desk")
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        (Mark(status=LineStatus.IN_HAND, originals=1, note="a\x00b"), "control_character"),
        (Mark(status=LineStatus.IN_HAND, originals=1, note="\ud800"), "broken_character"),
        (Mark(status=LineStatus.IN_HAND, originals=1, note="x" * 10_000), "too_long"),
        (Mark(status=LineStatus.IN_HAND, originals=-1), "negative_count"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_an_unsound_mark_is_refused_and_nothing_is_kept(desk, mark, kind):
    applied = application(desk, "SCJG-005")
    first = next(iter(applied.marks))
    applied.marks[first] = mark
    with pytest.raises(InvalidInput) as refusal:
        accept_case(AcceptCase(opening=applied, by=CLERK), desk.open.counter)
    assert [each.kind for each in refusal.value.problems] == [kind]
    assert desk.room.reading.queue(Queue.ALL) == ()
