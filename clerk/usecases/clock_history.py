"""The sentences of a case's clock: procedures, extensions, and what the law did by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clerk.domain import clock_events as c
from clerk.usecases.explanation_words import amount_words
from clerk.usecases.language import _
from clerk.usecases.terms import clock_name, procedure_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.event import Event


def _procedure_started(event: c.ProcedureStarted) -> str:
    clock = (
        _("The clock stops ({basis}).").format(basis=event.basis)
        if event.stops_clock
        else _("The clock goes on.")
    )
    said = _("Began a special procedure, {kind}: {name}, from {first}, expected until {last}.")
    begun = said.format(
        kind=procedure_name(event.kind),
        name=event.name,
        first=event.starts_on.isoformat(),
        last=event.expected_until.isoformat(),
    )
    return f"{begun} {clock}"


def _procedure_ended(event: c.ProcedureEnded) -> str:
    said = _("Ended special procedure {n} on {day}: {result} Promised now for {due}.")
    return said.format(
        n=event.procedure,
        day=event.ended_on.isoformat(),
        result=event.result,
        due=event.due.on.isoformat(),
    )


def _extended(event: c.Extended) -> str:
    said = _(
        "Extended the limit by {amount}, approved by {approver} ({post}): {reason} "
        "Promised now for {due}, before for {before}."
    )
    return said.format(
        amount=amount_words(event.amount, event.unit),
        approver=event.approver,
        post=event.approver_post,
        reason=event.reason,
        due=event.due.on.isoformat(),
        before=event.before.on.isoformat(),
    )


def _recomputed(event: c.DueRecomputed) -> str:
    said = _("The calendar {calendar} moved the promised day from {before} to {due}.")
    return said.format(
        calendar=event.calendar,
        before=event.before.on.isoformat(),
        due=event.due.on.isoformat(),
    )


def _deemed_accepted(event: c.DeemedAccepted) -> str:
    said = _("Nobody told the applicant in time: deemed accepted since {day} ({article}).")
    return said.format(day=event.since.date().isoformat(), article=event.article)


def _deemed_renewed(event: c.DeemedRenewed) -> str:
    said = _("Nothing was decided until {day}: deemed renewed ({article}).")
    return said.format(day=event.due_on.isoformat(), article=event.article)


def _deemed_withdrawn(event: c.DeemedWithdrawn) -> str:
    said = _("Nothing came in until {day}: deemed withdrawn ({article}).")
    return said.format(day=event.deadline_on.isoformat(), article=event.article)


def _went_overdue(event: c.WentOverdue) -> str:
    said = _("The {clock} ran out on {day} ({article}).")
    return said.format(
        clock=clock_name(event.clock), day=event.due_on.isoformat(), article=event.article
    )


CLOCK_SENTENCES: dict[type[Event], Callable[[Any], str]] = {
    c.ProcedureStarted: _procedure_started,
    c.ProcedureEnded: _procedure_ended,
    c.Extended: _extended,
    c.DueRecomputed: _recomputed,
    c.DeemedAccepted: _deemed_accepted,
    c.DeemedRenewed: _deemed_renewed,
    c.DeemedWithdrawn: _deemed_withdrawn,
    c.WentOverdue: _went_overdue,
}
