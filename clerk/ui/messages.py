"""From a refusal or an outage to the words of the notice bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.refusals import Outage
from clerk.ui.rows import Notice, Tone
from clerk.usecases.language import _, ngettext

if TYPE_CHECKING:
    from clerk.domain.refusals import ClerkError


def notice_of(trouble: ClerkError) -> Notice:
    """Say what stands in the way: the rules in red, the machine or the line in amber."""
    from clerk.usecases.wording import say  # noqa: PLC0415 - knows every rule; off the first frame

    said = say(trouble)
    tone = Tone.AMBER if isinstance(trouble, Outage) else Tone.RED
    return Notice(tone=tone, what=said.what, then=said.then)


def left_open(count: int) -> Notice:
    """Say after the start that papers of the last run may not have come out."""
    what = ngettext(
        "It is not known whether {n} paper came out.",
        "It is not known whether {n} papers came out.",
        count,
    )
    then = _("Look at the printer, then answer on the Printers page.")
    return Notice(tone=Tone.AMBER, what=what.format(n=count), then=then)
