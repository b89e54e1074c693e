"""The program's own specimens at hand for tests, with changes, and in great numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from clerk import bootstrap
from clerk.domain.case_number import NumberParts, compose
from clerk.domain.paper_code import code_of
from clerk.domain.papers import Paper, PaperKind, PaperLine
from clerk.paper import specimens
from clerk.store.ed25519 import OpenKey

LANGUAGES = specimens.LANGUAGES
RESOURCES = bootstrap.resources()
RARE = "䶮𨭎𬍛𪩘𰻝·"
NUMBER = compose(
    NumberParts(center="3499", window="007", incarnation=1, day=date(2026, 11, 23), sequence=42)
)
_WINDOW = OpenKey.of(bytes(range(32)))


def specimen(kind: PaperKind, language: str = "zh_CN", **changes: Any) -> Paper:
    """Return an invented paper with all its kind must say, and what it may."""
    paper = replace(specimens.specimen(kind, language, RESOURCES), **changes)
    return paper if paper.is_preview else replace(paper, code=code_of(paper, _WINDOW))


def many_lines(count: int, language: str = "zh_CN") -> tuple[PaperLine, ...]:
    """Return a long list of invented materials."""
    lines = specimen(PaperKind.MATERIAL_VOUCHER, language).lines
    return tuple(
        replace(lines[number % len(lines)], number=number) for number in range(1, count + 1)
    )
