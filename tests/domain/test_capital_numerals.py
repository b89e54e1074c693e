import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.capital_numerals import LARGEST_FEN, in_capitals

amounts = st.one_of(
    st.integers(0, LARGEST_FEN),
    st.lists(st.sampled_from("0000123456789"), min_size=1, max_size=16).map(
        lambda figures: int("".join(figures))
    ),
)
FIGURES = "零壹贰叁肆伍陆柒捌玖"
WORTH = {"拾": 10, "佰": 100, "仟": 1000}


def read(words):
    """Read capital numerals back, by another way than they are written."""
    yuan, _, rest = words.rpartition("元")
    tenths, _, hundredths = rest.rpartition("角")
    fen = value(tenths) * 10 + value(hundredths.strip("整分"))
    return value(yuan) * 100 + fen


def value(words):
    for unit, worth in (("亿", 10**8), ("万", 10**4)):
        high, found, low = words.partition(unit)
        if found:
            return value(high) * worth + value(low)
    total, figure = 0, 0
    for each in words:
        if each in WORTH:
            total += figure * WORTH[each]
            figure = 0
        else:
            figure = FIGURES.index(each)
    return total + figure


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (120000, "壹仟贰佰元整"),
        (140950, "壹仟肆佰零玖元伍角整"),
        (600714, "陆仟零柒元壹角肆分"),
        (168032, "壹仟陆佰捌拾元叁角贰分"),
        (10700053, "壹拾万柒仟元伍角叁分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (32504, "叁佰贰拾伍元零肆分"),
        (1, "壹分"),
        (30, "叁角整"),
        (100, "壹元整"),
        (1000, "壹拾元整"),
        (100_0010_00, "壹佰万零壹拾元整"),
        (1_0000_0001_00, "壹亿零壹元整"),
        (1_0001_0000_00, "壹亿零壹万元整"),
        (1_0000_1000_00, "壹亿零壹仟元整"),
        (1_1000_0000_00, "壹亿壹仟万元整"),
        (10_0000_0000_00, "壹拾亿元整"),
        (12345_0000_0000_00, "壹万贰仟叁佰肆拾伍亿元整"),
    ],
)
def test_amounts_are_written_as_the_rule_writes_them(fen, words):
    assert in_capitals(fen) == words


@given(amounts)
def test_what_is_written_reads_back_as_the_same_amount(fen):
    assert read(in_capitals(fen)) == fen


@given(amounts.filter(bool))
def test_zero_is_never_written_twice_and_never_where_none_belongs(fen):
    words = in_capitals(fen)

    assert "零零" not in words
    assert not words.startswith("零")
    assert not re.search("零[万亿元角分整]", words)


@given(amounts)
def test_whole_yuan_and_jiao_end_with_zheng_and_fen_never_does(fen):
    assert in_capitals(fen).endswith("整") == (fen % 10 == 0)


@given(st.integers(1, 9), st.integers(1, 13), st.integers(1, 9))
def test_two_figures_apart_have_one_zero_between_them_and_neighbours_none(left, distance, right):
    words = in_capitals((left * 10**distance + right) * 100)

    assert words.count("零") == (distance > 1)


@pytest.mark.parametrize("fen", [-1, LARGEST_FEN + 1])
def test_an_amount_no_paper_can_hold_is_refused(fen):
    with pytest.raises(ValueError, match=str(fen)):
        in_capitals(fen)
