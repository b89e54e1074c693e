"""A small TrueType font holding only the characters one paper uses.

Glyph *n* of the subset is the *n*-th character first used, and glyph 0 the empty box, so
that the same paper gives the same bytes in any process.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clerk.paper.font_file import FontFile

_COMPOSITE = -1
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x1, 0x8, 0x20, 0x40, 0x80


def subset(font: FontFile, glyphs: Sequence[int]) -> bytes:
    """Return a font file whose glyphs 1, 2, 3 … are those given, in that order."""
    chosen = [0, *glyphs]
    outlines = [font.outline(each) for each in chosen]
    _bring_components(font, chosen, outlines)
    places, glyf = _lay_out(outlines)
    heads = {tag: bytearray(font.table(tag)) for tag in ("head", "hhea", "maxp")}
    struct.pack_into(">h", heads["head"], 50, 1)  # long places
    struct.pack_into(">L", heads["head"], 8, 0)  # the whole file's sum, which no PDF reader asks
    struct.pack_into(">H", heads["hhea"], 34, len(chosen))
    struct.pack_into(">H", heads["maxp"], 4, len(chosen))
    return _file(
        {tag: bytes(each) for tag, each in heads.items()}
        | {
            "hmtx": b"".join(map(font.metric, chosen)),
            "loca": places,
            "glyf": glyf,
        }
    )


def _bring_components(font: FontFile, chosen: list[int], outlines: list[bytes]) -> None:
    """Append the glyphs that composite glyphs are made of, and renumber their uses."""
    number = {glyph: position for position, glyph in reversed(list(enumerate(chosen)))}
    at = 0
    while at < len(outlines):
        outline = outlines[at]
        if outline and struct.unpack_from(">h", outline)[0] == _COMPOSITE:
            renumbered = bytearray(outline)
            for place in _component_places(outline):
                (glyph,) = struct.unpack_from(">H", outline, place)
                if glyph not in number:
                    number[glyph] = len(chosen)
                    chosen.append(glyph)
                    outlines.append(font.outline(glyph))
                struct.pack_into(">H", renumbered, place, number[glyph])
            outlines[at] = bytes(renumbered)
        at += 1


def _component_places(outline: bytes) -> Iterable[int]:
    at, flags = 10, _MORE
    while flags & _MORE:
        (flags,) = struct.unpack_from(">H", outline, at)
        yield at + 2
        at += 8 if flags & _WORDS else 6
        if flags & _SCALE:
            at += 2
        elif flags & _XY_SCALE:
            at += 4
        elif flags & _TWO_BY_TWO:
            at += 8


def _lay_out(outlines: list[bytes]) -> tuple[bytes, bytes]:
    places, at, pieces = [0], 0, []
    for outline in outlines:
        padded = outline + b"\0" * (-len(outline) % 4)
        pieces.append(padded)
        at += len(padded)
        places.append(at)
    return struct.pack(f">{len(places)}L", *places), b"".join(pieces)


def _file(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    directory = [struct.pack(">LHHHH", 0x00010000, count, search, power, count * 16 - search)]
    body, at = [], 12 + 16 * count
    for tag in sorted(tables):
        table = tables[tag]
        padded = table + b"\0" * (-len(table) % 4)
        directory.append(struct.pack(">4sLLL", tag.encode(), _sum(padded), at, len(table)))
        body.append(padded)
        at += len(padded)
    return b"".join(directory + body)


def _sum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
