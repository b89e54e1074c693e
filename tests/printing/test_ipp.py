import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.printing.causes import cause_of_reasons, cause_of_status
from clerk.printing.ipp import Attribute, Group, NotIpp, Operation, Tag, ask, read_answer
from clerk.printing.print_service import service_address

words = st.text(st.characters(codec="utf-8"), max_size=40)
values = st.one_of(
    st.tuples(st.just(Tag.INTEGER), st.lists(st.integers(-(2**31), 2**31 - 1), min_size=1)),
    st.tuples(st.just(Tag.BOOLEAN), st.lists(st.booleans(), min_size=1)),
    st.tuples(st.sampled_from([Tag.TEXT, Tag.KEYWORD, Tag.URI]), st.lists(words, min_size=1)),
)
names = st.from_regex(r"[a-z][a-z-]{0,20}", fullmatch=True)


@given(st.dictionaries(names, values))
def test_what_is_written_is_read_back(given_values):
    attributes = tuple(
        Attribute(tag, name, tuple(some)) for name, (tag, some) in given_values.items()
    )

    answer = read_answer(ask(Operation.GET_JOBS, {Group.JOB: attributes}))

    assert answer.status == Operation.GET_JOBS  # a request has its operation in that place
    assert answer.of(Group.JOB) == (
        {name: tuple(some) for name, (_t, some) in given_values.items()},
    )


@given(st.binary(max_size=200))
def test_any_other_bytes_are_refused_or_read_and_nothing_else(raw):
    with suppress(NotIpp):
        read_answer(raw)


@given(st.integers(0, 60))
def test_a_message_cut_short_is_refused(at):
    whole = ask(1, {Group.JOB: (Attribute(Tag.TEXT, "name", ("a" * 60,)),)})

    with pytest.raises(NotIpp):
        read_answer(whole[:at])


def test_a_collection_is_passed_over_with_what_lies_in_it():
    def one(tag, name, value):
        return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value

    inner = one(0x34, b"media-col", b"") + one(0x4A, b"", b"x") + one(0x34, b"", b"")
    raw = (
        b"\x02\x00\x00\x00\x00\x00\x00\x01\x04" + inner + one(0x37, b"", b"") + one(0x37, b"", b"")
    )
    raw += one(0x44, b"sides", b"one-sided") + b"\x03"

    (printer,) = read_answer(raw).of(Group.PRINTER)

    assert printer["sides"] == ("one-sided",)


@pytest.mark.parametrize(
    ("reasons", "cause"),
    [
        (["none"], ""),
        (["media-low-warning", "toner-low-report"], ""),
        (["media-empty-error"], "paper"),
        (["media-empty-warning"], ""),
        (["paused", "cover-open"], "open"),
        (["offline-report"], "off"),
        (["connecting-to-device"], "off"),
        (["something-new-error"], ""),
    ],
)
def test_a_printer_is_held_up_by_what_it_calls_an_error_and_by_no_warning(reasons, cause):
    assert cause_of_reasons(reasons) == cause


def test_a_refusal_nobody_named_is_told_as_a_refusal():
    assert cause_of_status(0x0406) == "unknown"
    assert cause_of_status(0x04FF) == "refused"


def test_the_print_service_is_where_its_own_programs_look_for_it(tmp_path):
    client = tmp_path / "client.conf"
    assert service_address({"CUPS_SERVER": "print.example"}, client) == "print.example:631"
    assert service_address({"CUPS_SERVER": "/run/s"}, client) == "/run/s"
    client.write_text("# ours\nServerName 10.0.0.1:6310/version=1.1\n")
    assert service_address({}, client) == "10.0.0.1:6310"
