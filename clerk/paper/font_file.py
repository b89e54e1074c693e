"""One TrueType font on disk, opened without reading what is not asked for.

A rare character must not cost every paper the thirty megabytes of the font that
holds it: the file is mapped into memory, and only the groups of its character map are
read when it is opened.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.paper.faults import FontFault

if TYPE_CHECKING:
    from pathlib import Path

_THOUSAND = 1000  # PDF counts glyph space in thousandths of the size
_GROUPED_CMAP = 12
_UNICODE_FULL = {(0, 4), (0, 6), (3, 10)}


@dataclass(frozen=True, slots=True)
class Metrics:
    """What a font descriptor tells, in thousandths of the size."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


class FontFile:
    """A TrueType font with outlines (``glyf``) and a full Unicode map (``cmap`` format 12)."""

    def __init__(self, path: Path):
        self.path = path
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = self._directory()
            self._read_heads()
            self._starts, self._ends, self._first = self._groups()
        except OSError as fault:
            raise FontFault(file=path.name, reason=fault.strerror or str(fault)) from fault
        except (struct.error, KeyError, ValueError) as fault:
            raise FontFault(file=path.name, reason=f"damaged: {fault}") from fault

    def glyph(self, character: str) -> int:
        """Return the glyph of a character, 0 if the font has none."""
        code = ord(character)
        group = bisect_right(self._starts, code) - 1
        if group < 0 or code > self._ends[group]:
            return 0
        return self._first[group] + code - self._starts[group]

    def advance(self, glyph: int) -> float:
        """Return how far a glyph moves the pen, in thousandths of the size."""
        at = min(glyph, self._long_metrics - 1) * 4
        (width,) = struct.unpack_from(">H", self._data, self._table("hmtx") + at)
        return float(width * _THOUSAND / self.units_per_em)

    def outline(self, glyph: int) -> bytes:
        """Return a glyph's outline as the ``glyf`` table holds it; empty for a blank."""
        start, end = self._place(glyph)
        at = self._table("glyf")
        return self._data[at + start : at + end]

    def table(self, tag: str) -> bytes:
        """Return a whole table."""
        at, length = self._tables[tag]
        return self._data[at : at + length]

    def metric(self, glyph: int) -> bytes:
        """Return a glyph's advance and left bearing as ``hmtx`` holds them."""
        at = self._table("hmtx")
        if glyph < self._long_metrics:
            return self._data[at + glyph * 4 : at + glyph * 4 + 4]
        advance = self._data[at + self._long_metrics * 4 - 4 : at + self._long_metrics * 4 - 2]
        bearing = at + self._long_metrics * 4 + (glyph - self._long_metrics) * 2
        return advance + self._data[bearing : bearing + 2]

    @property
    def metrics(self) -> Metrics:
        """What the font descriptor of a document needs."""
        scale = _THOUSAND / self.units_per_em
        ascent, descent = struct.unpack_from(">hh", self._data, self._table("hhea") + 4)
        corners = struct.unpack_from(">hhhh", self._data, self._table("head") + 36)
        left, bottom, right, top = (round(each * scale) for each in corners)
        cap_height = round(self._cap_height(ascent) * scale)
        box = (left, bottom, right, top)
        return Metrics(round(ascent * scale), round(descent * scale), cap_height, box)

    def _cap_height(self, otherwise: int) -> int:
        at, length = self._tables["OS/2"]
        (version,) = struct.unpack_from(">H", self._data, at)
        known = version > 1 and length > 90  # noqa: PLR2004  # sCapHeight came with version 2
        return int(struct.unpack_from(">h", self._data, at + 88)[0]) if known else otherwise

    def _table(self, tag: str) -> int:
        return self._tables[tag][0]

    def _directory(self) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from(">H", self._data, 4)
        entries = struct.iter_unpack(">4sLLL", self._data[12 : 12 + 16 * count])
        found = {tag.decode("latin-1"): (at, length) for tag, _sum, at, length in entries}
        if any(at + length > len(self._data) for at, length in found.values()):
            raise ValueError("cut short")
        return found

    def _read_heads(self) -> None:
        head = self._table("head")
        (self.units_per_em,) = struct.unpack_from(">H", self._data, head + 18)
        (self._long_places,) = struct.unpack_from(">h", self._data, head + 50)
        (self._long_metrics,) = struct.unpack_from(">H", self._data, self._table("hhea") + 34)
        if not self.units_per_em or not self._long_metrics:
            raise ValueError("no metrics")

    def _place(self, glyph: int) -> tuple[int, int]:
        at = self._table("loca")
        if self._long_places:
            start, end = struct.unpack_from(">LL", self._data, at + glyph * 4)
            return start, end
        start, end = struct.unpack_from(">HH", self._data, at + glyph * 2)
        return start * 2, end * 2

    def _groups(self) -> tuple[array[int], array[int], array[int]]:
        cmap = self._table("cmap")
        (count,) = struct.unpack_from(">H", self._data, cmap + 2)
        for platform, encoding, offset in struct.iter_unpack(
            ">HHL", self._data[cmap + 4 : cmap + 4 + 8 * count]
        ):
            at = cmap + offset
            (form,) = struct.unpack_from(">H", self._data, at)
            if (platform, encoding) in _UNICODE_FULL and form == _GROUPED_CMAP:
                return self._read_groups(at)
        raise ValueError("no full Unicode map")

    def _read_groups(self, at: int) -> tuple[array[int], array[int], array[int]]:
        (count,) = struct.unpack_from(">L", self._data, at + 12)
        numbers = array("I" if array("I").itemsize == 4 else "L")  # noqa: PLR2004  # 32 bits
        numbers.frombytes(self._data[at + 16 : at + 16 + 12 * count])
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers[0::3], numbers[1::3], numbers[2::3]
