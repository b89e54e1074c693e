"""What can stand on a page: words, rules, filled rectangles, a circle.

All places are millimetres from the left edge of the page and from the top of the band the
mark belongs to; sizes of type and widths of lines are points, as printers count them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from clerk.paper.styles import Style


class Pen(Protocol):
    """Draws marks; ``top`` is where their band begins on the page."""

    def words(self, words: Words, top: float) -> None:
        """Show a piece of text."""

    def rule(self, rule: Rule, top: float) -> None:
        """Draw a straight line."""

    def rects(self, rects: Rects, top: float) -> None:
        """Fill rectangles."""

    def circle(self, circle: Circle, top: float) -> None:
        """Draw a circle."""


class Mark(Protocol):
    """Anything that can be drawn."""

    def draw(self, pen: Pen, top: float) -> None:
        """Have the pen draw it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A piece of a line: ``x`` its left, ``y`` its baseline, ``spread`` room after each letter."""

    x: float
    y: float
    text: str
    style: Style
    spread: float = 0.0

    def draw(self, pen: Pen, top: float) -> None:
        pen.words(self, top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line, ``width`` points wide."""

    x: float
    y: float
    x2: float
    y2: float
    width: float
    dash: tuple[float, ...] = ()

    def draw(self, pen: Pen, top: float) -> None:
        pen.rule(self, top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rects:
    """Black rectangles, each left, top, width and height: bars and modules of codes."""

    places: tuple[tuple[float, float, float, float], ...]

    def draw(self, pen: Pen, top: float) -> None:
        pen.rects(self, top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A circle, around its middle."""

    x: float
    y: float
    radius: float
    width: float
    dash: tuple[float, ...] = ()

    def draw(self, pen: Pen, top: float) -> None:
        pen.circle(self, top)
