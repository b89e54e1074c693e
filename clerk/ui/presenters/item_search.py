"""Finding an item of the published list by its name, initials, code, department or papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.catalogue import ItemKind
from clerk.domain.text import narrow
from clerk.ui.presenters.shown import said
from clerk.ui.rows import Chip, QueueRow, Tone
from clerk.usecases.citations import fee_said
from clerk.usecases.explanation_words import limit_words
from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk.domain.limits import Limit
    from clerk.usecases.lines import ItemLine

_NO_MATCH = 9


def found_items(lines: Sequence[ItemLine], text: str, *, limit: int = 30) -> tuple[ItemLine, ...]:
    """Return the items every word of ``text`` fits, best fit first, most used before others."""
    words = [narrow(each).casefold() for each in text.split()]
    if not words:
        return tuple(lines[:limit])
    ranked = [(max(_rank(line, word) for word in words), n) for n, line in enumerate(lines)]
    return tuple(lines[n] for rank, n in sorted(ranked) if rank < _NO_MATCH)[:limit]


def item_row(line: ItemLine) -> QueueRow:
    """Show an item as the list of choices does: name, kind, limits, fee."""
    immediate = line.kind is ItemKind.IMMEDIATE
    return QueueRow(
        id=line.id,
        title=said(line.name),
        detail=_detail(line),
        chip=Chip(text=_("At once"), tone=Tone.GREEN) if immediate else None,
    )


def _detail(line: ItemLine) -> str:
    if not line.promised.amount:
        return _("on the spot · {fee}").format(fee=fee_said(line.fee))
    same_unit = line.promised.unit is line.statutory.unit
    return _("{promised}, by law {statutory} · {fee}").format(
        promised=limit_text(line.promised),
        statutory=line.statutory.amount if same_unit else limit_text(line.statutory),
        fee=fee_said(line.fee),
    )


def limit_text(limit: Limit) -> str:
    """Say a limit with its unit, or that it is done at once."""
    if not limit.amount:
        return _("on the spot")
    return limit_words(limit)


def _rank(line: ItemLine, word: str) -> int:
    zh, en = narrow(line.name.zh).casefold(), line.name.en.casefold()
    initials = line.initials.casefold()
    tests = (
        word in {line.id.casefold(), line.code.casefold()},
        zh.startswith(word) or initials.startswith(word) or en.startswith(word),
        word in zh or word in initials or word in en,
        line.id.casefold().startswith(word) or line.code.startswith(word),
        word in line.department.zh or word in line.department.en.casefold(),
        any(word in narrow(each).casefold() for each in line.materials),
    )
    return next((n for n, fits in enumerate(tests) if fits), _NO_MATCH)
