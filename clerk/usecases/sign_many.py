"""Sign many simple cases with one PIN (批量签批): a signature each, and nothing slips through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.batch import OpenPoint, open_points
from clerk.domain.refusals import Refusal
from clerk.domain.stages import Action
from clerk.domain.text import tidy
from clerk.usecases.application import Done, finish
from clerk.usecases.authority import must_have_authority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(eq=False, kw_only=True)
class NotForABatch(Refusal):
    """A case has open points, so it is to be signed by itself."""

    points: tuple[OpenPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMany:
    """The ticked cases, each with the substance that lay on the screen, and one opinion."""

    by: Staff
    pin: str
    opinion: str
    seen: Mapping[CaseId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedMany:
    """What was granted, and what was left out with its reason."""

    done: tuple[Done, ...]
    left_out: Mapping[CaseId, Refusal]


def sign_many(wish: SignMany, counter: Counter) -> SignedMany:
    """Grant each case in a transaction of its own; one that is refused stops no other.

    Raises:
        WrongPin, PinLocked: It is not the chief's PIN; nothing was signed.
    """
    done: list[Done] = []
    left_out: dict[CaseId, Refusal] = {}
    with counter.pins.signing(wish.by.id, wish.pin):
        for case_id in wish.seen:
            try:
                done.append(_granted(case_id, wish, counter))
            except Refusal as refusal:
                left_out[case_id] = refusal
    return SignedMany(done=tuple(done), left_out=left_out)


def _granted(case_id: CaseId, wish: SignMany, counter: Counter) -> Done:
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(case_id)
        if points := open_points(case):
            raise NotForABatch(points=points)
        opinion, seen = tidy(wish.opinion), wish.seen[case_id]
        case = case.grant(wish.by, now, opinion=opinion, seen=seen)
        must_have_authority(work, wish.by, Action.GRANT, case.item, now)
        return finish(work, case)
