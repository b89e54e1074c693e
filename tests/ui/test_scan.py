from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.case_number import CaseNumber
from clerk.domain.paper_code import PaperCode
from clerk.domain.papers import PaperKind
from clerk.ui.scan import FEWEST_KEYS, LONGEST_GAP_MS, MOST_KEYS, Rhythm, is_ours

NUMBER = "01010071261123003742"


def heard(text: str, gap_ms: int, *, claims=is_ours, end_gap_ms: int | None = None, may_pass=False):
    """Send a text key by key; return what reached the program, and the last verdict."""
    rhythm, replayed, at = Rhythm(claims), [], 1_000
    for each in text:
        verdict = rhythm.typed(each, each, at, may_pass=may_pass)
        replayed += verdict.replay
        replayed += [] if verdict.keep else [each]
        at += gap_ms
    last = rhythm.ended(at - gap_ms + (gap_ms if end_gap_ms is None else end_gap_ms))
    return "".join(replayed), last


def test_twenty_quick_digits_and_return_are_a_scan():
    replayed, last = heard(NUMBER, 12)

    assert (replayed, last.scan, last.keep) == ("", NUMBER, True)


def test_the_same_digits_typed_by_hand_stay_typed():
    replayed, last = heard(NUMBER, 110)

    assert last.scan == ""
    assert replayed + "".join(last.replay) == NUMBER


def test_the_longest_gap_still_counts_and_one_more_does_not():
    assert heard(NUMBER, LONGEST_GAP_MS)[1].scan == NUMBER
    assert heard(NUMBER, LONGEST_GAP_MS + 1)[1].scan == ""


def test_a_return_that_comes_late_ends_no_scan():
    _replayed, last = heard(NUMBER, 5, end_gap_ms=LONGEST_GAP_MS + 1)

    assert (last.scan, "".join(last.replay), last.keep) == ("", NUMBER, False)


def test_a_code_that_is_not_ours_goes_into_the_field():
    code = "91341100MA2N4XJ15K"

    _replayed, last = heard(code, 5)

    assert "".join(last.replay) == code


def test_seven_quick_keys_are_no_scan_whoever_claims_them():
    _replayed, last = heard("1234567", 5, claims=lambda _text: True)

    assert FEWEST_KEYS == 8
    assert "".join(last.replay) == "1234567"


def test_typing_before_a_scan_is_given_back_before_it():
    rhythm = Rhythm()
    rhythm.typed("7", "7", 0, may_pass=False)
    first = rhythm.typed("0", "0", 500, may_pass=False)

    assert first.replay == ("7",)


def test_a_letter_that_begins_no_code_never_waits():
    rhythm = Rhythm()

    for each in "anyXwp王":
        verdict = rhythm.typed(each, each, 0, may_pass=False)
        assert (verdict.keep, rhythm.is_under_way) == (False, False)


def test_the_first_key_does_not_wait_where_it_can_be_taken_back():
    rhythm = Rhythm()

    assert rhythm.typed("0", "0", 0, may_pass=True).keep is False
    assert rhythm.typed("1", "1", 5, may_pass=True).keep is True
    assert rhythm.rested() == ("1",)


def test_digits_typed_by_hand_into_a_field_never_wait():
    rhythm = Rhythm()

    kept = [
        rhythm.typed(each, each, place * 80, may_pass=True).keep
        for place, each in enumerate(NUMBER)
    ]

    assert not any(kept)


def test_a_scan_is_whole_though_its_first_key_went_through():
    reached, last = heard(NUMBER, 5, may_pass=True)

    assert (reached, last.scan) == (NUMBER[0], NUMBER)


def test_the_square_code_of_our_papers_is_a_scan_of_ours():
    said = PaperCode(
        kind=PaperKind.ACCEPTANCE_NOTICE,
        case_number=CaseNumber(NUMBER),
        document_number="云市监受〔2026〕1号",
        issued_on=date(2026, 11, 23),
        fingerprint="00" * 8,
        key="00" * 4,
    )
    text = str(int.from_bytes(said.to_bytes() + bytes(64), "big"))

    assert heard(text, 5)[1].scan == text


@pytest.mark.parametrize("text", ["", NUMBER + "1", NUMBER[1:], "x" * 300])
def test_other_codes_are_not_ours(text):
    assert not is_ours(text)


@given(
    st.lists(
        st.tuples(st.sampled_from("0123aXc王"), st.integers(0, 90), st.booleans()),
        max_size=MOST_KEYS * 2,
    )
)
def test_no_key_is_ever_lost_or_turned_round(typed):
    rhythm, out, at = Rhythm(lambda _text: False), [], 0
    for key, gap, may_pass in typed:
        at += gap
        verdict = rhythm.typed(key, key, at, may_pass=may_pass)
        out += verdict.replay
        out += [] if verdict.keep else [key]
    out += rhythm.ended(at).replay

    assert out == [key for key, _gap, _may_pass in typed]
    assert not rhythm.is_under_way


@given(st.text())
def test_only_twenty_plain_digits_are_ours(text):
    assert is_ours(text) == (len(text) == 20 and all(each in "0123456789" for each in text))
