"""The registrar's verdicts: one order, one outcome, nothing lost and nobody in another's name."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from clerk.center import tables
from clerk.center.lease import pulse, take_lease
from clerk.center.registrar import Fenced, Registrar
from clerk.center.registry import enrol_window
from clerk.domain.exchange import NO_CHAIN, Verdict, chained, section_feed, window_feed
from clerk.domain.journal import hash_of
from clerk.domain.ownership_events import TakenOver, Transferred
from tests.center.windows import CENTER, SECTION
from tests.domain.small_item import CHIEF, CLERK, DEPUTY, NOW

OK = Verdict.ACCEPTED


def decided(town, *windows):
    for each in windows:
        each.push()
    while town.registrar().work():
        pass


def test_a_case_goes_its_way_and_every_entry_is_told_in_order(town):
    window = town.window("007")
    window.grant(window.submit())
    decided(town, window)

    page = window.pull()

    assert window.told() == [OK] * 4
    assert [x.entry.event_id for x in page.events] == [x.event_id for x in window.entries]


def test_the_chain_of_a_feed_can_be_followed_by_every_window(town):
    window = town.window("007")
    window.submit()
    decided(town, window)

    chain = NO_CHAIN
    for each in window.pull().events:
        chain = chained(chain, each.entry.hash, each.verdict, each.detail)
        assert each.chain == chain


def test_a_chief_signs_at_another_window_what_the_owner_submitted(town):
    counter, office = town.window("007"), town.window("008")
    case = counter.submit()
    decided(town, counter)
    office.grant(case)
    decided(town, office)

    assert office.told() == [OK]


def test_the_first_of_two_sign_offs_wins_and_the_second_is_kept_as_concurring(town):
    counter, office = town.window("007"), town.window("008")
    case = counter.submit()
    decided(town, counter)
    office.grant(case, by=DEPUTY)
    decided(town, office)
    counter.grant(case)
    decided(town, counter)

    assert office.told() == [OK]
    assert counter.told()[-1] is Verdict.CONCURRING


def test_a_sign_off_on_another_substance_is_stale(town):
    counter, office = town.window("007"), town.window("008")
    case = counter.submit()
    older = replace(case, marks={})
    decided(town, counter)
    office.write(older.grant(CHIEF, NOW, opinion="同意。", seen=older.substance))
    decided(town, office)

    assert office.told() == [Verdict.STALE]
    (answer,) = office.pull(window_feed("008")).events
    assert json.loads(answer.detail) == {"substance": case.substance}


def test_who_is_no_chief_cannot_sign_although_the_window_let_it_pass(town):
    counter = town.window("007")
    case = counter.submit()
    forged = replace(
        case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance).news[0], by=CLERK.id
    )
    counter.write(replace(case, news=(forged,)))
    decided(town, counter)

    assert counter.told()[-1] is Verdict.NOT_ENTITLED


def test_a_withdrawal_before_the_sign_off_wins_and_after_it_comes_too_late(town):
    counter, office = town.window("007"), town.window("008")
    one, two = counter.submit(), counter.submit()
    decided(town, counter)
    counter.write(one.withdraw(CLERK, NOW, "不办了。"))
    decided(town, counter)
    office.grant(one)
    office.grant(two)
    decided(town, office)
    counter.write(two.withdraw(CLERK, NOW, "不办了。"))
    decided(town, counter)

    assert office.told() == [Verdict.WITHDRAWN, OK]
    assert counter.told()[-1] is Verdict.ALREADY_SIGNED


def test_only_the_owner_works_on_a_case(town):
    counter, stranger = town.window("007"), town.window("008")
    case = counter.receive()
    stranger.write(case.withdraw(CLERK, NOW, "不办了。"))
    other = counter.receive()
    stranger.write(other.correct(CLERK, NOW, marks=dict(other.marks)))
    decided(town, counter, stranger)

    assert stranger.told() == [OK, Verdict.NOT_OWNER]


def test_a_case_given_to_another_window_is_that_windows_and_the_former_owner_is_late(town):
    counter, other = town.window("007"), town.window("008")
    case = counter.receive()
    counter.write(replace(case, news=(given(),)))
    counter.write(case.correct(CLERK, NOW, marks=dict(case.marks)))
    decided(town, counter)
    other.write(case.correct(CLERK, NOW, marks=dict(case.marks)))
    decided(town, other)

    assert counter.told() == [OK, OK, Verdict.LATE]
    assert other.told() == [OK]


def given():
    return Transferred(by=CLERK.id, at=NOW, to_window="008", promised="三日内答复")


def test_a_chief_takes_a_case_over_and_a_clerk_cannot(town):
    counter, other = town.window("007"), town.window("008")
    case, second = counter.receive(), counter.receive()
    decided(town, counter)
    taken = TakenOver(by=CHIEF.id, at=NOW, from_window="007", reason="窗口停机")
    other.write(replace(case, news=(taken,)))
    other.write(replace(second, news=(replace(taken, by=CLERK.id),)))
    other.write(case.correct(CLERK, NOW, marks=dict(case.marks)))
    decided(town, other)

    assert other.told() == [OK, Verdict.NOT_ENTITLED, OK]


def test_a_taken_number_is_amended_and_the_case_is_never_dropped(town):
    one, two = town.window("007"), town.window("008")
    first = one.accept()
    second = two.accept(number=first.number)
    decided(town, one, two)

    assert two.told() == [Verdict.AMENDED, OK]
    answer = next(x for x in two.pull().events if x.verdict is Verdict.AMENDED)
    detail = json.loads(answer.detail)
    assert detail["was"] == first.number != detail["number"]
    assert len(town.center.case(one.caller, detail["number"])) == 2
    assert second.id != first.id


def test_the_same_applicant_item_and_day_at_two_windows_are_both_accepted_and_flagged(town):
    one, two = town.window("007"), town.window("008")
    first, _second = one.accept(), two.accept()
    decided(town, one, two)

    answer = next(x for x in two.pull().events if x.window == "008")
    assert answer.verdict is OK
    assert json.loads(answer.detail) == {"possible_duplicate_of": first.id}


def test_an_event_that_comes_again_in_a_new_incarnation_happens_once(town):
    window = town.window("007")
    window.accept()
    decided(town, window)
    first = list(window.entries)
    again = town.window("007")
    for each in first:
        again.entries.append(resealed(again, each))
    decided(town, again)

    assert again.incarnation == 2
    assert [x.verdict for x in again.pull(window_feed("007")).events] == [Verdict.DUPLICATE] * 2
    assert len(again.pull().events) == 2


def resealed(window, entry):
    """The same event at the next place of another incarnation, signed anew."""
    plain = json.loads(entry.payload)
    at = window.position
    plain |= {"inc": at.incarnation, "seq": at.sequence, "prev": at.previous}
    return signed(window, entry, plain)


def signed(window, entry, plain, by=CLERK):
    payload = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    digest = hash_of(payload)
    return replace(
        entry,
        sequence=plain["seq"],
        payload=payload,
        hash=digest,
        signature=window.town.keys[by.id].sign(digest),
    )


def spoilt_signature(_window, entry):
    return replace(entry, signature=bytes(64))


def in_anothers_name(window, entry):
    return signed(window, entry, json.loads(entry.payload), by=CHIEF)


def of_another_window(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"window": "008"})


def of_another_center(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"center": "9999"})


def of_another_incarnation(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"inc": 9})


def out_of_the_chain(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"prev": "f" * 64})


def with_an_unknown_key(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"key_id": "nobody"})


def of_a_newer_kind(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"kind": "teleported"})


def of_a_newer_format(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"v": 99})


def without_a_body(window, entry):
    return signed(window, entry, json.loads(entry.payload) | {"body": [1, 2]})


@pytest.mark.parametrize(
    ("spoil", "verdict"),
    [
        (spoilt_signature, Verdict.BAD_SIGNATURE),
        (in_anothers_name, Verdict.BAD_SIGNATURE),
        (with_an_unknown_key, Verdict.BAD_SIGNATURE),
        (of_another_window, Verdict.WRONG_WINDOW),
        (of_another_center, Verdict.WRONG_WINDOW),
        (of_another_incarnation, Verdict.WRONG_WINDOW),
        (out_of_the_chain, Verdict.BAD_ENTRY),
        (of_a_newer_format, Verdict.BAD_ENTRY),
        (without_a_body, Verdict.BAD_ENTRY),
        (of_a_newer_kind, Verdict.HELD_UNKNOWN),
    ],
)
def test_a_spoilt_entry_gets_its_verdict_and_blocks_nothing(town, spoil, verdict):
    window, other = town.window("007"), town.window("008")
    window.receive()
    window.entries[0] = spoil(window, window.entries[0])
    window.accept()
    other.accept()
    decided(town, window, other)

    assert window.told() == [verdict, OK, OK]
    assert other.told() == [OK, OK]


def test_what_a_revoked_person_signed_is_held_for_a_supervisor(town):
    window = town.window("007")
    window.accept()
    town.revoke(CLERK)
    decided(town, window)

    assert window.told() == [Verdict.HELD_REVOKED] * 2


def test_an_entry_the_registrar_stumbles_over_is_held_alone(town, monkeypatch):
    window = town.window("007")
    for _ in range(3):
        window.accept()
    poison = window.entries[2].event_id
    real = Registrar._decision

    def stumble(self, each, fault, records):
        if each.entry.event_id == poison:
            raise ZeroDivisionError
        return real(self, each, fault, records)

    monkeypatch.setattr(Registrar, "_decision", stumble)
    decided(town, window)

    assert window.told() == [OK, OK, Verdict.HELD_ERROR, Verdict.UNKNOWN_CASE, OK, OK]


def test_a_registrar_whose_lease_was_taken_decides_nothing(town):
    window = town.window("007")
    window.accept()
    window.push()
    old = town.registrar()
    new = town.registrar()

    with pytest.raises(Fenced):
        old.work()
    assert window.told() == [None, None]
    assert new.work() == 2
    assert window.told() == [OK, OK]


def test_every_beat_of_the_registrar_can_be_seen_by_a_standby(town):
    registrar = town.registrar()
    before = pulse(town.engine, CENTER)
    registrar.work()

    assert pulse(town.engine, CENTER) == (before[0], before[1] + 1)
    assert take_lease(town.engine, CENTER) == before[0] + 1


def test_a_small_batch_decides_the_same_as_a_large_one(town):
    windows = [town.window(f"00{n}") for n in range(1, 4)]
    for each in windows:
        each.grant(each.submit())
        each.push()
    registrar = town.registrar()
    while registrar.work(limit=1):
        pass

    for each in windows:
        assert each.told() == [OK] * 4


def test_a_window_with_a_long_backlog_does_not_make_the_others_wait(town):
    busy, quiet = town.window("007"), town.window("008")
    for _ in range(10):
        busy.accept()
    quiet.accept()
    busy.push()
    quiet.push()

    town.registrar().work(limit=4)

    assert quiet.told() == [OK, OK]


def test_a_window_of_another_department_hears_in_its_own_feed(town):
    counter = town.window("007", sections=("elsewhere",))
    counter.accept()
    decided(town, counter)

    assert [x.verdict for x in counter.pull(window_feed("007")).events] == [OK, OK]


def test_after_a_new_incarnation_the_old_ones_undecided_entries_are_still_decided(town):
    window = town.window("007")
    window.accept()
    window.push()
    with town.engine.begin() as connection:
        enrol_window(
            connection, CENTER, "007", secret=window.secret, sections=[SECTION], machine="m"
        )
    town.registrar().work()

    with town.engine.connect() as connection:
        found = connection.execute(select(tables.inbox.c.verdict)).scalars().all()
    assert found == ["accepted", "accepted"]
    assert section_feed(SECTION) == "section:XX"
