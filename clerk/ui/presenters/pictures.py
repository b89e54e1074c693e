"""Pages of papers and files as pictures for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.ui.rows import PageImage

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.domain.identifiers import PaperId
    from clerk.ui.room import Room

WIDTH_PX = 900
MOST_PAGES = 20


def pages_of(
    content: bytes, room: Room, *, width: int = WIDTH_PX, most: int = MOST_PAGES
) -> tuple[PageImage, ...]:
    """Return the first pages of a PDF or a picture; none where nothing draws them.

    Raises:
        AttachmentUnfit: It cannot be shown.
    """
    shown: list[PageImage] = []
    for number in range(most if room.render else 0):
        try:
            drawn = room.render(content, number, width) if room.render else None
        except IndexError:
            break
        if drawn:
            shown.append(PageImage(width=drawn.width, height=drawn.height, rgb=drawn.rgb))
    return tuple(shown)


def drawn_paper(paper_id: PaperId, case: Case, room: Room) -> bytes:
    """Return an issued paper as the PDF that was printed last, marked if that was a reprint."""
    about = case.paper(paper_id).copies_about
    return room.drawer.draw(room.reading.paper(paper_id), reprint=max(0, about - 1))
