"""Whatever part of a name is typed finds it, in the store's own word index, newest first."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.store import rows
from clerk.store.words import initials, wanted_words, words_of
from clerk.usecases.receive_case import ReceiveCase, receive_case
from tests.desk import CLERK, PERSON, application, make_desk

INDEX = "CREATE VIRTUAL TABLE case_words USING fts5 (words, content='', columnsize=0)"
CHARACTERS = "王伟国娜张欧䶮𰻝餐店"
names = st.text(CHARACTERS, min_size=1, max_size=12)
mixed_names = st.text(CHARACTERS + "abz09·", min_size=1, max_size=12)


def finds(names, text):
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(INDEX)
        index.executemany(rows.ADD_WORDS, [(at, words_of(name)) for at, name in enumerate(names)])
        return [at for (at,) in index.execute(rows.FIND_WORDS, (wanted_words(text), 99))]


@given(names, st.data())
def test_any_characters_in_a_row_find_the_name(name, data):
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    assert finds([name], name[start:end]) == [0]


@given(mixed_names, st.data())
def test_the_beginning_of_the_initials_finds_the_name(name, data):
    letters = initials(name)
    end = data.draw(st.integers(0, len(letters)))
    assert not end or finds([name], letters[:end]) == [0]


@given(mixed_names)
def test_a_whole_name_finds_itself(name):
    assert not wanted_words(name) or finds([name], name) == [0]


@given(names, names)
def test_characters_that_do_not_stand_so_in_a_name_do_not_find_it(name, text):
    assert bool(finds([name], text)) == (text in name)


@pytest.mark.parametrize("typed", ["王", "伟国", "w", "wwg", "yjshwc"])
def test_short_texts_are_one_word_of_the_index(typed):
    assert wanted_words(typed) == f'"{typed}"'


def test_a_text_without_a_character_asks_for_nothing():
    assert wanted_words("·（ ）") == ""


@pytest.mark.parametrize("typed", ["王", "王伟", "wwg", "w", "341103", "139", "1390000"])
def test_what_is_found_stands_newest_first(tmp_path, typed):
    desk = make_desk(tmp_path / "desk")
    received = []
    for name in ("王伟国", "王伟", "王伟国"):
        desk.clock.on(days=1)
        person = replace(PERSON, name=name)
        wish = ReceiveCase(application=application(desk, "SCJG-004", person), by=CLERK)
        received += [receive_case(wish, desk.open.counter).case.received_at for _ in range(2)]

    found = [each.received_at for each in desk.room.reading.search(typed)]

    assert found == sorted(found, reverse=True)
    assert set(found) == set(received if typed != "wwg" else received[:2] + received[4:])
    desk.close()
