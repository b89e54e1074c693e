"""The three kinds of trouble: what the rules forbid, what the world denies, and bugs.

A :class:`Refusal` is an answer, not an error: the rules say no, and the words
for it (``usecases/wording``) say what happened and what to do. An
:class:`Outage` is the world in the way: a full disk, a printer that is off.
Everything else that is raised is a bug and is never caught as one of these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class ClerkError(Exception):
    """Anything a person at the desk can be told in words."""


class Refusal(ClerkError):
    """The rules of the counter say no. Nothing was changed."""


class Outage(ClerkError):
    """The machine or the line is in the way. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: where it is, what kind, and the facts its words need.

    ``kind`` is a key of the wording table; ``place`` is a dotted path such as
    ``applicant.id_number`` or ``items[3].materials[0].form``.
    """

    place: str
    kind: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(eq=False, kw_only=True)
class InvalidInput(Refusal):
    """What was typed, scanned or read has problems; all of them are listed."""

    problems: tuple[Problem, ...]
