"""Identity numbers, credit codes and phones, by their own rules and by one nobody here wrote."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from clerk.domain.identity import (
    credit_code_check,
    credit_code_problems,
    organisation_check,
    phone_problems,
    resident_id_check,
    resident_id_problems,
    tidy_code,
)

TODAY = date(2026, 11, 23)


def kinds(problems):
    return [each.kind for each in problems]


@pytest.mark.parametrize(
    "number", ["11010519491231002X", "341102199003071233", "341103198511120048"]
)
def test_a_right_identity_number_has_no_problem(number):
    assert resident_id_problems(number, "id", TODAY) == ()


@pytest.mark.parametrize("region", ["440524", "510202", "810000", "830000"])
def test_no_region_is_a_reason_to_refuse(region):
    first = f"{region}19600101001"
    assert resident_id_problems(first + resident_id_check(first), "id", TODAY) == ()


def test_an_impossible_birth_date_behind_a_right_check_digit_is_caught():
    assert kinds(resident_id_problems("341124197702290012", "id", TODAY)) == ["id_birth_date"]


def test_a_birth_date_in_the_future_is_caught():
    first = "34110220270101001"
    number = first + resident_id_check(first)
    assert kinds(resident_id_problems(number, "id", TODAY)) == ["id_birth_in_future"]


@pytest.mark.parametrize("number", ["", "1", "34110219900307123", "a" * 18, "３" * 18])
def test_a_wrong_shape_is_told_as_such(number):
    assert kinds(resident_id_problems(number, "id", TODAY)) == ["id_shape"]


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(place, shift):
    number = "341102199003071233"
    wrong = str((int(number[place]) + shift) % 10)
    assert resident_id_problems(number[:place] + wrong + number[place + 1 :], "id", TODAY)


@pytest.mark.parametrize(
    "code", ["91110000802100433B", "914403001922038216", "9144030071526726XG", "91341100MA2TE5T1XB"]
)
def test_a_right_credit_code_has_no_problem(code):
    assert credit_code_problems(code, "code") == ()


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=8, max_size=8), st.integers(0, 999_999))
def test_our_credit_codes_are_right_to_another_library_too(inside, region):
    first = f"91{region:06d}{inside}{organisation_check(inside)}"
    code = first + credit_code_check(first)
    assert uscc.is_valid(code)
    assert credit_code_problems(code, "code") == ()


def test_a_region_is_digits_whatever_the_check_digits_say():
    assert [x.kind for x in credit_code_problems("A2EEWL2A0TAXKAHE3T", "code")] == [
        "credit_code_shape"
    ]


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=18, max_size=18))
def test_what_another_library_calls_wrong_is_wrong_here(code):
    has_known_office = code[:2].isdigit()  # it knows no office with a letter; GB 32100 has some
    if has_known_office and not uscc.is_valid(code):
        assert credit_code_problems(code, "code")


def test_a_right_code_around_a_wrong_organisation_code_is_told():
    first = "91341100MA2TE5T10"
    code = first + credit_code_check(first)
    assert kinds(credit_code_problems(code, "code")) == ["credit_code_organisation"]


def test_full_width_digits_are_folded():
    assert tidy_code("　３４１１０２１９９００３０７１２３３ ") == "341102199003071233"
    assert tidy_code("11010519491231002x") == "11010519491231002X"


@pytest.mark.parametrize("number", ["13800000000", "0550-3012345", "05503012345"])
def test_a_phone_that_can_be_called_is_right(number):
    assert phone_problems(number, "phone") == ()


@pytest.mark.parametrize("number", ["12800000000", "1380000000", "3012345", "+8613800000000x"])
def test_a_phone_that_cannot_be_called_is_told(number):
    assert kinds(phone_problems(number, "phone")) == ["phone_shape"]
