"""Texts as the search sees them: one character a word, and pinyin initials.

One-character tokens find any two characters of a name, where a trigram index
finds nothing at all for patterns that short.
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def spaced(text: str) -> str:
    """Return a text with each ideograph a word of its own; Latin runs stay whole."""
    pieces: list[str] = []
    run = ""
    for each in text.lower():
        if each.isascii() and each.isalnum():
            run += each
            continue
        if run:
            pieces.append(run)
            run = ""
        if unicodedata.category(each)[0] in "LNC" and not each.isascii():
            pieces.append(each)
    return " ".join([*pieces, run] if run else pieces)


def initials(text: str) -> str:
    """Return the pinyin initials of a text, lower case; Latin letters and digits as they are."""
    letters = _pinyin_of()
    found = []
    for each in text.lower():
        if each.isascii():
            found.append(each if each.isalnum() else "")
        else:
            found.append(letters(each))
    return "".join(found)


@cache
def _pinyin_of() -> Callable[[str], str]:
    """Load the table on first use; without the phrase dictionary it is small and quick."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin  # noqa: PLC0415 - 30 MB that the first frame need not wait for

    @cache
    def first_letter(character: str) -> str:
        said = pinyin(character, style=Style.FIRST_LETTER, errors="ignore")
        return str(said[0][0]) if said else ""

    return first_letter
