"""A form: what a step of a case asks of the clerk, as a frozen value."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from clerk.domain.refusals import Problem
from clerk.domain.text import narrow
from clerk.ui.presenters.marking import read_day
from clerk.ui.presenters.shown import reason
from clerk.usecases.names import action_name
from clerk.usecases.problem_words import place_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from clerk.domain.case import Case
    from clerk.domain.stages import Action
    from clerk.ui.presenters.open_case import OpenCase
    from clerk.ui.room import Room
    from clerk.ui.rows import ChiefAnswer
    from clerk.usecases.application import Done

_BETWEEN = re.compile(r"[、,，;；\n]+")
_FEN = 100
_MOST_DIGITS = 12


class FieldKind(StrEnum):
    """How a field is filled in, and what its text must be readable as."""

    LINE = "line"
    NOTE = "note"
    CHOICE = "choice"
    DAY = "day"
    MOMENT = "moment"
    COUNT = "count"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question of a form. ``phrases`` are ready-made answers.

    ``when`` names another field and the values of it this one is asked for; ``is_optional``
    lets a day or a number stay empty.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.LINE
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    phrases: tuple[str, ...] = ()
    problem: str = ""
    when: tuple[str, frozenset[str]] | None = None
    is_optional: bool = False


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

    def asked(self) -> tuple[FormField, ...]:
        """Return the fields that are asked for as the others stand."""
        values = {each.id: each.value for each in self.fields}
        return tuple(x for x in self.fields if x.when is None or values[x.when[0]] in x.when[1])

    def values(self) -> dict[str, str]:
        """Return what stands in the fields without blanks around it; in one not asked, nothing."""
        wanted = {each.id for each in self.asked()}
        return {x.id: x.value.strip() if x.id in wanted else "" for x in self.fields}

    def filled(self, name: str, value: str) -> Form:
        """Return the form with one field changed and no longer complained of."""
        return self._each(lambda x: replace(x, value=value, problem="") if x.id == name else x)

    def complained(self, problems: tuple[Problem, ...]) -> Form:
        """Return the form with what is wrong said at the field it is about."""
        said = {each.place.rpartition(".")[2]: reason(each) for each in reversed(problems)}
        return self._each(lambda x: replace(x, problem=said.get(x.id, "")))

    def unreadable(self, today: date) -> tuple[Problem, ...]:
        """Return a problem for each day, moment, count or amount nobody can read."""
        return tuple(
            Problem(f"form.{each.id}", f"not_a_{each.kind}", {"text": each.value})
            for each in self.asked()
            if (each.value.strip() or not each.is_optional)
            and each.kind in _READ
            and _READ[each.kind](each.value, today) is None
        )

    def _each(self, change: Callable[[FormField], FormField]) -> Form:
        return replace(self, fields=tuple(map(change, self.fields)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a form was filled with, and the chief's line under it where one was needed.

    A form with a day or a number nobody can read is never given.
    """

    values: Mapping[str, str]
    today: date
    signed: ChiefAnswer | None = None

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def day(self, name: str) -> date:
        """Return a day."""
        day = read_day(self.values[name], self.today)
        assert day  # noqa: S101 - see the class
        return day

    def day_or_none(self, name: str) -> date | None:
        """Return a day that may be left out."""
        return read_day(self.values[name], self.today)

    def moment(self, name: str, beside: datetime) -> datetime:
        """Return a day with its hour, in the zone of another moment."""
        moment = _moment(self.values[name], self.today)
        assert moment  # noqa: S101 - see the class
        return moment.replace(tzinfo=beside.tzinfo)

    def count(self, name: str) -> int:
        """Return a whole number."""
        count = _count(self.values[name], self.today)
        assert count is not None  # noqa: S101 - see the class
        return count

    def fen(self, name: str) -> int:
        """Return an amount of money in fen (1/100 yuan)."""
        fen = _fen(self.values[name], self.today)
        assert fen is not None  # noqa: S101 - see the class
        return fen

    def names(self, name: str) -> tuple[str, ...]:
        """Return several names from one field, written with 、 or a comma between them."""
        return tuple(each.strip() for each in _BETWEEN.split(self.values[name]) if each.strip())


@dataclass(frozen=True, slots=True)
class Step:
    """A step with a form: how the form begins, the job that takes the step with it.

    ``fits`` says whether the step has anything to be about in this case, beyond its stage.
    """

    form: Callable[[OpenCase, Room], Form]
    job: Callable[[Given, Case, Room], Done]
    fits: Callable[[Case], bool] = lambda _case: True


def asked(
    place: str,
    kind: FieldKind = FieldKind.LINE,
    *,
    label: str = "",
    value: str = "",
    choices: tuple[tuple[str, str], ...] = (),
    is_optional: bool = False,
) -> FormField:
    """Ask for what the rules call ``place``, such as ``visit.address``, by its name there."""
    return FormField(
        id=place.rpartition(".")[2],
        label=label or place_name(place),
        kind=kind,
        value=value,
        choices=choices,
        is_optional=is_optional,
    )


def form(action: Action, submit: str, *fields: FormField, chief_subject: str = "") -> Form:
    """Make a form called after its action."""
    return Form(
        action=action,
        title=action_name(action),
        submit=submit,
        fields=fields,
        chief_subject=chief_subject,
    )


def _moment(text: str, today: date) -> datetime | None:
    day, *rest = text.split() or [""]
    on = read_day(day, today)
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", narrow("".join(rest)))
    if on is None or found is None:
        return None
    try:
        return datetime.combine(on, time(int(found[1]), int(found[2])))
    except ValueError:
        return None


def _count(text: str, _today: date) -> int | None:
    plain = narrow(text).strip()
    is_count = plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS
    return int(plain) if is_count else None


def _fen(text: str, _today: date) -> int | None:
    found = re.fullmatch(r"([0-9]{1,12})(?:\.([0-9]{1,2}))?", narrow(text).strip().lstrip("¥"))
    if found is None:
        return None
    return int(found[1]) * _FEN + int((found[2] or "0").ljust(2, "0"))


_READ: dict[FieldKind, Callable[[str, date], object]] = {
    FieldKind.DAY: read_day,
    FieldKind.MOMENT: _moment,
    FieldKind.COUNT: _count,
    FieldKind.MONEY: _fen,
}
