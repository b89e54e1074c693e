from hypothesis import given
from hypothesis import strategies as st

from clerk.ui.scan import FEWEST_KEYS, LONGEST_GAP_MS, MOST_KEYS, Rhythm, is_ours

NUMBER = "01010071261123003742"


def heard(text: str, gap_ms: int, *, claims=is_ours, end_gap_ms: int | None = None):
    """Send a text key by key; return what was replayed before the end, and the last verdict."""
    rhythm, replayed, at = Rhythm(claims), [], 1_000
    for each in text:
        replayed += rhythm.typed(each, each, at).replay
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
    rhythm.typed("王", "王", 0)
    first = rhythm.typed("0", "0", 500)

    assert first.replay == ("王",)


@given(st.lists(st.tuples(st.characters(), st.integers(0, 200)), max_size=MOST_KEYS * 2))
def test_no_key_is_ever_lost_or_turned_round(typed):
    rhythm, out, at = Rhythm(lambda _text: False), [], 0
    for key, gap in typed:
        at += gap
        out += rhythm.typed(key, key, at).replay
    out += rhythm.ended(at).replay

    assert out == [key for key, _gap in typed]
    assert not rhythm.is_holding


@given(st.text())
def test_only_twenty_plain_digits_are_ours(text):
    assert is_ours(text) == (len(text) == 20 and all(each in "0123456789" for each in text))
