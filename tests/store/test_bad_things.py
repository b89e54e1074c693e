"""Bad things done to a store by somebody with the file, a key or the clock: each has one answer.

The same table is held against inspectors that are broken on purpose: one that does not look must
not find what it does not look for, or these tests would prove nothing.
"""

import json
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from clerk.cli.inspection import inspect_desk
from clerk.domain import case_inspector, inspector
from clerk.domain.codec import canonical
from clerk.domain.journal import ChainBroken, hash_of
from clerk.domain.roster import Roster
from clerk.store import inspecting
from clerk.store.desk_store import FILE
from clerk.store.ed25519 import OpenKey
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.attach_file import AttachFile, attach_file
from clerk.usecases.authorise import revoke_authorisation
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.revoke_key import RevokeKey, revoke_key
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.trouble import StoreTrouble
from tests.desk import CHIEF, CLERK, IT, PINS, application, make_desk, open_test_desk


@dataclass
class Bent:
    """A copy of a whole store to be bent, with its entries by kind and everybody's open keys."""

    folder: Path
    keys: dict
    entries: list

    def at(self, kind, nth=0):
        """The sequence of the nth entry of a kind."""
        return [seq for seq, found in self.entries if found == kind][nth]

    def run(self, *statements):
        """Change the file behind the program's back."""
        store = sqlite3.connect(self.folder / FILE)
        with store:
            for each in ("DROP TRIGGER journal_no_delete", "DROP TRIGGER journal_no_update"):
                store.execute(each)
            for statement, *values in statements:
                store.execute(statement, values)
        store.close()

    def row(self, seq):
        """One journal row as it stands."""
        store = sqlite3.connect(self.folder / FILE)
        found = store.execute(
            "SELECT event_id, case_id, payload, hash, sig FROM journal WHERE seq = ?", (seq,)
        ).fetchone()
        store.close()
        return found

    def reseal(self, seq, key, **changes):
        """Write an entry anew as somebody who holds a key could: bytes, hash and signature fit."""
        plain = json.loads(self.row(seq)[2])
        payload = canonical(plain | {"key_id": key.key.id} | changes)
        digest = hash_of(payload)
        self.run(
            (
                "UPDATE journal SET payload = ?, hash = ?, sig = ? WHERE seq = ?",
                payload,
                digest,
                key.sign(digest),
                seq,
            )
        )

    def found(self):
        """What the inspection says, as (entry, fault)."""
        inspection = inspect_desk(self.folder)
        return [(each.sequence, str(each.fault)) for each in inspection.findings]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A morning's store: two cases put before the chief and granted, a third only received."""
    folder = tmp_path_factory.mktemp("whole") / "desk"
    desk = make_desk(folder)
    counter = desk.open.counter
    for number in range(2):
        wish = ReceiveCase(application=application(desk, "SCJG-005"), by=CLERK)
        case = receive_case(wish, counter).case
        file = AttachFile(
            case_id=case.id, by=CLERK, name="平面图.pdf", content=b"%PDF-1.4 " + bytes([number])
        )
        attach_file(file, counter, desk.room.attachments)
        case = accept_case(AcceptCase(opening=case.id, by=CLERK, opinion="齐全。"), counter).case
        desk.clock.on(minutes=3)
        sign(desk, case)
    receive_case(ReceiveCase(application=application(desk, "SCJG-005"), by=CLERK), counter)
    keys = dict(desk.open.store.pins._held)
    desk.close()
    return folder, keys


def sign(desk, case, decision=Decision.GRANT):
    wish = SignOff(
        case_id=case.id,
        by=CHIEF,
        pin=PINS[CHIEF.id],
        decision=decision,
        opinion="同意。",
        seen=case.substance,
    )
    return sign_off(wish, desk.open.counter).case


@pytest.fixture
def bent(whole, tmp_path):
    return bend(whole, tmp_path)


