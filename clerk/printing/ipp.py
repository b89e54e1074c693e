"""IPP messages as bytes (RFC 8010): what is asked of a print service, and what it answers.

Only what the desk says and hears has a type of its own; any other value comes back as its bytes,
so that an answer is never refused for holding more than was asked for.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

_VERSION = b"\x02\x00"
_END = 0x03
_FIRST_VALUE_TAG = 0x10
_BEGIN_COLLECTION, _END_COLLECTION = 0x34, 0x37
_TRUTH_SIZE, _NUMBER_SIZE = 1, 4


class Operation(IntEnum):
    """What can be asked (RFC 8011 5.4.15; the last two are CUPS's own)."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_DEFAULT = 0x4001
    CUPS_GET_PRINTERS = 0x4002


class Status(IntEnum):
    """The answers the desk tells apart (RFC 8011 B.1); all from ``FAILED`` on are a no."""

    FAILED = 0x0400
    FORBIDDEN = 0x0401
    NOT_AUTHENTICATED = 0x0402
    NOT_AUTHORISED = 0x0403
    NOT_POSSIBLE = 0x0404
    NOT_FOUND = 0x0406
    FORMAT_UNKNOWN = 0x040A
    NOT_ACCEPTING = 0x0506


class Group(IntEnum):
    """Groups of attributes."""

    OPERATION = 0x01
    JOB = 0x02
    PRINTER = 0x04


class Tag(IntEnum):
    """Kinds of values."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MEDIA_TYPE = 0x49


_NUMBERS = frozenset({Tag.INTEGER, Tag.ENUM})
_WORDS = frozenset(
    {Tag.TEXT, Tag.NAME, Tag.KEYWORD, Tag.URI, Tag.CHARSET, Tag.LANGUAGE, Tag.MEDIA_TYPE}
)

Value = int | bool | str | bytes
Attributes = dict[str, tuple[Value, ...]]


class NotIpp(Exception):
    """The bytes are no IPP message, or end in the middle of one."""


class Attribute(NamedTuple):
    """A name with one value or several of one kind."""

    tag: Tag
    name: str
    values: tuple[Value, ...]


def text_of(attributes: Attributes, name: str) -> str:
    """Return an attribute's first value as text, empty when it has none."""
    return next(map(str, attributes.get(name, ())), "")


def number_of(attributes: Attributes, name: str) -> int:
    """Return an attribute's first value as a number, 0 when it has none."""
    found = next(iter(attributes.get(name, ())), 0)
    return found if isinstance(found, int) else 0


def requested(*names: str) -> Attribute:
    """Ask for these attributes alone: all of a printer are many."""
    return Attribute(Tag.KEYWORD, "requested-attributes", names)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a print service said: its status, and its groups in their order."""

    status: int
    groups: tuple[tuple[int, Attributes], ...]

    @property
    def is_no(self) -> bool:
        """Whether it refused."""
        return self.status >= Status.FAILED

    def of(self, group: Group) -> tuple[Attributes, ...]:
        """Return every group of a kind: one for each printer or job."""
        return tuple(each for kind, each in self.groups if kind == group)


def ask(operation: int, groups: dict[Group, tuple[Attribute, ...]], number: int = 1) -> bytes:
    """Write a request; a document follows it as it is."""
    parts = [_VERSION, struct.pack(">hi", operation, number)]
    for group, attributes in groups.items():
        parts.append(bytes([group]))
        for attribute in attributes:
            parts += _written(attribute)
    parts.append(bytes([_END]))
    return b"".join(parts)


def _written(attribute: Attribute) -> list[bytes]:
    names = [attribute.name.encode(), *[b""] * (len(attribute.values) - 1)]
    return [
        bytes([attribute.tag]) + _counted(name) + _counted(_bytes_of(attribute.tag, value))
        for name, value in zip(names, attribute.values, strict=True)
    ]


def _bytes_of(tag: Tag, value: Value) -> bytes:
    if tag is Tag.BOOLEAN:
        return bytes([bool(value)])
    if tag in _NUMBERS:
        return struct.pack(">i", value)
    return value if isinstance(value, bytes) else str(value).encode()


def _counted(raw: bytes) -> bytes:
    return struct.pack(">H", len(raw)) + raw


def read_answer(raw: bytes) -> Answer:
    """Read a response.

    Raises:
        NotIpp: It is none.
    """
    try:
        return _Reader(raw).answer()
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise NotIpp(str(error)) from error


class _Reader:
    """Goes through a response once, front to back."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 0

    def answer(self) -> Answer:
        status = self._number(">xxH")
        self._number(">i")
        groups: list[tuple[int, Attributes]] = []
        name = ""
        while (tag := self._raw[self._take(1)]) != _END:
            if tag < _FIRST_VALUE_TAG:
                groups.append((tag, {}))
                continue
            name = self._counted().decode() or name
            value = self._value(tag)
            if not groups:
                raise NotIpp("a value before its group")
            attributes = groups[-1][1]
            attributes[name] = (*attributes.get(name, ()), value)
        return Answer(status, tuple(groups))

    def _value(self, tag: int) -> Value:
        raw = self._counted()
        if tag == _BEGIN_COLLECTION:
            self._skip_collection()
        if tag == Tag.BOOLEAN and len(raw) == _TRUTH_SIZE:
            return bool(raw[0])
        if tag in _NUMBERS and len(raw) == _NUMBER_SIZE:
            return int(struct.unpack(">i", raw)[0])
        return raw.decode("utf-8", "replace") if tag in _WORDS else raw

    def _skip_collection(self) -> None:
        """Pass over a collection with all that lies in it: nothing the desk asks for is one."""
        depth = 1
        while depth:
            tag = self._raw[self._take(1)]
            self._counted()
            self._counted()
            depth += (tag == _BEGIN_COLLECTION) - (tag == _END_COLLECTION)

    def _counted(self) -> bytes:
        size = self._number(">H")
        start = self._take(size)
        return self._raw[start : start + size]

    def _number(self, form: str) -> int:
        start = self._take(struct.calcsize(form))
        return int(struct.unpack_from(form, self._raw, start)[0])

    def _take(self, size: int) -> int:
        """Step over ``size`` bytes and return where they begin."""
        start, self._at = self._at, self._at + size
        if self._at > len(self._raw):
            raise NotIpp("it ends too early")
        return start
