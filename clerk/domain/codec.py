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
from typing import Any, TypeVar

from clerk.domain.refusals import Refusal

T = TypeVar("T")
Plain = Any
"""What ``json`` reads and writes: dict, list, str, int, bool, None."""


@dataclasses.dataclass(eq=False, kw_only=True)
class Malformed(Refusal):
    """A stored or received value does not have the shape its type declares."""

    place: str
    reason: str


def canonical(value: Plain) -> bytes:
    """Write JSON in the one way that is hashed and signed: sorted keys, no spaces, UTF-8.

    Raises:
        Malformed: The value holds a float, a lone surrogate or a foreign type.
    """
    try:
        text = json.dumps(
            value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )
        return text.encode()
    except (TypeError, ValueError) as error:
        raise Malformed(place="", reason=str(error)) from error


def to_plain(value: Any) -> Plain:  # noqa: PLR0911 - one return a shape
    """Turn a frozen value into plain JSON values.

    Raises:
        Malformed: It holds something that has no canonical form.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(to_plain(each) for each in value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if dataclasses.is_dataclass(value):
        return {name: to_plain(getattr(value, name)) for name in _names(value.__class__)}
    raise Malformed(place=type(value).__name__, reason="no canonical form")


def from_plain(kind: type[T], plain: Plain, place: str = "") -> T:
    """Read a value of a declared type.

    Raises:
        Malformed: Shape, type or value differ; ``place`` says where.
    """
    read: Callable[[Plain, str], T] = _reader(kind)  # type: ignore[arg-type]  # a type hashes
    return read(plain, place)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in dataclasses.fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Plain, str], Any]:  # noqa: PLR0911 - any declared type; one return a shape
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


def _exactly(kind: type) -> Callable[[Plain, str], Any]:
    def read(plain: Plain, place: str) -> Any:
        if type(plain) is not kind:
            raise Malformed(place=place, reason=f"expected {kind.__name__}")
        return plain

    return read


def _parsed(parse: Callable[[str], Any]) -> Callable[[Plain, str], Any]:
    def read(plain: Plain, place: str) -> Any:
        try:
            return parse(plain)
        except (ValueError, TypeError) as error:
            raise Malformed(place=place, reason=str(error)) from error

    return read


def _optional(kind: Any) -> Callable[[Plain, str], Any]:
    inner = _reader(kind)
    return lambda plain, place: None if plain is None else inner(plain, place)


def _sequence(kind: Any, make: Callable[[list[Any]], Any]) -> Callable[[Plain, str], Any]:
    inner = _reader(kind)

    def read(plain: Plain, place: str) -> Any:
        if type(plain) is not list:
            raise Malformed(place=place, reason="expected a list")
        return make([inner(each, f"{place}[{n}]") for n, each in enumerate(plain)])

    return read


def _mapping(key: Any, kind: Any) -> Callable[[Plain, str], Any]:
    read_key, inner = _reader(key), _reader(kind)

    def read(plain: Plain, place: str) -> Any:
        if type(plain) is not dict:
            raise Malformed(place=place, reason="expected an object")
        return {
            read_key(name, place): inner(each, f"{place}.{name}") for name, each in plain.items()
        }

    return read


def _record(kind: Any) -> Callable[[Plain, str], Any]:
    hints = typing.get_type_hints(kind)
    fields = [
        (each.name, _reader(hints[each.name]), _is_optional(each))
        for each in dataclasses.fields(kind)
    ]

    def read(plain: Plain, place: str) -> Any:
        if type(plain) is not dict:
            raise Malformed(place=place, reason="expected an object")
        values = {}
        for name, inner, may_be_absent in fields:
            if name in plain:
                values[name] = inner(plain[name], f"{place}.{name}")
            elif not may_be_absent:
                raise Malformed(place=f"{place}.{name}", reason="missing")
        return kind(**values)

    return read


def _is_optional(field: dataclasses.Field[Any]) -> bool:
    return (
        field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
    )
