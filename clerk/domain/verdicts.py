"""The rule by which the center decides on an entry, and a window foresees what it will say.

One module for both: the registrar decides in the order of the feed, with the last
word; a window runs the same rule over its undecided entries. No clock takes part
in any decision, nothing is merged, and the last writer does not win.

A case belongs to one window. What only the owner does cannot conflict and is
final there; what others may do too, or what ends a case, is provisional until
the verdict. A sign-off is bound to the substance, not to the version: printing a
paper or adding a remark elsewhere must not void a signature.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from clerk.domain.exchange import CaseStanding, Verdict
from clerk.domain.identifiers import CaseId, EventId
from clerk.domain.stages import FINISHED, Action, Stage, is_allowed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerk.domain.journal import Entry


class Weight(StrEnum):
    """How much of the center's word a step needs."""

    FINAL = "final"  # the owner's alone; stands when it is written
    PROVISIONAL = "provisional"  # shown and printed as waiting for registration until the verdict
    ONLINE = "online"  # not without the center


@dataclass(frozen=True, slots=True)
class Step:
    """What one kind of event is on the path: the action it takes, where it leads, its weight.

    ``action`` is None for what is noted at any stage, ``leads_to`` for what leaves the stage.
    """

    action: Action | None = None
    leads_to: Stage | None = None
    weight: Weight = Weight.FINAL


_SIGN_OFFS = frozenset({"granted", "refused", "returned"})
_CHIEFS = _SIGN_OFFS | {"taken_over"}
_NOTED = Step()

STEPS: dict[str, Step] = {
    "received": Step(leads_to=Stage.RECEIVED),
    "corrected": Step(Action.CORRECT),
    "notice_issued": Step(Action.ISSUE_NOTICE, Stage.NOTIFIED),
    "supplemented": Step(Action.SUPPLEMENT),
    "accepted": Step(Action.ACCEPT, Stage.ACCEPTED),
    "declined": Step(Action.DECLINE, Stage.DECLINED),
    "reviewed": Step(Action.REVIEW, Stage.REVIEWED),
    "granted": Step(Action.GRANT, Stage.GRANTED, Weight.PROVISIONAL),
    "refused": Step(Action.REFUSE, Stage.REFUSED, Weight.PROVISIONAL),
    "returned": Step(Action.RETURN_TO_WINDOW, Stage.RETURNED, Weight.PROVISIONAL),
    "certificate_made": Step(Action.MAKE_CERTIFICATE, Stage.CERTIFIED),
    "handed_over": Step(Action.HAND_OVER, Stage.DELIVERED),
    "closed": Step(Action.CLOSE, Stage.CLOSED),
    "withdrawn": Step(Action.WITHDRAW, Stage.WITHDRAWN, Weight.PROVISIONAL),
    "attached": Step(Action.ATTACH),
    "paper_issued": _NOTED,
    "print_intended": _NOTED,
    "print_finished": _NOTED,
    "procedure_started": Step(Action.START_PROCEDURE),
    "procedure_ended": Step(Action.END_PROCEDURE),
    "extended": Step(Action.EXTEND),
    "due_recomputed": _NOTED,
    "deemed_accepted": Step(Action.ACCEPT, Stage.ACCEPTED),
    "deemed_renewed": _NOTED,
    "deemed_withdrawn": Step(Action.WITHDRAW, Stage.WITHDRAWN),
    "went_overdue": _NOTED,
    "commitment_kept": Step(Action.KEEP_COMMITMENT),
    "committed_on_notice": Step(Action.COMMIT_ON_NOTICE),
    "commitment_broken": Step(Action.BREAK_COMMITMENT, Stage.WITHDRAWN),
    "commitment_checked": Step(Action.CHECK_COMMITMENT),
    "reported_up": Step(Action.REPORT_UP),
    "report_answered": Step(Action.ANSWER_REPORT),
    "handed_to_colleague": Step(Action.HAND_TO_COLLEAGUE),
    "materials_moved": Step(Action.MOVE_MATERIALS),
    "fee_noticed": Step(Action.NOTICE_FEE),
    "fee_paid": Step(Action.PAY_FEE),
    "visit_arranged": Step(Action.ARRANGE_VISIT),
    "visit_held": Step(Action.HOLD_VISIT),
    "hearing_noticed": Step(Action.NOTICE_HEARING),
    "hearing_requested": Step(Action.REQUEST_HEARING),
    "given_back": Step(Action.GIVE_BACK, Stage.GIVEN_BACK),
    "terminated": Step(Action.TERMINATE, Stage.TERMINATED),
    "paper_corrected": _NOTED,
    "transferred": _NOTED,
    "taken_over": Step(weight=Weight.ONLINE),
}
"""Every kind of event a case has; a kind not here is held until the center knows it."""


class Register(Protocol):
    """What the rule asks of the center's records, beside the case itself."""

    def section_of(self, item_id: str) -> str:
        """Return the department that answers for an item; empty where nobody published it."""

    def case_numbered(self, number: str) -> CaseId | None:
        """Return the case that has this number."""

    def free_number(self, number: str) -> str:
        """Return a number nobody has, for a case whose own one is taken."""

    def is_entitled(self, entry: Entry, standing: CaseStanding, /) -> bool:
        """Whether the actor may decide this item: a chief's role and a letter in force."""

    def twin_of(self, standing: CaseStanding) -> CaseId | None:
        """Return another open case of the same applicant, item and day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The verdict on one entry, what it says beside it, and the case as it stands then.

    ``standing`` is None only where the center has no such case.
    """

    verdict: Verdict
    standing: CaseStanding | None
    detail: Mapping[str, str]


