"""Papers between departments in a joint case: what the lead asks, and the answer (联合办理)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.usecases.composing.matter import Facts, Matter


def asked(matter: Matter) -> Facts:
    """State what is asked of the other department; the case knows its own side only."""
    return {"joint": matter.besides.joint}
