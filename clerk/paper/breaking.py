"""Where a line of Chinese, or of anything else, may end (禁则).

No line begins with a closing mark or ends with an opening one, words and numbers stay
whole, and a full-width closing mark may stand half over the edge, where it is blank. The work
is linear in the text: where nothing allows a break, the line is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

_NOT_FIRST = frozenset("，。、；：？！）》」』】〕〉”’…—·％‰℃°,.;:?!)]}%～々")
_NOT_LAST = frozenset("（《「『【〔〈“‘([{￥$§№")
_HALF_BLANK = frozenset("，。、；：？！）》」』】〕〉")
_PAIRED = frozenset("—…")
_WIDE_MARKS = frozenset("“”‘’—…·")
_FIRST_WIDE = "\u2e80"
_LOOK_BACK = 40  # longer words than this are cut


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, its width in the unit asked for, and whether a paragraph ends here."""

    text: str
    width: float
    ends: bool


def break_lines(
    text: str, widths: list[float], limit: float, *, first_limit: float | None = None
) -> list[Line]:
    """Break a paragraph into lines at most ``limit`` wide; the first may have another limit."""
    lines: list[Line] = []
    start, allowed = 0, limit if first_limit is None else first_limit
    while start < len(text):
        fits = _fitting(text, widths, start, allowed)
        end = fits if fits == len(text) else _last_break(text, start, fits)
        shown = text[start:end].rstrip(" ")
        width = sum(widths[start : start + len(shown)])
        lines.append(Line(shown, width, end == len(text)))
        start, allowed = end, limit
        while start < len(text) and text[start] == " ":
            start += 1
    return lines or [Line("", 0.0, ends=True)]


def _fitting(text: str, widths: list[float], start: int, limit: float) -> int:
    """Return the end of what fits; at least one character does."""
    used, at = 0.0, start
    while at < len(text):
        width = widths[at]
        if used + width > limit and text[at] != " ":
            half = text[at] in _HALF_BLANK and used + width / 2 <= limit
            return at + 1 if half else max(at, start + 1)
        used += width
        at += 1
    return at


def _last_break(text: str, start: int, end: int) -> int:
    for at in range(end, max(start, end - _LOOK_BACK), -1):
        if _may_break(text[at - 1], text[at]):
            return at
    return end


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before in {" ", "/"}:
        return True
    if before == after and before in _PAIRED:
        return False
    return _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return character >= _FIRST_WIDE or character in _WIDE_MARKS
