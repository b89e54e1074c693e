"""What a person types, made safe to keep and to print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.text import narrow, text_problems, tidy, tidy_name


@pytest.mark.parametrize(
    "name", ["王䶮", "陈𨭎", "李𬍛", "吴𪩘", "何𰻝", "﨑山", "阿依古丽·买买提"]
)
def test_a_rare_name_stays_as_it_is(name):
    assert tidy_name(name) == name
    assert text_problems(name, "name", one_line=True) == ()


@pytest.mark.parametrize("dot", "•‧・･∙⋅")
def test_every_dot_becomes_the_one_right_dot(dot):
    assert tidy_name(f"阿依{dot}买买提") == "阿依·买买提"


def test_what_nobody_sees_is_dropped():
    assert tidy_name("\u202e王\u200b伟\u200f ") == "王伟"


def test_full_width_letters_and_digits_are_folded_and_brackets_stay():
    assert tidy("Ａ１（云江）") == "A1（云江）"
    assert narrow(" １３８ ００００ ") == "1380000"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("王\x00伟", "control_character"),
        ("王\ud800伟", "broken_character"),
        ("王😀", "unprintable_character"),
        ("王\ue000", "unprintable_character"),
        ("王" * 10_000, "too_long"),
    ],
)
def test_what_no_paper_can_show_is_told_with_its_place(text, kind):
    problems = text_problems(text, "applicant.name", longest=100, one_line=True)
    assert next((each.place, each.kind) for each in problems) == ("applicant.name", kind)


@given(st.text())
def test_tidying_twice_is_tidying_once(text):
    assert tidy_name(tidy_name(text)) == tidy_name(text)
    assert tidy(tidy(text)) == tidy(text)