def bend(whole, tmp_path):
    folder, keys = whole
    shutil.copytree(folder, tmp_path / "desk")
    store = sqlite3.connect(tmp_path / "desk" / FILE)
    found = store.execute("SELECT seq, payload FROM journal ORDER BY seq").fetchall()
    store.close()
    entries = [(seq, json.loads(payload)["kind"]) for seq, payload in found]
    return Bent(tmp_path / "desk", keys, entries)


def test_a_whole_store_holds(bent):
    assert bent.found() == []


def a_changed_byte(bent):
    at = bent.at("reviewed")
    bent.run(
        (
            (
                "UPDATE journal SET payload = cast(replace(payload, '齐全', '欠缺') AS BLOB)"
                " WHERE seq = ?"
            ),
            at,
        )
    )
    return [(at, "hash")]


def a_changed_byte_hashed_anew(bent):
    at = bent.at("reviewed")
    payload = bent.row(at)[2].replace("齐全".encode(), "欠缺".encode())
    bent.run(
        ("UPDATE journal SET payload = ?, hash = ? WHERE seq = ?", payload, hash_of(payload), at)
    )
    return [(at, "signature"), (at + 1, "chain")]


def swapped_entries(bent):
    at = bent.at("received", 2)
    one, two = bent.row(at - 1), bent.row(at)
    put = (
        "UPDATE journal SET event_id = ?, case_id = ?, payload = ?, hash = ?, sig = ? WHERE seq = ?"
    )
    bent.run((put, "x", *two[1:], at - 1), (put, *one, at), (put, *two, at - 1))
    return [(at - 1, "place"), (at, "place"), (at + 1, "chain")]


def a_removed_entry(bent):
    at = bent.at("reviewed")
    bent.run(("DELETE FROM journal WHERE seq = ?", at))
    return [(at + 1, "gap"), (at + 1, "version")]


def a_removed_tail(bent):
    last = bent.entries[-1][0]
    bent.run(("DELETE FROM journal WHERE seq > ?", last - 2))
    return [(last - 2, "cut")]


def a_changed_row(bent):
    bent.run(("UPDATE case_ SET stage = 'closed' WHERE row = 1",))
    return [(0, "row")]


def a_removed_row(bent):
    bent.run(("DELETE FROM case_ WHERE row = 2",))
    return [(0, "row")]


def anothers_key(bent):
    at = bent.at("granted")
    bent.reseal(at, bent.keys[CLERK.id])
    return [(at, "others_key"), (at + 1, "chain")]


def a_key_of_nobody(bent):
    at = bent.at("granted", 1)
    bent.reseal(at, OpenKey.new())
    return [(at, "unknown_key"), (at + 1, "chain")]


def a_signature_copied_onto_another_case(bent):
    first, second = bent.at("granted"), bent.at("granted", 1)
    bent.run(("UPDATE journal SET sig = ? WHERE seq = ?", bent.row(first)[4], second))
    return [(second, "signature")]


def a_replayed_event(bent):
    last, at = bent.entries[-1][0], bent.at("granted")
    copied = (
        "INSERT INTO journal (inc, seq, event_id, case_id, payload, hash, sig)"
        " SELECT inc, ?, 'again', case_id, payload, hash, sig FROM journal WHERE seq = ?"
    )
    bent.run((copied, last + 1, at))
    found = ["place", "columns", "twice", "version", "ahead"]
    return [(last + 1, each) for each in found]


def a_decision_moved_to_another_case(bent):
    first, second = bent.at("granted"), bent.at("granted", 1)
    case_id = bent.row(second)[1]
    bent.reseal(first, bent.keys[CLERK.id], case_id=case_id)
    return [(first, "columns"), (first, "others_key"), (first, "version"), (first + 1, "chain")]


def a_chief_who_decides_what_was_not_there(bent):
    """The chief's own key on a substance that is not the case's."""
    at = bent.at("granted", 1)
    body = json.loads(bent.row(at)[2])["body"] | {"substance": "0" * 64}
    bent.reseal(at, bent.keys[CHIEF.id], body=body)
    return [(at, "substance"), (at + 1, "chain")]


