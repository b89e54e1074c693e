"""What a person types, made safe to keep and to print.

Codes (numbers, phones) are folded to plain half-width characters. Names keep
every character of GB 18030, the rarest too; only what no paper can show is
refused, and what nobody can see is dropped. Names are never normalised to NFC:
that would replace some people's characters by others.
"""

from __future__ import annotations

import unicodedata

from clerk.domain.refusals import Problem

NAME_LONGEST = 100  # GB/T 39046-2020 table 5: applicant's name an..100
TEXT_LONGEST = 1_000  # GB/T 39046-2020 table 7: opinion an..1000
MIDDLE_DOT = "\u00b7"  # 民委发〔2016〕33号: the separator in names is U+00B7
_DOTS = dict.fromkeys(map(ord, "\u2022\u2027\u30fb\uff65\u2219\u22c5\u2e31"), MIDDLE_DOT)
_WIDE = {0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: 0x20}
_WIDE_LETTERS = {wide: thin for wide, thin in _WIDE.items() if chr(thin).isalnum()}
_IDEOGRAPHIC_PLANES = range(0x20000, 0x34000)  # newer than this Python's tables, yet real names
_BREAKS = "\n\r\t"
_PICTURES_FROM = 0x1F000  # emoji and other pictographs; no paper font holds them


def narrow(text: str) -> str:
    """Fold full-width forms to ASCII and drop all white space; for codes and numbers."""
    return "".join(text.translate(_WIDE).split())


def tidy(text: str) -> str:
    """Fold what means the same and drop what cannot be seen; for names and opinions."""
    seen = (each for each in text if unicodedata.category(each) != "Cf")
    return "".join(seen).translate(_WIDE_LETTERS).strip()


def tidy_name(text: str) -> str:
    """Tidy a person's or body's name: one line, single spaces, the one right middle dot."""
    return " ".join(tidy(text).translate(_DOTS).split(" ")).strip()


def text_problems(
    text: str, place: str, *, longest: int = TEXT_LONGEST, one_line: bool = False
) -> tuple[Problem, ...]:
    """Return what is wrong with a tidied text: too long, or characters no paper can show."""
    found: list[Problem] = []
    if len(text) > longest:
        found.append(Problem(place, "too_long", {"length": len(text), "longest": longest}))
    for position, each in enumerate(text[: longest + 1], start=1):
        if kind := _trouble(each, one_line=one_line):
            code = f"U+{ord(each):04X}"
            found.append(Problem(place, kind, {"position": position, "code": code}))
            break
    return tuple(found)


def _trouble(character: str, *, one_line: bool) -> str:
    if ord(character) in _IDEOGRAPHIC_PLANES:
        return ""
    category = unicodedata.category(character)
    if category == "Cs":
        return "broken_character"
    if category == "Cc":
        return "" if character in _BREAKS and not one_line else "control_character"
    if category in {"Co", "Cn"} or (category in {"So", "Sk"} and ord(character) >= _PICTURES_FROM):
        return "unprintable_character"
    return ""
