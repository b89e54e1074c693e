from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.checklist import (
    Checklist,
    Defect,
    LineStatus,
    Mark,
    NotOnTheList,
    UnfinishedMark,
    in_hand,
)
from clerk.domain.staff import StaffId
from tests.domain.small_item import (
    AGENT,
    ALL_IN_HAND,
    FORM,
    ITEM,
    LETTER,
    LICENCE,
    NO,
    OLD,
    PHOTO,
    YES,
)

counts = st.integers(0, 4)
marks = st.one_of(
    st.builds(Mark, status=st.just(LineStatus.TO_CHECK)),
    st.builds(Mark, status=st.just(LineStatus.MISSING)),
    st.builds(Mark, status=st.just(LineStatus.FETCHED)),
    st.builds(Mark, status=st.just(LineStatus.IN_HAND), originals=counts, copies=counts),
    st.builds(
        Mark,
        status=st.just(LineStatus.NOT_GOOD),
        defect=st.sampled_from(Defect),
        note=st.just("照片模糊"),
        originals=counts,
    ),
    st.builds(
        Mark,
        status=st.just(LineStatus.WAIVED),
        waived_by=st.just(StaffId("staff-2001")),
        note=st.just("内部可查"),
    ),
)
answers = st.sampled_from([{}, {AGENT: YES}, {AGENT: NO}])
mark_sets = st.dictionaries(st.sampled_from([FORM, PHOTO, LETTER, LICENCE, OLD]), marks)


@given(answers, mark_sets)
def test_every_line_required_is_settled_or_wanting_or_open_and_never_two_of_them(given_answers, on):
    for line in Checklist.of(ITEM, given_answers, on).lines:
        states = [line.is_settled, line.is_wanting, line.is_open]
        if line.required is None:
            assert line.is_open
            assert not line.is_wanting
        else:
            assert states.count(True) == 1


@given(answers, mark_sets)
def test_the_list_holds_the_published_entries_in_their_order_and_nothing_else(given_answers, on):
    lines = Checklist.of(ITEM, given_answers, on).lines

    assert tuple(each.prerequisite for each in lines) == ITEM.prerequisites


@given(mark_sets)
def test_a_line_that_stops_being_required_keeps_what_was_handed_in(on):
    with_agent = Checklist.of(ITEM, {AGENT: YES}, on)
    without = Checklist.of(ITEM, {AGENT: NO}, on)

    assert [each.mark for each in with_agent.lines] == [each.mark for each in without.lines]
    assert not any(each.prerequisite.id == LETTER for each in without.wanting())


@given(answers, mark_sets)
def test_what_may_not_be_asked_for_is_never_wanting(given_answers, on):
    assert OLD not in {x.prerequisite.id for x in Checklist.of(ITEM, given_answers, on).wanting()}


@given(counts, counts)
def test_a_paper_is_short_by_what_neither_copies_nor_spare_originals_cover(originals, copies):
    mark = Mark(status=LineStatus.IN_HAND, originals=originals, copies=copies)
    line = Checklist.of(ITEM, {AGENT: NO}, {FORM: mark}).lines[0]
    asked = ITEM.prerequisite(FORM)

    assert line.originals_short == max(0, asked.originals - originals)
    enough = originals >= asked.originals and originals + copies >= asked.originals + asked.copies
    assert line.is_settled == enough


def test_a_paper_of_our_own_department_is_looked_up_and_not_asked_for():
    checklist = Checklist.of(ITEM, {AGENT: NO}, {})

    assert [each.prerequisite.id for each in checklist.fetched()] == [LICENCE]
    assert LICENCE not in {each.prerequisite.id for each in checklist.open()}


def test_an_open_question_leaves_its_line_open_even_when_the_paper_is_there():
    checklist = Checklist.of(ITEM, {}, ALL_IN_HAND)

    assert [each.prerequisite.id for each in checklist.open()] == [LETTER]


def test_a_complete_list_is_complete():
    assert Checklist.of(ITEM, {AGENT: NO}, ALL_IN_HAND).is_complete


@given(st.text(min_size=1).filter(lambda text: text not in {"1", "2", "3", "4", "5"}))
def test_a_paper_that_is_not_published_cannot_be_asked_for(place):
    with pytest.raises(NotOnTheList) as refusal:
        Checklist.of(ITEM, {AGENT: NO}, {PrerequisiteId(place): Mark(status=LineStatus.MISSING)})
    assert refusal.value.prerequisites == (place,)


PROMISE = Mark(status=LineStatus.PROMISED, promised_on=date(2026, 11, 27))
WAIVER = Mark(status=LineStatus.WAIVED, waived_by=StaffId("staff-2001"), note="内部可查")


@pytest.mark.parametrize(
    ("place", "mark", "lacks"),
    [
        (FORM, Mark(status=LineStatus.NOT_GOOD), "defect"),
        (FORM, Mark(status=LineStatus.NOT_GOOD, defect=Defect.OTHER), "note"),
        (FORM, PROMISE, "deferrable"),
        (PHOTO, replace(PROMISE, promised_on=None), "promised_on"),
        (FORM, replace(WAIVER, waived_by=None), "waived_by"),
        (FORM, replace(WAIVER, note=""), "reason"),
    ],
)
def test_a_mark_that_lacks_its_reason_is_refused(place, mark, lacks):
    with pytest.raises(UnfinishedMark) as refusal:
        Checklist.of(ITEM, {AGENT: NO}, {place: mark})
    assert refusal.value.lacks == lacks
    assert refusal.value.prerequisite == ITEM.prerequisite(place).name.zh


@pytest.mark.parametrize(("place", "mark"), [(PHOTO, PROMISE), (FORM, WAIVER)])
def test_a_promise_or_a_waiver_settles_a_line(place, mark):
    checklist = Checklist.of(ITEM, {AGENT: NO}, {**ALL_IN_HAND, place: mark})

    assert checklist.is_complete


def test_a_paper_handed_in_as_asked_for_is_settled():
    for each in ITEM.prerequisites:
        line = next(
            x
            for x in Checklist.of(ITEM, {AGENT: YES}, {each.id: in_hand(each)}).lines
            if x.prerequisite == each
        )
        assert line.is_settled
