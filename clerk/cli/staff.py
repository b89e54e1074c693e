"""``clerk staff``: who may sign in, their keys, their letters of authorisation."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.cli.asking import ask_new_secret, ask_secret
from clerk.domain.catalogue import ItemId
from clerk.domain.staff import Role, Staff, StaffId
from clerk.domain.stages import Action
from clerk.usecases.language import _
from clerk.usecases.sign_in import sign_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from clerk.domain.roster import Roster
    from clerk.usecases.counter import Counter

_DECISIONS = (Action.GRANT, Action.REFUSE, Action.RETURN_TO_WINDOW)


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk staff``."""
    staff = words.add_parser("staff", help=_("who may sign in, their keys and letters"))
    verbs = staff.add_subparsers(required=True, metavar=_("COMMAND"))
    verbs.add_parser("list", help=_("list people, keys and letters")).set_defaults(run=_list)
    add = verbs.add_parser("add", help=_("add a member of staff; asks for the PINs"))
    add.add_argument("--number", required=True)
    add.add_argument("--name", required=True)
    add.add_argument("--post", required=True)
    add.add_argument("--department", required=True)
    add.add_argument("--phone", default="")
    add.add_argument(
        "--role", required=True, action="append", choices=[each.value for each in Role]
    )
    add.set_defaults(run=_add)
    change = verbs.add_parser("change-pin", help=_("give your own key another PIN"))
    change.add_argument("number")
    change.set_defaults(run=_change)
    _add_ends(verbs)
    _add_letters(verbs)
    for name in ("add", "reset-pin", "revoke-key", "remove", "authorise", "revoke", "deputy"):
        verbs.choices[name].add_argument("--by", required=True, metavar=_("NUMBER"))


