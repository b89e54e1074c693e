"""The journal's chain: every kind of tampering is found, at its place."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.domain.codec import Malformed, canonical, from_plain, to_plain
from clerk.domain.events import (
    Accepted,
    NoticeIssued,
    Reviewed,
    Supplemented,
    Withdrawn,
    body_of,
    kind_of,
    read_event,
)
from clerk.domain.identifiers import CaseId, EventId, uuid7
from clerk.domain.journal import (
    NOTHING_BEFORE,
    ChainBroken,
    JournalPosition,
    hash_of,
    read_payload,
    seal_event,
    walk,
)
from clerk.domain.roster import KeyRecord, Roster
from clerk.domain.staff import StaffId
from clerk.domain.trust import Trust
from clerk.store.ed25519 import OpenKey, verifies
from tests.desk import MORNING

KEY = OpenKey.new()
OWNER = StaffId("s")
START = JournalPosition(
    center="3499", window="007", incarnation=1, sequence=1, previous=NOTHING_BEFORE
)


def chain(length=4, key=KEY):
    position, entries = START, []
    for n in range(length):
        event = Reviewed(by=StaffId("s"), at=MORNING, opinion=f"意见{n}")
        entry = seal_event(
            event,
            at=position,
            event_id=EventId(uuid7(MORNING, bytes([n]) * 10)),
            case_id=CaseId("case"),
            base_version=n,
            base_hash="",
            seal=key,
        )
        entries.append(entry)
        position = position.after(entry)
    return entries


def trusting(*keys):
    """A trust that knows one person with these keys, the last of them good."""
    trust = Trust(verifies)
    records = {x.key.id: KeyRecord(key=x.key, owner=OWNER, is_over=x is not keys[-1]) for x in keys}
    trust.roster = Roster(keys=records)
    return trust


def broken_at(entries):
    with pytest.raises(ChainBroken) as refusal:
        list(walk(entries, trusting(KEY), START))
    return refusal.value.sequence, refusal.value.reason


def test_a_whole_chain_reads_back_as_it_was_written():
    events = [event for _, event in walk(chain(), trusting(KEY), START)]
    assert [each.opinion for each in events] == ["意见0", "意见1", "意见2", "意见3"]


def test_a_removed_entry_is_found():
    entries = chain()
    assert broken_at(entries[:1] + entries[2:]) == (2, "gap")


def test_swapped_entries_are_found():
    one, two, three, four = chain()
    assert broken_at([one, three, two, four]) == (2, "gap")


def test_a_changed_byte_is_found():
    entries = chain()
    entries[2] = replace(
        entries[2], payload=entries[2].payload.replace("意见2".encode(), "意见9".encode())
    )
    assert broken_at(entries) == (3, "hash")


def test_a_changed_byte_with_its_hash_made_anew_is_found():
    entries = chain()
    payload = entries[2].payload.replace("意见2".encode(), "意见9".encode())
    entries[2] = replace(entries[2], payload=payload, hash=hash_of(payload))
    assert broken_at(entries) == (3, "signature")


@pytest.mark.parametrize("part", ["payload", "hash", "signature"])
def test_a_part_that_is_text_and_not_bytes_is_found(part):
    entries = chain()
    text = getattr(entries[1], part).decode("latin-1")
    entries[1] = replace(entries[1], **{part: text})
    assert broken_at(entries) == (2, "hash")


def test_text_in_the_place_of_bytes_is_malformed():
    with pytest.raises(Malformed):
        read_payload(chain(1)[0].payload.decode())


def test_an_entry_signed_by_another_key_is_found():
    foreign = chain(key=OpenKey.new())
    assert broken_at(foreign) == (1, "unknown_key")


def test_an_entry_under_a_key_that_was_replaced_is_found():
    old = OpenKey.new()
    with pytest.raises(ChainBroken) as refusal:
        list(walk(chain(key=old), trusting(old, KEY), START))
    assert refusal.value.reason == "ended_key"


def test_an_entry_under_somebody_elses_key_is_found():
    trust = trusting(KEY)
    trust.roster = Roster(keys={KEY.key.id: KeyRecord(key=KEY.key, owner=StaffId("other"))})
    with pytest.raises(ChainBroken) as refusal:
        list(walk(chain(), trust, START))
    assert refusal.value.reason == "others_key"


def test_a_signed_entry_in_another_place_is_found():
    other = chain(2)[1]
    assert broken_at([replace(other, sequence=1)]) == (1, "chain")


def test_an_entry_of_another_window_is_found():
    with pytest.raises(ChainBroken) as refusal:
        list(walk(chain(1), trusting(KEY), replace(START, window="008")))
    assert refusal.value.reason == "foreign"


@given(st.binary(max_size=400))
def test_whatever_bytes_come_are_refused_as_malformed(payload):
    with pytest.raises(Malformed):
        read_payload(payload)


@pytest.mark.parametrize(
    "payload",
    [
        b"[" * 100_000,
        b'{"v":1,"v":1}',
        b'{"v":1e400}',
        b"\xff",
        b"null",
        json.dumps({"v": 1, "body": {}}).encode(),
        b"x" * 1_000_001,
    ],
    ids=["deep", "twice", "infinite", "not-utf8", "null", "short", "huge"],
)
def test_hostile_entries_are_refused_as_malformed(payload):
    with pytest.raises(Malformed):
        read_payload(payload)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_event_reads_back_as_it_was(reason):
    event = Withdrawn(by=StaffId("s"), at=MORNING, reason=reason)
    plain = json.loads(canonical(body_of(event)))
    assert read_event(kind_of(event), plain, event.by, event.at.isoformat()) == event


def test_canonical_text_has_one_form():
    assert canonical({"b": 1, "a": "名"}) == '{"a":"名","b":1}'.encode()


@pytest.mark.parametrize("value", [float("nan"), {"a": "\ud800"}, object()])
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(Malformed):
        canonical(value)


def test_a_missing_field_is_told_by_its_place():
    with pytest.raises(Malformed) as refusal:
        from_plain(Withdrawn, {"by": "s", "at": MORNING.isoformat()}, "withdrawn")
    assert refusal.value.place == "withdrawn.reason"


@pytest.mark.parametrize(
    ("kind", "body", "place"),
    [
        (Supplemented, {"marks": {"p1": {"status": "in_hand", "copies": "2"}}}, "marks.p1.copies"),
        (Supplemented, {"marks": {"p1": {"status": "eaten"}}}, "marks.p1.status"),
        (NoticeIssued, {"wanting": ["p1", 2], "deadline_on": "2026-11-30"}, "wanting[1]"),
        (NoticeIssued, {"wanting": ["p1"], "deadline_on": 1.5}, "deadline_on"),
        (Accepted, {"due": {"on": "2026-11-30", "is_provisional": 1}}, "due.is_provisional"),
    ],
)
def test_a_value_deep_inside_is_told_by_its_place(kind, body, place):
    with pytest.raises(Malformed) as refusal:
        from_plain(kind, {"by": "s", "at": MORNING.isoformat(), **body}, "event")
    assert refusal.value.place == f"event.{place}"


@pytest.mark.parametrize("value", [1.5, (1, (2.5,)), {"a": 0.5}])
def test_a_float_has_no_canonical_form(value):
    with pytest.raises(Malformed):
        to_plain(value)


def test_an_unknown_type_is_refused():
    with pytest.raises(Malformed):
        to_plain(object())
