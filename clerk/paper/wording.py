"""The words of papers, kept as data: one TOML file a language.

Everything is checked when a file is read: that each key the papers need is there and
no other, and that each ``{field}`` names a fact a paper has. A wrong file is named with
the key and the field, before anything is printed from it.
"""

from __future__ import annotations

import string
import tomllib
from typing import TYPE_CHECKING

from clerk.paper.faults import WordingFault
from clerk.paper.wording_keys import KEYS, LISTS, fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Fact = str | int
_FORMATTER = string.Formatter()


class Wording:
    """The words of one language."""

    def __init__(self, texts: Mapping[str, str], lists: Mapping[str, tuple[str, ...]]):
        self._texts = texts
        self._lists = lists

    def say(self, key: str, facts: Mapping[str, Fact] | None = None) -> str:
        """Return a text with its fields filled in."""
        return self._texts[key].format_map(facts or {})

    def term(self, group: str, code: str) -> str:
        """Return the word for a code, or the code itself where it is a text already."""
        return self._texts.get(f"{group}.{code}", code)

    def list(self, key: str) -> tuple[str, ...]:
        """Return several words, such as the months."""
        return self._lists[key]

    @staticmethod
    def read(path: Path) -> Wording:
        """Read and check a file.

        Raises:
            WordingFault: It is missing, broken, incomplete, or asks for a field no paper has.
        """
        texts: dict[str, str] = {}
        lists: dict[str, tuple[str, ...]] = {}
        for key, value in _flat(_tables(path)):
            if key in LISTS and (words := _words(value, LISTS[key])):
                lists[key] = words
            elif key not in KEYS:
                raise WordingFault(file=path.name, reason="unknown", key=key)
            elif not isinstance(value, str) or not value.strip():
                raise WordingFault(file=path.name, reason="not_text", key=key)
            else:
                texts[key] = value
                _check_template(path.name, key, value)
        if lacking := sorted((KEYS | LISTS.keys()) - texts.keys() - lists.keys()):
            raise WordingFault(file=path.name, reason="missing", key=lacking[0])
        return Wording(texts, lists)


def _tables(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        raise WordingFault(file=path.name, reason="unreadable") from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise WordingFault(file=path.name, reason="not_toml", key=str(fault)) from fault


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", value))
    return found


def _words(value: object, length: int) -> tuple[str, ...]:
    """Return a list of so many words, or nothing."""
    words = (
        tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
    )
    return words if len(words) == length else ()


def _check_template(file: str, key: str, template: str) -> None:
    allowed = fields_of(key)
    try:
        parts = list(_FORMATTER.parse(template))
        for _text, field, spec, conversion in parts:
            if field is None:
                continue
            if field not in allowed or conversion:
                raise WordingFault(file=file, reason="field", key=key, field=field)
            format(allowed[field], spec or "")
    except ValueError as fault:
        raise WordingFault(file=file, reason="template", key=key) from fault
