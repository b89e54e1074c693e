"""What the desk says when something stands in the way of the counter's further moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clerk.domain import counter_objections as o
from clerk.usecases.language import _
from clerk.usecases.names import in_yuan, listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError


def _should_have_been_known(error: o.ShouldHaveBeenKnown) -> tuple[str, str]:
    what = _("Found in order when the applicant was first told: {names}.")
    return (
        what.format(names=listed(error.prerequisites)),
        _("They cannot be asked for again; mark them as they were found then."),
    )


def _not_promised(error: o.NotPromised) -> tuple[str, str]:
    if not error.prerequisites:
        return _("Nothing promised is outstanding."), _("Look at the checklist.")
    return (
        _("Not promised at acceptance: {names}.").format(names=listed(error.prerequisites)),
        _("Take in only what was promised."),
    )


def _outstanding(error: o.PromisesOutstanding) -> tuple[str, str]:
    return (
        _("Promised and not here yet: {names}.").format(names=listed(error.prerequisites)),
        _("Take them in first, or refuse."),
    )


def _hearing_day(error: o.HearingDayUnfit) -> tuple[str, str]:
    what = _("A hearing is told seven working days before and held within twenty.")
    then = _("Choose a day from {earliest} to {latest}.")
    return what, then.format(earliest=error.earliest.isoformat(), latest=error.latest.isoformat())


def _wrong_amount(error: o.WrongAmount) -> tuple[str, str]:
    what = _("{asked} yuan were asked for, not {paid}.")
    return (
        what.format(asked=in_yuan(error.asked_fen), paid=in_yuan(error.paid_fen)),
        _("Check the receipt."),
    )


def _words_without_facts() -> dict[type[ClerkError], tuple[str, str]]:
    return {
        o.NothingToCheck: (
            _("There is no commitment left to check in this case."),
            _("Look at its history."),
        ),
        o.NotReported: (
            _("Nothing waits for an answer from above."),
            _("Report it upward first."),
        ),
        o.NoHearingOpen: (
            _("No hearing is open in this case."),
            _("Tell of the right to one first, then note who asked for it."),
        ),
        o.NotThisCasesPaper: (
            _("This paper was not issued in this case."),
            _("Choose one of the papers of the case."),
        ),
    }


def _plain(kind: type[ClerkError]) -> Callable[[Any], tuple[str, str]]:
    """Say a refusal without facts; looked up in the language of the moment."""
    return lambda _error: _words_without_facts()[kind]


COUNTER_WORDS: dict[type[ClerkError], Callable[[Any], tuple[str, str]]] = {
    o.ShouldHaveBeenKnown: _should_have_been_known,
    o.DeadlineStillRuns: lambda error: (
        _("The last day, {day}, is not over yet.").format(day=error.until.isoformat()),
        _("Wait until the day after."),
    ),
    o.DayNotCome: lambda error: (
        _("{day} is yet to come.").format(day=error.day.isoformat()),
        _("Give the day it really was."),
    ),
    o.BadCredit: lambda error: (
        _("{name} is of bad credit and is not taken at their word.").format(name=error.name),
        _("Take everything in, or tell once what is missing."),
    ),
    o.NotPromised: _not_promised,
    o.PromisesOutstanding: _outstanding,
    o.NoCommitmentOnNotice: lambda error: (
        _("The published list has no commitment on notice for “{item}”.").format(item=error.item),
        _("Handle it the usual way."),
    ),
    o.NothingToCheck: _plain(o.NothingToCheck),
    o.TooFewStaff: lambda error: (
        _("It takes {n} of the staff, each by name.").format(n=error.least),
        _("Name whoever else goes along."),
    ),
    o.SecondReviewerNeeded: lambda error: (
        _("“{item}” is looked into by two of the staff.").format(item=error.item),
        _("Let a second one examine it, or record the visit."),
    ),
    o.StillReported: lambda error: (
        _("{authority} has not answered yet.").format(authority=error.authority),
        _("Note the answer when it comes."),
    ),
    o.NotReported: _plain(o.NotReported),
    o.NoLegalFee: lambda error: (
        _("“{item}” has no legal fee.").format(item=error.item),
        _("Nothing may be collected."),
    ),
    o.FeeNotOpen: lambda error: (
        _("Fee {n} is paid already, or was never asked for.").format(n=error.fee),
        _("Look at the case's fees."),
    ),
    o.WrongAmount: _wrong_amount,
    o.VisitNotOpen: lambda error: (
        _("Visit {n} is recorded already, or was never arranged.").format(n=error.visit),
        _("Arrange it first."),
    ),
    o.NoHearingOpen: _plain(o.NoHearingOpen),
    o.HearingAskedTooLate: lambda error: (
        _("The hearing had to be asked for by {day}.").format(day=error.request_by.isoformat()),
        _("Tell the applicant that the right has lapsed."),
    ),
    o.HearingDayUnfit: _hearing_day,
    o.SameColleague: lambda error: (
        _("{name} would give it to themselves.").format(name=error.name),
        _("Choose somebody else."),
    ),
    o.NotThisCasesPaper: _plain(o.NotThisCasesPaper),
}
"""What happened and what to do, by the type of the refusal."""
