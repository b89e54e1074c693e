"""What the desk says when a rule of the clock stands in the way: what, and what next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clerk.domain import extensions, objections, special_procedures
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.refusals import ClerkError


def _too_far(error: objections.DeadlineTooFar) -> tuple[str, str]:
    return (
        _("The applicant would have longer than the rule of this item allows."),
        _("Choose a day up to {day}.").format(day=error.latest.isoformat()),
    )


def _not_asked(error: objections.QuestionNotAsked) -> tuple[str, str]:
    return (
        _("The item asks no such question: {questions}.").format(
            questions=_(", ").join(error.questions)
        ),
        _("Choose the item again and answer its own questions."),
    )


def _procedure_runs(error: objections.ProcedureRuns) -> tuple[str, str]:
    return (
        _("Not ended yet: {names}.").format(names=_(", ").join(error.names)),
        _("Record how it ended, then decide."),
    )


def _may_not_stop(error: special_procedures.MayNotStopTheClock) -> tuple[str, str]:
    return (
        _("No law lets “{name}” stop the clock (行政许可法 45).").format(name=error.name),
        _("Record it without stopping the clock."),
    )


def _too_few(error: special_procedures.TooFewStaff) -> tuple[str, str]:
    return (
        _("A site visit needs at least {n} staff (行政许可法 34).").format(n=error.fewest),
        _("Name who goes along."),
    )


def _extended_before(error: extensions.ExtendedBefore) -> tuple[str, str]:
    return (
        _("It was extended before; the law allows that {n} times.").format(n=error.times)
        if error.times > 1
        else _("It was extended before; the law allows that once."),
        _("Decide within the limit as it stands."),
    )


CLOCK_WORDS: dict[type[ClerkError], Callable[[Any], tuple[str, str]]] = {
    objections.DayToCome: lambda error: (
        _("{day} is yet to come.").format(day=error.day.isoformat()),
        _("Note it when it has happened."),
    ),
    objections.DeadlineTooFar: _too_far,
    objections.QuestionNotAsked: _not_asked,
    objections.ProcedureRuns: _procedure_runs,
    objections.RenewedByLaw: lambda _error: (
        _("The old licence ran out undecided, so it counts as renewed (行政许可法 50)."),
        _("It can only be granted now."),
    ),
    special_procedures.MayNotStopTheClock: _may_not_stop,
    special_procedures.TooFewStaff: _too_few,
    special_procedures.NoSuchProcedure: lambda _error: (
        _("No such procedure runs in this case."),
        _("Look at its procedures again."),
    ),
    extensions.NotExtendable: lambda _error: (
        _("The law of this item knows no extension."),
        _("Decide within the limit."),
    ),
    extensions.ExtendedBefore: _extended_before,
    extensions.LimitRunOut: lambda error: (
        _("The limit was over on {day}; only a running one can be extended.").format(
            day=error.due_on.isoformat()
        ),
        _("Decide without delay, and publish the reason."),
    ),
}
