"""The paper that will print, drawn as it would be now, never on the screen's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from clerk.domain.papers import PaperKind
from clerk.ui.presenters.marking import usual_day
from clerk.ui.presenters.pictures import pages_of
from clerk.usecases.language import _
from clerk.usecases.preview_paper import PreviewPaper, preview_paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clerk.domain.staff import Staff
    from clerk.ui.presenters.sheet import Sheet
    from clerk.ui.room import Room
    from clerk.ui.rows import PageImage

WIDTH_PX = 640
MOST_PAGES = 3


class PreviewView(Protocol):
    """Where the drawn paper is shown."""

    def show_paper(self, pages: tuple[PageImage, ...]) -> None:
        """Show the paper as drawn; none where there is nothing to draw it with."""


class Previewing:
    """Draws one paper at a time; while one is drawn only the newest wish waits.

    The page calls :meth:`draw` once typing has rested, so that no key waits for a paper.
    """

    def __init__(self, room: Room, view: PreviewView) -> None:
        self.room = room
        self._view = view
        self.wanted: PreviewPaper | None = None
        self._shown: PreviewPaper | None = None
        self._is_drawing = False

    def want(self, wish: PreviewPaper | None) -> bool:
        """Note which paper is wished for; return whether it is another than the one shown."""
        self.wanted = wish
        return wish != self._shown

    def draw(self) -> None:
        """Draw the paper wished for, if it is another than the one shown."""
        wish = self.wanted
        if self._is_drawing or wish == self._shown:
            return
        if wish is None:
            self._drawn(None, ())
            return
        self._is_drawing = True
        room = self.room

        def job() -> tuple[PageImage, ...]:
            pdf = room.drawer.draw(preview_paper(wish, room.counter))
            return pages_of(pdf, room, width=WIDTH_PX, most=MOST_PAGES)

        room.tasks.run(
            job, then=lambda pages: self._drawn(wish, pages), otherwise=lambda _why: self._failed()
        )

    def _drawn(self, wish: PreviewPaper | None, pages: tuple[PageImage, ...]) -> None:
        self._is_drawing = False
        self._shown = wish
        self._view.show_paper(pages)
        self.draw()

    def _failed(self) -> None:
        """Show nothing: what is in the way of a paper is told when it is printed."""
        self._drawn(self.wanted, ())


def paper_of(sheet: Sheet) -> PaperKind | None:
    """Return the kind of paper the sheet would end in now."""
    if sheet.item is None:
        return None
    if sheet.checklist.wanting():
        return PaperKind.ONE_TIME_NOTICE
    return PaperKind.GRANT if sheet.item.is_immediate else PaperKind.ACCEPTANCE_NOTICE


def preview_of(sheet: Sheet, room: Room, chiefs: Sequence[Staff]) -> PreviewPaper | None:
    """Return the wish to see the paper the sheet would end in."""
    kind = paper_of(sheet)
    if kind is None or sheet.item is None:
        return None
    return PreviewPaper(
        kind=kind,
        application=sheet.application(),
        item=sheet.item,
        by=room.person(),
        deadline_on=usual_day(room.counter.calendar, room.counter.clock().date()),
        signer=chiefs[0] if chiefs else None,
        opinion=_("The conditions are met; granted."),
    )
