"""Invented papers, one of each kind and language, for eyes: at a center, in tests, in the README.

Their facts are data (``resources/specimens``): check digits are right and the rare characters
real, so that what prints here prints at a window.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from clerk.domain.codec import from_plain
from clerk.domain.paper_rules import RULES
from clerk.domain.papers import Paper, PaperKind
from clerk.paper.image import page_count, page_png
from clerk.paper.layouts import LAYOUTS

if TYPE_CHECKING:
    from pathlib import Path

    from clerk.paper.room import PaperRoom

LANGUAGES = ("zh_CN", "en")
_NUMBER = "云市监{nature}〔2026〕A07-0042号"
_SHOWN_DPI = 110


def specimen(kind: PaperKind, language: str, resources: Path) -> Paper:
    """Return an invented paper with all its kind must say, and what it may."""
    facts = _facts(resources / "specimens" / f"{language}.toml")
    number = _NUMBER.format(nature=RULES[kind].nature)
    own = {"kind": kind.value, "language": language, "document_number": number}
    common = {name: value for name, value in facts.items() if name != "kinds"}
    return from_plain(Paper, {**common, **facts["kinds"][kind.value], **own})


def write_specimens(out: Path, room: PaperRoom, resources: Path) -> list[Path]:
    """Write every specimen as PDF and its pages as PNG, vouchers as a roll too; return the files.

    Raises:
        FontFault, WordingFault: See ``PaperRoom.draw``.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in PaperKind:
        for language in LANGUAGES:
            paper = specimen(kind, language, resources)
            pdf = room.draw(paper)
            files = {f"{kind}.{language}.pdf": pdf}
            for page in range(page_count(pdf)):
                files[f"{kind}.{language}.{page + 1}.png"] = page_png(pdf, _SHOWN_DPI, page)
            if LAYOUTS[kind].fits_a_roll:
                files[f"{kind}.{language}.roll.png"] = room.raster(paper)
            for name, content in files.items():
                (out / name).write_bytes(content)
                written.append(out / name)
    return written


@cache
def _facts(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
