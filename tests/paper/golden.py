"""The golden papers: one of each kind and language, as it printed when it was last looked at.

``python -m tests.paper.golden`` draws them anew. Look at what changed before you keep it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from clerk.domain.papers import PaperKind
from clerk.paper.room import PaperRoom
from tests.paper.reading import pages_of, streams_of
from tests.paper.specimens import LANGUAGES, RESOURCES, specimen

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "papers"
ALL = tuple((kind, language) for kind in PaperKind for language in LANGUAGES)


def golden_path(kind: PaperKind, language: str) -> Path:
    """Say where a golden paper is kept."""
    return GOLDEN / f"{kind}.{language}.txt"


def described(pdf: bytes) -> str:
    """Return the words of every page, and a digest of everything drawn, fonts included.

    The digest is of the unpacked contents: another zlib packs them differently.
    """
    digest = hashlib.sha256()
    for stream in streams_of(pdf):
        digest.update(hashlib.sha256(stream).digest())
    pages = [f"--- page {number} ---\n{text}" for number, text in enumerate(pages_of(pdf), start=1)]
    return "\n".join([*pages, f"--- sha256 {digest.hexdigest()}", ""])


def draw_golden() -> None:
    """Write all golden papers anew."""
    room = PaperRoom(RESOURCES)
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for kind, language in ALL:
        text = described(room.draw(specimen(kind, language)))
        golden_path(kind, language).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    draw_golden()
