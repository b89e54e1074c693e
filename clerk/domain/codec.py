"""Frozen values to plain JSON values and back, by their declared types.

Knows text, whole numbers, truth, days, instants, enumerations, tuples,
mappings and frozen dataclasses: what the journal holds. Floats are refused:
they have no one way to be written.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NoReturn, TypeVar

from clerk.domain.refusals import Refusal

T = TypeVar("T")
Plain = Any
"""What ``json`` reads and writes: dict, list, str, int, bool, None."""


@dataclasses.dataclass(eq=False, kw_only=True)
class Malformed(Refusal):
    """A stored or received value does not have the shape its type declares."""

    place: str
    reason: str


_CANONICAL = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def canonical(value: Plain) -> bytes:
    """Write JSON in the one way that is hashed and signed: sorted keys, no spaces, UTF-8.

    Raises:
        Malformed: The value holds a float, a lone surrogate or a foreign type.
    """
    try:
        return _CANONICAL.encode(value).encode()
    except (TypeError, ValueError) as error:
        raise Malformed(place="", reason=str(error)) from error


def to_plain(value: Any) -> Plain:
    """Turn a frozen value into plain JSON values.

    Raises:
        Malformed: It holds something that has no canonical form.
    """
    kind: Any = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


def from_plain(kind: type[T], plain: Plain, place: str = "") -> T:
    """Read a value of a declared type.

    Where a value stands is put together only once it is found to be wrong: places would cost
    more than values.

    Raises:
        Malformed: Shape, type or value differ; ``place`` says where.
    """
    read: Callable[[Plain], T] = _reader(kind)  # type: ignore[arg-type]  # a type hashes
    try:
        return read(plain)
    except Malformed as error:
        error.place = f"{place}{error.place}"
        raise


_PLAIN = frozenset({str, int, bool, type(None)})


@cache
def _writer(kind: Any) -> Callable[[Any], Plain]:  # noqa: PLR0911 - any type; one return a shape
    if issubclass(kind, str):
        return str
    if issubclass(kind, int):
        return int
    if issubclass(kind, datetime | date):
        return kind.isoformat  # type: ignore[no-any-return]  # of whichever of the two
    if issubclass(kind, tuple):
        return lambda value: [to_plain(each) for each in value]
    if issubclass(kind, frozenset):
        return lambda value: sorted(to_plain(each) for each in value)
    if issubclass(kind, Mapping):
        return lambda value: {str(key): to_plain(each) for key, each in value.items()}
    if dataclasses.is_dataclass(kind):
        return _record_writer(kind)
    raise Malformed(place=kind.__name__, reason="no canonical form")


def _record_writer(kind: Any) -> Callable[[Any], Plain]:
    names = tuple(each.name for each in dataclasses.fields(kind))

    def write(value: Any) -> Plain:
        plain = {}
        for name in names:
            content = getattr(value, name)
            plain[name] = content if type(content) in _PLAIN else to_plain(content)
        return plain

    return write


@cache
def _reader(kind: Any) -> Callable[[Plain], Any]:  # noqa: PLR0911 - any declared type; one return a shape
    kind = _bare(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return _optional(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return _sequence(arguments[0], tuple)
    if origin is frozenset:
        return _sequence(arguments[0], frozenset)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(arguments[0], arguments[1])
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    if issubclass(kind, StrEnum):
        return _parsed(kind)
    if issubclass(kind, datetime | date):
        return _parsed(kind.fromisoformat)
    return _exactly(kind)


def _bare(kind: Any) -> Any:
    while hasattr(kind, "__supertype__"):
        kind = kind.__supertype__
    return kind


def _exactly(kind: type) -> Callable[[Plain], Any]:
    def read(plain: Plain) -> Any:
        if type(plain) is not kind:
            raise Malformed(place="", reason=f"expected {kind.__name__}")
        return plain

    return read


def _parsed(parse: Callable[[str], Any]) -> Callable[[Plain], Any]:
    def read(plain: Plain) -> Any:
        try:
            return parse(plain)
        except (ValueError, TypeError) as error:
            raise Malformed(place="", reason=str(error)) from error

    return read


def _optional(kind: Any) -> Callable[[Plain], Any]:
    inner = _reader(kind)
    return lambda plain: None if plain is None else inner(plain)


def _sequence(kind: Any, make: Callable[[list[Any]], Any]) -> Callable[[Plain], Any]:
    inner = _reader(kind)

    def read(plain: Plain) -> Any:
        if type(plain) is not list:
            raise Malformed(place="", reason="expected a list")
        values: list[Any] = []
        try:
            for each in plain:
                values.append(inner(each))  # noqa: PERF401 - its length says which one was wrong
        except Malformed as error:
            error.place = f"[{len(values)}]{error.place}"
            raise
        return make(values)

    return read


def _mapping(key: Any, kind: Any) -> Callable[[Plain], Any]:
    read_key, inner = _reader(key), _reader(kind)

    def read(plain: Plain) -> Any:
        if type(plain) is not dict:
            raise Malformed(place="", reason="expected an object")
        values, name = {}, ""
        try:
            for name, each in plain.items():
                values[read_key(name)] = inner(each)
        except Malformed as error:
            error.place = f".{name}{error.place}"
            raise
        return values

    return read


def _record(kind: Any) -> Callable[[Plain], Any]:
    hints = typing.get_type_hints(kind)
    fields = [
        (each.name, _bare(hints[each.name]), _reader(hints[each.name]), _is_optional(each))
        for each in dataclasses.fields(kind)
    ]

    def read(plain: Plain) -> Any:
        if type(plain) is not dict:
            raise Malformed(place="", reason="expected an object")
        values, name = {}, ""
        try:
            for name, exactly, inner, may_be_absent in fields:
                content = plain.get(name, _ABSENT)
                if type(content) is exactly:  # nearly all are texts and numbers
                    values[name] = content
                elif content is not _ABSENT:
                    values[name] = inner(content)
                elif not may_be_absent:
                    _missing()
        except Malformed as error:
            error.place = f".{name}{error.place}"
            raise
        return kind(**values)

    return read


_ABSENT = object()


def _missing() -> NoReturn:
    raise Malformed(place="", reason="missing")


def _is_optional(field: dataclasses.Field[Any]) -> bool:
    return (
        field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    )
