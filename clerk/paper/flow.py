"""Bands of content flowing down pages.

A band is never cut. The bands of a unit stay together where a page can hold them; what is
longer than that breaks between bands, so a text of any length ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk.paper.marks import Mark

_KEPT_WHOLE = 0.45  # of a page: a longer unit is broken rather than moved


@dataclass(frozen=True, slots=True)
class Band:
    """A strip across the page, with its marks."""

    height: float
    marks: tuple[Mark, ...] = ()


Unit = tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Units that belong together, such as a table's rows.

    ``heading`` stands above the first unit and again on each further page; ``closing``
    below the last unit of each page. ``whole`` blocks move rather than break.
    ``with_next`` keeps a block on the page of the one after it.
    """

    units: tuple[Unit, ...]
    gap: float = 0.0
    heading: Band | None = None
    closing: Mark | None = None
    whole: bool = False
    with_next: bool = False


@dataclass(slots=True)
class Column:
    """The body of one page while it is filled."""

    at: float
    placed: list[tuple[float, Mark]] = field(default_factory=list)
    is_empty: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Where the body begins on the first page and on the others, and where it ends."""

    first_top: float
    next_top: float
    bottom: float


class Flow:
    """Places blocks one after another, beginning new pages as needed."""

    def __init__(self, space: Space):
        self._space = space
        self.pages = [Column(space.first_top)]

    def fill(self, blocks: Sequence[Block]) -> list[list[tuple[float, Mark]]]:
        """Place all blocks and return the marks of each page."""
        for position, block in enumerate(blocks):
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            follows = following.gap + _first_height(following) if following else 0.0
            self._place(block, follows if block.with_next else 0.0)
        return [page.placed for page in self.pages]

    @property
    def _page(self) -> Column:
        return self.pages[-1]

    @property
    def _room(self) -> float:
        return self._space.bottom - self._page.at

    def _place(self, block: Block, follows: float) -> None:
        needed = _height(block) if block.whole else _first_height(block)
        if not self._page.is_empty:
            self._page.at += block.gap
        if needed + follows > self._room and self._may_turn(needed + follows):
            self._turn()
        if block.heading:
            self._put(block.heading)
        for unit in block.units:
            self._place_unit(block, unit)
        self._close(block)

    def _place_unit(self, block: Block, unit: Unit) -> None:
        height = sum(band.height for band in unit)
        if height > self._room and height <= _KEPT_WHOLE * self._full:
            self._turn_within(block)
        for band in unit:
            if band.height > self._room:
                self._turn_within(block)
            self._put(band)

    def _turn_within(self, block: Block) -> None:
        if self._page.is_empty:
            return
        self._close(block)
        self._turn()
        if block.heading:
            self._put(block.heading)
            self._page.is_empty = True  # a heading alone is no reason to turn again

    def _may_turn(self, needed: float) -> bool:
        return not self._page.is_empty and needed <= self._full

    @property
    def _full(self) -> float:
        return self._space.bottom - self._space.next_top

    def _turn(self) -> None:
        self.pages.append(Column(self._space.next_top))

    def _put(self, band: Band) -> None:
        page = self._page
        page.placed.extend((page.at, mark) for mark in band.marks)
        page.at += band.height
        page.is_empty = False

    def _close(self, block: Block) -> None:
        if block.closing:
            self._page.placed.append((self._page.at, block.closing))


def _height(block: Block) -> float:
    heading = block.heading.height if block.heading else 0.0
    return heading + sum(band.height for unit in block.units for band in unit)


def _first_height(block: Block) -> float:
    if block.whole:
        return _height(block)
    heading = block.heading.height if block.heading else 0.0
    first = block.units[0] if block.units else ()
    return heading + sum(band.height for band in first[:3])
