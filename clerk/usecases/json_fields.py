"""One JSON object of a published list, read field by field.

Whatever is wrong is written down and reading goes on with a stand-in, so that
all problems of a file are told at once. The stand-ins never leave: a file with
one problem is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from clerk.domain.text import text_problems
from clerk.usecases.strict_json import NoNumber, beneath, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from clerk.usecases.findings import Findings

T = TypeVar("T")

_MOST_SHOWN = 40
_BREAK = re.compile(r"[\n\r\t]")
_NAMES_OF_TYPES: dict[type, str] = {
    bool: "truth",
    int: "whole_number",
    float: "fraction",
    str: "text",
    list: "list",
    dict: "object",
    type(None): "nothing",
}
_ABSENT = object()


@dataclass(slots=True, eq=False)
class Fields:
    """The fields of one object. It remembers which were asked for; the rest are unknown."""

    raw: Mapping[str, object]
    place: str
    findings: Findings
    is_readable: bool = True
    _asked: set[str] = field(default_factory=set)
    _inner: list[Fields] = field(default_factory=list)

    @staticmethod
    def of(value: object, place: str, findings: Findings) -> Fields:
        """Take an object; anything else is a problem, and reads as an empty one."""
        if isinstance(value, dict):
            return Fields(value, place, findings)
        tell_wrong_type(value, "object", place, findings)
        return Fields({}, place, findings, is_readable=False)

    def place_of(self, name: str) -> str:
        """Return where a field stands in the file."""
        return beneath(self.place, name)

    def problem(self, name: str, kind: str, /, **facts: str | int) -> None:
        """Write down what is wrong with a field."""
        self.findings.problem(self.place_of(name), kind, **facts)

    def has(self, name: str) -> bool:
        """Whether the field is there."""
        return name in self.raw

    def text(
        self,
        name: str,
        *,
        longest: int = 200,
        pattern: re.Pattern[str] | None = None,
        one_line: bool = True,
    ) -> str:
        """Return a text that must be there and must not be empty."""
        value = self._take(name, str)
        if value is None:
            return ""
        if not value.strip():
            self.problem(name, "text_empty")
        elif pattern is not None and not pattern.fullmatch(value):
            self.problem(name, "text_not_of_form", text=shown(value), form=pattern.pattern)
        return self._bounded(name, value, longest=longest, one_line=one_line)

    def optional_text(self, name: str, *, longest: int = 200, one_line: bool = True) -> str:
        """Return a text, or an empty one where it is absent or null."""
        if self.raw.get(name) is None:
            self._asked.add(name)
            return ""
        value = self._take(name, str) or ""
        return self._bounded(name, value, longest=longest, one_line=one_line)

    def number(self, name: str, *, least: int, most: int) -> int:
        """Return a whole number of a range."""
        value = self._take(name, int)
        if value is None:
            return least
        if not least <= value <= most:
            self.problem(name, "number_out_of_range", number=value, least=least, most=most)
        return value

    def truth(self, name: str, *, otherwise: bool) -> bool:
        """Return true or false; ``otherwise`` where the field is absent."""
        if not self.has(name):
            self._asked.add(name)
            return otherwise
        value = self._take(name, bool)
        return otherwise if value is None else value

    def choice(self, name: str, allowed: Mapping[str, T]) -> T:
        """Return what one of the allowed words stands for."""
        value = self._take(name, str)
        if value is not None and value not in allowed:
            words = "、".join(allowed)
            self.problem(name, "value_not_allowed", value=shown(value), allowed=words)
        return allowed.get(value or "", next(iter(allowed.values())))

    def value(self, name: str) -> object:
        """Return a field that must be there, whatever it is; None where it is not."""
        value = self._get(name)
        return None if value is _ABSENT else value

    def objects(self, name: str, *, most: int, least: int = 0) -> list[Fields]:
        """Return the objects of a list."""
        found = self._list(name, most=most, least=least)
        inner = [Fields.of(each, place, self.findings) for place, each in found]
        self._inner.extend(inner)
        return inner

    def record(self, name: str) -> Fields:
        """Return an object that must be there."""
        value = self._get(name)
        if value is _ABSENT:
            return Fields({}, self.place_of(name), self.findings, is_readable=False)
        inner = Fields.of(value, self.place_of(name), self.findings)
        self._inner.append(inner)
        return inner

    def optional_record(self, name: str) -> Fields:
        """Return an object; where it is absent or null, one that is not readable and empty."""
        if self.raw.get(name) is None:
            self._asked.add(name)
            return Fields({}, self.place_of(name), self.findings, is_readable=False)
        return self.record(name)

    def optional_number(self, name: str, *, most: int, otherwise: int) -> int:
        """Return a whole number from 0 on; ``otherwise`` where the field is absent."""
        if not self.has(name):
            return otherwise
        return self.number(name, least=0, most=most)

    def texts(self, name: str, *, most: int, longest: int = 200) -> list[str]:
        """Return the texts of a list."""
        return [
            each
            for place, each in self._list(name, most=most, least=0)
            if is_text(each, place, self.findings, longest=longest)
        ]

    def unknown(self, kind: str = "unknown_field") -> dict[str, object]:
        """Return by place the fields nobody asked for, here and further in; remark on each."""
        found: dict[str, object] = {}
        for name, value in self.raw.items():
            if name not in self._asked:
                self.findings.remark(self.place_of(name), kind, name=shown(name))
                found[self.place_of(name)] = value
        for each in self._inner:
            found.update(each.unknown(kind))
        return found

    def _list(self, name: str, *, most: int, least: int) -> Iterator[tuple[str, object]]:
        values = self._take(name, list)
        if values is None:
            return iter(())
        if not least <= len(values) <= most:
            self.problem(name, "list_length", length=len(values), least=least, most=most)
        return numbered(values[:most], self.place_of(name))

    def _get(self, name: str) -> object:
        self._asked.add(name)
        value = self.raw.get(name, _ABSENT)
        if value is _ABSENT and self.is_readable:
            self.problem(name, "field_missing", name=name)
        return value

    def _take(self, name: str, kind: type[T]) -> T | None:
        value = self._get(name)
        if type(value) is kind:
            return value
        if value is not _ABSENT:
            tell_wrong_type(value, _NAMES_OF_TYPES[kind], self.place_of(name), self.findings)
        return None

    def _bounded(self, name: str, value: str, *, longest: int, one_line: bool) -> str:
        if len(value) > longest or (one_line and _BREAK.search(value)):
            place = self.place_of(name)
            for each in text_problems(value, place, longest=longest, one_line=one_line):
                self.findings.problem(each.place, each.kind, **each.facts)
        return value


def is_text(value: object, place: str, findings: Findings, *, longest: int) -> TypeGuard[str]:
    """Whether an entry of a list is a text of bearable length; if not, it is written down."""
    if not isinstance(value, str):
        tell_wrong_type(value, "text", place, findings)
        return False
    if not value.strip():
        findings.problem(place, "text_empty")
    elif len(value) > longest:
        findings.problem(place, "too_long", length=len(value), longest=longest)
    return True


def tell_wrong_type(value: object, expected: str, place: str, findings: Findings) -> None:
    """Write down that something else stands where a certain type is expected."""
    if isinstance(value, NoNumber):
        return  # told when the file was looked through
    found = next(name for kind, name in _NAMES_OF_TYPES.items() if isinstance(value, kind))
    findings.problem(place, "wrong_type", expected=expected, found=found)


def shown(text: str) -> str:
    """Return a text as a message can carry it: short and printable."""
    short = text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
    return short if short.isprintable() else ascii(short)[1:-1]