def a_clerk_who_makes_an_it_person(bent):
    at = bent.at("person_added")
    bent.reseal(at, bent.keys[CLERK.id], actor=CLERK.id)
    others = [
        seq
        for seq, _kind in bent.entries
        if seq > at and _kind not in ("person_added", "authorised")
    ]
    return [(at, "unknown_key"), (at + 1, "chain"), *by_nobody(bent, others)]


def by_nobody(bent, sequences):
    """Once the clerk's own entry is not believed, nothing the clerk did is."""
    actors = {seq: json.loads(bent.row(seq)[2])["actor"] for seq in sequences}
    return [(seq, "unknown_key") for seq in sequences if actors[seq] == CLERK.id]


def another_center(bent):
    at = bent.at("received", 2)
    bent.reseal(at, bent.keys[CLERK.id], center="9999")
    return [(at, "foreign"), (at + 1, "chain")]


def a_changed_attachment(bent):
    path = next(each for each in (bent.folder / "attachments").rglob("*") if each.is_file())
    path.write_bytes(b"%PDF another")
    return [(0, "attachment")]


def a_changed_list(bent):
    put = (
        "UPDATE published_item SET content = replace(content, '食品', '药品')"
        " WHERE item_id = 'SCJG-005'"
    )
    bent.run(("DROP TRIGGER published_item_no_update",), (put,))
    received = [(bent.at("received", nth), "item") for nth in range(3)]
    return sorted([*received, *((bent.at("granted", nth), "substance") for nth in range(2))])


def text_in_the_place_of_bytes(bent):
    at = bent.at("reviewed")
    bent.run(("UPDATE journal SET payload = 'text' WHERE seq = ?", at))
    return [(at, "hash"), (at, "unreadable")]


def a_head_the_window_did_not_sign(bent):
    last = bent.entries[-1][0]
    put = "UPDATE meta SET value = replace(value, ':\"2026', ':\"2016') WHERE key = 'head'"
    bent.run((put,))
    return [(last, "head")]


BAD_THINGS = [
    a_changed_byte,
    a_changed_byte_hashed_anew,
    swapped_entries,
    a_removed_entry,
    a_removed_tail,
    a_changed_row,
    a_removed_row,
    anothers_key,
    a_key_of_nobody,
    a_signature_copied_onto_another_case,
    a_replayed_event,
    a_decision_moved_to_another_case,
    a_chief_who_decides_what_was_not_there,
    a_clerk_who_makes_an_it_person,
    another_center,
    a_changed_attachment,
    a_changed_list,
    text_in_the_place_of_bytes,
    a_head_the_window_did_not_sign,
]


@pytest.mark.parametrize("bad", BAD_THINGS, ids=lambda bad: bad.__name__)
def test_a_bad_thing_has_its_exact_answer(bad, bent):
    expected = bad(bent)
    assert bent.found() == expected


def blind_to_signatures(monkeypatch):
    monkeypatch.setattr(inspecting, "verifies", lambda *_: True)


def blind_to_hashes(monkeypatch):
    monkeypatch.setattr(inspector, "is_whole", lambda _sealed: True)


def blind_to_places(monkeypatch):
    monkeypatch.setattr(inspector.Inspector, "_misplaced", lambda *_: iter(()))


def blind_to_the_end(monkeypatch):
    monkeypatch.setattr(inspector.Inspector, "finish", lambda self, _head: self.inspection())


def blind_to_owners(monkeypatch):
    monkeypatch.setattr("clerk.domain.trust.Trust.fault", lambda *_: "")


def blind_to_substance(monkeypatch):
    monkeypatch.setattr(case_inspector.CaseInspector, "_judge", lambda *_: iter(()))


def blind_to_rows(monkeypatch):
    monkeypatch.setattr(inspecting, "_differences", lambda *_: iter(()))


def blind_to_files(monkeypatch):
    monkeypatch.setattr(inspecting._StoreInspection, "_changed_files", lambda *_: iter(()))


