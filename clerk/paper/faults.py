"""What can be in the way of a paper: its words, its fonts, or a document that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from clerk.domain.refusals import Outage, Refusal


@dataclass(eq=False, kw_only=True)
class WordingFault(Outage):
    """A file of words for papers cannot be used.

    ``reason`` is ``unreadable``, ``not_toml``, ``missing``, ``unknown``, ``not_text``,
    ``template`` or ``field``; ``field`` names what the template asks for in vain.
    """

    file: str
    reason: str
    key: str = ""
    field: str = ""


@dataclass(eq=False, kw_only=True)
class FontFault(Outage):
    """A font the papers are set in is missing or damaged."""

    file: str
    reason: str


@dataclass(eq=False, kw_only=True)
class DocumentUnreadable(Refusal):
    """A PDF cannot be shown: ``damaged``, ``locked``, ``no_such_page`` or ``huge``."""

    reason: str
