"""The twenty digits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.case_number import (
    NotACaseNumber,
    NumberParts,
    NumbersUsedUp,
    compose,
    grouped,
    parse,
    parts_of,
)

parts = st.builds(
    NumberParts,
    center=st.integers(0, 9999).map("{:04d}".format),
    window=st.integers(0, 999).map("{:03d}".format),
    incarnation=st.integers(0, 9),
    day=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    sequence=st.integers(1, 9999),
)


@given(parts)
def test_a_number_says_what_it_was_made_of(made_of):
    number = compose(made_of)
    assert (len(number), parts_of(number)) == (20, made_of)
    assert parse(grouped(number)) == number


@given(parts, st.integers(0, 19), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(made_of, place, shift):
    number = compose(made_of)
    wrong = str((int(number[place]) + shift) % 10)
    with pytest.raises(NotACaseNumber):
        parse(number[:place] + wrong + number[place + 1 :])


@given(parts, st.integers(0, 18))
def test_two_digits_changed_about_are_always_caught(made_of, place):
    number = compose(made_of)
    turned = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if turned != number:
        with pytest.raises(NotACaseNumber):
            parse(turned)


@given(st.text(max_size=60))
def test_whatever_is_scanned_is_a_number_or_refused(text):
    reason = ""
    try:
        number = parse(text)
    except NotACaseNumber as refusal:
        reason = refusal.reason
    assert reason in {"digits", "length", "check", "day"} or len(number) == 20


def test_full_width_digits_and_dashes_are_read():
    number = compose(parts_of(parse("34990071261123000797")))
    wide = "".join(chr(ord(each) + 0xFEE0) for each in number)
    assert parse(f" {wide[:4]}-{wide[4:]} ") == number


def test_the_ten_thousandth_number_of_a_day_is_refused():
    with pytest.raises(NumbersUsedUp):
        compose(
            NumberParts(
                center="0001", window="001", incarnation=1, day=date(2026, 1, 1), sequence=10_000
            )
        )
