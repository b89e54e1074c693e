"""What a reader of somebody else's file writes down while it reads on.

A file is refused with everything that is wrong with it, not with the first
thing: whoever wrote it corrects it once. The list is bounded, because a
hostile file can hold a million mistakes; what is over is counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from clerk.domain.refusals import InvalidInput, Problem

MOST_TOLD = 200


@dataclass(slots=True)
class Findings:
    """Problems, which refuse the file, and remarks, which do not.

    ``about`` names the entry being read (the item's id); it goes into the
    facts, because nobody counts to ``items[37]``.
    """

    about: str = ""
    _problems: list[Problem] = field(default_factory=list)
    _remarks: list[Problem] = field(default_factory=list)
    _met: set[tuple[str, str]] = field(default_factory=set)
    _problem_count: int = 0
    _remark_count: int = 0

    def problem(self, place: str, kind: str, /, **facts: str | int) -> None:
        """Write down what is wrong at a place."""
        if (place, kind) in self._met:
            return  # one check met what another had met before
        self._problem_count += 1
        if self._problem_count <= MOST_TOLD:
            self._met.add((place, kind))
            self._problems.append(Problem(place, kind, self._with_entry(facts)))

    def remark(self, place: str, kind: str, /, **facts: str | int) -> None:
        """Write down what is worth telling about a place."""
        self._remark_count += 1
        if self._remark_count <= MOST_TOLD:
            self._remarks.append(Problem(place, kind, self._with_entry(facts)))

    @property
    def problem_count(self) -> int:
        """How many problems were met so far, told or not."""
        return self._problem_count

    def refuse_problems(self) -> None:
        """Raise what was written down.

        Raises:
            InvalidInput: There was at least one problem.
        """
        if self._problems:
            raise InvalidInput(problems=_told(self._problems, self._problem_count))

    def remarks(self) -> tuple[Problem, ...]:
        """Return the remarks; the last one counts those over the limit."""
        return _told(self._remarks, self._remark_count)

    def _with_entry(self, facts: dict[str, str | int]) -> dict[str, str | int]:
        return {"item": self.about, **facts} if self.about else facts


def _told(found: list[Problem], count: int) -> tuple[Problem, ...]:
    if count <= MOST_TOLD:
        return tuple(found)
    return (*found, Problem("", "and_more", {"count": count - MOST_TOLD}))
