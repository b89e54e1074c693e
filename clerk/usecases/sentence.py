"""Two sentences for one trouble: what happened, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Sentence:
    """``what`` happened, and what to do ``then``."""

    what: str
    then: str = ""

    def __str__(self) -> str:
        """Both in one line."""
        return f"{self.what} {self.then}".strip()


def plain(what: str, then: str) -> Callable[[Any], Sentence]:
    """Make the words of a refusal without facts; looked up in the language of the moment."""
    return lambda _error: Sentence(_(what), _(then))


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark a message for translation where it is not said yet."""
    return message
