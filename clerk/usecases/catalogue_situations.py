"""The questions of an item (情形): which answer asks for which conditional paper.

Each condition is decided by exactly one question. A list that publishes a
condition and no question for it gets one made of the condition's own words, so
nothing a list says is ever dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.catalogue import (
    Answer,
    AnswerId,
    Condition,
    Situation,
    SituationId,
    Words,
)
from clerk.usecases.json_fields import shown, tell_wrong_type

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clerk.usecases.json_fields import Fields

MOST_SITUATIONS = 50
MOST_ANSWERS = 20
LONGEST_CONDITION = 200
SHORT_ID = re.compile(r"[a-z][a-z0-9_]{0,31}")
YES, NO = AnswerId("yes"), AnswerId("no")


@dataclass(frozen=True, slots=True)
class Questions:
    """What an item asks, and by position in its list the condition of each paper that has one."""

    situations: tuple[Situation, ...]
    conditions: Mapping[int, Condition]


def read_situations(fields: Fields, materials: Sequence[Fields]) -> Questions:
    """Read an item's questions; what is wrong with them goes to the findings."""
    texts = {
        position: text for position, each in enumerate(materials) if (text := _condition(each))
    }
    deciding = _Deciding(texts, [each.raw.get("name_zh") for each in materials])
    published = (
        fields.objects("situations", most=MOST_SITUATIONS) if fields.has("situations") else []
    )
    situations = [_situation(each, deciding) for each in published]
    _must_differ(published, "situation_twice")
    return Questions((*situations, *deciding.ask_the_rest(situations)), deciding.conditions())


def _condition(material: Fields) -> str:
    """Read ``required``: true, false, or the words of a condition."""
    value = material.value("required")
    if isinstance(value, str):
        return material.text("required", longest=LONGEST_CONDITION)
    if material.has("required") and not isinstance(value, bool):
        place = material.place_of("required")
        tell_wrong_type(value, "truth_or_text", place, material.findings)
    return ""


class _Deciding:
    """Which conditional papers are decided, by which question and which of its answers."""

    def __init__(self, texts: Mapping[int, str], names: Sequence[object]) -> None:
        self._texts = texts
        self.has_papers = bool(names)
        self._by_text: dict[object, list[int]] = {}
        self._by_name: dict[object, list[int]] = {}
        self._decided: dict[int, tuple[SituationId, set[AnswerId]]] = {}
        for position, text in texts.items():
            self._by_text.setdefault(text, []).append(position)
            if isinstance(name := names[position], str):
                self._by_name.setdefault(name, []).append(position)

    def positions(self, wanted: str) -> list[int]:
        """Return the papers with this condition, or else the conditional ones of this name."""
        return self._by_text.get(wanted) or self._by_name.get(wanted, [])

    def decide(self, position: int, situation: SituationId, answer: AnswerId) -> SituationId:
        """Let an answer ask for a paper; return the question that decides it, maybe another."""
        by, answers = self._decided.setdefault(position, (situation, set()))
        if by == situation:
            answers.add(answer)
        return by

    def ask_the_rest(self, asked: Sequence[Situation]) -> list[Situation]:
        """Make a question of each condition that no published question decides."""
        taken = {each.id for each in asked}
        made: dict[str, SituationId] = {}
        for position, text in self._texts.items():
            if position not in self._decided:
                name = made.setdefault(text, _free_id(position, taken))
                self.decide(position, name, YES)
        return [_made_of(text, name) for text, name in made.items()]

    def conditions(self) -> dict[int, Condition]:
        """Return the condition of each conditional paper."""
        return {
            position: Condition(
                situation=by, answers=frozenset(answers), text=self._texts[position]
            )
            for position, (by, answers) in self._decided.items()
        }


def _situation(fields: Fields, deciding: _Deciding) -> Situation:
    name = SituationId(fields.text("id", longest=32, pattern=SHORT_ID))
    question = Words(zh=fields.text("question_zh"), en=fields.optional_text("question_en"))
    published = fields.objects("answers", least=2, most=MOST_ANSWERS)
    answers = tuple(
        Answer(
            id=AnswerId(each.text("id", longest=32, pattern=SHORT_ID)),
            label=Words(zh=each.text("label_zh"), en=each.optional_text("label_en")),
        )
        for each in published
    )
    _must_differ(published, "answer_twice")
    asks_for = [
        _requires(each, answer.id, name, deciding)
        for each, answer in zip(published, answers, strict=True)
    ]
    if published and not any(asks_for):
        fields.problem("answers", "question_decides_nothing", question=shown(question.zh))
    return Situation(id=name, question=question, answers=answers)


def _requires(fields: Fields, answer: AnswerId, situation: SituationId, deciding: _Deciding) -> int:
    """Read what an answer asks for; return how many entries it names."""
    entries = fields.texts("requires", most=MOST_ANSWERS * 10, longest=LONGEST_CONDITION)
    for entry in entries:
        positions = deciding.positions(entry)
        if not positions and deciding.has_papers:  # no list at all is told by itself
            fields.problem("requires", "requires_unknown", text=shown(entry))
        for position in positions:
            by = deciding.decide(position, situation, answer)
            if by != situation:
                fields.problem("requires", "decided_twice", text=shown(entry), first=shown(by))
    return len(entries)


def _must_differ(entries: Sequence[Fields], kind: str) -> None:
    met: set[object] = set()
    for each in entries:
        name = each.raw.get("id")
        if isinstance(name, str) and name in met:
            each.problem("id", kind, name=shown(name))
        elif isinstance(name, str):
            met.add(name)


def _free_id(position: int, taken: set[SituationId]) -> SituationId:
    name = f"condition_{position + 1}"
    while name in taken:
        name += "_"
    return SituationId(name)


def _made_of(text: str, name: SituationId) -> Situation:
    return Situation(
        id=name,
        question=Words(zh=f"是否属于以下情形：{text}？", en=f"Does this apply: {text}?"),
        answers=(
            Answer(id=YES, label=Words(zh="是", en="Yes")),
            Answer(id=NO, label=Words(zh="否", en="No")),
        ),
    )
