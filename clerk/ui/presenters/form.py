"""A form: what a step of a case asks of the clerk, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.refusals import Problem
from clerk.ui.presenters.marking import read_day
from clerk.ui.presenters.shown import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from clerk.domain.stages import Action
    from clerk.ui.rows import ChiefAnswer


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    NOTE = "note"
    CHOICE = "choice"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question of a form. ``phrases`` are ready-made answers."""

    id: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    phrases: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a step asks, and the words of the button that takes it.

    Where the chief has to allow the step, ``chief_subject`` says what is put before the chief.
    """

    action: Action
    title: str
    submit: str
    fields: tuple[FormField, ...] = ()
    chief_subject: str = ""

    def values(self) -> dict[str, str]:
        """Return what stands in the fields, without blanks around it."""
        return {each.id: each.value.strip() for each in self.fields}

    def filled(self, name: str, value: str) -> Form:
        """Return the form with one field changed and no longer complained of."""
        return self._each(lambda x: replace(x, value=value, problem="") if x.id == name else x)

    def complained(self, problems: tuple[Problem, ...]) -> Form:
        """Return the form with what is wrong said at the field it is about."""
        said = {each.place.rpartition(".")[2]: reason(each) for each in reversed(problems)}
        return self._each(lambda x: replace(x, problem=said.get(x.id, "")))

    def unreadable_days(self, today: date) -> tuple[Problem, ...]:
        """Return a problem for each day nobody can read."""
        return tuple(
            Problem(f"form.{each.id}", "not_a_day", {"text": each.value})
            for each in self.fields
            if each.kind is FieldKind.DAY and read_day(each.value, today) is None
        )

    def _each(self, change: Callable[[FormField], FormField]) -> Form:
        return replace(self, fields=tuple(map(change, self.fields)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a form was filled with, and the chief's line under it where one was needed."""

    values: Mapping[str, str]
    signed: ChiefAnswer | None = None

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def day(self, name: str, today: date) -> date:
        """Return the day that was typed into a field; the form was asked whether it is one."""
        day = read_day(self.values[name], today)
        assert day  # noqa: S101 - a form with an unreadable day is not submitted
        return day
