"""The words for troubles with people, keys and authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clerk.domain import authority
from clerk.domain.authority import Lack
from clerk.domain.batch import OpenPoint
from clerk.usecases import trouble
from clerk.usecases.language import _, ngettext
from clerk.usecases.names import listed
from clerk.usecases.sentence import N_, Sentence, plain
from clerk.usecases.sign_many import NotForABatch
from clerk.usecases.terms import action_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError


def _no_authority(error: authority.NoAuthority) -> Sentence:
    lacks = {
        Lack.NONE: _("No letter of authorisation lets {name} {action} “{item}”."),
        Lack.NOT_YET: _("The letter that lets {name} {action} “{item}” does not hold yet."),
        Lack.OVER: _("The letter that lets {name} {action} “{item}” has run out."),
        Lack.REVOKED: _("The letter that lets {name} {action} “{item}” was revoked."),
    }
    what = lacks[error.lack].format(
        name=error.name, action=action_name(error.action), item=error.item
    )
    if not error.holders:
        return Sentence(what, _("Nobody at this desk has it; ask IT to enter the letter."))
    called = (f"{each.name} {each.phone}".strip() for each in error.holders)
    return Sentence(
        what, _("It is with {names}: call them or hand over.").format(names=listed(called))
    )


def _too_old(error: authority.AuthorityTooOld) -> Sentence:
    then = ngettext(
        "Letters are believed for {n} day without word from the center; connect, then sign.",
        "Letters are believed for {n} days without word from the center; connect, then sign.",
        error.days,
    )
    day = error.refreshed_at.date().isoformat()
    return Sentence(
        _("The center was last heard on {day}.").format(day=day), then.format(n=error.days)
    )


def open_point(point: OpenPoint) -> str:
    """Return why a case is to be signed by itself."""
    return {
        OpenPoint.NOT_BEFORE_THE_CHIEF: _("it is not before the chief"),
        OpenPoint.NOT_IMMEDIATE: _("it is not decided on the spot"),
        OpenPoint.INCOMPLETE: _("a required paper is missing"),
        OpenPoint.PROMISED: _("a paper is still to come"),
        OpenPoint.WAIVED: _("a paper was waived"),
        OpenPoint.TOLD: _("something was missing before"),
        OpenPoint.PROCEDURE: _("a special procedure was held"),
        OpenPoint.CORRECTED: _("a paper was corrected"),
    }[point]


PEOPLE_WORDS: dict[type[ClerkError], Callable[[Any], Sentence]] = {
    authority.NoAuthority: _no_authority,
    authority.AuthorityTooOld: _too_old,
    NotForABatch: lambda error: Sentence(
        _("This case is left out of the batch: {points}.").format(
            points=listed(map(open_point, error.points))
        ),
        _("Open it and sign it by itself."),
    ),
    trouble.NobodySigns: plain(
        N_("The person this is done for is not signed in."), N_("Sign in, then do it again.")
    ),
    trouble.NumberTaken: lambda error: Sentence(
        _("Staff number {number} belongs to somebody already.").format(number=error.number),
        _("Give another number."),
    ),
    trouble.OwnLetter: lambda error: Sentence(
        _("{name} cannot enter a letter for themselves.").format(name=error.name),
        _("Let another IT person enter it."),
    ),
    trouble.WeakPassphrase: plain(
        N_("This passphrase is too easy."), N_("Take at least twelve different characters.")
    ),
    trouble.WrongPassphrase: plain(
        N_("The passphrase does not open the root key."),
        N_("Type it again, or take the right file."),
    ),
}
