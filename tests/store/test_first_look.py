import pytest

from clerk.store.first_look import people_at
from tests.desk import CHIEF, CLERK, IT, make_desk


def test_the_people_of_a_desk_are_named_before_it_is_opened(tmp_path):
    make_desk(tmp_path / "desk").close()

    found = people_at(tmp_path / "desk" / "clerk.sqlite")

    assert [(x.id, x.number, x.name, x.post) for x in found] == [
        (x.id, x.number, x.name, x.post) for x in (CLERK, CHIEF, IT)
    ]


def test_a_desk_that_is_open_can_be_looked_at_too(tmp_path):
    desk = make_desk(tmp_path / "desk")

    assert len(people_at(tmp_path / "desk" / "clerk.sqlite")) == 3

    desk.close()


@pytest.mark.parametrize("content", [None, b"", b"no store at all", b"SQLite format 3\0" * 64])
def test_whatever_is_in_the_way_is_told_later_by_the_opening(tmp_path, content):
    path = tmp_path / "clerk.sqlite"
    if content is not None:
        path.write_bytes(content)

    assert people_at(path) == ()

    assert path.exists() == (content is not None)
