"""Keys under PINs: held while signed in, opened for one signature, useless without the window."""

import json
import shutil
import sqlite3
from datetime import timedelta

import pytest

from clerk import bootstrap
from clerk.domain.authority import NoAuthority
from clerk.store.desk_store import FILE
from clerk.store.ed25519 import OpenKey
from clerk.store.root_key import make_root, read_root
from clerk.store.sealed_key import PIN_COST, sealed, unsealed
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.reset_pin import ResetPin, reset_pin
from clerk.usecases.revoke_key import RevokeKey, revoke_key
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.trouble import (
    NobodySigns,
    NoSuchStaff,
    PinLocked,
    StoreTrouble,
    WeakPassphrase,
    WrongPassphrase,
    WrongPin,
)
from tests.desk import CHEAP, CHIEF, CLERK, IT, PINS, application, make_desk


@pytest.fixture
def desk(tmp_path):
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def accept(desk):
    wish = AcceptCase(opening=application(desk, "SCJG-005"), by=CLERK, opinion="材料齐全。")
    return accept_case(wish, desk.open.counter).case


def sign(desk, case, pin=PINS[CHIEF.id]):
    wish = SignOff(
        case_id=case.id,
        by=CHIEF,
        pin=pin,
        decision=Decision.GRANT,
        opinion="同意。",
        seen=case.substance,
    )
    return sign_off(wish, desk.open.counter).case


def entries(desk):
    store = desk.open.store
    with store.connection.begin():
        found = store.connection.exec_driver_sql("SELECT payload FROM journal ORDER BY id")
        return [json.loads(each) for each in found.scalars()]


def test_every_entry_is_signed_by_who_did_it(desk):
    sign(desk, accept(desk))
    roster = desk.open.store.roster
    keys = {x["key_id"] for x in entries(desk) if x["actor"] == CHIEF.id}
    assert keys == {roster.key_of(CHIEF.id).id}
    assert {x["key_id"] for x in entries(desk) if x["kind"] == "accepted"} == {
        roster.key_of(CLERK.id).id
    }
    assert entries(desk)[0]["key_id"] == roster.founded.root.id


def test_nothing_is_done_in_the_name_of_who_is_not_signed_in(desk):
    desk.open.counter.pins.sign_out()
    before = len(entries(desk))
    with pytest.raises(NobodySigns):
        accept(desk)
    assert len(entries(desk)) == before


def test_whoever_signs_in_takes_the_place_of_who_was_there(desk):
    pins = desk.open.counter.pins
    pins.sign_in(CLERK.id, PINS[CLERK.id])
    accept(desk)
    pins.sign_in(CHIEF.id, PINS[CHIEF.id])
    with pytest.raises(NobodySigns):
        accept(desk)


def test_a_chiefs_key_is_open_for_one_signature_at_the_clerks_desk(desk):
    pins = desk.open.counter.pins
    pins.sign_in(CLERK.id, PINS[CLERK.id])
    first, second = accept(desk), accept(desk)
    sign(desk, first)
    with pytest.raises(NobodySigns):
        pins.seal_of(CHIEF.id)
    with pytest.raises(WrongPin):
        sign(desk, second, pin="000000")
    with pytest.raises(NobodySigns):
        pins.seal_of(CHIEF.id)
    accept(desk)


def test_a_changed_pin_opens_the_same_key(desk):
    pins, roster = desk.open.counter.pins, desk.open.store.roster
    pins.change(CHIEF.id, PINS[CHIEF.id], "864209")
    with pytest.raises(WrongPin):
        pins.verify(CHIEF.id, PINS[CHIEF.id])
    pins.sign_in(CHIEF.id, "864209")
    assert pins.seal_of(CHIEF.id).key == roster.key_of(CHIEF.id)


def test_a_reset_gives_a_new_key_and_the_past_still_proves_itself(desk):
    case = sign(desk, accept(desk))
    old = desk.open.store.roster.key_of(CHIEF.id)
    reset_pin(ResetPin(by=IT, staff_id=CHIEF.id, pin="864209"), desk.open.counter)
    assert desk.open.store.roster.key_of(CHIEF.id) != old
    sign(desk, accept(desk), pin="864209")
    desk.close()
    again = bootstrap.open_desk(desk.folder, clock=desk.clock, pin_cost=CHEAP)
    assert again.store.reading.case(case.id) == case
    again.store.close()
    desk.open = bootstrap.open_desk(desk.folder, clock=desk.clock, pin_cost=CHEAP)


