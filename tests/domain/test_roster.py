"""Who may decide what: letters, dates, revocation, deputies, and word from the center."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clerk.domain import people_events as p
from clerk.domain.authority import (
    DECISIONS,
    Authorisation,
    AuthorisationId,
    AuthorityTooOld,
    DeputyId,
    Deputyship,
    Lack,
    NoAuthority,
)
from clerk.domain.keys import PublicKey
from clerk.domain.roster import Roster
from clerk.domain.staff import Role
from clerk.domain.stages import Action
from tests.domain.small_item import CHIEF, CLERK, DEPUTY, ITEM, NOW, staff

IT = staff("9001", Role.IT)
LETTER = Authorisation(
    id=AuthorisationId("letter"),
    staff_id=CHIEF.id,
    letter="授1号",
    granted_by="局长",
    decisions=DECISIONS,
    from_on=date(2026, 1, 1),
    until_on=date(2026, 12, 31),
    departments=frozenset({ITEM.department.id}),
)


def key(n):
    return PublicKey(alg="ed25519", public=f"{n:064x}")


def by_it(kind, **facts):
    return kind(by=IT.id, at=NOW, **facts)


def roster(*events):
    people = [
        by_it(p.PersonAdded, person=each, key=key(n))
        for n, each in enumerate((IT, CLERK, CHIEF, DEPUTY))
    ]
    made = Roster()
    for each in (*people, *events):
        made = made.after(each)
    return made


def authorised(letter=LETTER):
    return by_it(p.Authorised, authorisation=letter)


def lack(made, person=CHIEF, action=Action.GRANT, at=NOW):
    with pytest.raises(NoAuthority) as refusal:
        made.must_have_authority(person, action, ITEM, at)
    return refusal.value


def test_a_letter_lets_its_person_decide_what_it_names():
    made = roster(authorised())
    for action in DECISIONS:
        made.must_have_authority(CHIEF, action, ITEM, NOW)


def test_without_a_letter_a_chief_decides_nothing_and_is_told_who_may():
    refusal = lack(roster(authorised()), DEPUTY)
    assert refusal.lack is Lack.NONE
    assert [each.name for each in refusal.holders] == [CHIEF.name]


def test_a_letter_for_one_decision_allows_no_other():
    made = roster(authorised(replace(LETTER, decisions=frozenset({Action.GRANT}))))
    made.must_have_authority(CHIEF, Action.GRANT, ITEM, NOW)
    assert lack(made, action=Action.REFUSE).lack is Lack.NONE


def test_a_letter_for_single_items_covers_those_alone():
    named = replace(LETTER, departments=frozenset(), items=frozenset({ITEM.id}))
    roster(authorised(named)).must_have_authority(CHIEF, Action.GRANT, ITEM, NOW)
    other = replace(LETTER, departments=frozenset({"YY"}))
    assert lack(roster(authorised(other))).lack is Lack.NONE


def test_a_letter_holds_on_its_first_and_last_day_and_not_beside_them():
    made = roster(authorised(replace(LETTER, from_on=NOW.date(), until_on=NOW.date())))
    made.must_have_authority(CHIEF, Action.GRANT, ITEM, NOW)
    assert lack(made, at=NOW - timedelta(days=1)).lack is Lack.NOT_YET
    assert lack(made, at=NOW + timedelta(days=1)).lack is Lack.OVER


def test_a_revoked_letter_is_told_as_such():
    revoked = by_it(p.AuthorisationRevoked, authorisation_id=LETTER.id, reason="调离")
    assert lack(roster(authorised(), revoked)).lack is Lack.REVOKED


def test_a_deputy_decides_while_the_absence_lasts():
    away = Deputyship(
        id=DeputyId("d"),
        principal=CHIEF.id,
        deputy=DEPUTY.id,
        from_on=NOW.date(),
        until_on=NOW.date() + timedelta(days=2),
    )
    made = roster(authorised(), by_it(p.DeputyNamed, deputyship=away))
    made.must_have_authority(DEPUTY, Action.GRANT, ITEM, NOW + timedelta(days=2))
    lack(made, DEPUTY, at=NOW + timedelta(days=3))
    ended = made.after(by_it(p.DeputyEnded, deputy_id=away.id))
    lack(ended, DEPUTY)


def test_a_clerk_decides_nothing_even_with_a_letter():
    made = roster(authorised(replace(LETTER, staff_id=CLERK.id)))
    assert lack(made, CLERK).holders == ()


def test_whoever_left_decides_nothing_and_their_deputy_neither():
    made = roster(authorised(), by_it(p.PersonLeft, staff_id=CHIEF.id))
    lack(made)
    assert made.key_of(CHIEF.id) is None
    assert CHIEF not in made.present


def test_letters_are_believed_a_week_without_the_center():
    made = roster(authorised())
    heard = NOW - timedelta(days=7)
    made.must_have_authority(CHIEF, Action.GRANT, ITEM, NOW, refreshed_at=heard)
    with pytest.raises(AuthorityTooOld):
        made.must_have_authority(
            CHIEF, Action.GRANT, ITEM, NOW, refreshed_at=heard - timedelta(minutes=1)
        )


def test_a_reset_ends_the_old_key_and_keeps_it_known():
    made = roster(by_it(p.KeyReplaced, staff_id=CHIEF.id, key=key(77)))
    assert made.key_of(CHIEF.id) == key(77)
    assert made.keys[key(2).id].is_over
    assert made.keys[key(2).id].owner == CHIEF.id


def test_a_revoked_key_signs_nothing_any_more():
    made = roster(by_it(p.KeyRevoked, key_id=key(2).id, reason="失窃"))
    assert made.key_of(CHIEF.id) is None
