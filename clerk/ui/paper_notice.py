"""What the notice bar says of a paper whose square code was scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.rows import Notice, Tone
from clerk.usecases.check_paper import Standing
from clerk.usecases.names import paper_name
from clerk.usecases.paper_check_words import check_words, standing_name

if TYPE_CHECKING:
    from clerk.usecases.check_paper import PaperCheck

_TONES = {
    Standing.GENUINE: Tone.GREEN,
    Standing.SUPERSEDED: Tone.AMBER,
    Standing.NOT_OURS: Tone.RED,
}


def notice_of_paper(check: PaperCheck) -> Notice:
    """Say what a paper is worth: green, amber or red, which paper its code names, and why."""
    said, code = check_words(check), check.code
    what = f"{standing_name(check.standing)}: {paper_name(code.kind)} {code.document_number}"
    return Notice(tone=_TONES[check.standing], what=what, then=str(said))
