"""The published list: service items (事项), what they require, and under which situation.

Nobody may demand what is not in the published list (行政许可法 30, 31). An item's
version never changes once published: a case keeps the one it was received under.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from clerk.domain.limits import (
    ARTICLE_45,
    LICENSING_LAW,
    STOPS_BY_LAW,
    ClockRules,
    ClockStart,
    Extension,
    Limit,
    ProcedureKind,
    SpecialProcedure,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

ItemId = NewType("ItemId", str)
"""The center's id of an item, such as ``SCJG-005``."""
PrerequisiteId = NewType("PrerequisiteId", str)
"""Position in the item's list, ``"1"`` first; stable because versions never change."""
SituationId = NewType("SituationId", str)
AnswerId = NewType("AnswerId", str)


@dataclass(frozen=True, slots=True)
class Words:
    """One text in the two languages of the desk; ``en`` may be empty and falls back to ``zh``."""

    zh: str
    en: str = ""

    def in_language(self, language: str) -> str:
        """Return the text for ``language`` (``zh_CN`` or ``en``)."""
        return self.zh if language.startswith("zh") else (self.en or self.zh)


class ItemKind(StrEnum):
    """How an item is handled (办件类型, GB/T 39046-2020 A.6)."""

    IMMEDIATE = "immediate"  # 即办件
    PROMISED = "promised"  # 承诺件


class ApplicantKind(StrEnum):
    """Who may apply (服务对象, GB/T 39046-2020 A.4, reduced to the two the counter tells apart)."""

    PERSON = "person"  # 自然人
    ORGANISATION = "organisation"  # 法人及其他组织


class BasisRank(StrEnum):
    """How high the rule stands that lets the center ask for a paper."""

    LAW = "law"
    ADMIN_REGULATION = "admin_regulation"
    DEPT_RULE = "dept_rule"
    PROVINCIAL_REGULATION = "provincial_regulation"
    NORMATIVE = "normative"
    SELF_SET = "self_set"


class Source(StrEnum):
    """Who makes a paper (材料来源)."""

    APPLICANT = "applicant"  # 申请人自备
    GOVERNMENT = "government"  # 政府部门核发
    INTERMEDIARY = "intermediary"  # 中介


class Confidence(StrEnum):
    """How sure the list's editor was of an entry: found in a published text, or from memory."""

    FOUND = "found"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer a clerk can tick to a situation's question."""

    id: AnswerId
    label: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A question whose answer decides what is required (情形)."""

    id: SituationId
    question: Words
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Required when the answer is one of ``answers``; ``text`` is the published wording."""

    situation: SituationId
    answers: frozenset[AnswerId]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """One paper the published list asks for (前置要件 / 申请材料).

    ``condition`` is None for what is always required. ``demanded`` is False for
    an entry that is kept on the list for the record but may not be asked for.
    ``fetched_here`` marks what the item's own department issued: it is looked
    up, never asked for. ``deferrable`` says it may follow later under a written
    commitment (容缺受理), ``by_commitment`` that a commitment on notice stands for
    it (告知承诺).
    """

    id: PrerequisiteId
    name: Words
    source: Source
    issuer: str
    fetched_here: bool
    basis: str
    basis_level: str
    basis_rank: BasisRank
    originals: int
    copies: int
    condition: Condition | None
    demanded: bool
    deferrable: bool
    confidence: Confidence
    note: str
    by_commitment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentTerms:
    """What an applicant is told and commits to, where a law lets them (告知承诺).

    The licence is then given on the spot; ``check_within`` working days later
    somebody has looked whether the commitment is true.
    """

    basis: str
    conditions: tuple[str, ...]
    liability: str
    check_within: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A department stationed in the center (进驻部门)."""

    id: str
    name: Words
    short: str = ""
    """机关简称, the middle of a document number (文号)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceItem:
    """One thing people can apply for (事项), as published in one version.

    ``unknown`` keeps the fields this program does not know, as canonical JSON
    text, so that nothing in a city's list is lost.
    """

    id: ItemId
    version: int
    digest: str
    code: str
    name: Words
    department: Department
    item_type: str
    applicants: frozenset[ApplicantKind]
    kind: ItemKind
    basis: tuple[str, ...]
    statutory: Limit
    promised: Limit
    promised_source: str
    clock_start: ClockStart
    extension: Extension | None
    correction_rule: str
    fee: str
    fee_charged: bool
    situations: tuple[Situation, ...]
    prerequisites: tuple[Prerequisite, ...]
    result: str
    special_procedures: tuple[SpecialProcedure, ...]
    confidence: Confidence
    note: str
    unknown: str
    commitment: CommitmentTerms | None = None
    checked_by_two: bool = False
    """Whether the substance of the papers is looked into by two of the staff (行政许可法 34)."""
    clock: ClockRules = LICENSING_LAW

    @property
    def is_immediate(self) -> bool:
        """Whether it is finished on the spot (即办件)."""
        return self.kind is ItemKind.IMMEDIATE

    def stopping_basis(self, kind: ProcedureKind) -> str:
        """Return by which law a kind of procedure stops the clock; empty where none lets it.

        The eight of 行政许可法 45 do for every item, others where the list says 不计入.
        """
        if kind in STOPS_BY_LAW:
            return ARTICLE_45
        listed = (x.basis for x in self.special_procedures if x.kind is kind and x.stops_clock)
        return next(listed, "")

    def most_not_counted(self, kind: ProcedureKind) -> Limit | None:
        """Return for how long at most such a procedure stops the clock; None without a cap."""
        return next((x.most for x in self.special_procedures if x.kind is kind), None)

    def prerequisite(self, wanted: PrerequisiteId) -> Prerequisite:
        """Return one entry of the list.

        Raises:
            KeyError: The published list has no such entry.
        """
        for each in self.prerequisites:
            if each.id == wanted:
                return each
        raise KeyError(wanted)

    def situation(self, wanted: SituationId) -> Situation:
        """Return one question.

        Raises:
            KeyError: The item asks no such question.
        """
        for each in self.situations:
            if each.id == wanted:
                return each
        raise KeyError(wanted)

    def unanswered(self, answers: Mapping[SituationId, AnswerId]) -> tuple[Situation, ...]:
        """Return the questions without one of their published answers, in published order."""
        return tuple(
            each
            for each in self.situations
            if answers.get(each.id) not in {known.id for known in each.answers}
        )

    def requires(
        self, prerequisite: Prerequisite, answers: Mapping[SituationId, AnswerId]
    ) -> bool | None:
        """Say whether an entry is required under these answers; None while its question is open."""
        if not prerequisite.demanded:
            return False
        if prerequisite.condition is None:
            return True
        answer = answers.get(prerequisite.condition.situation)
        return None if answer is None else answer in prerequisite.condition.answers
