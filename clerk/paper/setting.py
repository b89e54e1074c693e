"""Texts set into blocks: paragraphs, lists of rows, and the grid of labels and values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from clerk.paper.breaking import Line, break_lines
from clerk.paper.flow import Band, Block, Unit
from clerk.paper.marks import Rule, Words
from clerk.paper.typeface import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from clerk.paper.marks import Mark
    from clerk.paper.styles import Format, Style
    from clerk.paper.typeface import Typefaces

FINE, STRONG = 0.4, 0.9  # points
_ROW_SLICE = 12  # lines: a longer row breaks over pages
_SPREAD_MOST = 0.06  # of the size: a line is spread to the edge by no more a letter


class Align(Enum):
    """Where a line stands in its column."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in a style, a paragraph of a cell."""

    text: str
    style: Style


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ColumnOf:
    """A column of a list: heading, width in mm, and where its texts stand."""

    title: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class _SetLine:
    line: Line
    style: Style


class Setter:
    """Sets texts for one format."""

    def __init__(self, faces: Typefaces, form: Format, *, spaced: bool):
        self.faces = faces
        self.form = form
        self._spaced = spaced  # Chinese: paragraphs indented and flush on both sides

    def lines(self, text: str, style: Style, limit: float, *, indent: float = 0.0) -> list[Line]:
        """Break a text, its paragraphs by line feeds, into lines at most ``limit`` mm wide."""
        unit = style.size / (1000 * POINTS_PER_MM)  # thousandths of the size to mm
        lines = []
        for paragraph in self.faces.legible(text).split("\n"):
            widths = [each * unit for each in self.faces.widths(style.face, paragraph)]
            lines += break_lines(paragraph, widths, limit, first_limit=limit - indent)
        return lines

    def width(self, text: str, style: Style) -> float:
        """Return how wide a text runs on one line, in millimetres."""
        return self.faces.measure(style.face, style.size, self.faces.legible(text))

    def line(
        self, text: str, style: Style, *, x: float, y: float, align: Align = Align.LEFT
    ) -> Words:
        """Set one line as it is; ``x`` is its left, middle or right, ``y`` the top of its line."""
        text = self.faces.legible(text)
        width = self.faces.measure(style.face, style.size, text)
        return Words(x=x - width * align.value, y=y + style.baseline, text=text, style=style)

    def paragraph(
        self,
        text: str,
        style: Style | None = None,
        *,
        gap: float | None = None,
        indent: bool | None = None,
        with_next: bool = False,
    ) -> Block:
        """Set a paragraph as wide as the text runs."""
        style = style or self.form.body
        indented = self._spaced if indent is None else indent
        step = 2 * style.size / POINTS_PER_MM if indented else 0.0
        bands, first = [], True
        for line in self.lines(text, style, self.form.measure, indent=step):
            x = self.form.side + (step if first else 0.0)
            bands.append(Band(style.leading, (self._spread(line, style, x),)))
            first = line.ends
        return Block(
            units=_kept(bands),
            gap=self.form.gap if gap is None else gap,
            with_next=with_next,
        )

    def _spread(self, line: Line, style: Style, x: float) -> Words:
        over = self.form.right - x - line.width
        room = over / (len(line.text) - 1) if len(line.text) > 1 else 0.0
        most = style.size / POINTS_PER_MM * _SPREAD_MOST
        spread = room if self._spaced and not line.ends and room <= most else 0.0
        return Words(x=x, y=style.baseline, text=line.text, style=style, spread=spread)

    def table(
        self,
        columns: Sequence[ColumnOf],
        rows: Sequence[Sequence[Cell]],
        *,
        gap: float | None = None,
    ) -> Block:
        """Set a ruled list whose heading comes again on every page."""
        edges = self._edges(columns)
        style = self.form.cell_strong
        titles = [(Piece(each.title, style),) for each in columns]
        centred = [ColumnOf(each.title, each.width, Align.CENTRE) for each in columns]
        (heading,) = self._row(centred, edges, titles, STRONG)
        units = tuple(self._row(columns, edges, row, FINE) for row in rows)
        return Block(
            units=units,
            gap=self.form.gap if gap is None else gap,
            heading=heading,
            closing=_across(edges, STRONG),
        )

    def grid(self, pairs: Sequence[tuple[str, Cell]], *, gap: float | None = None) -> Block:
        """Set labels and values; two short neighbours share a row."""
        units: list[Unit] = []
        waiting = list(pairs)
        while waiting:
            taken = waiting[:2] if all(map(self._is_short, waiting[:2])) else waiting[:1]
            del waiting[: len(taken)]
            units.append(self._grid_row(taken, FINE if units else STRONG))
        edges = [self.form.side, self.form.right]
        return Block(
            units=tuple(units),
            gap=self.form.gap if gap is None else gap,
            closing=_across(edges, STRONG),
        )

    def _grid_row(self, pairs: Sequence[tuple[str, Cell]], rule: float) -> Unit:
        """Set one or two pairs side by side over the whole width."""
        width = self.form.measure / len(pairs) - self.form.label
        columns, cells = [], []
        for label, value in pairs:
            columns += [ColumnOf("", self.form.label, Align.CENTRE), ColumnOf("", width)]
            cells += [(Piece(label, self.form.cell_strong),), value]
        return self._row(columns, self._edges(columns), cells, rule)

    def _is_short(self, pair: tuple[str, Cell]) -> bool:
        room = self.form.measure / 2 - self.form.label - 2 * self.form.padding
        (piece, *more) = pair[1]
        short = self.width(piece.text, piece.style) <= room
        return not more and "\n" not in piece.text and short

    def _edges(self, columns: Sequence[ColumnOf]) -> list[float]:
        edges = [self.form.side]
        for each in columns:
            edges.append(edges[-1] + each.width)
        return edges

    def _row(
        self,
        columns: Sequence[ColumnOf],
        edges: list[float],
        cells: Sequence[Cell],
        rule: float,
    ) -> Unit:
        """Set a row: one band, or several where it is long."""
        inner = [each.width - 2 * self.form.padding for each in columns]
        texts = [list(self._cell(cell, width)) for cell, width in zip(cells, inner, strict=True)]
        longest = max(map(len, texts))
        slices = range(0, max(longest, 1), _ROW_SLICE)
        bands = []
        for start in slices:
            some = [each[start : start + _ROW_SLICE] for each in texts]
            first, last = start == 0, start + _ROW_SLICE >= longest
            bands.append(self._slice(columns, edges, some, rule if first else 0.0, ends=last))
        return tuple(bands)

    def _cell(self, cell: Cell, width: float) -> Iterator[_SetLine]:
        for piece in cell:
            for line in self.lines(piece.text, piece.style, width):
                yield _SetLine(line, piece.style)

    def _slice(
        self,
        columns: Sequence[ColumnOf],
        edges: list[float],
        texts: list[list[_SetLine]],
        rule: float,
        *,
        ends: bool,
    ) -> Band:
        above = self.form.padding if rule else 0.0
        below = self.form.padding if ends else 0.0
        tall = max(sum(each.style.leading for each in column) for column in texts)
        tall = max(tall, self.form.cell.leading)
        height = above + tall + below
        marks: list[Mark] = [_across(edges, rule)] if rule else []
        marks += [Rule(x=x, y=0, x2=x, y2=height, width=FINE) for x in edges]
        for column, left, lines in zip(columns, edges, texts, strict=False):
            own = sum(each.style.leading for each in lines)
            y = above + ((tall - own) / 2 if rule and ends else 0.0)
            for each in lines:
                x = left + self.form.padding
                x += (column.width - 2 * self.form.padding - each.line.width) * column.align.value
                marks.append(
                    Words(x=x, y=y + each.style.baseline, text=each.line.text, style=each.style)
                )
                y += each.style.leading
        return Band(height, tuple(marks))


def _across(edges: list[float], width: float) -> Rule:
    return Rule(x=edges[0], y=0, x2=edges[-1], y2=0, width=width)


def _kept(bands: list[Band]) -> tuple[Unit, ...]:
    """Keep the first two and the last two lines of a paragraph together (孤行)."""
    if len(bands) <= 3:  # noqa: PLR2004  # two and two overlap
        return (tuple(bands),)
    return (tuple(bands[:2]), *((band,) for band in bands[2:-2]), tuple(bands[-2:]))