def decide(
    entry: Entry, body: Mapping[str, Any], standing: CaseStanding | None, register: Register
) -> Decision:
    """Decide on one entry whose signature and chain hold.

    The case changes only with a verdict that takes effect. It never raises for
    what a window may have sent: what it cannot read is ``BAD_ENTRY``.
    """
    step = STEPS.get(entry.kind)
    if step is None:
        return _say(Verdict.HELD_UNKNOWN, standing, kind=entry.kind)
    if entry.kind == "received":
        return _received(entry, body, standing, register)
    if standing is None:
        return _say(Verdict.UNKNOWN_CASE, None)
    return (
        _not_theirs(entry, step, standing)
        or _out_of_turn(entry.kind, step, standing)
        or _not_signable(entry, body, standing, register)
        or _taken(entry, body, step, standing)
    )


def applicant_of(body: Mapping[str, Any]) -> str:
    """Return what tells one applicant of a receipt from another: the document, else the name."""
    applicant = body.get("applicant")
    told = applicant if isinstance(applicant, dict) else {}
    return str(told.get("document_number") or told.get("name") or "")


def _received(
    entry: Entry, body: Mapping[str, Any], standing: CaseStanding | None, register: Register
) -> Decision:
    if standing is not None:
        return _say(Verdict.WRONG_STAGE, standing, stage=standing.stage)
    number, item = body.get("number"), body.get("item_id")
    if not (applicant_of(body) and isinstance(number, str) and isinstance(item, str)):
        return _say(Verdict.BAD_ENTRY, None)
    case = CaseStanding(
        case_id=CaseId(entry.case_id),
        version=1,
        stage=Stage.RECEIVED,
        owner=entry.window,
        section=register.section_of(item),
        number=number,
        substance=entry.base_hash,
        applicant=applicant_of(body),
        item=item,
        received_on=entry.at[:10],
    )
    detail = {"possible_duplicate_of": twin} if (twin := register.twin_of(case)) else {}
    if register.case_numbered(number) is None:
        return Decision(verdict=Verdict.ACCEPTED, standing=case, detail=detail)
    other = register.free_number(number)
    return Decision(
        verdict=Verdict.AMENDED,
        standing=replace(case, number=other),
        detail=detail | {"number": other, "was": number},
    )


def _not_theirs(entry: Entry, step: Step, standing: CaseStanding) -> Decision | None:
    if step.weight is not Weight.FINAL or entry.window == standing.owner:
        return None
    verdict = Verdict.LATE if entry.window in standing.former else Verdict.NOT_OWNER
    return _say(verdict, standing, owner=standing.owner)


def _out_of_turn(kind: str, step: Step, standing: CaseStanding) -> Decision | None:
    stage = Stage(standing.stage)
    if step.action is None:
        fits = kind != "taken_over" or stage not in FINISHED
    else:
        fits = is_allowed(step.action, stage)
    if fits:
        return None
    return _say(_why_not(kind, stage, standing), standing, stage=stage)


def _why_not(kind: str, stage: Stage, standing: CaseStanding) -> Verdict:
    if stage is Stage.WITHDRAWN:
        return Verdict.WITHDRAWN
    if standing.decided_by and kind in _SIGN_OFFS:
        return Verdict.CONCURRING
    if standing.decided_by and kind == "withdrawn":
        return Verdict.ALREADY_SIGNED
    return Verdict.WRONG_STAGE


def _not_signable(
    entry: Entry, body: Mapping[str, Any], standing: CaseStanding, register: Register
) -> Decision | None:
    if entry.kind in _CHIEFS and not register.is_entitled(entry, standing):
        return _say(Verdict.NOT_ENTITLED, standing, actor=entry.actor)
    if entry.kind in _SIGN_OFFS and body.get("substance") != standing.substance:
        return _say(Verdict.STALE, standing, substance=standing.substance)
    return None


def _taken(entry: Entry, body: Mapping[str, Any], step: Step, standing: CaseStanding) -> Decision:
    after = replace(
        standing, version=standing.version + 1, stage=step.leads_to or Stage(standing.stage)
    )
    if entry.window == standing.owner:
        after = replace(after, substance=entry.base_hash)
    if entry.kind in {"granted", "refused"}:
        after = replace(after, decided_by=EventId(entry.event_id))
    if entry.kind == "transferred":
        to = body.get("to_window")
        if not isinstance(to, str) or not to:
            return _say(Verdict.BAD_ENTRY, standing)
        after = _moved(after, to)
    if entry.kind == "taken_over":
        after = _moved(after, entry.window)
    return Decision(verdict=Verdict.ACCEPTED, standing=after, detail={})


def _moved(standing: CaseStanding, to: str) -> CaseStanding:
    former = tuple(each for each in (*standing.former, standing.owner) if each != to)
    return replace(standing, owner=to, former=tuple(dict.fromkeys(former)))


def _say(verdict: Verdict, standing: CaseStanding | None, **detail: str) -> Decision:
    return Decision(verdict=verdict, standing=standing, detail=detail)
