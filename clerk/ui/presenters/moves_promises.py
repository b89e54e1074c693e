"""The forms of promises: papers that follow (容缺), and commitments on notice (告知承诺)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.stages import Action
from clerk.ui.presenters.form import FieldKind, Form, Given, Step, asked, form
from clerk.ui.presenters.shown import said
from clerk.usecases.break_commitment import BreakCommitment, break_commitment
from clerk.usecases.check_commitment import CheckCommitment, check_commitment
from clerk.usecases.commit_on_notice import CommitOnNotice, commit_on_notice
from clerk.usecases.keep_commitment import KeepCommitment, keep_commitment
from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.usecases.application import Done

_ALL = "*"
_TRUE, _UNTRUE = "true", "untrue"


def _keep_form(opened: OpenCase, _room: Room) -> Form:
    case = opened.case
    promised = [each.prerequisite for each in case.checklist.promised()]
    ones = tuple((each.id, said(each.name)) for each in promised)
    return form(
        Action.KEEP_COMMITMENT,
        _("Take in what came"),
        asked(
            "commitment.prerequisites",
            FieldKind.CHOICE,
            label=_("What came"),
            value=_ALL,
            choices=((_ALL, _("All that was promised")), *ones),
        ),
    )


def _keep(given: Given, case: Case, room: Room) -> Done:
    promised = tuple(each.prerequisite.id for each in case.checklist.promised())
    chosen = given["prerequisites"]
    came = promised if chosen == _ALL else tuple(each for each in promised if each == chosen)
    wish = KeepCommitment(case_id=case.id, by=room.person(), prerequisites=came)
    return keep_commitment(wish, room.counter)


def _break_form(_opened: OpenCase, _room: Room) -> Form:
    return form(Action.BREAK_COMMITMENT, _("It did not come: end as withdrawn"))


def _break(_given: Given, case: Case, room: Room) -> Done:
    return break_commitment(BreakCommitment(case_id=case.id, by=room.person()), room.counter)


def _commit_form(opened: OpenCase, _room: Room) -> Form:
    case = opened.case
    return form(
        Action.COMMIT_ON_NOTICE,
        _("Note the commitment"),
        asked("commitment.signer", value=case.applicant.contact_name or case.applicant.name),
    )


def _commit(given: Given, case: Case, room: Room) -> Done:
    wish = CommitOnNotice(opening=case.id, by=room.person(), signer=given["signer"])
    return commit_on_notice(wish, room.counter)


def _check_form(_opened: OpenCase, _room: Room) -> Form:
    return form(
        Action.CHECK_COMMITMENT,
        _("Note the check"),
        asked("commitment.staff", label=_("Who looked, two at least (with 、 between)")),
        asked(
            "commitment.is_true",
            FieldKind.CHOICE,
            label=_("Result"),
            value=_TRUE,
            choices=((_TRUE, _("It is true")), (_UNTRUE, _("It is not true"))),
        ),
        asked("commitment.findings", FieldKind.NOTE),
    )


def _check(given: Given, case: Case, room: Room) -> Done:
    wish = CheckCommitment(
        case_id=case.id,
        by=room.person(),
        staff=given.names("staff"),
        is_true=given["is_true"] == _TRUE,
        findings=given["findings"],
    )
    return check_commitment(wish, room.counter)


def _has_promises(case: Case) -> bool:
    return bool(case.checklist.promised())


MOVES: dict[Action, Step] = {
    Action.COMMIT_ON_NOTICE: Step(
        _commit_form,
        _commit,
        lambda case: case.item.commitment is not None and case.commitment is None,
    ),
    Action.KEEP_COMMITMENT: Step(_keep_form, _keep, _has_promises),
    Action.BREAK_COMMITMENT: Step(_break_form, _break, _has_promises),
    Action.CHECK_COMMITMENT: Step(
        _check_form,
        _check,
        lambda case: case.commitment is not None and case.checked_commitment is None,
    ),
}
"""In the order they are offered."""
