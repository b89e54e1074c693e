"""What the desk says when something stands in the way: two sentences, what and what next.

One table for refusals and outages, one for the problems of an input, keyed by
type and kind, so that screen, command line and paper say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clerk.domain import (
    case_number,
    checklist,
    journal,
    objections,
    paper_code,
    paper_rules,
    staff,
    stages,
)
from clerk.domain.codec import Malformed
from clerk.domain.refusals import ClerkError, InvalidInput, Problem
from clerk.usecases import center_port, finish_at_once, printing_words, trouble
from clerk.usecases.center_words import (
    away_words,
    generation_words,
    not_let_in_words,
)
from clerk.usecases.clock_wording import CLOCK_WORDS
from clerk.usecases.counter_words import COUNTER_WORDS
from clerk.usecases.language import _, current_language, ngettext
from clerk.usecases.people_words import PEOPLE_WORDS
from clerk.usecases.problem_words import problem_words
from clerk.usecases.sentence import N_, Sentence, plain
from clerk.usecases.store_words import store_words
from clerk.usecases.terms import action_name, paper_name, role_name, stage_name

if TYPE_CHECKING:
    from collections.abc import Callable


def say(error: ClerkError) -> Sentence:
    """Put a refusal or an outage into words."""
    for words in (COUNTER_WORDS, CLOCK_WORDS):
        if type(error) in words:
            return Sentence(*words[type(error)](error))
    return _WORDS[type(error)](error)


def say_problem(problem: Problem) -> Sentence:
    """Put one problem of an input into words."""
    what, then = problem_words(problem)
    return Sentence(what, then)


def _listed(names: tuple[str, ...]) -> str:
    return ("、" if current_language().startswith("zh") else ", ").join(names)


def _invalid(error: InvalidInput) -> Sentence:
    first = say_problem(error.problems[0])
    more = len(error.problems) - 1
    if not more:
        return first
    also = ngettext("There is {n} more problem.", "There are {n} more problems.", more)
    return Sentence(first.what, f"{first.then} {also.format(n=more)}")


def _wrong_stage(error: stages.WrongStage) -> Sentence:
    what = _("The case is “{stage}”, so the step “{action}” does not fit now.")
    return Sentence(
        what.format(stage=stage_name(error.stage), action=action_name(error.action)),
        _("Look at its track for what comes next."),
    )


def _incomplete(error: objections.ChecklistIncomplete) -> Sentence:
    return Sentence(
        _("Not complete yet: {names}.").format(names=_listed(error.prerequisites)),
        _("Tick what is in hand, or issue the one-time notice for what is missing."),
    )


def _situation_open(error: objections.SituationOpen) -> Sentence:
    return Sentence(
        _("Not answered yet: {questions}").format(questions=_listed(error.questions)),
        _("Ask the applicant; the answer decides what is required."),
    )


def _not_looked_at(error: objections.LinesNotLookedAt) -> Sentence:
    return Sentence(
        _("Not looked at yet: {names}.").format(names=_listed(error.prerequisites)),
        _("The one notice must hold everything, so check these lines first."),
    )


def _promise_too_late(error: objections.PromiseTooLate) -> Sentence:
    what = _("Promised for after the case's own limit, {day}: {names}.")
    return Sentence(
        what.format(day=error.due_on.isoformat(), names=_listed(error.prerequisites)),
        _("Choose an earlier day for them."),
    )


def _not_a_number(error: case_number.NotACaseNumber) -> Sentence:
    reasons = {
        "digits": _("A case number has digits only."),
        "length": _("A case number has 20 digits."),
        "check": _("The check digits of this number do not fit."),
        "day": _("The day in this number does not exist."),
    }
    return Sentence(reasons[error.reason], _("Scan it again, or search by the applicant's name."))


def _unfinished(error: checklist.UnfinishedMark) -> Sentence:
    lacks = {
        "defect": _("say what is wrong with it"),
        "note": _("say in a note what is wrong with it"),
        "deferrable": _("it must be handed in now, it cannot be promised"),
        "promised_on": _("give the day it is promised for"),
        "by_commitment": _("it must be handed in, no commitment stands for it"),
        "waived_by": _("the chief must waive it"),
        "reason": _("give the reason for waiving it"),
    }
    return Sentence(
        _("“{name}” is not finished.").format(name=error.prerequisite),
        _("To go on: {lacks}.").format(lacks=lacks[error.lacks]),
    )


def _paper_incomplete(error: paper_rules.PaperIncomplete) -> Sentence:
    what = _("The {paper} cannot be issued: it would lack {fields}.")
    return Sentence(
        what.format(paper=paper_name(error.kind), fields=_listed(error.fields)),
        _("Fill this in, then issue it again."),
    )


def _not_your_role(error: staff.NotYourRole) -> Sentence:
    return Sentence(
        _("{name} is not a {role}.").format(name=error.name, role=role_name(error.role)),
        _("Ask someone who is to do this step."),
    )


def _unfit(error: trouble.AttachmentUnfit) -> Sentence:
    reasons = {
        "empty": _("“{name}” is empty."),
        "too_large": _("“{name}” is larger than {limit} MB."),
        "type": _("“{name}” is neither a PDF nor a picture."),
        "unreadable": _("“{name}” cannot be read."),
    }
    return Sentence(
        reasons[error.reason].format(name=error.name, limit=error.limit_mb),
        _("Scan it again, or choose another file."),
    )


def _wrong_pin(error: trouble.WrongPin) -> Sentence:
    left = ngettext("{n} try is left.", "{n} tries are left.", error.tries_left)
    return Sentence(_("The PIN is not right."), left.format(n=error.tries_left))


_WORDS: dict[type[ClerkError], Callable[[Any], Sentence]] = {
    InvalidInput: _invalid,
    stages.WrongStage: _wrong_stage,
    objections.ChecklistIncomplete: _incomplete,
    objections.SituationOpen: _situation_open,
    objections.LinesNotLookedAt: _not_looked_at,
    objections.NothingMissing: plain(
        N_("Nothing is missing."), N_("Accept the case; a notice would be wrong.")
    ),
    objections.AlreadyTold: plain(
        N_("The applicant was told once already."),
        N_("Accept what came in, or ask the chief."),
    ),
    objections.PromiseTooLate: _promise_too_late,
    objections.DayInThePast: lambda error: Sentence(
        _("{day} is over already.").format(day=error.day.isoformat()), _("Choose a later day.")
    ),
    objections.SameHand: lambda error: Sentence(
        _("{name} accepted this case and may not sign it off.").format(name=error.name),
        _("Let another chief sign."),
    ),
    objections.SubstanceChanged: plain(
        N_("The case has changed since it was on this screen."),
        N_("Look at it again, then sign."),
    ),
    checklist.NotOnTheList: lambda error: Sentence(
        _("Not on the published list: {names}.").format(names=_listed(error.prerequisites)),
        _("Only what is published may be asked for."),
    ),
    checklist.UnfinishedMark: _unfinished,
    case_number.NotACaseNumber: _not_a_number,
    case_number.NumbersUsedUp: plain(
        N_("This window has used all 9,999 numbers of the day."),
        N_("Go on at another window."),
    ),
    paper_rules.PaperIncomplete: _paper_incomplete,
    paper_code.NotAPaperCode: plain(
        N_("This is not the code of one of our papers."),
        N_("Scan the square code again, or type the case number."),
    ),
    staff.NotYourRole: _not_your_role,
    journal.ChainBroken: lambda error: Sentence(
        _("The journal does not hold together at entry {n} ({reason}).").format(
            n=error.sequence, reason=error.reason
        ),
        _("Nothing was changed. Ask IT to look at it."),
    ),
    Malformed: lambda error: Sentence(
        _("A stored value cannot be read: {place} ({reason}).").format(
            place=error.place, reason=error.reason
        ),
        _("Nothing was changed. Ask IT to look at it."),
    ),
    finish_at_once.NotImmediate: lambda error: Sentence(
        _("“{name}” is not decided on the spot.").format(name=error.item),
        _("Accept it; the chief signs later."),
    ),
    trouble.NoSuchCase: plain(
        N_("This desk holds no such case."),
        N_("Check the number, or search by the applicant's name."),
    ),
    trouble.OtherCenter: lambda error: Sentence(
        _("Window {window} of center {center} gave this number; it is not held here.").format(
            window=error.window, center=error.center
        ),
        _("Send the applicant there."),
    ),
    trouble.NoSuchItem: lambda error: Sentence(
        _("The published list does not hold {wanted}.").format(wanted=error.wanted),
        _("Choose an item of the list."),
    ),
    trouble.NoSuchStaff: lambda error: Sentence(
        _("Nobody called {wanted} may sign in here.").format(wanted=error.wanted),
        _("Check the name, or use the staff number."),
    ),
    trouble.NoSuchPaper: plain(
        N_("This desk issued no such paper."), N_("Check the number on it.")
    ),
    trouble.AttachmentGone: plain(
        N_("A file of this dossier cannot be read any more."),
        N_("Scan it again, and tell IT."),
    ),
    trouble.AttachmentUnfit: _unfit,
    trouble.WrongPin: _wrong_pin,
    trouble.PinLocked: lambda error: Sentence(
        _("Too many wrong PINs."), _("Try again after {time}.").format(time=f"{error.until:%H:%M}")
    ),
    trouble.WeakPin: plain(
        N_("This PIN is too easy."),
        N_("Take at least six digits, not all the same and not in a row."),
    ),
    **PEOPLE_WORDS,
    trouble.PrinterTrouble: lambda error: Sentence(*printing_words.trouble_words(error)),
    trouble.PrintUnsure: lambda error: Sentence(*printing_words.unsure_words(error)),
    trouble.PrintedElsewhere: lambda error: Sentence(*printing_words.elsewhere_words(error)),
    trouble.SettingsUnkept: plain(
        N_("The printers chosen here could not be kept."),
        N_("They hold until the program ends. Look whether the disk is full."),
    ),
    trouble.PaperUndrawn: lambda error: Sentence(
        _("The paper cannot be drawn: {file} ({detail}).").format(
            file=error.file, detail=error.detail
        ),
        _("It is kept. Ask IT to mend the file, then print it from the case."),
    ),
    trouble.StoreTrouble: lambda error: Sentence(*store_words(error)),
    center_port.CenterAway: lambda error: Sentence(*away_words(error)),
    center_port.NotLetIn: lambda error: Sentence(*not_let_in_words(error)),
    center_port.OtherGeneration: lambda error: Sentence(*generation_words(error)),
}