@pytest.mark.parametrize(
    ("blind", "missed"),
    [
        (blind_to_signatures, a_signature_copied_onto_another_case),
        (blind_to_signatures, a_head_the_window_did_not_sign),
        (blind_to_hashes, a_changed_byte),
        (blind_to_places, a_changed_byte_hashed_anew),
        (blind_to_places, swapped_entries),
        (blind_to_the_end, a_removed_tail),
        (blind_to_owners, anothers_key),
        (blind_to_substance, a_chief_who_decides_what_was_not_there),
        (blind_to_rows, a_changed_row),
        (blind_to_files, a_changed_attachment),
    ],
    ids=lambda each: each.__name__,
)
def test_an_inspector_that_does_not_look_fails_these_tests(blind, missed, bent, monkeypatch):
    expected = missed(bent)
    blind(monkeypatch)
    assert bent.found() != expected


def decide_without_asking(desk, case, at=None):
    """Decide as a program would that does not ask for authority."""
    store = desk.open.store
    with store.pins.signing(CHIEF.id, PINS[CHIEF.id]), store.begin() as work:
        granted = case.grant(CHIEF, at or desk.clock(), opinion="同意。", seen=case.substance)
        work.cases.save(granted)
        work.commit()


def before_the_chief(desk):
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK, opinion="齐全。")
    return accept_case(wish, desk.open.counter).case


def told(desk):
    desk.close()
    return [str(each.fault) for each in inspect_desk(desk.folder).findings]


def test_a_decision_behind_the_letters_last_day_is_found(tmp_path):
    desk = make_desk(tmp_path / "desk")
    desk.clock.on(days=3651)
    decide_without_asking(desk, before_the_chief(desk))
    assert told(desk) == ["authority"]


def test_a_decision_under_a_revoked_letter_is_found(tmp_path):
    desk = make_desk(tmp_path / "desk")
    case = before_the_chief(desk)
    letter = desk.open.store.roster.letters[0]
    revoke_authorisation(letter.id, by=IT, reason="调离", counter=desk.open.counter)
    decide_without_asking(desk, case)
    assert told(desk) == ["authority"]


def test_a_clock_set_back_helps_no_letter_and_is_told(tmp_path):
    desk = make_desk(tmp_path / "desk")
    desk.clock.on(days=3651)
    case = before_the_chief(desk)
    decide_without_asking(desk, case, at=desk.clock() - timedelta(days=100))
    assert told(desk) == ["clock", "authority"]


def test_a_clock_put_right_by_a_few_minutes_is_no_fault(tmp_path):
    desk = make_desk(tmp_path / "desk")
    case = before_the_chief(desk)
    desk.clock.on(minutes=-9)
    sign(desk, case)
    assert told(desk) == []


def test_what_a_key_signs_behind_its_end_does_not_hold(tmp_path):
    desk = make_desk(tmp_path / "desk")
    case = before_the_chief(desk)
    stolen = desk.open.store.pins._held[CHIEF.id]
    revoke_key(RevokeKey(by=IT, staff_id=CHIEF.id, reason="失窃"), desk.open.counter)
    desk.open.store.pins._held[CHIEF.id] = stolen
    store = desk.open.store
    with store.begin() as work:
        work.cases.save(case.grant(CHIEF, desk.clock(), opinion="同意。", seen=case.substance))
        work.commit()
    assert told(desk) == ["ended_key"]


def test_a_truncated_store_is_told_as_such(bent):
    whole_file = (bent.folder / FILE).read_bytes()
    (bent.folder / FILE).write_bytes(whole_file[: len(whole_file) // 2])
    with pytest.raises(StoreTrouble) as trouble:
        inspect_desk(bent.folder)
    assert trouble.value.cause == "truncated"


def test_another_centers_journal_is_told_by_its_root_key(bent):
    root = inspect_desk(bent.folder).root
    assert inspect_desk(bent.folder, root=root).holds
    found = inspect_desk(bent.folder, root="0" * 64).findings
    assert [(each.sequence, each.fault) for each in found] == [(1, "other_root")]


def test_a_roster_that_was_tampered_with_is_not_opened(bent):
    a_clerk_who_makes_an_it_person(bent)
    with pytest.raises(ChainBroken):
        open_test_desk(bent.folder)


def test_an_empty_roster_lets_nobody_decide():
    assert Roster().present == ()
