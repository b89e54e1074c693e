"""Issue a paper somebody asks for: the slip that travels with a file, a notice, a register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.usecases.application import Done, finish
from clerk.usecases.compose_paper import issue_paper
from clerk.usecases.composing.matter import Besides

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.paper_facts import JointOnPaper
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter

ON_REQUEST = frozenset(
    {
        PaperKind.CIRCULATION_SLIP,
        PaperKind.COLLECTION_NOTICE,
        PaperKind.COLLECTION_REGISTER,
        PaperKind.JOINT_COPY,
        PaperKind.JOINT_VISIT,
        PaperKind.JOINT_OPINION,
    }
)
"""Kinds that tell how things stand; every other one comes with the step it tells of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOutPaper:
    """Which paper about which case.

    ``together`` are more cases for a register, ``joint`` what is asked of another department.
    """

    case_id: CaseId
    by: Staff
    kind: PaperKind
    together: tuple[CaseId, ...] = ()
    joint: JointOnPaper | None = None


def hand_out_paper(wish: HandOutPaper, counter: Counter) -> Done:
    """Issue the paper, numbered like any other.

    Raises:
        PaperIncomplete: There is no certificate yet, or nothing is asked of another department.
        ValueError: The kind comes with a step and is not handed out by itself.
    """
    if wish.kind not in ON_REQUEST:
        raise ValueError(wish.kind)
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id)
        others = tuple(map(work.cases.get, wish.together))
        case, paper = issue_paper(
            wish.kind,
            case,
            by=wish.by,
            now=now,
            work=work,
            counter=counter,
            besides=Besides(joint=wish.joint, cases=others),
        )
        return finish(work, case, (paper,))