def test_a_revoked_key_opens_nothing(desk):
    revoke_key(RevokeKey(by=IT, staff_id=CHIEF.id, reason="失窃"), desk.open.counter)
    with pytest.raises(NoSuchStaff):
        desk.open.counter.pins.verify(CHIEF.id, PINS[CHIEF.id])


def test_a_clock_set_back_does_not_bring_a_letter_to_life(desk):
    case = accept(desk)
    desk.clock.on(days=4000)
    with pytest.raises(NoAuthority):
        sign(desk, case)
    case = accept(desk)
    desk.clock.on(days=-4000)
    with pytest.raises(NoAuthority):
        sign(desk, case)


def test_each_fifth_wrong_pin_in_a_row_locks_for_twice_as_long(desk):
    pins = desk.open.counter.pins
    lengths = []
    for _ in range(3):
        for left in (4, 3, 2, 1):
            with pytest.raises(WrongPin) as refusal:
                pins.verify(CLERK.id, "000000")
            assert refusal.value.tries_left == left
        with pytest.raises(PinLocked) as locked:
            pins.verify(CLERK.id, "000000")
        lengths.append(locked.value.until - desk.clock())
        desk.clock.at = locked.value.until
    assert lengths == [timedelta(minutes=5), timedelta(minutes=10), timedelta(minutes=20)]


def test_the_database_alone_opens_no_key_even_with_the_pin(desk):
    kept = (
        sqlite3.connect(desk.folder / FILE)
        .execute("SELECT content FROM sealed_key WHERE staff_id = ?", (CLERK.id,))
        .fetchone()[0]
    )
    pin = PINS[CLERK.id]
    assert unsealed(kept, pin, owner=CLERK.id, secret=desk.open.store.pins._secret)
    assert unsealed(kept, pin, owner=CLERK.id, secret=b"") is None
    assert unsealed(kept, pin, owner=CHIEF.id, secret=desk.open.store.pins._secret) is None


def test_a_pin_is_written_nowhere(desk):
    sign(desk, accept(desk))
    desk.close()
    for path in desk.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(pin.encode() in content for pin in PINS.values()), path
    desk.open = bootstrap.open_desk(desk.folder, clock=desk.clock, pin_cost=CHEAP)


def test_a_real_seal_has_the_chosen_cost_written_into_it():
    kept = json.loads(sealed(OpenKey.new(), "135790", owner="x", secret=b"s", cost=PIN_COST))
    assert kept["cost"] == {"memory_kib": 65_536, "passes": 4, "lanes": 1}


def test_a_changed_seal_opens_nothing():
    key = OpenKey.new()
    text = sealed(key, "135790", owner="x", secret=b"s", cost=CHEAP)
    opened = unsealed(text, "135790", owner="x", secret=b"s")
    assert opened.key == key.key
    kept = json.loads(text)
    kept["box"] = ("0" if kept["box"][0] != "0" else "1") + kept["box"][1:]
    assert unsealed(json.dumps(kept), "135790", owner="x", secret=b"s") is None


def test_a_window_key_that_is_not_the_windows_is_refused(desk):
    desk.close()
    (desk.folder / "window.key").write_bytes(OpenKey.new().raw())
    with pytest.raises(StoreTrouble) as trouble:
        bootstrap.open_desk(desk.folder)
    assert trouble.value.cause == "key_foreign"
    (desk.folder / "window.key").write_bytes(desk.open.store.key.raw())
    desk.open = bootstrap.open_desk(desk.folder, clock=desk.clock, pin_cost=CHEAP)


def test_a_journal_whose_end_was_cut_off_is_not_gone_on_with(desk, tmp_path):
    accept(desk)
    shutil.copytree(desk.folder, tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy" / FILE) as store:
        store.execute("DROP TRIGGER journal_no_delete")
        store.execute("DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)")
    store.close()
    with pytest.raises(StoreTrouble) as trouble:
        bootstrap.open_desk(tmp_path / "copy")
    assert trouble.value.cause == "journal_cut"


def test_the_root_key_lies_in_its_own_file_under_a_passphrase(tmp_path):
    path = tmp_path / "drawer" / "root.key"
    with pytest.raises(WeakPassphrase):
        make_root(path, "aaaaaaaaaaaaaa", cost=CHEAP)
    made = make_root(path, "a drawer on the third floor", cost=CHEAP)
    assert read_root(path, "a drawer on the third floor").key == made.key
    with pytest.raises(WrongPassphrase):
        read_root(path, "a drawer on the third floo")
    with pytest.raises(StoreTrouble) as trouble:
        make_root(path, "a drawer on the third floor", cost=CHEAP)
    assert trouble.value.cause == "root_exists"
    assert path.stat().st_mode & 0o077 == 0