def _add_ends(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    reset = verbs.add_parser("reset-pin", help=_("give somebody a new key and PIN"))
    reset.add_argument("number")
    reset.set_defaults(run=_reset)
    revoke = verbs.add_parser("revoke-key", help=_("end a key that may be in other hands"))
    revoke.add_argument("number")
    revoke.add_argument("--reason", required=True)
    revoke.set_defaults(run=_revoke_key)
    remove = verbs.add_parser("remove", help=_("note that somebody left"))
    remove.add_argument("number")
    remove.set_defaults(run=_remove)


def _add_letters(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    letter = verbs.add_parser("authorise", help=_("enter a letter of authorisation"))
    letter.add_argument("number")
    letter.add_argument("--letter", required=True, help=_("number of the letter"))
    letter.add_argument("--granted-by", required=True, help=_("who signed the letter"))
    letter.add_argument("--department", action="append", default=[])
    letter.add_argument("--item", action="append", default=[])
    letter.add_argument("--decision", action="append", choices=[each.value for each in _DECISIONS])
    letter.add_argument("--from", dest="from_on", required=True, type=date.fromisoformat)
    letter.add_argument("--until", dest="until_on", required=True, type=date.fromisoformat)
    letter.set_defaults(run=_authorise)
    revoke = verbs.add_parser("revoke", help=_("note that a letter was revoked"))
    revoke.add_argument("letter", help=_("number of the letter"))
    revoke.add_argument("--reason", required=True)
    revoke.set_defaults(run=_revoke)
    deputy = verbs.add_parser("deputy", help=_("name who stands in for an absent chief"))
    deputy.add_argument("number", help=_("who is away"))
    deputy.add_argument("deputy", help=_("who stands in"))
    deputy.add_argument("--from", dest="from_on", required=True, type=date.fromisoformat)
    deputy.add_argument("--until", dest="until_on", required=True, type=date.fromisoformat)
    deputy.set_defaults(run=_deputy)


def _list(chosen: argparse.Namespace) -> int:
    opened = bootstrap.open_desk(chosen.desk)
    try:
        _tell(opened.store.roster)
    finally:
        opened.store.close()
    return 0


def _tell(roster: Roster) -> None:
    for each in roster.present:
        key = roster.key_of(each.id)
        known = key.id if key else _("no key")
        roles = " ".join(sorted(each.roles))
        print(f"{each.number}\t{each.name}\t{each.post}\t{each.department_id}\t{roles}\t{known}")
    names = {each.id: each.name for each in roster.people.values()}
    for letter in roster.letters:
        state = _("revoked") if letter.id in roster.revoked else ""
        scope = " ".join(sorted({*letter.departments, *letter.items}))
        dates = f"{letter.from_on} – {letter.until_on}"
        print("\t".join((letter.letter, names[letter.staff_id], scope, dates, state)).rstrip())


def _add(chosen: argparse.Namespace) -> int:
    from clerk.usecases.add_person import AddPerson, add_person  # noqa: PLC0415 - only here

    person = Staff(
        id=StaffId(f"staff-{chosen.number}"),
        number=chosen.number,
        name=chosen.name,
        post=chosen.post,
        department_id=chosen.department,
        roles=frozenset(Role(each) for each in chosen.role),
        phone=chosen.phone,
    )
    with _signed_in(chosen) as (by, counter, _roster):
        pin = ask_new_secret(_("New PIN of {name}: ").format(name=person.name))
        add_person(AddPerson(by=by, person=person, pin=pin), counter)
    print(_("{name} may sign in.").format(name=person.name))
    return 0


def _change(chosen: argparse.Namespace) -> int:
    chosen.by = chosen.number
    with _signed_in(chosen) as (by, counter, _roster):
        pin = ask_secret(_("PIN again: "))
        counter.pins.change(by.id, pin, ask_new_secret(_("New PIN: ")))
    print(_("The PIN is changed."))
    return 0


def _reset(chosen: argparse.Namespace) -> int:
    from clerk.usecases.reset_pin import ResetPin, reset_pin  # noqa: PLC0415 - only here

    with _signed_in(chosen) as (by, counter, roster):
        person = _called(roster, chosen.number)
        pin = ask_new_secret(_("New PIN of {name}: ").format(name=person.name))
        reset_pin(ResetPin(by=by, staff_id=person.id, pin=pin), counter)
    print(_("{name} has a new key; the old one still proves the past.").format(name=person.name))
    return 0


def _revoke_key(chosen: argparse.Namespace) -> int:
    from clerk.usecases.revoke_key import RevokeKey, revoke_key  # noqa: PLC0415 - only here

    with _signed_in(chosen) as (by, counter, roster):
        person = _called(roster, chosen.number)
        revoke_key(RevokeKey(by=by, staff_id=person.id, reason=chosen.reason), counter)
    print(_("The key of {name} signs nothing any more.").format(name=person.name))
    return 0


def _remove(chosen: argparse.Namespace) -> int:
    from clerk.usecases.let_person_go import LetPersonGo, let_person_go  # noqa: PLC0415 - only here

    with _signed_in(chosen) as (by, counter, roster):
        person = _called(roster, chosen.number)
        let_person_go(LetPersonGo(by=by, staff_id=person.id), counter)
    print(_("{name} cannot sign in any more.").format(name=person.name))
    return 0


def _authorise(chosen: argparse.Namespace) -> int:
    from clerk.usecases.authorise import Authorise, authorise  # noqa: PLC0415 - only here

    with _signed_in(chosen) as (by, counter, roster):
        person = _called(roster, chosen.number)
        wish = Authorise(
            by=by,
            staff_id=person.id,
            letter=chosen.letter,
            granted_by=chosen.granted_by,
            decisions=frozenset(map(Action, chosen.decision or _DECISIONS)),
            from_on=chosen.from_on,
            until_on=chosen.until_on,
            departments=frozenset(chosen.department),
            items=frozenset(map(ItemId, chosen.item)),
        )
        authorise(wish, counter)
    print(_("The letter is entered for {name}.").format(name=person.name))
    return 0


def _revoke(chosen: argparse.Namespace) -> int:
    from clerk.usecases.authorise import revoke_authorisation  # noqa: PLC0415 - only here

    with _signed_in(chosen) as (by, counter, roster):
        for each in roster.letters:
            if each.letter == chosen.letter and each.id not in roster.revoked:
                revoke_authorisation(each.id, by=by, reason=chosen.reason, counter=counter)
    print(_("The letter {letter} does not hold any more.").format(letter=chosen.letter))
    return 0


def _deputy(chosen: argparse.Namespace) -> int:
    from clerk.usecases.name_deputy import NameDeputy, name_deputy  # noqa: PLC0415 - only here

    with _signed_in(chosen) as (by, counter, roster):
        wish = NameDeputy(
            by=by,
            principal=_called(roster, chosen.number).id,
            deputy=_called(roster, chosen.deputy).id,
            from_on=chosen.from_on,
            until_on=chosen.until_on,
        )
        name_deputy(wish, counter)
    print(_("The deputy is named."))
    return 0


@contextmanager
def _signed_in(chosen: argparse.Namespace) -> Iterator[tuple[Staff, Counter, Roster]]:
    """Open the desk and the key of who does this; close both behind it."""
    opened = bootstrap.open_desk(chosen.desk)
    try:
        pin = ask_secret(_("PIN of {number}: ").format(number=chosen.by))
        person = sign_in(chosen.by, pin, opened.store.reading, opened.counter.pins)
        yield person, opened.counter, opened.store.roster
    finally:
        opened.counter.pins.sign_out()
        opened.store.close()


def _called(roster: Roster, number: str) -> Staff:
    from clerk.usecases.trouble import NoSuchStaff  # noqa: PLC0415 - only when somebody is named

    for each in roster.present:
        if each.number == number:
            return each
    raise NoSuchStaff(wanted=number)
