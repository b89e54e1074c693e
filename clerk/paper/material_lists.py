"""The lists of materials on papers: received, promised, to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.facts import cited, count_text, day_text
from clerk.paper.setting import Align, ColumnOf, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk.domain.papers import PaperLine
    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter
    from clerk.paper.setting import Cell

_NUMBER_WIDTH = 11.0
_COUNT_WIDTH = 24.0
_UNTIL_WIDTH = 44.0
_SOURCE_SHARE = 0.22  # of the width
_BELOW_CAPTION = 0.8
_NARROW_NUMBER = 9.0
_NARROW_COUNT = 19.0


def materials(letter: Letter, lines: Sequence[PaperLine], *, captioned: bool = False) -> Block:
    """List what was handed in, or looked up."""
    setter, form = letter.setter, letter.setter.form
    gap = _BELOW_CAPTION if captioned else None
    if form.is_roll:
        return setter.table(*_narrow(letter, lines), gap=gap)
    share = form.measure * _SOURCE_SHARE
    columns = (
        ColumnOf(letter.label("number"), _NUMBER_WIDTH, Align.CENTRE),
        ColumnOf(letter.label("material"), form.measure - _NUMBER_WIDTH - share - _COUNT_WIDTH),
        ColumnOf(letter.label("source"), share),
        ColumnOf(letter.label("count"), _COUNT_WIDTH, Align.CENTRE),
    )
    rows = []
    for each in lines:
        source = letter.wording.term("sources", each.source)
        cells = (str(each.number), each.name, source, _what_came(letter, each))
        rows.append([(Piece(text, form.cell),) for text in cells])
    return setter.table(columns, rows, gap=gap)


def _narrow(
    letter: Letter, lines: Sequence[PaperLine]
) -> tuple[tuple[ColumnOf, ...], list[list[Cell]]]:
    """Set a roll's list: the source under the name, for want of width."""
    form = letter.setter.form
    columns = (
        ColumnOf(letter.label("number"), _NARROW_NUMBER, Align.CENTRE),
        ColumnOf(letter.label("material"), form.measure - _NARROW_NUMBER - _NARROW_COUNT),
        ColumnOf(letter.label("count"), _NARROW_COUNT, Align.CENTRE),
    )
    rows: list[list[Cell]] = []
    for each in lines:
        source = letter.wording.term("sources", each.source)
        name = (Piece(each.name, form.cell), Piece(source, form.note))
        count = (Piece(_what_came(letter, each), form.cell),)
        rows.append([(Piece(str(each.number), form.cell),), name, count])
    return columns, rows


def _what_came(letter: Letter, line: PaperLine) -> str:
    """Tell the counts, or why there are none."""
    counted = count_text(line, letter.wording)
    return counted or letter.wording.term("state", line.state) or letter.wording.say("counts.none")


def names(letter: Letter, texts: Sequence[str], *, captioned: bool = False) -> Block:
    """List materials by name alone."""
    setter, form = letter.setter, letter.setter.form
    columns = (
        ColumnOf(letter.label("number"), _NUMBER_WIDTH, Align.CENTRE),
        ColumnOf(letter.label("material"), form.measure - _NUMBER_WIDTH),
    )
    rows = [
        [(Piece(str(number), form.cell),), (Piece(text, form.cell),)]
        for number, text in enumerate(texts, start=1)
    ]
    return setter.table(columns, rows, gap=_BELOW_CAPTION if captioned else None)


def promised(letter: Letter) -> Block:
    """List what will follow under a commitment, and until when."""
    setter, form = letter.setter, letter.setter.form
    columns = (
        ColumnOf(letter.label("number"), _NUMBER_WIDTH, Align.CENTRE),
        ColumnOf(letter.label("material"), form.measure - _NUMBER_WIDTH - _UNTIL_WIDTH),
        ColumnOf(letter.label("until"), _UNTIL_WIDTH, Align.CENTRE),
    )
    rows = []
    for each in letter.paper.promised:
        cells = (str(each.number), each.name, day_text(each.until, letter.wording))
        rows.append([(Piece(text, form.cell),) for text in cells])
    return setter.table(columns, rows, gap=_BELOW_CAPTION)


def wanting(letter: Letter, *, captioned: bool = False) -> Block:
    """List what is to be corrected: material, then problem, requirement and basis beneath."""
    setter, form = letter.setter, letter.setter.form
    columns = (
        ColumnOf(letter.label("number"), _NUMBER_WIDTH, Align.CENTRE),
        ColumnOf(letter.label("remarks"), form.measure - _NUMBER_WIDTH),
    )
    rows = []
    for each in letter.paper.wanting:
        problem = letter.wording.term("problems", each.problem or each.state)
        details = (
            ("problem", problem),
            ("wanted", _required(letter, each)),
            ("basis", cited(each.basis)),
        )
        pieces = [Piece(each.name, form.cell_strong)]
        pieces += [
            Piece(_labelled(letter, name, text), form.cell) for name, text in details if text
        ]
        rows.append(((Piece(str(each.number), form.cell),), tuple(pieces)))
    return setter.table(columns, rows, gap=_BELOW_CAPTION if captioned else None)


def _required(letter: Letter, line: PaperLine) -> str:
    """Tell how many are wanted and what the clerk added."""
    words, texts = letter.wording, []
    if counted := count_text(line, words):
        counts = counted.replace("\n", words.say("lists.separator"))
        texts.append(words.say("one_time_notice.submit", {"counts": counts}))
    return words.say("lists.clause").join([*texts, *([line.wanted] if line.wanted else [])])


def _labelled(letter: Letter, name: str, text: str) -> str:
    return f"{letter.label(name)}{letter.wording.say('lists.colon')}{text}"
