"""What the main window expects of a page, and of a place where one will stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable

    from clerk.domain.identifiers import CaseId


@runtime_checkable
class Page(Protocol):
    """What stands at one place of the rail: a ``QWidget``, which the window gives its margins."""

    def shown(self) -> None:
        """Take the focus: the page has just become visible. Reload if something went stale."""

    def changed(self, case_ids: frozenset[CaseId], /) -> None:
        """Reload if one of these cases is on show, or mark it stale while hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the rail: what it is called, and its outline in ``resources/icons``.

    Its page is made when it is first wanted, and then stays.
    """

    title: str
    icon_name: str
    make: Callable[[], Page]
