"""From a refusal or an outage to the words of the notice bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.refusals import Outage
from clerk.ui.rows import Notice, Tone
from clerk.usecases.wording import say

if TYPE_CHECKING:
    from clerk.domain.refusals import ClerkError


def notice_of(trouble: ClerkError) -> Notice:
    """Say what stands in the way: the rules in red, the machine or the line in amber."""
    said = say(trouble)
    tone = Tone.AMBER if isinstance(trouble, Outage) else Tone.RED
    return Notice(tone=tone, what=said.what, then=said.then)
