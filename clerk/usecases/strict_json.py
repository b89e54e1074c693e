"""JSON from outside, read in bounded time and memory, and with nothing ambiguous in it.

Python's reader keeps the last of two equal keys, accepts ``NaN``, lone
surrogates and NUL, and falls over a deep nest of brackets. A published list is
law at the counter: what could be read in two ways is refused, and told where.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from clerk.domain.refusals import InvalidInput, Problem
from clerk.domain.text import text_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.usecases.findings import Findings

MOST_BYTES = 32 * 1024 * 1024
DEEPEST = 32
MOST_VALUES = 1_000_000
LONGEST_TEXT = 10_000
_LONGEST_NUMBER = 15  # digits; up to here any reader keeps them all
_NEAR = 20

_BOM = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_STRING_OR_SIGN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[][{},]', re.DOTALL)
_PLAIN_TEXT = re.compile("[ -~\u2014\u2018-\u201d\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*+")
_INVISIBLE = re.compile(  # direction marks above all: they make a text read otherwise than it is
    "[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_HANZI = re.compile("[\u4e00-\u9fff]")


class DoubledKeys(dict[str, object]):
    """An object that was written with one key twice."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        written = Counter(name for name, _ in pairs)
        self.doubled = [name for name, times in written.items() if times > 1]


@dataclass(frozen=True, slots=True)
class NoNumber:
    """What was written where a number stands, and is none that can be kept."""

    text: str


def read_json(raw: bytes, findings: Findings, *, bare_list: str = "") -> object:
    """Return the file's value; what is wrong inside it goes to ``findings``.

    ``bare_list`` is what places call the list of a file that is nothing else.

    Raises:
        InvalidInput: The file cannot be read at all: empty, too large, too deep,
            cut off, not UTF-8 or not JSON. One problem says which and where.
    """
    if len(raw) > MOST_BYTES:
        _refuse("file_too_large", size=len(raw), largest=MOST_BYTES)
    text = _decode(raw)
    if not text.strip():
        _refuse("file_empty")
    _must_be_bounded(text)
    value = _parse(text)
    _look_through(value, bare_list if isinstance(value, list) else "", findings)
    return value


def _refuse(kind: str, /, **facts: str | int) -> NoReturn:
    raise InvalidInput(problems=(Problem("", kind, facts),))


def _decode(raw: bytes) -> str:
    if raw.startswith(_UTF16_MARKS):
        _refuse("file_is_utf16")
    start = len(_BOM) if raw.startswith(_BOM) else 0
    try:
        return raw[start:].decode()
    except UnicodeDecodeError as error:
        at = start + error.start
        place = {"byte": at + 1, "line": raw.count(b"\n", 0, at) + 1}
        sound = error.object[: error.start].decode()
        if error.reason == "unexpected end of data":
            _refuse_cut_off(sound)
        if _is_gb18030(raw, sound):
            _refuse("file_is_gb18030", **place)
        _refuse("file_not_utf8", **place)


def _is_gb18030(raw: bytes, sound: str) -> bool:
    """Tell a GB18030 file from a damaged UTF-8 one, which has sound Chinese before the damage."""
    if _HANZI.search(sound):
        return False
    try:
        return _HANZI.search(raw.decode("gb18030")) is not None
    except UnicodeDecodeError:
        return False


def _must_be_bounded(text: str) -> None:
    """Count brackets and commas before Python's reader, which recurses, meets them."""
    depth = values = 0
    for match in _STRING_OR_SIGN.finditer(text):
        sign = match[0]
        if sign in "]}":
            depth -= 1
        elif sign in "[{,":
            values += 1
            depth += sign != ","
        if depth > DEEPEST:
            line, column = _position(text, match.start())
            _refuse("too_deep", line=line, column=column, deepest=DEEPEST)
        if values > MOST_VALUES:
            _refuse("too_many_values", most=MOST_VALUES)


def _parse(text: str) -> object:
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=NoNumber,
        )
    except json.JSONDecodeError as error:
        if _is_cut_off(text, error):
            _refuse_cut_off(text)
        near = "".join(each for each in text[error.pos :][:_NEAR] if each.isprintable())
        _refuse("json_broken", line=error.lineno, column=error.colno, near=near)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, object]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else DoubledKeys(pairs)


def _whole(digits: str) -> int | NoNumber:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else NoNumber(digits)


def _fraction(digits: str) -> float | NoNumber:
    number = float(digits) if len(digits) <= 2 * _LONGEST_NUMBER else math.inf
    return number if math.isfinite(number) else NoNumber(digits)


def _is_cut_off(text: str, error: json.JSONDecodeError) -> bool:
    rest = text[error.pos :].strip()
    if error.msg == "Extra data":
        return False
    if error.msg.startswith("Unterminated string"):
        return True
    if error.msg.startswith("Invalid \\"):
        return '"' not in rest
    return any(word.startswith(rest) for word in _WORDS)  # each of them begins with nothing


_WORDS = ("true", "false", "null", "NaN", "Infinity", "-Infinity")


def _refuse_cut_off(text: str) -> NoReturn:
    line, column = _position(text, len(text))
    _refuse("json_cut_off", line=line, column=column)


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _look_through(value: object, place: str, findings: Findings) -> None:
    """Write down, with its place, what stands nowhere in a sound file."""
    if isinstance(value, str):
        _look_at_text(value, place, findings)
    elif isinstance(value, NoNumber):
        findings.problem(place, "not_a_number", text=value.text[:_NEAR])
    elif isinstance(value, dict):
        for name in value.doubled if isinstance(value, DoubledKeys) else ():
            findings.problem(beneath(place, name), "key_twice", name=name)
        for name, each in value.items():
            _look_at_text(name, place, findings)
            _look_through(each, beneath(place, name), findings)
    elif isinstance(value, list):
        for each_place, each in numbered(value, place):
            _look_through(each, each_place, findings)


def _look_at_text(text: str, place: str, findings: Findings) -> None:
    if len(text) <= LONGEST_TEXT and _PLAIN_TEXT.fullmatch(text):
        return
    for each in text_problems(text, place, longest=LONGEST_TEXT):
        findings.problem(each.place, each.kind, **each.facts)
    if mark := _INVISIBLE.search(text[:LONGEST_TEXT]):
        code = f"U+{ord(mark[0]):04X}"
        findings.problem(place, "invisible_character", position=mark.start() + 1, code=code)


def beneath(place: str, name: str) -> str:
    """Return the place of a field, shown so that no name can garble it."""
    shown = name if name.isprintable() and len(name) <= 2 * _NEAR else ascii(name[: 2 * _NEAR])
    return f"{place}.{shown}" if place else shown


def numbered(values: list[object], place: str) -> Iterator[tuple[str, object]]:
    """Give each entry of a list with its place, ``place[0]`` first."""
    return ((f"{place}[{n}]", each) for n, each in enumerate(values))
