"""Texts as the search sees them: characters, pairs of characters, and pinyin initials.

Whatever a clerk types stands in the index as one word of its own: a character,
any two neighbours of a name, the beginning of its initials. So one list is
read, from its newest end, however many cases there are. A trigram index finds
nothing at all for patterns that short.
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


_LONGEST_BEGINNING = 6  # longer ones are few enough to be gathered when they are asked for


def words_of(name: str) -> str:
    """Return all words a name is found by."""
    pieces = _pieces(name)
    runs = [each for each in (initials(name), *filter(str.isascii, pieces)) if each]
    beginnings = [each[:n] for each in runs for n in range(1, _LONGEST_BEGINNING + 1)]
    return " ".join([*pieces, *_pairs(pieces), *dict.fromkeys([*beginnings, *runs])])


def wanted_words(text: str) -> str:
    """Return the query for names that hold a text, in the language of the index; "" for none."""
    pieces = _pieces(text)
    if not any(map(str.isascii, pieces)):
        return f'"{" ".join(_pairs(pieces) or pieces)}"' if pieces else ""
    is_beginning = len(pieces) > 1 or len(pieces[0]) > _LONGEST_BEGINNING
    open_end = "*" if pieces[-1].isascii() and is_beginning else ""
    return f'"{" ".join(pieces)}"{open_end}'


def _pairs(pieces: list[str]) -> list[str]:
    """Return the neighbours among ideographs, in their order: two in a row hold three of them."""
    return [a + b for a, b in pairwise(pieces) if not (a.isascii() or b.isascii())]


def _pieces(text: str) -> list[str]:
    """Return each ideograph as a piece of its own; Latin runs stay whole."""
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
    return [*pieces, run] if run else pieces


@lru_cache(maxsize=256)  # a name is asked for by the words and by the applicants
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
