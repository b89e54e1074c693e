"""The faces papers are set in, each a chain of fonts asked in turn for every character.

Between them the fonts hold GB 18030-2022 level 3, extension I, and most of G and H. A
font is opened when the first character needs it. What none of them holds is shown as the
geta mark 〓, the printer's sign for a missing sort, never dropped in silence.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from clerk.paper.font_file import FontFile

if TYPE_CHECKING:
    from pathlib import Path

MISSING_SORT = "〓"
POINTS_PER_MM = 72 / 25.4
_BLANKS = dict.fromkeys("\t\u00a0\u2002\u2003\u2009\u202f", " ")


class Face(StrEnum):
    """What a piece of text is set in."""

    TEXT = "text"  # 宋体: what is said
    BOLD = "bold"  # 黑体: headings and what must not be overlooked
    TITLE = "title"  # 标宋: the name of the paper, 宋体 with a heavier stroke


CHAINS: dict[Face, tuple[str, ...]] = {
    Face.TEXT: ("ClerkSerif-TGH", "ClerkSans-L2", "ClerkRareB-L3", "ClerkRareC-GHI"),
    Face.TITLE: ("ClerkSerif-TGH", "ClerkSans-L2", "ClerkRareB-L3", "ClerkRareC-GHI"),
    Face.BOLD: ("ClerkSansBold-TGH", "ClerkSans-L2", "ClerkRareB-L3", "ClerkRareC-GHI"),
}


HEAVIER: dict[Face, tuple[str, ...]] = {
    Face.TEXT: (),
    Face.TITLE: CHAINS[Face.TITLE],
    Face.BOLD: CHAINS[Face.BOLD][1:],
}
"""Fonts whose regular outlines are stroked as well, because nobody drew their bold."""


class Glyph(NamedTuple):
    """Where a character is drawn from; ``width`` in thousandths of the size."""

    font: str
    number: int
    width: float


class Typefaces:
    """The faces over a folder of fonts. Safe to use from several threads: it only ever grows."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._fonts: dict[str, FontFile] = {}
        self._glyphs: dict[Face, dict[str, Glyph]] = {face: {} for face in Face}
        self._legible: dict[str, str] = {"\n": "\n"}

    def font(self, name: str) -> FontFile:
        """Return an opened font.

        Raises:
            FontFault: It is missing or damaged.
        """
        found = self._fonts.get(name)
        if found is None:
            found = self._fonts[name] = FontFile(self._folder / f"{name}.ttf")
        return found

    def glyph(self, face: Face, character: str) -> Glyph:
        """Return the glyph of a legible character."""
        found = self._glyphs[face].get(character)
        if found is None:
            sought = self._sought(face, character) or self._sought(face, MISSING_SORT)
            found = self._glyphs[face][character] = sought or Glyph(CHAINS[face][0], 0, 1000)
        return found

    def widths(self, face: Face, text: str) -> list[float]:
        """Return the width of each character, in thousandths of the size."""
        known, glyph = self._glyphs[face], self.glyph
        return [(known.get(each) or glyph(face, each)).width for each in text]

    def measure(self, face: Face, size: float, text: str) -> float:
        """Return how wide a text runs, in millimetres; ``size`` in points."""
        return sum(self.widths(face, text)) * size / (1000 * POINTS_PER_MM)

    def legible(self, text: str) -> str:
        """Return the text as it can be printed: line feeds kept, the invisible dropped."""
        known = self._legible
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return "".join([known[each] if each in known else self._shown(each) for each in text])

    def _sought(self, face: Face, character: str) -> Glyph | None:
        for name in CHAINS[face]:
            font = self.font(name)
            if number := font.glyph(character):
                return Glyph(name, number, font.advance(number))
        return None

    def _shown(self, character: str) -> str:
        shown = self._legible[character] = self._as_shown(character)
        return shown

    def _as_shown(self, character: str) -> str:
        if character in _BLANKS:
            return " "
        if unicodedata.category(character) == "Cf" or _selects_a_variant(character):
            return ""
        if self._sought(Face.TEXT, character):
            return character
        parts = unicodedata.decomposition(character).split()  # ㎡ is m², when no font has it
        spelt = "".join(chr(int(part, 16)) for part in parts if not part.startswith("<"))
        if spelt and all(self._sought(Face.TEXT, each) for each in spelt):
            return spelt
        return MISSING_SORT


def _selects_a_variant(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
