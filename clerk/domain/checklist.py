"""The checklist of a case: the published list, under the applicant's situation, ticked off.

What the list does not hold cannot be asked for. A line that stops being
required keeps what was handed in: the marks stay, only the lines change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clerk.domain.catalogue import (
    AnswerId,
    Prerequisite,
    PrerequisiteId,
    ServiceItem,
    SituationId,
)
from clerk.domain.refusals import Refusal
from clerk.domain.staff import StaffId


class LineStatus(StrEnum):
    """Where one paper stands."""

    TO_CHECK = "to_check"  # 待核
    IN_HAND = "in_hand"  # 已收
    FETCHED = "fetched"  # 免提交
    MISSING = "missing"  # 缺
    NOT_GOOD = "not_good"  # 不合格
    PROMISED = "promised"  # 承诺后补
    WAIVED = "waived"  # 免除
    COMMITTED = "committed"  # 告知承诺替代


class Defect(StrEnum):
    """Why a paper that is there does not do (补件原因)."""

    EXPIRED = "expired"  # 过期
    WRONG = "wrong"  # 有误
    OTHER = "other"  # 其他


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What was found for one entry of the list.

    ``originals`` and ``copies`` count what was handed in. A waiver names the
    chief in ``waived_by`` and its reason in ``note``; a promise its last day.
    """

    status: LineStatus
    originals: int = 0
    copies: int = 0
    note: str = ""
    defect: Defect | None = None
    promised_on: date | None = None
    waived_by: StaffId | None = None


NOT_LOOKED_AT = Mark(status=LineStatus.TO_CHECK)


@dataclass(eq=False, kw_only=True)
class NotOnTheList(Refusal):
    """Somebody asks for a paper the published list does not hold (行政许可法 30, 31)."""

    prerequisites: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class UnfinishedMark(Refusal):
    """A mark lacks what its status needs: a reason, a day, or the chief's name."""

    prerequisite: str
    lacks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """One entry of the list in this case. ``required`` is None while its question is open."""

    prerequisite: Prerequisite
    required: bool | None
    mark: Mark

    @property
    def originals_short(self) -> int:
        """How many originals are still wanting."""
        return max(0, self.prerequisite.originals - self.mark.originals)

    @property
    def copies_short(self) -> int:
        """How many copies are still wanting; a further original serves as well as a copy."""
        spare = max(0, self.mark.originals - self.prerequisite.originals)
        return max(0, self.prerequisite.copies - self.mark.copies - spare)

    @property
    def is_short(self) -> bool:
        """Whether it is in hand, but fewer than asked for."""
        return self.mark.status is LineStatus.IN_HAND and bool(
            self.originals_short or self.copies_short
        )

    @property
    def is_settled(self) -> bool:
        """Whether nothing more is wanted of the applicant for this line, now."""
        if self.required is False:
            return True
        return self.required is True and self.mark.status in _SETTLED and not self.is_short

    @property
    def is_wanting(self) -> bool:
        """Whether it was looked at and found missing, not good, or too few."""
        return self.required is True and (
            self.mark.status in {LineStatus.MISSING, LineStatus.NOT_GOOD} or self.is_short
        )

    @property
    def is_open(self) -> bool:
        """Whether nobody has looked at it yet, or its question is open."""
        return self.required is None or (self.required and self.mark.status is LineStatus.TO_CHECK)


_SETTLED = frozenset(
    {
        LineStatus.IN_HAND,
        LineStatus.FETCHED,
        LineStatus.PROMISED,
        LineStatus.WAIVED,
        LineStatus.COMMITTED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """All lines of an item under the answers given so far."""

    lines: tuple[ChecklistLine, ...]

    @staticmethod
    def of(
        item: ServiceItem,
        answers: Mapping[SituationId, AnswerId],
        marks: Mapping[PrerequisiteId, Mark],
    ) -> Checklist:
        """Lay the marks on the published list.

        Raises:
            NotOnTheList: A mark is for something the list does not hold.
            UnfinishedMark: A mark lacks its reason, day or chief.
        """
        known = {each.id for each in item.prerequisites}
        if foreign := tuple(each for each in marks if each not in known):
            raise NotOnTheList(prerequisites=foreign)
        lines = tuple(
            ChecklistLine(
                prerequisite=each,
                required=item.requires(each, answers),
                mark=marks.get(each.id, _first_mark(each)),
            )
            for each in item.prerequisites
        )
        for line in lines:
            _must_be_finished(line)
        return Checklist(lines=lines)

    def required(self) -> tuple[ChecklistLine, ...]:
        """Return what is asked for, or may yet be."""
        return tuple(each for each in self.lines if each.required is not False)

    def wanting(self) -> tuple[ChecklistLine, ...]:
        """Return what is missing, not good or too few: what the one-time notice must hold."""
        return tuple(each for each in self.lines if each.is_wanting)

    def open(self) -> tuple[ChecklistLine, ...]:
        """Return what has not been looked at yet."""
        return tuple(each for each in self.lines if each.is_open)

    def promised(self) -> tuple[ChecklistLine, ...]:
        """Return what will follow under a commitment."""
        return self._required_and(LineStatus.PROMISED)

    def received(self) -> tuple[ChecklistLine, ...]:
        """Return what was handed in, required or not."""
        return tuple(each for each in self.lines if each.mark.originals or each.mark.copies)

    def found_good(self) -> tuple[ChecklistLine, ...]:
        """Return what is asked for and was found in order."""
        return tuple(each for each in self.lines if each.required and each.is_settled)

    def fetched(self) -> tuple[ChecklistLine, ...]:
        """Return what the center looks up itself."""
        return self._required_and(LineStatus.FETCHED)

    @property
    def is_complete(self) -> bool:
        """Whether the case can be accepted: nothing wanting, nothing open."""
        return all(each.is_settled for each in self.lines)

    def _required_and(self, status: LineStatus) -> tuple[ChecklistLine, ...]:
        return tuple(
            each for each in self.lines if each.required is not False and each.mark.status is status
        )


def _first_mark(prerequisite: Prerequisite) -> Mark:
    return _FETCHED_HERE if prerequisite.fetched_here else NOT_LOOKED_AT


_FETCHED_HERE = Mark(status=LineStatus.FETCHED)
COMMITTED = Mark(status=LineStatus.COMMITTED)
"""The applicant answers for it under a commitment on notice (告知承诺)."""


def in_hand(prerequisite: Prerequisite) -> Mark:
    """Return the mark of a paper handed in exactly as asked for."""
    return Mark(
        status=LineStatus.IN_HAND,
        originals=prerequisite.originals,
        copies=prerequisite.copies,
    )


def _must_be_finished(line: ChecklistLine) -> None:
    mark, lacks = line.mark, ""
    if mark.status is LineStatus.NOT_GOOD and mark.defect is None:
        lacks = "defect"
    elif mark.status is LineStatus.NOT_GOOD and mark.defect is Defect.OTHER and not mark.note:
        lacks = "note"
    elif mark.status is LineStatus.PROMISED and not line.prerequisite.deferrable:
        lacks = "deferrable"
    elif mark.status is LineStatus.PROMISED and mark.promised_on is None:
        lacks = "promised_on"
    elif mark.status is LineStatus.COMMITTED and not line.prerequisite.by_commitment:
        lacks = "by_commitment"
    elif mark.status is LineStatus.WAIVED and not mark.waived_by:
        lacks = "waived_by"
    elif mark.status is LineStatus.WAIVED and not mark.note:
        lacks = "reason"
    if lacks:
        raise UnfinishedMark(prerequisite=line.prerequisite.name.zh, lacks=lacks)
