"""What the main window expects of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId


@runtime_checkable
class Page(Protocol):
    """One place of the rail. A page is a ``QWidget``; the window gives it its margins."""

    @property
    def title(self) -> str:
        """What the rail calls it."""

    @property
    def icon_name(self) -> str:
        """Its outline in ``resources/icons``."""

    def shown(self) -> None:
        """Take the focus: the page has just become visible. Reload if something went stale."""

    def changed(self, case_ids: frozenset[CaseId], /) -> None:
        """Reload if one of these cases is on show, or mark it stale while hidden."""
