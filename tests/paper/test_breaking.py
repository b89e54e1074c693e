import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.paper.breaking import Line, break_lines

CHINESE = "受理通知书材料齐全符合法定形式，。、；：？！（）《》“”…—·"
texts = st.text(alphabet=CHINESE + string.ascii_letters + string.digits + " ,.-/", max_size=200)


def set_lines(text: str, limit: float = 10.0) -> list[Line]:
    return break_lines(text, [1.0 if each > "\u2000" else 0.5 for each in text], limit)


def words_of(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


@given(texts, st.floats(min_value=1, max_value=40))
def test_nothing_is_lost_but_spaces_where_lines_end(text, limit):
    lines = set_lines(text, limit)

    assert "".join(words_of(lines)).replace(" ", "") == text.replace(" ", "")


@given(texts, st.floats(min_value=2, max_value=40))
def test_no_line_is_wider_than_allowed_but_by_half_a_closing_mark(text, limit):
    for line in set_lines(text, limit):
        over = 0.5 if line.text and line.text[-1] in "，。、；：？！）》” " else 0.0
        assert line.width <= limit + over + 1e-9


@given(texts)
def test_only_the_last_line_ends_the_paragraph(text):
    *others, last = set_lines(text)

    assert last.ends
    assert not any(line.ends for line in others)


@given(st.text(alphabet="，。、；：！？）》”", min_size=1, max_size=300))
def test_a_text_of_marks_alone_still_ends(text):
    assert "".join(words_of(set_lines(text))) == text


def test_no_line_begins_with_a_closing_mark():
    lines = break_lines("一二三四五六》。七", [1.0] * 9, 6.0)

    assert words_of(lines) == ["一二三四五", "六》。七"]


def test_a_closing_mark_may_hang_half_over_the_edge():
    lines = break_lines("一二三四五六七八九十。后", [1.0] * 12, 10.5)

    assert words_of(lines) == ["一二三四五六七八九十。", "后"]


def test_a_closing_mark_that_does_not_fit_takes_its_neighbour_along():
    lines = break_lines("一二三四五六七八九十。后", [1.0] * 12, 10.0)

    assert words_of(lines) == ["一二三四五六七八九", "十。后"]


def test_no_line_ends_with_an_opening_mark():
    lines = break_lines("一二三四五六七八九《办法》", [1.0] * 13, 10.0)

    assert words_of(lines) == ["一二三四五六七八九", "《办法》"]


def test_words_and_numbers_stay_whole():
    assert words_of(set_lines("the application is accepted")) == ["the application is", "accepted"]
    assert words_of(set_lines("统一社会信用代码91341100")) == ["统一社会信用代码", "91341100"]


def test_a_word_longer_than_the_line_is_cut():
    assert words_of(set_lines("A" * 45)) == ["A" * 20, "A" * 20, "A" * 5]


def test_dashes_and_dots_in_pairs_stay_together():
    assert words_of(break_lines("一二三四五六七八九——十", [1.0] * 12, 10.0))[1].startswith("九——")


@pytest.mark.parametrize("length", [10_000, 100_000])
def test_long_texts_take_time_in_proportion(length):
    lines = set_lines("审" * length)

    assert len(lines) == length / 10


def test_the_first_line_may_be_indented():
    lines = break_lines("一二三四五六七八九十", [1.0] * 10, 6.0, first_limit=4.0)

    assert words_of(lines) == ["一二三四", "五六七八九十"]
