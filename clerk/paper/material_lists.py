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

_NUMBER_WIDTH = 11.0
_COUNT_WIDTH = 24.0
_UNTIL_WIDTH = 44.0
_SOURCE_SHARE = 0.22  # of the width
_BELOW_CAPTION = 0.8


def materials(letter: Letter, lines: Sequence[PaperLine], *, captioned: bool = False) -> Block:
    """List what was handed in, or looked up."""
    setter, form = letter.setter, letter.setter.form
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
    return setter.table(columns, rows, gap=_BELOW_CAPTION if captioned else None)


def _what_came(letter: Letter, line: PaperLine) -> str:
    """Tell the counts, or why there are none."""
    counted = count_text(line, letter.wording)
    return counted or letter.wording.term("state", line.state) or letter.wording.say("counts.none")


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


def wanting(letter: Letter) -> Block:
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
    return setter.table(columns, rows)


def _required(letter: Letter, line: PaperLine) -> str:
    """Tell how many are wanted and what the clerk added."""
    words, texts = letter.wording, []
    if counted := count_text(line, words):
        counts = counted.replace("\n", words.say("lists.separator"))
        texts.append(words.say("one_time_notice.submit", {"counts": counts}))
    return words.say("lists.clause").join([*texts, *([line.wanted] if line.wanted else [])])


def _labelled(letter: Letter, name: str, text: str) -> str:
    return f"{letter.label(name)}{letter.wording.say('lists.colon')}{text}"
